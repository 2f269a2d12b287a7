package org.needscape.stats;

/**
 * A confidence interval; its unit is that of the estimate it belongs to.
 *
 * @param lower finite
 * @param upper finite, at least {@code lower}
 */
public record Interval(double lower, double upper) {

    public Interval {
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
            throw new IllegalArgumentException("Not an interval: " + lower + " to " + upper + ".");
        }
    }

    /** Both limits times a factor of 0 or more. */
    public Interval times(double factor) {
        Arguments.notNegative("A factor", factor);
        return new Interval(lower * factor, upper * factor);
    }

    public boolean contains(double number) {
        return lower <= number && number <= upper;
    }
}
