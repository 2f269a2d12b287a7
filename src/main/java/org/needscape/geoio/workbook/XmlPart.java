package org.needscape.geoio.workbook;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.needscape.report.UnreadableFileException;

/**
 * One XML file of a workbook, read forwards. Document type definitions and entities, by which XML reaches for other files or grows without
 * end, are refused. Elements and attributes are known by their local names, so that both variants of the format read the same.
 */
final class XmlPart implements Closeable {

    private final String workbookName;
    private final InputStream stream;
    private final XMLStreamReader reader;

    /** @param workbookName what people call the workbook */
    XmlPart(String workbookName, InputStream stream) {
        this.workbookName = workbookName;
        this.stream = stream;
        try {
            reader = factory().createXMLStreamReader(stream);
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    /** Goes on to the next element's start or end, or to text; false behind the last one. */
    boolean next() {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new UnreadableFileException(workbookName
                                + " holds a document type definition or entities, which no workbook needs: save it again in a"
                                + " spreadsheet program and use that.");
                    case XMLStreamConstants.START_ELEMENT,
                            XMLStreamConstants.END_ELEMENT,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.SPACE -> {
                        return true;
                    }
                    default -> {
                        // Comments and instructions say nothing of a sheet.
                    }
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw damaged(e);
        }
    }

    boolean isStart(String element) {
        return reader.getEventType() == XMLStreamConstants.START_ELEMENT
                && reader.getLocalName().equals(element);
    }

    boolean isEnd(String element) {
        return reader.getEventType() == XMLStreamConstants.END_ELEMENT
                && reader.getLocalName().equals(element);
    }

    /** An attribute of the element that starts here; empty where it has none of this name. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The name of the first element. */
    String root() {
        while (next()) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                return reader.getLocalName();
            }
        }
        return "";
    }

    /**
     * Adds all text up to the end of the element that starts here, how words of it are pronounced left out.
     *
     * @param element its name
     * @param text what it is added to
     * @param most characters that the text may have
     * @return false when there were more of them
     */
    boolean addText(String element, StringBuilder text, int most) {
        boolean isSpoken = false;
        while (next() && !isEnd(element)) {
            if (isStart("rPh")) {
                isSpoken = true;
            } else if (isEnd("rPh")) {
                isSpoken = false;
            } else if (!isSpoken && reader.hasText()) {
                if (text.length() + reader.getTextLength() > most) {
                    return false;
                }
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
            }
        }
        return true;
    }

    @Override
    public void close() {
        try (stream) {
            reader.close();
        } catch (XMLStreamException | IOException e) {
            throw damaged(e);
        }
    }

    UnreadableFileException damaged(Throwable cause) {
        return new UnreadableFileException(damagedWords(workbookName), cause);
    }

    static String damagedWords(String workbookName) {
        return workbookName + " is a damaged workbook: download it again, or save it again in a spreadsheet program.";
    }

    private static XMLInputFactory factory() {
        // The JDK's own, whatever else is on the class path: its limits are the ones that were tested.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }
}
