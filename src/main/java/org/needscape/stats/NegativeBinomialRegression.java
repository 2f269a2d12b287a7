package org.needscape.stats;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.special.Gamma;

/**
 * Negative binomial regression (variance μ + μ²/θ) with a log link and the exposure as offset, for counts that vary more than
 * Poisson's. θ maximises the profile likelihood; the standard errors of the coefficients take θ as known.
 *
 * <p>Where counts vary no more than Poisson's, θ runs to infinity: the result is then the Poisson model with an empty θ, which
 * means "no extra variation" and is not an error.
 *
 * <p>Source: Lawless, 1987, Canadian Journal of Statistics 15:209-225; Venables and Ripley, 2002, Modern Applied Statistics
 * with S, section 7.4.
 */
public final class NegativeBinomialRegression {

    private static final double SMALLEST_LOG_THETA = Math.log(1e-4);
    private static final double LARGEST_LOG_THETA = Math.log(1e7);
    /** θ beyond this differs from Poisson in no figure that anybody reads. */
    private static final double PRACTICALLY_POISSON = 1e6;

    private NegativeBinomialRegression() {}

    /**
     * Fits the model.
     *
     * @param data at least as many observations as coefficients
     * @return the model, with {@link FittedCountModel#theta()} empty when there is no extra variation, or why there is none
     */
    public static CountModel fit(CountData data) {
        CountModel poisson = PoissonRegression.fit(data);
        Optional<ReweightedLeastSquares> start = ReweightedLeastSquares.fit(data, 0);
        if (poisson.fitted().isEmpty() || start.isEmpty() || !variesBeyondPoisson(data, start.get())) {
            return poisson;
        }
        double logTheta = new BrentOptimizer(1e-10, 1e-12)
                .optimize(
                        new MaxEval(500),
                        GoalType.MAXIMIZE,
                        new UnivariateObjectiveFunction(x -> profileLogLikelihood(data, Math.exp(x), start.get())),
                        new SearchInterval(SMALLEST_LOG_THETA, LARGEST_LOG_THETA, 0))
                .getPoint();
        double theta = Math.exp(logTheta);
        if (theta > PRACTICALLY_POISSON) {
            return poisson;
        }
        return ReweightedLeastSquares.fit(data, 1 / theta, start.get())
                .<CountModel>map(
                        fit -> new CountModel.Fitted(PoissonRegression.toModel(data, fit, OptionalDouble.of(theta))))
                .orElseGet(() -> new CountModel.NotFitted("The negative binomial model does not converge."));
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

    private static double profileLogLikelihood(CountData data, double theta, ReweightedLeastSquares start) {
        Optional<ReweightedLeastSquares> fit = ReweightedLeastSquares.fit(data, 1 / theta, start);
        if (fit.isEmpty()) {
            return -Double.MAX_VALUE;
        }
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            double count = data.count(i);
            double mean = fit.get().fittedMean(i);
            sum += logRisingFactorial(theta, count)
                    - theta * Math.log1p(mean / theta)
                    + (count > 0 ? count * Math.log(mean / (theta + mean)) : 0);
        }
        return sum;
    }

    /** ln Γ(θ + y) - ln Γ(θ), summed for whole small counts because the difference of two large logarithms loses figures. */
    private static double logRisingFactorial(double theta, double count) {
        if (count > 1_000 || count != Math.rint(count)) {
            return Gamma.logGamma(theta + count) - Gamma.logGamma(theta);
        }
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Math.log(theta + k);
        }
        return sum;
    }
}
