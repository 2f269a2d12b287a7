package org.needscape.geoio.workbook;

import java.util.ArrayList;
import java.util.List;
import org.needscape.report.UnreadableFileException;

/** The texts of a workbook, which lie in one file and are named by their number, so that one that repeats is there once. */
final class SharedTexts {

    static final int MAX_CELL_CHARACTERS = 32_767;

    /** All of them together; those of the largest published workbook, a table of 35,672 areas, are below 5 million. */
    static final long MAX_CHARACTERS = 50_000_000;

    private static final int OVERHEAD_CHARACTERS = 24;

    private final List<String> texts = new ArrayList<>();

    private SharedTexts() {}

    static SharedTexts none() {
        return new SharedTexts();
    }

    /** @throws UnreadableFileException when a text, or all together, are longer than a workbook's can be */
    static SharedTexts read(XmlPart xml, String fileName) {
        SharedTexts all = new SharedTexts();
        long characters = 0;
        while (xml.next()) {
            if (!xml.isStart("si")) {
                continue;
            }
            StringBuilder text = new StringBuilder();
            boolean fits = xml.addText("si", text, MAX_CELL_CHARACTERS);
            characters += text.length() + OVERHEAD_CHARACTERS;
            if (!fits || characters > MAX_CHARACTERS) {
                throw new UnreadableFileException(
                        fileName + (fits ? " holds more text than a table can need" : tooLong())
                                + ": save only the sheets that are needed and use that.");
            }
            all.texts.add(text.toString());
        }
        return all;
    }

    static String tooLong() {
        return " has a cell with more than " + MAX_CELL_CHARACTERS + " characters";
    }

    /** The text of a number as a cell writes it, or null where there is none. */
    @SuppressWarnings("NullAway") // the null stays inside this package
    String find(String number) {
        try {
            int index = Integer.parseInt(number.strip());
            return index >= 0 && index < texts.size() ? texts.get(index) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
