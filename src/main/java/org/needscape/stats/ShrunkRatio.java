package org.needscape.stats;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * How many times the expected number an observed count is, drawn toward 1 the more, the fewer are expected. The true ratio is believed to
 * have a gamma distribution of mean 1 and variance v; after y events where E were expected it has Gamma(1/v + y, 1/v + E), whose mean is
 * (1/v + y)/(1/v + E) and whose quantiles are the limits. v is 1/θ of a negative binomial model of the same counts.
 *
 * <p>Source: Clayton and Kaldor, 1987, Biometrics 43:671-681.
 */
public final class ShrunkRatio {

    private ShrunkRatio() {}

    /**
     * The ratio of one area.
     *
     * @param count events, 0 or more
     * @param expected 0 or more; where 0 are expected nothing is learnt, and the ratio is 1 with the limits of v alone
     * @param variance v of true ratios between areas; where it is 0, there is nothing but chance, and the ratio is 1 with limits of 1
     * @param confidenceFraction such as 0.95
     */
    public static Estimate of(double count, double expected, double variance, double confidenceFraction) {
        Arguments.notNegative("A count", count);
        Arguments.notNegative("An expected number", expected);
        Arguments.notNegative("A variance", variance);
        Arguments.confidence(confidenceFraction);
        if (variance == 0) {
            return new Estimate(1, 1, 1);
        }
        double shape = 1 / variance + count;
        double rate = 1 / variance + expected;
        double tail = (1 - confidenceFraction) / 2;
        // No generator: nothing is drawn here.
        ChiSquaredDistribution twiceGamma = new ChiSquaredDistribution(null, 2 * shape, 1e-12);
        return new Estimate(
                shape / rate,
                twiceGamma.inverseCumulativeProbability(tail) / (2 * rate),
                twiceGamma.inverseCumulativeProbability(1 - tail) / (2 * rate));
    }

    /**
     * The variance that ratios could have without anybody seeing it: where counts vary as chance alone has it, v is estimated as Σ((y -
     * E)² - y)/ΣE², whose standard error is √(2/ΣE²). An estimate of v below that, 0 among them, does not say that all areas are alike.
     *
     * @param expected of all areas, at least one above 0
     */
    public static double smallestVisibleVariance(double[] expected) {
        double squares = 0;
        for (double each : expected) {
            squares += Arguments.notNegative("An expected number", each) * each;
        }
        return Math.sqrt(2 / Arguments.positive("The sum of squares", squares));
    }
}
