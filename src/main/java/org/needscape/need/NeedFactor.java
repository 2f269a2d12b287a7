package org.needscape.need;

import java.util.Optional;
import org.needscape.indicator.Polarity;

/**
 * One factor of a recipe.
 *
 * @param column the indicator, or the column of a file, not blank
 * @param polarity which end means more need; it must be stated
 * @param standardisation how its values are made comparable
 * @param weight above 0; only the proportions between weights matter, except in a weighted sum
 * @param goalposts the values between which {@code min-max} measures; empty for the least and the greatest of the areas
 * @param benchmark what {@code threshold} compares with, in the factor's unit; empty for the mean of the areas
 */
public record NeedFactor(
        String column,
        Polarity polarity,
        Standardisation standardisation,
        double weight,
        Optional<Goalposts> goalposts,
        Optional<Double> benchmark) {

    public NeedFactor {
        if (column.isBlank()) {
            throw new IllegalArgumentException("A factor names no column.");
        }
        if (polarity == Polarity.NOT_STATED) {
            throw new IllegalArgumentException("Factor " + column
                    + " does not state which end means more need: give its polarity, higher or lower.");
        }
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "The weight of factor " + column + " must be above 0, not " + weight + ".");
        }
        if (goalposts.isPresent() && standardisation != Standardisation.MIN_MAX) {
            throw new IllegalArgumentException("Factor " + column + " has goalposts, which only min-max uses.");
        }
        if (benchmark.isPresent() && standardisation != Standardisation.THRESHOLD) {
            throw new IllegalArgumentException("Factor " + column + " has a benchmark, which only threshold uses.");
        }
        if (!Double.isFinite(benchmark.orElse(0.0))) {
            throw new IllegalArgumentException("The benchmark of factor " + column + " is no number.");
        }
    }

    /** A factor without goalposts or benchmark. */
    public NeedFactor(String column, Polarity polarity, Standardisation standardisation, double weight) {
        this(column, polarity, standardisation, weight, Optional.empty(), Optional.empty());
    }

    /** A factor by z-score with weight 1. */
    public static NeedFactor zScore(String column, Polarity polarity) {
        return new NeedFactor(column, polarity, Standardisation.Z, 1);
    }

    /** The same with another weight. */
    public NeedFactor withWeight(double value) {
        return new NeedFactor(column, polarity, standardisation, value, goalposts, benchmark);
    }

    private boolean isLowerMoreNeed() {
        return polarity == Polarity.LOWER_IS_MORE_NEED;
    }

    /** A value so turned that higher means more need. */
    double oriented(double value) {
        return isLowerMoreNeed() ? -value : value;
    }

    /**
     * Fits the standardisation.
     *
     * @param values known ones, finite
     * @param referenceSize N of the exponential transformation, or 0
     * @return how a value in the factor's unit is scored; empty when the values do not vary
     */
    Optional<Standardisation.Fitted> fit(double[] values, int referenceSize) {
        double[] oriented = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            oriented[i] = oriented(values[i]);
        }
        Standardisation.Terms terms = new Standardisation.Terms(referenceSize, isLowerMoreNeed(), goalposts, benchmark);
        return standardisation.fit(oriented, terms).map(fitted -> value -> fitted.score(oriented(value)));
    }
}
