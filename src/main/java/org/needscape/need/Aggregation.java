package org.needscape.need;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the standardised factors of an area become one score. Only available factors take part. */
public enum Aggregation {
    /** Σ w x / Σ w over available factors: a high factor makes up for a low one in full. */
    WEIGHTED_MEAN("weighted-mean") {
        @Override
        double score(double[] scores, double[] weights, double fullWeight) {
            return weightedSum(scores, weights) / Arrays.stream(weights).sum();
        }
    },
    /**
     * Σ w x with the weights as given, as the Indices of Deprivation do; where a factor is unavailable the sum is scaled up by
     * the full weight over the available weight.
     */
    WEIGHTED_SUM("weighted-sum") {
        @Override
        double score(double[] scores, double[] weights, double fullWeight) {
            return weightedSum(scores, weights)
                    * fullWeight
                    / Arrays.stream(weights).sum();
        }
    },
    /** The largest available score, whatever its weight. */
    MAXIMUM("maximum") {
        @Override
        double score(double[] scores, double[] weights, double fullWeight) {
            return Arrays.stream(scores).max().orElseThrow();
        }
    };

    private final String code;

    Aggregation(String code) {
        this.code = code;
    }

    /** The word of recipes. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for a word that is unknown or not offered yet, with the list of what is possible */
    public static Aggregation parse(String code) {
        String word = code.strip().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        for (Aggregation aggregation : values()) {
            if (aggregation.code.equals(word)) {
                return aggregation;
            }
        }
        throw new IllegalArgumentException("The aggregation '" + code + "' is not in this version: use one of "
                + Arrays.stream(values()).map(Aggregation::code).collect(Collectors.joining(", ")) + ".");
    }

    /**
     * The score of an area.
     *
     * @param scores of the available factors, at least one
     * @param weights of the same factors, each above 0
     * @param fullWeight of all factors
     */
    abstract double score(double[] scores, double[] weights, double fullWeight);

    private static double weightedSum(double[] scores, double[] weights) {
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            sum += scores[k] * weights[k];
        }
        return sum;
    }
}
