package org.needscape.layer;

import java.util.regex.Pattern;

/**
 * A column of a layer besides code, name, value, state and class.
 *
 * @param name as in JSON and CSV, lower case with underscores, the unit at the end where there is one
 * @param shortName for shapefiles: 1 to 10 capital letters, digits and underscores, unique within the layer
 * @param label for people
 * @param type number, whole number or text
 * @param unit such as {@code per 10,000 children}, or empty
 * @param decimals how many decimals are shown and written, 0 to 9
 */
public record LayerColumn(String name, String shortName, String label, Type type, String unit, int decimals) {

    private static final Pattern SHORT = Pattern.compile("[A-Z][A-Z0-9_]{0,9}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    /** What a column holds. */
    public enum Type {
        NUMBER,
        WHOLE_NUMBER,
        TEXT
    }

    public LayerColumn {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a column name: '" + name + "'.");
        }
        if (!SHORT.matcher(shortName).matches()) {
            throw new IllegalArgumentException("Not a short column name: '" + shortName + "'.");
        }
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException("Decimals are 0 to 9, not " + decimals + ".");
        }
    }
}
