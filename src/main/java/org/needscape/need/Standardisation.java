package org.needscape.need;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.needscape.indicator.Polarity;
import org.needscape.stats.ExponentialTransform;
import org.needscape.stats.RankScores;
import org.needscape.stats.ZScores;

/**
 * How the values of a factor are made comparable with those of others. Every method answers scores in which higher is more
 * need, whatever the polarity; only known values take part.
 */
public enum Standardisation {
    /** (x - mean) / sd, divisor n - 1. */
    Z("z") {
        @Override
        Optional<double[]> scores(double[] oriented, Reference reference) {
            return ZScores.of(oriented);
        }
    },
    /** (x - median) / (1.4826 MAD); the ordinary z where more than half of the values are equal. */
    ROBUST_Z("robust-z") {
        @Override
        Optional<double[]> scores(double[] oriented, Reference reference) {
            return ZScores.robust(oriented);
        }
    },
    /** Mean rank, 1 for least and n for most need. */
    RANK("rank") {
        @Override
        Optional<double[]> scores(double[] oriented, Reference reference) {
            return RankScores.ranks(oriented);
        }
    },
    /** (rank - ½) / n, above 0 and below 1. */
    PERCENTILE("percentile") {
        @Override
        Optional<double[]> scores(double[] oriented, Reference reference) {
            return RankScores.percentiles(oriented);
        }
    },
    /** (x - min) / (max - min), 0 to 1; one outlier flattens the rest. */
    MIN_MAX("min-max") {
        @Override
        Optional<double[]> scores(double[] oriented, Reference reference) {
            return RankScores.minMax(oriented);
        }
    },
    /** Blom's normal score of the rank. */
    RANK_TO_NORMAL("rank-to-normal") {
        @Override
        Optional<double[]> scores(double[] oriented, Reference reference) {
            return RankScores.normal(oriented);
        }
    },
    /**
     * The exponential transformation of the Indices of Deprivation, above 0 to 100. With a reference size N the column holds
     * ranks among N areas, such as all of England; without one the areas given are ranked among themselves.
     */
    EXPONENTIAL("exponential") {
        @Override
        Optional<double[]> scores(double[] oriented, Reference reference) {
            return reference.size() == 0
                    ? RankScores.ranks(oriented).map(ranks -> exponential(ranks, ranks.length))
                    : Optional.of(exponential(reference.toAscendingRanks(oriented), reference.size()));
        }
    };

    private final String code;

    Standardisation(String code) {
        this.code = code;
    }

    /** The word of recipes. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for an unknown word, with the list of what is possible */
    public static Standardisation parse(String code) {
        String word = code.strip().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        if (word.equals("z-score")) {
            return Z;
        }
        for (Standardisation method : values()) {
            if (method.code.equals(word)) {
                return method;
            }
        }
        throw new IllegalArgumentException("Unknown standardisation '" + code + "': use one of "
                + Arrays.stream(values()).map(Standardisation::code).collect(Collectors.joining(", ")) + ".");
    }

    /**
     * Scores of known values.
     *
     * @param values finite
     * @param polarity stated
     * @param referenceSize N of {@link #EXPONENTIAL}, or 0
     * @return in the same order, higher for more need; empty when the values do not vary
     * @throws IllegalArgumentException when a value is no rank within the reference set, where one is asked for
     */
    public Optional<double[]> standardise(double[] values, Polarity polarity, int referenceSize) {
        boolean lower = polarity == Polarity.LOWER_IS_MORE_NEED;
        double[] oriented = lower ? Arrays.stream(values).map(v -> -v).toArray() : values.clone();
        return scores(oriented, new Reference(referenceSize, lower));
    }

    abstract Optional<double[]> scores(double[] oriented, Reference reference);

    private static double[] exponential(double[] ascendingRanks, int size) {
        return Arrays.stream(ascendingRanks)
                .map(rank -> ExponentialTransform.ofRank(size + 1 - rank, size))
                .toArray();
    }

    /** The reference set of the exponential transformation. */
    record Reference(int size, boolean negated) {

        double[] toAscendingRanks(double[] oriented) {
            return Arrays.stream(oriented)
                    .map(value -> {
                        double rank = negated ? size + 1 + value : value;
                        if (rank < 1 || rank > size) {
                            throw new IllegalArgumentException("With referenceSize " + size
                                    + " the column must hold ranks from 1 to " + size + ", but it holds "
                                    + (negated ? -value : value) + ".");
                        }
                        return rank;
                    })
                    .toArray();
        }
    }
}
