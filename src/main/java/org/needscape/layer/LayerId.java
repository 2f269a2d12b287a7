package org.needscape.layer;

import java.util.regex.Pattern;

/**
 * The id of a layer: {@code imd-decile-2019}, {@code hotspot-imd-score-2019}, with {@code @extent} behind it in a store with
 * several extents.
 *
 * @param value lower-case letters, digits, hyphens and underscores, at most 200, and an optional {@code @extent}
 */
public record LayerId(String value) implements Comparable<LayerId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9_-]{0,199}(@[a-z][a-z0-9-]{0,39})?");

    public LayerId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a layer id: '" + value + "'.");
        }
    }

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public int compareTo(LayerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
