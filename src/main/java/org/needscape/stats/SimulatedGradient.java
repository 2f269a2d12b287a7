package org.needscape.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * The limits of a log-linear gradient by simulation, as a check of {@link LogLinearGradient}'s closed form: the log rates are drawn
 * anew about the observed ones with the standard errors of their 95 % limits, the line is fitted to each draw, and the limits are order
 * statistics of the slopes, those of the slope index back-transformed around the fitted rate at r = 0.5. The same seed gives the same
 * limits on every machine.
 *
 * <p>Source: Office for Health Improvement and Disparities, PHEindicatormethods, {@code phe_sii}.
 *
 * @param slope β of the observed rates, with limits
 * @param sii slope index of inequality per 10,000
 * @param rii relative index of inequality, a ratio
 * @param draws how many, at least 100
 * @param seed of the draws
 */
public record SimulatedGradient(Estimate slope, Estimate sii, Estimate rii, int draws, long seed) {

    private static final int FEWEST_DRAWS = 100;

    public SimulatedGradient {
        if (draws < FEWEST_DRAWS) {
            throw new IllegalArgumentException(
                    "Limits by simulation need at least " + FEWEST_DRAWS + " draws, not " + draws + ".");
        }
    }

    /**
     * Draws and fits.
     *
     * @param populations of the groups, most deprived first, each above 0
     * @param counts of events, each 0 or more
     * @param confidenceFraction such as 0.95
     * @param draws at least 100; 10,000 give the limits of β to about 2 % of its standard error
     * @param seed any
     * @return empty when there are fewer than two groups or one has no event
     */
    public static Optional<SimulatedGradient> of(
            double[] populations, long[] counts, double confidenceFraction, int draws, long seed) {
        double[] alone = new double[counts.length];
        Arrays.fill(alone, 1);
        return of(populations, counts, alone, confidenceFraction, draws, seed);
    }

    /**
     * Draws and fits for events that come in clusters, such as brothers and sisters.
     *
     * @param populations of the groups, most deprived first, each above 0
     * @param counts of events, each 0 or more
     * @param designEffects of the groups, each 1 or more, see {@link ClusteredCount}
     * @param confidenceFraction such as 0.95
     * @param draws at least 100
     * @param seed any
     * @return empty as for events that come singly
     */
    public static Optional<SimulatedGradient> of(
            double[] populations,
            long[] counts,
            double[] designEffects,
            double confidenceFraction,
            int draws,
            long seed) {
        return LogLinearGradient.fit(populations, counts, designEffects, confidenceFraction)
                .map(fit -> simulate(fit, populations, counts, designEffects, confidenceFraction, draws, seed));
    }

    private static SimulatedGradient simulate(
            LogLinearGradient fit,
            double[] populations,
            long[] counts,
            double[] designEffects,
            double confidence,
            int draws,
            long seed) {
        WeightedLine line = WeightedLine.of(LogLinearGradient.midpoints(populations), populations);
        double[] standardErrors = LogLinearGradient.logStandardErrors(counts, designEffects);
        double[] logRates = LogLinearGradient.logRates(populations, counts);
        double[] slopes = new double[draws];
        double[] drawn = new double[counts.length];
        for (int draw = 0; draw < draws; draw++) {
            SeededDraws random = SeededDraws.of(seed, draw);
            for (int g = 0; g < drawn.length; g++) {
                drawn[g] = logRates[g] + standardErrors[g] * random.normal();
            }
            slopes[draw] = line.slope(drawn);
        }
        Arrays.sort(slopes);
        double lower = orderStatistic(slopes, (1 - confidence) / 2);
        double upper = orderStatistic(slopes, (1 + confidence) / 2);
        double middle = fit.ratePer10000At(0.5);
        return new SimulatedGradient(
                new Estimate(fit.slope(), lower, upper),
                new Estimate(
                        fit.sii().estimate(),
                        LogLinearGradient.difference(middle, lower),
                        LogLinearGradient.difference(middle, upper)),
                new Estimate(Math.exp(fit.slope()), Math.exp(lower), Math.exp(upper)),
                draws,
                seed);
    }

    /** The number whose place, counted from 1, is the share times the size to the nearest whole number. */
    private static double orderStatistic(double[] ascending, double share) {
        long place = Math.round(ascending.length * share);
        return ascending[(int) Math.min(ascending.length, Math.max(1, place)) - 1];
    }
}
