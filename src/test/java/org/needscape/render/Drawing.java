package org.needscape.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A chart as its readers get it: parsed, and held to what every chart must be. */
final class Drawing {

    private final String svg;
    private final Document document;

    private Drawing(String svg, Document document) {
        this.svg = svg;
        this.document = document;
    }

    /** Parses a chart and checks what holds for each. */
    static Drawing of(String svg) throws Exception {
        Drawing drawing = new Drawing(
                svg,
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))));
        drawing.checkWhatEveryChartIs();
        return drawing;
    }

    String title() {
        return document.getElementsByTagName("title").item(0).getTextContent();
    }

    String words() {
        return document.getElementsByTagName("desc").item(0).getTextContent();
    }

    boolean says(String text) {
        return texts().contains(text);
    }

    List<String> texts() {
        return all("text").stream().map(Element::getTextContent).toList();
    }

    /** The elements of a name whose attribute has this value. */
    List<Element> with(String name, String attribute, String value) {
        return all(name).stream()
                .filter(element -> element.getAttribute(attribute).equals(value))
                .toList();
    }

    /** The hatched boxes of hidden values, without the one of the key. */
    int hiddenBoxes() {
        return (int) all("rect").stream()
                        .filter(element -> element.getAttribute("fill").startsWith("url("))
                        .count()
                - (texts().contains("Hidden to protect children") ? 1 : 0);
    }

    List<Element> all(String name) {
        List<Element> found = new ArrayList<>();
        NodeList list = document.getElementsByTagName(name);
        for (int k = 0; k < list.getLength(); k++) {
            found.add((Element) list.item(k));
        }
        return found;
    }

    private void checkWhatEveryChartIs() {
        Element root = document.getDocumentElement();
        assertEquals("img", root.getAttribute("role"));
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), "a number that is none");
        assertFalse(svg.contains("style"), "a style, which the content security policy forbids");
        checkIdentifiers(root);
        String[] box = root.getAttribute("viewBox").split(" ");
        for (Element text : all("text")) {
            checkIsInside(text, Double.parseDouble(box[2]), Double.parseDouble(box[3]));
        }
    }

    private void checkIdentifiers(Element root) {
        Set<String> identifiers = new HashSet<>();
        for (Element element : all("*")) {
            if (element.hasAttribute("id")) {
                assertTrue(identifiers.add(element.getAttribute("id")), "twice: " + element.getAttribute("id"));
            }
        }
        for (String id : root.getAttribute("aria-labelledby").split(" ")) {
            assertTrue(identifiers.contains(id), id);
        }
    }

    private static void checkIsInside(Element text, double width, double height) {
        double size = text.hasAttribute("font-size") ? Double.parseDouble(text.getAttribute("font-size")) : 13;
        double wide = TextSize.width(text.getTextContent(), size);
        double x = Double.parseDouble(text.getAttribute("x"));
        double left =
                switch (text.getAttribute("text-anchor")) {
                    case "end" -> x - wide;
                    case "middle" -> x - wide / 2;
                    default -> x;
                };
        assertTrue(left >= -0.5 && left + wide <= width + 0.5, "leaves the sheet: " + text.getTextContent());
        double y = Double.parseDouble(text.getAttribute("y"));
        assertTrue(y >= size - 3 && y <= height, "leaves the sheet: " + text.getTextContent());
    }
}
