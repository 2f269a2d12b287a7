package org.needscape.render;

import java.util.List;
import java.util.Locale;

/** How the descriptions of charts write numbers and lists. */
final class ChartWords {

    private ChartWords() {}

    /** A whole number without decimals, another one with one decimal, or with two when it is below 1. */
    static String number(double value) {
        if (value == Math.rint(value)) {
            return signed("%,.0f", value);
        }
        return signed(Math.abs(value) < 1 ? "%.2f" : "%,.1f", value);
    }

    /** Parts with commas and a last "and". */
    static String list(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }

    private static String signed(String format, double value) {
        String digits = String.format(Locale.UK, format, Math.abs(value));
        return value < 0 && !digits.matches("[0.]+") ? "\u2212" + digits : digits;
    }
}
