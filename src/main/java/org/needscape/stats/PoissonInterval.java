package org.needscape.stats;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Confidence limits of a count of events and of a rate made from it.
 *
 * <p>Below 10 events the limits are exact: χ²(α/2; 2y)/2 and χ²(1 - α/2; 2y + 2)/2, the lower one 0 at y = 0. From 10 events
 * they are Byar's: y (1 - 1/(9y) - z/(3√y))³ and (y + 1)(1 - 1/(9(y + 1)) + z/(3√(y + 1)))³. This is the choice of England's
 * public health statistics, so that limits agree with published ones.
 *
 * <p>Source: Breslow and Day, 1987, Statistical Methods in Cancer Research II, p. 69 (Byar's approximation).
 */
public final class PoissonInterval {

    /** The count from which Byar's limits take the place of the exact ones. */
    public static final int BYAR_FROM_COUNT = 10;

    private PoissonInterval() {}

    /**
     * The limits of a count.
     *
     * @param count whole number of events, 0 or more
     * @param confidenceFraction such as 0.95
     * @return limits in events; the lower limit is 0 when the count is 0
     */
    public static Interval ofCount(long count, double confidenceFraction) {
        Arguments.notNegative("A count", count);
        Arguments.confidence(confidenceFraction);
        return count < BYAR_FROM_COUNT ? exact(count, confidenceFraction) : byar((double) count, confidenceFraction);
    }

    /**
     * The limits of a rate per 10,000.
     *
     * @param count whole number of events, 0 or more
     * @param population above 0
     * @param confidenceFraction such as 0.95
     */
    public static Interval ofRatePer10000(long count, double population, double confidenceFraction) {
        Arguments.positive("A population", population);
        return ofCount(count, confidenceFraction).times(10_000 / population);
    }

    /** The exact limits at any count, for comparison with {@link #ofCount}. */
    public static Interval exact(long count, double confidenceFraction) {
        Arguments.notNegative("A count", count);
        Arguments.confidence(confidenceFraction);
        return exactOf((double) count, confidenceFraction);
    }

    /**
     * The limits of an effective count, which need not be whole: that of events that come in clusters, or an expected number.
     *
     * @param count 0 or more
     * @param confidenceFraction such as 0.95
     * @return exact below 10 and Byar's from 10, as for whole counts; the exact limits go over to counts between whole numbers
     *     smoothly
     */
    static Interval ofEffectiveCount(double count, double confidenceFraction) {
        Arguments.notNegative("A count", count);
        Arguments.confidence(confidenceFraction);
        return count < BYAR_FROM_COUNT ? exactOf(count, confidenceFraction) : byar(count, confidenceFraction);
    }

    /** The exact limits at any count, whole or not. */
    static Interval exactOf(double count, double confidenceFraction) {
        double tail = (1 - confidenceFraction) / 2;
        double lower = count == 0 ? 0 : halfChiSquare(tail, 2 * count);
        return new Interval(lower, halfChiSquare(1 - tail, 2 * count + 2));
    }

    private static double halfChiSquare(double probability, double degreesOfFreedom) {
        // No generator: nothing is drawn here, and seeding one for each limit takes longer than the limit.
        return new ChiSquaredDistribution(null, degreesOfFreedom, 1e-12).inverseCumulativeProbability(probability) / 2;
    }

    private static Interval byar(double count, double confidenceFraction) {
        double z = StandardNormal.multiplier(confidenceFraction);
        double lower = count * cube(1 - 1 / (9 * count) - z / (3 * Math.sqrt(count)));
        double next = count + 1.0;
        double upper = next * cube(1 - 1 / (9 * next) + z / (3 * Math.sqrt(next)));
        // Only at confidences beyond any use does Byar's lower limit fall below zero.
        return new Interval(Math.max(0, lower), upper);
    }

    private static double cube(double number) {
        return number * number * number;
    }
}
