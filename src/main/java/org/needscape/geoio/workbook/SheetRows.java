package org.needscape.geoio.workbook;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.needscape.report.UnreadableFileException;

/**
 * The rows of one sheet, one after the other. A cell reads as a CSV of the sheet would have it: a number as it is stored, not as it is
 * shown; a formula as the result that was saved with it, and as {@link #NO_RESULT} where none was; an error as {@code #N/A} and its like.
 * What no sheet can have, such as a column behind XFD, is refused.
 */
public final class SheetRows implements Closeable {

    /** What stands for a formula whose result was not saved; no number and no known symbol. */
    public static final String NO_RESULT = "=";

    private static final int MAX_ROWS = 1_048_576;
    private static final int MAX_COLUMNS = 16_384;
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");

    private final XmlPart xml;
    private final SharedTexts texts;
    private final String place;
    private final List<String> cells = new ArrayList<>();
    private int row;
    private boolean hasFormulas;

    /** @param place the sheet and its workbook in words */
    SheetRows(XmlPart xml, SharedTexts texts, String place) {
        this.xml = xml;
        this.texts = texts;
        this.place = place;
    }

    /**
     * Goes on to the next row that the sheet has.
     *
     * @return false behind the last one
     * @throws UnreadableFileException when the sheet cannot be read on
     */
    public boolean advance() {
        while (xml.next()) {
            if (xml.isStart("row")) {
                readRow();
                return true;
            }
            if (xml.isEnd("sheetData")) {
                return false;
            }
        }
        return false;
    }

    /** The number of the row, 1 for the first of the sheet. */
    public int line() {
        return row;
    }

    /** How many cells the row has up to its last one that is not empty. */
    public int size() {
        return cells.size();
    }

    /** The text of a cell, empty where it has none; columns count from 0. */
    public String get(int column) {
        return cells.get(column);
    }

    /** Whether a cell up to here held a formula. */
    public boolean hasFormulas() {
        return hasFormulas;
    }

    @Override
    public void close() {
        xml.close();
    }

    private void readRow() {
        cells.clear();
        String number = xml.attribute("r");
        int next = number.isEmpty() ? row + 1 : number.matches("\\d{1,7}") ? Integer.parseInt(number) : 0;
        if (next <= row || next > MAX_ROWS) {
            throw damaged("after row " + row);
        }
        row = next;
        int column = -1;
        while (xml.next() && !xml.isEnd("row")) {
            if (xml.isStart("c")) {
                column = readCell(column);
            }
        }
    }

    /** Reads a cell that stands behind a column, and says where it stands. */
    private int readCell(int before) {
        int column = column(xml.attribute("r"), before);
        String type = xml.attribute("t");
        StringBuilder written = new StringBuilder();
        boolean isFormula = false;
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("f")) {
                isFormula = true;
                skip("f");
            } else if (xml.isStart("v") || xml.isStart("is")) {
                String element = xml.isStart("v") ? "v" : "is";
                if (!xml.addText(element, written, SharedTexts.MAX_CELL_CHARACTERS)) {
                    throw new UnreadableFileException(
                            place + SharedTexts.tooLong() + ", in row " + row + ": correct it and try again.");
                }
            }
        }
        hasFormulas |= isFormula;
        String text = text(type, written.toString());
        if (isFormula && text.isEmpty() && !type.equals("str")) {
            text = NO_RESULT;
        }
        if (!text.isEmpty()) {
            while (cells.size() < column) {
                cells.add("");
            }
            cells.add(text);
        }
        return column;
    }

    private String text(String type, String written) {
        return switch (type) {
            case "s" -> {
                String shared = texts.find(written);
                if (shared == null && !written.isEmpty()) {
                    throw damaged("in row " + row);
                }
                yield shared == null ? "" : shared;
            }
            case "b" -> written.equals("1") ? "TRUE" : written.equals("0") ? "FALSE" : written;
            default -> written;
        };
    }

    private int column(String address, int before) {
        if (address.isEmpty()) {
            return before + 1;
        }
        Matcher matcher = ADDRESS.matcher(address);
        int column = 0;
        if (matcher.matches()) {
            for (char letter : matcher.group(1).toCharArray()) {
                column = column * 26 + letter - 'A' + 1;
            }
        }
        if (column - 1 <= before || column > MAX_COLUMNS) {
            throw damaged("in row " + row);
        }
        return column - 1;
    }

    private void skip(String element) {
        while (xml.next() && !xml.isEnd(element)) {
            // The text of a formula is nothing to this program.
        }
    }

    private UnreadableFileException damaged(String where) {
        return new UnreadableFileException(place + " is damaged " + where
                + ": download the workbook again, or save it again in a spreadsheet program.");
    }
}
