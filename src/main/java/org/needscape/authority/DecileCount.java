package org.needscape.authority;

import org.needscape.indicator.Value;

/**
 * Children of an authority who live in one national tenth of areas.
 *
 * @param decile 1 to 10, 1 the most deprived tenth of the country
 * @param children aged 0 to 17 who live there, not negative
 * @param count how many of them get the help, or why it is not known; not negative
 */
public record DecileCount(int decile, double children, Value count) {

    private static final int DECILES = 10;

    public DecileCount {
        if (decile < 1 || decile > DECILES) {
            throw new IllegalArgumentException("A decile is 1 to " + DECILES + ", not " + decile + ".");
        }
        if (!(children >= 0 && Double.isFinite(children))) {
            throw new IllegalArgumentException("A number of children is 0 or more, not " + children + ".");
        }
        if (count.number().orElse(0) < 0) {
            throw new IllegalArgumentException(
                    "A count is 0 or more, not " + count.number().getAsDouble() + ".");
        }
    }
}
