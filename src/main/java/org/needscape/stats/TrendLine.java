package org.needscape.stats;

import java.util.Arrays;
import java.util.Optional;

/**
 * A straight line through estimates at points in time, each weighted by 1 / se². Where the estimates lie about the line more widely than
 * their standard errors say, Q / (m - 2) above 1, the standard error of the slope is multiplied by its square root; with two estimates
 * that cannot be judged.
 *
 * <p>Source: Birge, 1932, Physical Review 40:207-227 (the ratio); Thompson and Sharp, 1999, Statistics in Medicine 18:2693-2708
 * (multiplicative form in meta-regression).
 *
 * @param slope per unit of time
 * @param standardError of the slope, above 0
 */
public record TrendLine(double slope, double standardError) {

    /**
     * Fits the line.
     *
     * @param times different from each other
     * @param estimates at those times
     * @param standardErrors of the estimates, each above 0
     * @return empty with fewer than two
     */
    public static Optional<TrendLine> fit(double[] times, double[] estimates, double[] standardErrors) {
        Arguments.sameLength(times.length, estimates.length);
        Arguments.sameLength(times.length, standardErrors.length);
        if (times.length < 2) {
            return Optional.empty();
        }
        double[] weights = Arrays.stream(standardErrors)
                .map(error -> 1 / (Arguments.positive("A standard error", error) * error))
                .toArray();
        WeightedLine line = WeightedLine.of(times, weights);
        double slope = line.slope(estimates);
        double intercept = line.intercept(estimates, slope);
        double q = 0;
        for (int i = 0; i < times.length; i++) {
            double residual = estimates[i] - intercept - slope * times[i];
            q += weights[i] * residual * residual;
        }
        double spread = times.length > 2 ? Math.max(1, q / (times.length - 2)) : 1;
        return Optional.of(new TrendLine(slope, line.slopeStandardError(standardErrors) * Math.sqrt(spread)));
    }

    /** The slope with limits. */
    public Estimate slope(double confidenceFraction) {
        double margin = StandardNormal.multiplier(confidenceFraction) * standardError;
        return new Estimate(slope, slope - margin, slope + margin);
    }

    /** The two-sided probability of a slope at least as far from 0 if there were none. */
    public double p() {
        return 2 * StandardNormal.upperTail(Math.abs(slope / standardError));
    }
}
