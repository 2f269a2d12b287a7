package org.needscape.journey;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A spreadsheet workbook as its reader's program sees it, read without the library that wrote it. */
final class Workbook {

    private Workbook() {}

    /** The texts of the first sheet, row by row; an empty cell is an empty text. */
    static List<List<String>> firstSheet(byte[] workbook) throws IOException {
        Map<String, Document> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("xl/") && entry.getName().endsWith(".xml")) {
                    parts.put(entry.getName(), parse(zip.readAllBytes()));
                }
            }
        }
        List<String> shared = new ArrayList<>();
        for (Element text : elements(part(parts, "xl/sharedStrings.xml").getDocumentElement(), "si")) {
            shared.add(text.getTextContent());
        }
        List<List<String>> rows = new ArrayList<>();
        for (Element row : elements(part(parts, "xl/worksheets/sheet1.xml").getDocumentElement(), "row")) {
            List<String> cells = new ArrayList<>();
            for (Element cell : elements(row, "c")) {
                int column = column(cell.getAttribute("r"));
                cells.addAll(Collections.nCopies(column - cells.size(), ""));
                String text = cell.getTextContent();
                cells.add(cell.getAttribute("t").equals("s") ? shared.get(Integer.parseInt(text)) : text);
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Document part(Map<String, Document> parts, String name) {
        Document part = parts.get(name);
        if (part == null) {
            throw new AssertionError("The workbook has no " + name + ".");
        }
        return part;
    }

    /** The place of the column of a cell such as {@code AB12}, from 0. */
    private static int column(String reference) {
        int column = 0;
        for (char letter : reference.replaceAll("\\d", "").toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document parse(byte[] xml) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException("A part of the workbook is no XML.", broken);
        }
    }
}
