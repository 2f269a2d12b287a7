package org.needscape.need;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How the standardised factors of an area become one score. Only available factors take part. */
public enum Aggregation {
    /** Σ w x / Σ w over available factors: a high factor makes up for a low one in full. */
    WEIGHTED_MEAN("weighted-mean") {
        @Override
        double score(double[] scores, double[] weights, int available, double fullWeight) {
            return weightedSum(scores, weights, available) / sum(weights, available);
        }
    },
    /**
     * Σ w x with the weights as given, as the Indices of Deprivation do; where a factor is unavailable the sum is scaled up by
     * the full weight over the available weight.
     */
    WEIGHTED_SUM("weighted-sum") {
        @Override
        double score(double[] scores, double[] weights, int available, double fullWeight) {
            return weightedSum(scores, weights, available) * fullWeight / sum(weights, available);
        }
    },
    /**
     * exp(Σ w ln x / Σ w) over available factors: a high factor makes up for a low one in part, and for one of 0 not at all. It needs
     * scores of 0 or more.
     */
    GEOMETRIC_MEAN("geometric-mean") {
        @Override
        double score(double[] scores, double[] weights, int available, double fullWeight) {
            double sum = 0;
            for (int k = 0; k < available; k++) {
                if (scores[k] == 0) {
                    return 0;
                }
                sum += weights[k] * Math.log(scores[k]);
            }
            return Math.exp(sum / sum(weights, available));
        }

        @Override
        void check(NeedFactor factor) {
            if (factor.standardisation().isCentred() || factor.standardisation() == Standardisation.THRESHOLD) {
                throw new IllegalArgumentException("Factor " + factor.column() + " is standardised by "
                        + factor.standardisation().code()
                        + ", of which no geometric mean can be taken: use percentile, exponential, rank or min-max.");
            }
        }
    },
    /** The largest available score, whatever its weight. */
    MAXIMUM("maximum") {
        @Override
        double score(double[] scores, double[] weights, int available, double fullWeight) {
            double greatest = scores[0];
            for (int k = 1; k < available; k++) {
                greatest = Math.max(greatest, scores[k]);
            }
            return greatest;
        }
    },
    /**
     * How many available factors are worse than their benchmark, whatever their weight: those by {@code threshold} that are 1, and
     * those by a score around the areas' middle that are above it. Staffordshire counted so in 2021: 0 to 2 low, 3 or 4 medium, 5 or
     * more high.
     */
    THRESHOLD_COUNT("threshold-count") {
        @Override
        double score(double[] scores, double[] weights, int available, double fullWeight) {
            int count = 0;
            for (int k = 0; k < available; k++) {
                count += scores[k] > 0 ? 1 : 0;
            }
            return count;
        }

        @Override
        void check(NeedFactor factor) {
            if (!factor.standardisation().isCentred() && factor.standardisation() != Standardisation.THRESHOLD) {
                throw new IllegalArgumentException("Factor " + factor.column() + " is standardised by "
                        + factor.standardisation().code()
                        + ", which says nothing of a benchmark: use threshold, or z for the mean of the areas.");
            }
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

    /** @throws IllegalArgumentException for an unknown word, with the list of what is possible */
    public static Aggregation parse(String code) {
        String word = code.strip().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        for (Aggregation aggregation : values()) {
            if (aggregation.code.equals(word)) {
                return aggregation;
            }
        }
        throw new IllegalArgumentException("Unknown aggregation '" + code + "': use one of "
                + Arrays.stream(values()).map(Aggregation::code).collect(Collectors.joining(", ")) + ".");
    }

    /**
     * The score of an area.
     *
     * @param scores of the available factors, first in the array
     * @param weights of the same factors, each above 0
     * @param available how many there are, at least one
     * @param fullWeight of all factors
     */
    abstract double score(double[] scores, double[] weights, int available, double fullWeight);

    /** @throws IllegalArgumentException when factors of this standardisation cannot be put together this way */
    void check(NeedFactor factor) {}

    private static double weightedSum(double[] scores, double[] weights, int available) {
        double sum = 0;
        for (int k = 0; k < available; k++) {
            sum += scores[k] * weights[k];
        }
        return sum;
    }

    private static double sum(double[] weights, int available) {
        double sum = 0;
        for (int k = 0; k < available; k++) {
            sum += weights[k];
        }
        return sum;
    }
}
