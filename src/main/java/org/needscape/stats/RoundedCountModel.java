package org.needscape.stats;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * A fitted count model whose figures are rounded so far that none of them tells a single count: when any one of the guarded counts
 * runs through its whole range, each figure moves by at most one step.
 *
 * <p>How far a count reaches is its influence to first order. With weights w = μ/(1 + αμ), α = 1/θ, and the information matrix I = Σ w x
 * xᵀ, one more event in area i changes the coefficients by I⁻¹ xᵢ / ((1 - hᵢ)(1 + αμᵢ)), hᵢ = wᵢ xᵢᵀ I⁻¹ xᵢ, as if the area itself held
 * nothing in place (after Pregibon, 1981, Annals of Statistics 9:705-724); α by the change of (y - μ)² - y in the score of α over Σ μ²/(1 +
 * αμ)²; the dispersion by that of (y - μ)²/(μ(1 + αμ)) over its degrees of freedom; the deviance by that of the area's own part of it. A
 * step is 1, 2 or 5 times a power of ten and at least twice the furthest reach of a guarded count, since the first order is not all; of a
 * coefficient at least its third significant figure, of the dispersion 0.1. All that is computed with the guarded counts at either end of
 * their range by turns, so that no step depends on what they are.
 *
 * <p>α is rounded first, and the coefficients are those that belong to the rounded α; that α may come to the next step is added to their
 * reach. θ is empty where α rounds to 0. Standard errors are those of the rounded coefficients and θ, so they tell nothing beside them.
 */
public final class RoundedCountModel {

    private static final double BEYOND_FIRST_ORDER = 2;
    private static final double SMALLEST_DISPERSION_STEP = 0.1;
    private static final int FIGURES = 3;

    /** Of an area that alone decides about a coefficient; it gives a step that tells nothing of it. */
    private static final double LEAST_HELD = 0.01;

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
     * @param mayVary whether α was estimated, also where it came to none; else the model is Poisson's whatever the counts are
     * @param guarded the observations that must not be told, at least one, as indices of the data
     * @param least what a guarded count can be at least, 0 or more
     * @param most what it can be at most
     */
    public static FittedCountModel of(
            CountData data, FittedCountModel exact, boolean mayVary, int[] guarded, double least, double most) {
        if (guarded.length == 0 || !(Arguments.notNegative("The least count", least) <= most)) {
            throw new IllegalArgumentException(
                    "There must be guarded counts, and their range " + least + " to " + most + " must not be empty.");
        }
        return new RoundedCountModel(data, guarded, least, most).round(exact, mayVary);
    }

    private FittedCountModel round(FittedCountModel exact, boolean mayVary) {
        CountData stranger = withoutGuarded();
        FittedCountModel guess = (mayVary ? NegativeBinomialRegression.fit(stranger) : PoissonRegression.fit(stranger))
                .fitted()
                .orElse(exact);
        double guessed = alpha(guess);
        double[] guessedMeans = means(coefficients(guess));
        double alphaStep = mayVary ? step(reachOfAlpha(guessedMeans, guessed)) : 0;
        double[] reach = reachOfCoefficients(guessedMeans, guessed);
        if (mayVary) {
            double[] next = refitted(stranger, guessed + alphaStep).orElse(coefficients(guess));
            for (int k = 0; k < reach.length; k++) {
                reach[k] += Math.abs(next[k] - guess.coefficient(k));
            }
        }
        double alpha = toStep(alpha(exact), alphaStep);
        double[] coefficients = refitted(data, alpha).orElseGet(() -> coefficients(exact));
        for (int k = 0; k < coefficients.length; k++) {
            double step = step(Math.max(reach[k], lastFigure(guess.coefficient(k)) / BEYOND_FIRST_ORDER));
            coefficients[k] = toStep(coefficients[k], step);
        }
        double dispersionStep =
                Math.max(SMALLEST_DISPERSION_STEP, step(reachOfDispersion(guessedMeans, guessed, exact)));
        return new FittedCountModel(
                coefficients,
                covariance(means(coefficients), alpha),
                toStep(exact.deviance(), step(reachOfDeviance(guessedMeans))),
                toStep(exact.dispersion().orElse(0), dispersionStep) * exact.degreesOfFreedom(),
                exact.degreesOfFreedom(),
                alpha > 0 ? OptionalDouble.of(1 / alpha) : OptionalDouble.empty());
    }

