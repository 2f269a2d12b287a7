package org.needscape.stats;

import java.util.Arrays;
import java.util.Optional;

/** Scores that look at order or range instead of mean and deviation. All are empty when the numbers do not vary. */
public final class RankScores {

    private RankScores() {}

    /** Ranks from the smallest (1) to the largest (n), ties sharing their mean rank. */
    public static Optional<double[]> ranks(double[] values) {
        return varies(values) ? Optional.of(Ranks.averageAscending(values)) : Optional.empty();
    }

    /** (rank - ½) / n, above 0 and below 1. */
    public static Optional<double[]> percentiles(double[] values) {
        return ranks(values).map(ranks -> Arrays.stream(ranks)
                .map(rank -> (rank - 0.5) / values.length)
                .toArray());
    }

    /** Blom's normal scores, Φ⁻¹((rank - 3/8) / (n + 1/4)) (Blom, 1958, Statistical Estimates and Transformed Beta-Variables). */
    public static Optional<double[]> normal(double[] values) {
        return ranks(values).map(ranks -> Arrays.stream(ranks)
                .map(rank -> StandardNormal.quantile((rank - 0.375) / (values.length + 0.25)))
                .toArray());
    }

    /** (x - min) / (max - min), 0 to 1. */
    public static Optional<double[]> minMax(double[] values) {
        if (!varies(values)) {
            return Optional.empty();
        }
        double lowest = Arrays.stream(values).min().orElseThrow();
        double highest = Arrays.stream(values).max().orElseThrow();
        return Optional.of(Arrays.stream(values)
                .map(value -> (value - lowest) / (highest - lowest))
                .toArray());
    }

    private static boolean varies(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return true;
            }
        }
        return false;
    }
}
