package org.needscape.protection;

/**
 * What an open indicator comes to over several areas.
 *
 * @param numerator the sum of what it counts
 * @param denominator the sum of what it is a share of, above 0
 * @param areas how many areas these sums are of
 * @param leftOut areas without a stated count
 */
public record OpenTotal(double numerator, double denominator, long areas, long leftOut) {

    /** The share of all these areas together. */
    public double share() {
        return numerator / denominator;
    }
}