    /** The data as somebody could have them who is told no guarded count. */
    private CountData withoutGuarded() {
        double[] counts = new double[data.size()];
        Arrays.setAll(counts, data::count);
        for (int at = 0; at < guarded.length; at++) {
            counts[guarded[at]] = at % 2 == 0 ? least : most;
        }
        return data.withCounts(counts);
    }

    private static double alpha(FittedCountModel model) {
        return model.theta().isPresent() ? 1 / model.theta().getAsDouble() : 0;
    }

    private static Optional<double[]> refitted(CountData counts, double alpha) {
        return ReweightedLeastSquares.fit(counts, alpha)
                .map(fit -> fit.coefficients().clone());
    }

    private double[] coefficients(FittedCountModel model) {
        double[] coefficients = new double[data.coefficientCount()];
        Arrays.setAll(coefficients, model::coefficient);
        return coefficients;
    }

    private double[] means(double[] coefficients) {
        double[] means = new double[data.size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = Math.exp(data.logExposure(i) + data.logRate(i, coefficients));
        }
        return means;
    }

    private double[] reachOfCoefficients(double[] means, double alpha) {
        RealMatrix inverse = inverseInformation(means, alpha);
        double[] reach = new double[data.coefficientCount()];
        for (int i : guarded) {
            double[] influence = inverse.operate(data.row(i));
            double spread = 1 + alpha * means[i];
            double leverage = 0;
            for (int k = 0; k < reach.length; k++) {
                leverage += influence[k] * data.row(i)[k] * means[i] / spread;
            }
            double held = Math.max(LEAST_HELD, 1 - leverage) * spread;
            for (int k = 0; k < reach.length; k++) {
                reach[k] = Math.max(reach[k], (most - least) * Math.abs(influence[k]) / held);
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

    private double reachOfDeviance(double[] means) {
        double reach = 0;
        for (int i : guarded) {
            double largest = Math.max(unitDeviance(least, means[i]), unitDeviance(most, means[i]));
            double smallest = unitDeviance(Math.max(least, Math.min(most, means[i])), means[i]);
            reach = Math.max(reach, largest - smallest);
        }
        return reach;
    }

    /** Of a Poisson count; that of a negative binomial one reaches less far. */
    private static double unitDeviance(double count, double mean) {
        return 2 * ((count == 0 ? 0 : count * Math.log(count / mean)) - (count - mean));
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
        return number == 0 ? 0 : powerOfTen(exponent(number) - (FIGURES - 1));
    }

    /** The smallest of 1, 2 and 5 times a power of ten that is no smaller than a reach and what lies beyond its first order. */
    private static double step(double reach) {
        double wanted = reach * BEYOND_FIRST_ORDER;
        if (wanted == 0) {
            return 0;
        }
        double power = powerOfTen(exponent(wanted));
        for (double times : new double[] {1, 2, 5}) {
            if (times * power >= wanted) {
                return times * power;
            }
        }
        return 10 * power;
    }

    private static int exponent(double number) {
        return (int) Math.floor(Math.log10(Math.abs(number)));
    }

    /** To the last digit, which a power computed step by step is not. */
    private static double powerOfTen(int exponent) {
        return Double.parseDouble("1e" + exponent);
    }

    private static double toStep(double number, double step) {
        return step == 0
                ? number
                : BigDecimal.valueOf(step)
                        .multiply(BigDecimal.valueOf(Math.rint(number / step)))
                        .doubleValue();
    }
}
