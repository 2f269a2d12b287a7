package org.needscape.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The gradient of a rate itself, not of its logarithm: weighted least squares of the rate on the rank midpoint r, with weights a
 * (population shares), for comparison with published indices. A straight line through rates that fall steeply runs below zero at the
 * least deprived end; its indices then mean nothing and are refused.
 *
 * <p>The slope is the slope index, (intercept + slope) / intercept the relative index. The limits of the slope index are closed-form:
 * the slope is a linear combination of the rates, whose standard errors come from their 95 % limits, se = (U - L) / (2 · 1.95996).
 *
 * <p>Source: Low and Low, 2004, Journal of Public Health 26:388-395, in the form of England's public health statistics.
 *
 * @param intercept the fitted rate per 10,000 at r = 0; below 0 where the line says so
 * @param slope change of the rate per 10,000 from r = 0 to r = 1
 * @param slopeStandardError of the slope, per 10,000
 */
public record LinearGradient(double intercept, double slope, double slopeStandardError) {

    private static final double RATE_CONFIDENCE = 0.95;

    /**
     * Fits the line.
     *
     * @param populations of the groups, most deprived first, each above 0
     * @param counts of events, each 0 or more; a group without events is no obstacle
     * @return empty when there are fewer than two groups
     */
    public static Optional<LinearGradient> fit(double[] populations, long[] counts) {
        double[] alone = new double[counts.length];
        Arrays.fill(alone, 1);
        return fit(populations, counts, alone);
    }

    /**
     * Fits the line of events that come in clusters, such as brothers and sisters.
     *
     * @param populations of the groups, most deprived first, each above 0
     * @param counts of events, each 0 or more
     * @param designEffects of the groups, each 1 or more, see {@link ClusteredCount}: the limits widen, the line stays
     * @return empty when there are fewer than two groups
     */
    public static Optional<LinearGradient> fit(double[] populations, long[] counts, double[] designEffects) {
        Arguments.sameLength(populations.length, counts.length);
        Arguments.sameLength(designEffects.length, counts.length);
        if (counts.length < 2) {
            return Optional.empty();
        }
        WeightedLine line = WeightedLine.of(LogLinearGradient.midpoints(populations), populations);
        double[] rates = new double[counts.length];
        double[] standardErrors = new double[counts.length];
        for (int g = 0; g < counts.length; g++) {
            Interval limits = new ClusteredCount(counts[g], designEffects[g])
                    .limitsOfRatePer10000(populations[g], RATE_CONFIDENCE);
            rates[g] = 10_000 * counts[g] / populations[g];
            standardErrors[g] = (limits.upper() - limits.lower()) / (2 * StandardNormal.multiplier(RATE_CONFIDENCE));
        }
        double slope = line.slope(rates);
        return Optional.of(
                new LinearGradient(line.intercept(rates, slope), slope, line.slopeStandardError(standardErrors)));
    }

    /** The fitted rate per 10,000 at a rank midpoint from 0 to 1; may be below 0, which no rate can be. */
    public double ratePer10000At(double rankMidpoint) {
        return intercept + slope * rankMidpoint;
    }

    /** (intercept + slope) / intercept as the line has it, whatever its sign; empty where the intercept is 0. */
    public Optional<Double> ratioOfEnds() {
        double ratio = ratePer10000At(1) / ratePer10000At(0);
        return Double.isFinite(ratio) ? Optional.of(ratio) : Optional.empty();
    }

    /**
     * The slope index of inequality per 10,000 with limits, refused where the fitted rate at either end is not above 0.
     *
     * @param confidenceFraction such as 0.95
     */
    public Computed sii(double confidenceFraction) {
        double lowest = Math.min(ratePer10000At(0), ratePer10000At(1));
        if (lowest <= 0) {
            return Computed.not(String.format(
                    Locale.UK,
                    "Not computed: a straight line through these rates runs to %.1f per 10,000 at the %s deprived end, and no"
                            + " rate is below 0.",
                    lowest,
                    ratePer10000At(0) <= ratePer10000At(1) ? "most" : "least"));
        }
        double margin = StandardNormal.multiplier(confidenceFraction) * slopeStandardError;
        return Computed.of(new Estimate(slope, slope - margin, slope + margin));
    }
}
