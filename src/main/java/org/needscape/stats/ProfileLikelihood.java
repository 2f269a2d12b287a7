package org.needscape.stats;

import java.util.Optional;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.exception.NoBracketingException;
import org.apache.commons.math3.exception.TooManyEvaluationsException;

/**
 * Limits of a slope from the likelihood itself: those values of β at which the deviance, the other coefficients fitted anew, is
 * z² above its minimum. They need not lie evenly about the estimate, and hold better than Wald's where counts are small. θ of a negative
 * binomial model is held at its estimate.
 *
 * <p>Source: Venables and Ripley, 2002, Modern Applied Statistics with S, section 7.2 (profile deviance) and 7.4 (θ held).
 */
public final class ProfileLikelihood {

    private static final int MOST_EVALUATIONS = 60;
    private static final int MOST_WIDENINGS = 6;
    /** A rate that changes by e^±300 per unit is no limit. */
    private static final double FARTHEST_SLOPE = 300;

    private ProfileLikelihood() {}

    /**
     * The factor by which the rate changes per unit of a covariate, with profile limits.
     *
     * @param data what the model was fitted to
     * @param model Poisson's or negative binomial
     * @param index of the covariate, from 1
     * @param confidenceFraction such as 0.95
     * @return not computed where the likelihood has no limit on one side, as with separated data
     */
    public static Computed rateRatio(CountData data, FittedCountModel model, int index, double confidenceFraction) {
        if (index < 1 || index >= data.coefficientCount()) {
            throw new IllegalArgumentException("There is no covariate " + index + ".");
        }
        double z = StandardNormal.multiplier(confidenceFraction);
        Optional<Double> lower = limit(data, model, index, -z);
        Optional<Double> upper = limit(data, model, index, z);
        if (lower.isEmpty() || upper.isEmpty()) {
            return Computed.not("Not computed: the likelihood sets the slope no limit on one side.");
        }
        double slope = model.coefficient(index);
        return Computed.of(new Estimate(Math.exp(slope), Math.exp(lower.get()), Math.exp(upper.get())));
    }

    private static Optional<Double> limit(CountData data, FittedCountModel model, int index, double z) {
        double slope = model.coefficient(index);
        double step = z * model.standardError(index);
        UnivariateFunction gap =
                beta -> Math.sqrt(Math.max(0, devianceAt(data, model, index, beta) - model.deviance())) - Math.abs(z);
        try {
            double end = slope + 1.1 * step;
            for (int k = 0; gap.value(end) <= 0; k++) {
                if (k == MOST_WIDENINGS || Math.abs(end) > FARTHEST_SLOPE) {
                    return Optional.empty();
                }
                end = slope + (end - slope) * 1.5;
            }
            BrentSolver solver = new BrentSolver(1e-12, 1e-7 * Math.abs(step));
            return Optional.of(
                    solver.solve(MOST_EVALUATIONS, gap, Math.min(slope, end), Math.max(slope, end), slope + step));
        } catch (NoBracketingException | TooManyEvaluationsException flat) {
            return Optional.empty();
        }
    }

    private static double devianceAt(CountData data, FittedCountModel model, int index, double beta) {
        double alpha = model.theta().isPresent() ? 1 / model.theta().getAsDouble() : 0;
        return ReweightedLeastSquares.fit(data.withFixed(index, beta), alpha)
                .map(ReweightedLeastSquares::deviance)
                // Far out the fit may not converge: that is beyond any limit.
                .orElse(Double.MAX_VALUE);
    }
}
