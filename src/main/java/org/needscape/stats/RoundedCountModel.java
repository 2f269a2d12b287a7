package org.needscape.stats;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A fitted count model whose figures are rounded so far that none of them tells a single count: when any one of the guarded counts
 * runs through its whole range, each figure moves by at most one step.
 *
 * <p>How far a count reaches is its influence to first order. With weights w = μ/(1 + αμ), α = 1/θ, and the information matrix I = Σ w x
 * xᵀ, one more event in area i changes the coefficients by I⁻¹ xᵢ / (1 + αμᵢ) (Pregibon, 1981, Annals of Statistics 9:705-724); α by the
 * change of (y - μ)² - y in the score of α over Σ μ²/(1 + αμ)²; the dispersion by that of (y - μ)²/(μ(1 + αμ)) over its degrees of
 * freedom. A step is 1, 2 or 5 times a power of ten and at least half as large again as the furthest reach of a guarded count, since
 * the first order is not all; of a coefficient at least its third significant figure, of the dispersion 0.1. θ is rounded as α, and
 * is empty where α rounds to 0. Standard errors are those of the rounded coefficients and θ, so they tell nothing beside them.
 */
public final class RoundedCountModel {

    private static final double BEYOND_FIRST_ORDER = 1.5;
    private static final double SMALLEST_DISPERSION_STEP = 0.1;
    private static final int FIGURES = 3;

    private final CountData data;
    private final int[] guarded;
    private final double least;
    private final double most;

    private RoundedCountModel(CountData data, int[] guarded, double least, double most) {
        this.data = data;
        this.guarded = guarded;
        this.least = least;
        this.most = most;
    }

    /**
     * Rounds a model.
     *
     * @param data that it was fitted to
     * @param exact the fit
     * @param guarded the observations that must not be told, at least one, as indices of the data
     * @param least what a guarded count can be at least, 0 or more
     * @param most what it can be at most
     */
    public static FittedCountModel of(
            CountData data, FittedCountModel exact, int[] guarded, double least, double most) {
        if (guarded.length == 0 || !(Arguments.notNegative("The least count", least) <= most)) {
            throw new IllegalArgumentException(
                    "There must be guarded counts, and their range " + least + " to " + most + " must not be empty.");
        }
        return new RoundedCountModel(data, guarded, least, most).round(exact);
    }

    private FittedCountModel round(FittedCountModel exact) {
        int size = data.coefficientCount();
        double alpha = exact.theta().isPresent() ? 1 / exact.theta().getAsDouble() : 0;
        double[] coefficients = new double[size];
        for (int k = 0; k < size; k++) {
            coefficients[k] = exact.coefficient(k);
        }
        double[] reach = reachOfCoefficients(means(coefficients), alpha);
        for (int k = 0; k < size; k++) {
            double step = step(Math.max(reach[k], lastFigure(coefficients[k])));
            coefficients[k] = toStep(coefficients[k], step);
        }
        double[] means = means(coefficients);
        double roundedAlpha = toStep(alpha, step(reachOfAlpha(means, alpha)));
        double dispersionStep = step(Math.max(SMALLEST_DISPERSION_STEP, reachOfDispersion(means, alpha, exact)));
        double freedom = exact.degreesOfFreedom();
        return new FittedCountModel(
                coefficients,
                covariance(means, roundedAlpha),
                freedom == 0 ? 0 : toStep(exact.deviance() / freedom, dispersionStep) * freedom,
                toStep(exact.dispersion().orElse(0), dispersionStep) * freedom,
                exact.degreesOfFreedom(),
                roundedAlpha > 0 ? OptionalDouble.of(1 / roundedAlpha) : OptionalDouble.empty());
    }

    private double[] means(double[] coefficients) {
        double[] means = new double[data.size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = Math.exp(data.linearPredictor(i, coefficients));
        }
        return means;
    }

