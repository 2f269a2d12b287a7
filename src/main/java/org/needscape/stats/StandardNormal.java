package org.needscape.stats;

import org.apache.commons.math3.special.Erf;

/** The standard normal distribution. */
public final class StandardNormal {

    private static final double SQRT_2 = Math.sqrt(2);

    private StandardNormal() {}

    /**
     * The probability of a larger value: 1 - Φ(z), accurate in the far tail too.
     *
     * @param z any finite number
     * @return 0 to 1
     */
    public static double upperTail(double z) {
        return 0.5 * ErrorFunction.erfc(Arguments.finite("z", z) / SQRT_2);
    }

    /**
     * The value below which a share of the distribution lies: Φ⁻¹(p).
     *
     * @param probability above 0 and below 1
     */
    public static double quantile(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("A probability is between 0 and 1, not " + probability + ".");
        }
        return -SQRT_2 * Erf.erfcInv(2 * probability);
    }

    /**
     * The multiplier of a standard error for a two-sided interval: 1.959964 for 0.95.
     *
     * @param confidenceFraction above 0 and below 1
     */
    public static double multiplier(double confidenceFraction) {
        Arguments.confidence(confidenceFraction);
        return quantile(0.5 + confidenceFraction / 2);
    }
}
