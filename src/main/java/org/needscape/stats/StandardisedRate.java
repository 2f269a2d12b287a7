package org.needscape.stats;

/**
 * Rates of places made comparable where the places have different shares of deprived and less deprived people.
 *
 * <p><em>Directly</em>: DSR = Σ w_q y_q / n_q with the shares w of a standard population. Var(DSR) = Σ w_q² y_q / n_q². The limits are
 * DSR + √(Var(DSR) / y) (y_limit - y) with the limits of the total count y, see {@link PoissonInterval}.
 *
 * <p><em>Indirectly</em>: observed over expected events, y / Σ n_q R_q with the rates R of a reference; limits y_limit / expected.
 *
 * <p>Source: Dobson, Kuulasmaa, Eberle and Scherer, 1991, Statistics in Medicine 10:457-462 (direct), in the form of England's public
 * health statistics; Breslow and Day, 1987, p. 69 (indirect).
 */
public final class StandardisedRate {

    private final double perPerson;
    private final double variance;
    private final long count;

    private StandardisedRate(double perPerson, double variance, long count) {
        this.perPerson = perPerson;
        this.variance = variance;
        this.count = count;
    }

    /**
     * Standardises directly.
     *
     * @param counts events by group, each 0 or more
     * @param populations by group, each above 0
     * @param standard population by group, each 0 or more, above 0 together
     */
    public static StandardisedRate direct(long[] counts, double[] populations, double[] standard) {
        Arguments.sameLength(counts.length, populations.length);
        Arguments.sameLength(counts.length, standard.length);
        double total = 0;
        for (double population : standard) {
            total += Arguments.notNegative("A standard population", population);
        }
        Arguments.positive("The standard population", total);
        double rate = 0;
        double variance = 0;
        long count = 0;
        for (int q = 0; q < counts.length; q++) {
            double weight = standard[q] / total / Arguments.positive("A population", populations[q]);
            rate += weight * Arguments.notNegative("A count", counts[q]);
            variance += weight * weight * counts[q];
            count += counts[q];
        }
        return new StandardisedRate(rate, variance, count);
    }

    /**
     * The rate per 10,000 with limits.
     *
     * @param confidenceFraction such as 0.95
     * @return not computed where there are no events: the limits rest on their number
     */
    public Computed per10000(double confidenceFraction) {
        if (count == 0) {
            return Computed.not("Not computed: there are no events.");
        }
        Interval limits = PoissonInterval.ofCount(count, confidenceFraction);
        double scale = Math.sqrt(variance / count);
        return Computed.of(new Estimate(
                10_000 * perPerson,
                10_000 * Math.max(0, perPerson + scale * (limits.lower() - count)),
                10_000 * (perPerson + scale * (limits.upper() - count))));
    }

    /**
     * This rate over another one standardised to the same population: limits exp(ln ratio ± z √(Var/DSR² + Var'/DSR'²)), by the delta
     * method.
     *
     * @param confidenceFraction such as 0.95
     * @return not computed where one of them has no events
     */
    public Computed over(StandardisedRate other, double confidenceFraction) {
        if (!(perPerson > 0) || !(other.perPerson > 0)) {
            return Computed.not("Not computed: one of the two has no events.");
        }
        double logRatio = Math.log(perPerson / other.perPerson);
        double margin = StandardNormal.multiplier(confidenceFraction)
                * Math.sqrt(relativeVariance() + other.relativeVariance());
        return Computed.of(Estimate.ofLogarithm(logRatio, margin));
    }

    /**
     * Observed over expected events, with limits.
     *
     * @param observed 0 or more
     * @param expected by the reference's rates, 0 or more
     * @param confidenceFraction such as 0.95
     * @return not computed where nothing is expected
     */
    public static Computed observedOverExpected(long observed, double expected, double confidenceFraction) {
        if (!(Arguments.notNegative("An expected number", expected) > 0)) {
            return Computed.not("Not computed: the reference has no events, so none are expected.");
        }
        Interval limits = PoissonInterval.ofCount(observed, confidenceFraction);
        return Computed.of(new Estimate(observed / expected, limits.lower() / expected, limits.upper() / expected));
    }

    private double relativeVariance() {
        return variance / (perPerson * perPerson);
    }
}
