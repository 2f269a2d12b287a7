package org.needscape.geoio.table;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.needscape.geoio.workbook.SheetRows;

/**
 * The text of a number as publishers write it: {@code 12}, {@code 29199.00}, {@code 1,296}, {@code -1.771}, {@code .5},
 * {@code 1e-05}. A comma is a thousands separator and must stand in front of groups of three digits. Words, hexadecimal digits,
 * NaN, infinity, currency and percent signs are not numbers.
 */
public final class NumberText {

    private static final Pattern SHAPE =
            Pattern.compile("[-+]?(?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|\\.\\d+)(?:[eE][-+]?\\d{1,3})?");

    private static final Pattern SPREADSHEET_ERROR = Pattern.compile("#[A-Z0-9_/]{2,20}[!?]?");

    /** Longer than any published number; keeps a hostile cell from costing time. */
    private static final int MAX_CHARACTERS = 60;

    private NumberText() {}

    /**
     * Reads a number.
     *
     * @param text without surrounding blanks; a typographic minus sign counts as a hyphen
     * @return the finite number, or empty when the text is not one
     */
    public static OptionalDouble parse(String text) {
        if (text.isEmpty() || text.length() > MAX_CHARACTERS) {
            return OptionalDouble.empty();
        }
        String plain = text.charAt(0) == '\u2212' ? "-" + text.substring(1) : text;
        if (!SHAPE.matcher(plain).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(plain.indexOf(',') < 0 ? plain : plain.replace(",", ""));
        if (!Double.isFinite(number)) {
            return OptionalDouble.empty();
        }
        // A minus zero would print as "-0" and compare as different from zero.
        return OptionalDouble.of(number == 0 ? 0.0 : number);
    }

    /**
     * What is wrong with a text that is not a number, without repeating it.
     *
     * @param text a text for which {@link #parse} is empty
     */
    static String reasonAgainst(String text) {
        if (text.equals(SheetRows.NO_RESULT)) {
            return "The cell holds a formula without a result.";
        }
        if (SPREADSHEET_ERROR.matcher(text).matches()) {
            return "The cell holds an error of the spreadsheet.";
        }
        if (text.indexOf('%') >= 0) {
            return "The cell has a percent sign.";
        }
        if (text.indexOf(',') >= 0 && text.chars().anyMatch(Character::isDigit)) {
            return "The cell has a comma that does not separate thousands.";
        }
        return "The cell holds neither a number nor a symbol that is known.";
    }

    /** What a person can do about a text that is not a number. */
    static String whatToDoAbout(String text) {
        if (text.equals(SheetRows.NO_RESULT)) {
            return "Save the workbook in a spreadsheet program, which works the results out.";
        }
        if (text.indexOf('%') >= 0) {
            return "Write the number alone and state percent as the unit.";
        }
        return "Write a plain number, or one of c (hidden), z (does not apply), low (rounds to zero), : (not available).";
    }
}
