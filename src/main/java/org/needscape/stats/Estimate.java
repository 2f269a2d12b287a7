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

    /** Beyond e^±700 there is no double; a limit out there says that there is none of any use. */
    private static final double LARGEST_LOGARITHM = 700;

    /**
     * A ratio from its logarithm: e^x with limits e^(x ± margin), each no further from 1 than a double reaches.
     *
     * @param logarithm finite
     * @param margin 0 or more
     */
    public static Estimate ofLogarithm(double logarithm, double margin) {
        return new Estimate(exp(logarithm), exp(logarithm - margin), exp(logarithm + margin));
    }

    private static double exp(double logarithm) {
        return Math.exp(Math.min(LARGEST_LOGARITHM, Math.max(-LARGEST_LOGARITHM, logarithm)));
    }
}
