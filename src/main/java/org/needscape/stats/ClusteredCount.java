package org.needscape.stats;

/**
 * A count of events that come in clusters, such as children who are looked after together with their brothers and sisters. With m
 * children counted in each family the variance of the count is about Σ m², so that its design effect is D = Σ m² / Σ m: the count says
 * as much as y / D independent events would. The limits are those of y / D events times D: the relative width of the smaller count.
 *
 * <p>Source: Kish, 1965, Survey Sampling, section 8.2 (design effect); Breslow and Day, 1987, p. 69 for the limits of the effective
 * count, see {@link PoissonInterval}.
 *
 * @param count whole number of events, 0 or more
 * @param designEffect D, 1 or more; 1 where events come singly, and for a count of 0
 */
public record ClusteredCount(long count, double designEffect) {

    public ClusteredCount {
        Arguments.notNegative("A count", count);
        if (!(designEffect >= 1) || Double.isInfinite(designEffect)) {
            throw new IllegalArgumentException("A design effect is 1 or more, not " + designEffect + ".");
        }
    }

    /**
     * A count whose families are known.
     *
     * @param count Σ m, events in all families
     * @param sumOfSquares Σ m², at least {@code count} and at most its square: families have whole sizes
     */
    public static ClusteredCount ofFamilies(long count, double sumOfSquares) {
        Arguments.notNegative("A count", count);
        if (!(sumOfSquares >= count) || sumOfSquares > (double) count * count) {
            throw new IllegalArgumentException("The squared sizes of families with " + count + " events add up to "
                    + count + " to " + count * count + ", not " + sumOfSquares + ".");
        }
        return new ClusteredCount(count, count == 0 ? 1 : sumOfSquares / count);
    }

    /**
     * A count whose families are not known, but how much more than chance such counts vary.
     *
     * @param dispersion φ of a quasi-Poisson model, 0 or more; below 1 it is taken as 1
     */
    public static ClusteredCount ofDispersion(long count, double dispersion) {
        return new ClusteredCount(count, Math.max(1, Arguments.notNegative("A dispersion", dispersion)));
    }

    /**
     * The limits of the count.
     *
     * @param confidenceFraction such as 0.95
     * @return in events; the lower one is 0 when the count is 0
     */
    public Interval limits(double confidenceFraction) {
        return PoissonInterval.ofEffectiveCount(count / designEffect, confidenceFraction)
                .times(designEffect);
    }

    /**
     * The limits of the rate per 10,000.
     *
     * @param population above 0
     * @param confidenceFraction such as 0.95
     */
    public Interval limitsOfRatePer10000(double population, double confidenceFraction) {
        return limits(confidenceFraction).times(10_000 / Arguments.positive("A population", population));
    }
}
