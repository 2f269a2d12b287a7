package org.needscape.geoio.table;

import java.util.Locale;
import java.util.regex.Pattern;

/** Blanks and case in the cells of tables. Spreadsheets put no-break spaces where people see blanks. */
final class TableText {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

    private TableText() {}

    /** The text without blanks and no-break spaces around it. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return start == 0 && end == text.length() ? text : text.substring(start, end);
    }

    /** The text without blanks around it and with every run of blanks inside made one. */
    static String collapse(String text) {
        return trim(BLANKS.matcher(text).replaceAll(" "));
    }

    /** What two headers that people would call the same have in common. */
    static String key(String header) {
        return collapse(header).toLowerCase(Locale.ROOT);
    }

    /** The key with underscores, hyphens, full stops and brackets as blanks: {@code lsoa code 2011}. */
    static String words(String header) {
        return collapse(key(header).replaceAll("[_().\\[\\]-]+", " "));
    }

    private static boolean isBlank(char character) {
        return character <= ' ' || character == '\u00A0' || character == '\uFEFF' || Character.isWhitespace(character);
    }
}
