package org.needscape.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Negative binomial regression (variance μ + μ²/θ) with a log link and the exposure as offset, for counts that vary more than
 * Poisson's. θ maximises the likelihood; the standard errors of the coefficients take θ as known.
 *
 * <p>Where counts vary no more than Poisson's, θ runs to infinity: the result is then the Poisson model with an empty θ, which
 * means "no extra variation" and is not an error.
 *
 * <p>Algorithm: the coefficients given θ by reweighted least squares and θ given the coefficients by Newton's method on ln θ, in turn.
 * The two are asymptotically independent, so that few turns suffice.
 *
 * <p>Source: Lawless, 1987, Canadian Journal of Statistics 15:209-225; Venables and Ripley, 2002, Modern Applied Statistics
 * with S, section 7.4.
 */
public final class NegativeBinomialRegression {

    /** θ beyond this differs from Poisson in no figure that anybody reads. */
    private static final double PRACTICALLY_POISSON = 1e6;

    private static final int MOST_TURNS = 200;
    private static final double RELATIVE_CHANGE = 1e-9;

    private NegativeBinomialRegression() {}

    /**
     * Fits the model.
     *
     * @param data at least as many observations as coefficients
     * @return the model, with {@link FittedCountModel#theta()} empty when there is no extra variation, or why there is none
     */
    public static CountModel fit(CountData data) {
        CountModel poisson = PoissonRegression.fit(data);
        Optional<ReweightedLeastSquares> start =
                poisson.fitted().flatMap(unused -> ReweightedLeastSquares.fit(data, 0));
        if (start.isEmpty() || !variesBeyondPoisson(data, start.get())) {
            return poisson;
        }
        ExtraVariation variation = new ExtraVariation(data);
        ReweightedLeastSquares fit = start.get();
        double theta = variation.startingTheta(fit);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            OptionalDouble better = variation.theta(fit, theta);
            if (better.isEmpty()) {
                return notConverged();
            }
            double change = Math.abs(Math.log(better.getAsDouble() / theta));
            theta = better.getAsDouble();
            if (theta > PRACTICALLY_POISSON) {
                return poisson;
            }
            Optional<ReweightedLeastSquares> next = ReweightedLeastSquares.fit(data, 1 / theta, fit);
            if (next.isEmpty()) {
                return notConverged();
            }
            fit = next.get();
            if (change < RELATIVE_CHANGE) {
                return new CountModel.Fitted(PoissonRegression.toModel(data, fit, OptionalDouble.of(theta)));
            }
        }
        return notConverged();
    }

    private static CountModel notConverged() {
        return new CountModel.NotFitted("The negative binomial model does not converge.");
    }

    /** The slope of the profile likelihood in 1/θ at 0: above 0 exactly when some finite θ fits better than Poisson. */
    private static boolean variesBeyondPoisson(CountData data, ReweightedLeastSquares poisson) {
        double slope = 0;
        for (int i = 0; i < data.size(); i++) {
            double residual = data.count(i) - poisson.fittedMean(i);
            slope += residual * residual - data.count(i);
        }
        return slope > 0;
    }
}
