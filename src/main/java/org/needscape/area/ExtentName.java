package org.needscape.area;

import java.util.regex.Pattern;

/**
 * The name of an analysis extent, as it stands in addresses and layer ids.
 *
 * @param value 1 to 40 lower-case letters, digits and hyphens, beginning with a letter
 */
public record ExtentName(String value) implements Comparable<ExtentName> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** Where real areas go when no extent is named. */
    public static final ExtentName LOADED = new ExtentName("loaded");

    /** Where the fictional county goes when no extent is named. */
    public static final ExtentName FICTIONAL = new ExtentName("fictional-county");

    public ExtentName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Not an extent name: '" + value
                            + "'. Use up to 40 lower-case letters, digits and hyphens, beginning with a letter, such as staffordshire.");
        }
    }

    @Override
    public int compareTo(ExtentName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
