package org.needscape.stats;

/**
 * An estimate with its confidence limits, all in one unit.
 *
 * @param estimate finite
 * @param lower finite
 * @param upper finite, at least {@code lower}
 */
public record Estimate(double estimate, double lower, double upper) {

    public Estimate {
        if (!Double.isFinite(estimate) || !Double.isFinite(lower) || !Double.isFinite(upper) || lower > upper) {
            throw new IllegalArgumentException("Not an estimate: " + estimate + " (" + lower + " to " + upper + ").");
        }
    }
}
