package org.needscape.stats;

/**
 * The number of successes among independent trials that each have a probability of their own.
 *
 * <p>Trials are added one at a time: P'(k) = (1 - p) P(k) + p P(k - 1). Only sums and products of numbers from 0 to 1, so that
 * rounding stays within a few units of the last digit. Source: Barlow and Heidmann, 1984, IEEE Transactions on Reliability
 * 322-323.
 */
public final class PoissonBinomial {

    private PoissonBinomial() {}

    /**
     * The distribution.
     *
     * @param probabilities each 0 to 1; none leave 0 successes for certain
     * @return the probability of k successes for k = 0 to the number of trials; they add up to 1
     */
    public static double[] distribution(double... probabilities) {
        double[] distribution = new double[probabilities.length + 1];
        distribution[0] = 1;
        for (int trial = 0; trial < probabilities.length; trial++) {
            double p = Arguments.notNegative("A probability", probabilities[trial]);
            if (p > 1) {
                throw new IllegalArgumentException("A probability is 0 to 1, not " + p + ".");
            }
            for (int k = trial + 1; k > 0; k--) {
                distribution[k] = (1 - p) * distribution[k] + p * distribution[k - 1];
            }
            distribution[0] *= 1 - p;
        }
        return distribution;
    }
}
