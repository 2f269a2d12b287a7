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
     * (x - mean) / sd with the divisor n - 1.
     *
     * @param values finite
     * @return scores in the same order, with mean 0 and standard deviation 1; empty when there are fewer than two numbers or
     *     they do not vary
     */
    public static Optional<double[]> of(double[] values) {
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
        return sd > NO_SPREAD * largest ? Optional.of(scale(values, centre, sd)) : Optional.empty();
    }

    /**
     * (x - median) / (1.4826 MAD); where more than half of the numbers are equal, and MAD is 0, the ordinary score.
     *
     * @param values finite
     * @return scores in the same order; empty when there are fewer than two numbers or they do not vary
     */
    public static Optional<double[]> robust(double[] values) {
        if (values.length < 2) {
            return Optional.empty();
        }
        double centre = median(values);
        double spread = MAD_TO_SD
                * median(Arrays.stream(values).map(v -> Math.abs(v - centre)).toArray());
        return spread > 0 ? Optional.of(scale(values, centre, spread)) : of(values);
    }

    private static double[] scale(double[] values, double centre, double spread) {
        return Arrays.stream(values).map(value -> (value - centre) / spread).toArray();
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