    private double[] reachOfCoefficients(double[] means, double alpha) {
        RealMatrix inverse = inverseInformation(means, alpha);
        double[] reach = new double[data.coefficientCount()];
        for (int i : guarded) {
            double[] influence = inverse.operate(data.row(i));
            for (int k = 0; k < reach.length; k++) {
                reach[k] = Math.max(reach[k], (most - least) * Math.abs(influence[k]) / (1 + alpha * means[i]));
            }
        }
        return reach;
    }

    private double reachOfAlpha(double[] means, double alpha) {
        double information = 0;
        for (double mean : means) {
            information += squared(mean / (1 + alpha * mean));
        }
        double reach = 0;
        for (int i : guarded) {
            // (y - μ)² - y is smallest at μ + 1/2 and largest at an end.
            double smallest = Math.max(least, Math.min(most, means[i] + 0.5));
            double span = Math.max(extra(least, means[i]), extra(most, means[i])) - extra(smallest, means[i]);
            reach = Math.max(reach, span / squared(1 + alpha * means[i]));
        }
        return reach / information;
    }

    private double reachOfDispersion(double[] means, double alpha, FittedCountModel exact) {
        double reach = 0;
        for (int i : guarded) {
            double largest = Math.max(squared(least - means[i]), squared(most - means[i]));
            double smallest = squared(Math.max(least, Math.min(most, means[i])) - means[i]);
            reach = Math.max(reach, (largest - smallest) / (means[i] * (1 + alpha * means[i])));
        }
        return reach / Math.max(1, exact.degreesOfFreedom());
    }

    /** That of the rounded coefficients, with standard errors rounded to their last figure. */
    private double[][] covariance(double[] means, double alpha) {
        double[][] covariance = inverseInformation(means, alpha).getData();
        double[] scale = new double[covariance.length];
        for (int k = 0; k < scale.length; k++) {
            double error = Math.sqrt(covariance[k][k]);
            scale[k] = toStep(error, lastFigure(error)) / error;
        }
        for (int j = 0; j < scale.length; j++) {
            for (int k = 0; k < scale.length; k++) {
                covariance[j][k] *= scale[j] * scale[k];
            }
        }
        return covariance;
    }

    /** I⁻¹, solved with a unit diagonal so that units of covariates do not matter. */
    private RealMatrix inverseInformation(double[] means, double alpha) {
        int size = data.coefficientCount();
        double[][] information = new double[size][size];
        for (int i = 0; i < means.length; i++) {
            double weight = means[i] / (1 + alpha * means[i]);
            double[] row = data.row(i);
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    information[a][b] += weight * row[a] * row[b];
                }
            }
        }
        double[] scale = new double[size];
        Arrays.setAll(scale, k -> Math.sqrt(information[k][k]));
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                information[a][b] /= scale[a] * scale[b];
            }
        }
        RealMatrix inverse = new CholeskyDecomposition(new Array2DRowRealMatrix(information, false), 1e-9, 1e-12)
                .getSolver()
                .getInverse();
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                inverse.setEntry(a, b, inverse.getEntry(a, b) / (scale[a] * scale[b]));
            }
        }
        return inverse;
    }

    private static double extra(double count, double mean) {
        return squared(count - mean) - count;
    }

    private static double squared(double number) {
        return number * number;
    }

    /** One in the last of the significant figures that are kept; 0 for 0. */
    private static double lastFigure(double number) {
        return number == 0 ? 0 : Math.pow(10, Math.floor(Math.log10(Math.abs(number))) - (FIGURES - 1));
    }

    /** The smallest of 1, 2 and 5 times a power of ten that is no smaller than a reach and what lies beyond its first order. */
    private static double step(double reach) {
        double wanted = reach * BEYOND_FIRST_ORDER;
        if (wanted == 0) {
            return 0;
        }
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double times : new double[] {1, 2, 5}) {
            // A power of ten is not exact, and 1 must not become 2 for that.
            if (times * power >= wanted * (1 - 1e-9)) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private static double toStep(double number, double step) {
        return step == 0 ? number : Math.rint(number / step) * step;
    }
}
