package org.needscape.stats;

import java.util.Arrays;
import java.util.Optional;

/** Standard scores: how many standard deviations a number lies above the mean. */
public final class ZScores {

    /** Below this share of the largest number a spread is rounding error, not variation. */
    private static final double NO_SPREAD = 1e-12;

    private static final double MAD_TO_SD = 1.4826;

    private ZScores() {}

    /**
     * How numbers become scores.
     *
     * @param centre what scores 0
     * @param spread what makes a difference of 1, above 0
     */
    public record Scale(double centre, double spread) {

        /** (x - centre) / spread. */
        public double scoreOf(double value) {
            return (value - centre) / spread;
        }

        private double[] scoresOf(double[] values) {
            return Arrays.stream(values).map(this::scoreOf).toArray();
        }
    }

    /**
     * (x - mean) / sd with the divisor n - 1.
     *
     * @param values finite
     * @return scores in the same order, with mean 0 and standard deviation 1; empty when there are fewer than two numbers or
     *     they do not vary
     */
    public static Optional<double[]> of(double[] values) {
        return scale(values).map(scale -> scale.scoresOf(values));
    }

    /** Mean and standard deviation, as {@link #of} uses them. */
    public static Optional<Scale> scale(double[] values) {
        if (values.length < 2) {
            return Optional.empty();
        }
        double centre = mean(values);
        double sumOfSquares = 0;
        double largest = 0;
        for (double value : values) {
            sumOfSquares += (value - centre) * (value - centre);
            largest = Math.max(largest, Math.abs(value));
        }
        double sd = Math.sqrt(sumOfSquares / (values.length - 1));
        return sd > NO_SPREAD * largest ? Optional.of(new Scale(centre, sd)) : Optional.empty();
    }

    /**
     * (x - median) / (1.4826 MAD); where more than half of the numbers are equal, and MAD is 0, the ordinary score.
     *
     * @param values finite
     * @return scores in the same order; empty when there are fewer than two numbers or they do not vary
     */
    public static Optional<double[]> robust(double[] values) {
        return robustScale(values).map(scale -> scale.scoresOf(values));
    }

    /** Median and scaled median absolute deviation, as {@link #robust} uses them. */
    public static Optional<Scale> robustScale(double[] values) {
        if (values.length < 2) {
            return Optional.empty();
        }
        double centre = median(values);
        double spread = MAD_TO_SD
                * median(Arrays.stream(values).map(v -> Math.abs(v - centre)).toArray());
        return spread > 0 ? Optional.of(new Scale(centre, spread)) : scale(values);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += Arguments.finite("A value", value);
        }
        return sum / values.length;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
