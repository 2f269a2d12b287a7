package org.needscape.stats;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Poisson regression with a log link and the exposure as offset: ln μ = ln n + α + Σ β x. Over areas with x their decile or
 * their rank midpoint it is the log-linear gradient of a rate.
 *
 * <p>Source: McCullagh and Nelder, 1989, Generalized Linear Models, 2nd ed., chapter 6; Moreno-Betancur et al., 2015,
 * Epidemiology 26:518-527 for the gradient.
 */
public final class PoissonRegression {

    /** Beyond this change of ln μ between the ends of the covariates no real gradient lies: the fit runs to infinity. */
    private static final double SEPARATED = 15;

    private PoissonRegression() {}

    /**
     * Fits the model.
     *
     * @param data at least as many observations as coefficients
     * @return the model, or why there is none: too few observations, no events, covariates that do not vary, or events only in
     *     one extreme of the covariates, where the maximum lies at infinity
     */
    public static CountModel fit(CountData data) {
        if (data.size() < data.coefficientCount()) {
            return new CountModel.NotFitted("There are fewer areas than the model has coefficients.");
        }
        if (data.totalCount() == 0) {
            return new CountModel.NotFitted("There are no events, so no rate can be modelled.");
        }
        if (ReweightedLeastSquares.isCollinear(data)) {
            return new CountModel.NotFitted("The covariate does not vary, so there is no slope.");
        }
        Optional<ReweightedLeastSquares> fit = ReweightedLeastSquares.fit(data, 0);
        if (fit.isEmpty() || separated(data, fit.get())) {
            return new CountModel.NotFitted(
                    "Events occur only in one extreme of the covariate, so the slope has no finite estimate.");
        }
        return new CountModel.Fitted(toModel(data, fit.get(), OptionalDouble.empty()));
    }

    static FittedCountModel toModel(CountData data, ReweightedLeastSquares fit, OptionalDouble theta) {
        return new FittedCountModel(
                fit.coefficients(),
                fit.covariance(),
                Math.max(0, fit.deviance()),
                fit.pearsonChiSquare(),
                data.size() - data.coefficientCount(),
                theta);
    }

    /**
     * Whether the maximum lies at infinity. With one covariate exactly: all events are where it is largest, or all where it is smallest.
     * With several: some observation without events is fitted to practically nothing compared with the overall rate.
     */
    private static boolean separated(CountData data, ReweightedLeastSquares fit) {
        return data.coefficientCount() == 2 ? eventsAtOneEnd(data) : practicallyNothing(data, fit);
    }

    private static boolean eventsAtOneEnd(CountData data) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        double smallestOfEvents = Double.POSITIVE_INFINITY;
        double largestOfEvents = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < data.size(); i++) {
            double x = data.row(i)[1];
            smallest = Math.min(smallest, x);
            largest = Math.max(largest, x);
            if (data.count(i) > 0) {
                smallestOfEvents = Math.min(smallestOfEvents, x);
                largestOfEvents = Math.max(largestOfEvents, x);
            }
        }
        return smallestOfEvents == largestOfEvents && (smallestOfEvents == smallest || largestOfEvents == largest);
    }

    private static boolean practicallyNothing(CountData data, ReweightedLeastSquares fit) {
        double totalExposure = 0;
        for (int i = 0; i < data.size(); i++) {
            totalExposure += data.exposure(i);
        }
        double overall = Math.log(data.totalCount() / totalExposure);
        for (int i = 0; i < data.size(); i++) {
            if (data.count(i) == 0 && overall - fit.logRate(i) > SEPARATED) {
                return true;
            }
        }
        return false;
    }
}
