package org.needscape.indicator;

import java.util.regex.Pattern;

/**
 * The id of an indicator, as a column of an indicator file and part of a layer's address.
 *
 * @param value 1 to 100 lower-case letters, digits, underscores and hyphens, beginning with a letter or digit
 */
public record IndicatorId(String value) implements Comparable<IndicatorId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");

    public IndicatorId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an indicator id: '" + value
                    + "'. Use up to 100 lower-case letters, digits, underscores and hyphens.");
        }
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(IndicatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
