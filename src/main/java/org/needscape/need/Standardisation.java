package org.needscape.need;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.needscape.stats.ExponentialTransform;
import org.needscape.stats.SortedSample;
import org.needscape.stats.StandardNormal;
import org.needscape.stats.ZScores;

/**
 * How the values of a factor are made comparable with those of others. Every method is fitted to the known values of all areas and
 * then gives any value a score in which higher is more need, whatever the polarity.
 */
public enum Standardisation {
    /** (x - mean) / sd, divisor n - 1. */
    Z("z", true) {
        @Override
        Optional<Fitted> fit(double[] oriented, Terms terms) {
            return ZScores.scale(oriented).map(scale -> scale::scoreOf);
        }
    },
    /** (x - median) / (1.4826 MAD); the ordinary z where more than half of the values are equal. */
    ROBUST_Z("robust-z", true) {
        @Override
        Optional<Fitted> fit(double[] oriented, Terms terms) {
            return ZScores.robustScale(oriented).map(scale -> scale::scoreOf);
        }
    },
    /** Mean rank, 1 for least and n for most need. */
    RANK("rank", false) {
        @Override
        Optional<Fitted> fit(double[] oriented, Terms terms) {
            return sample(oriented).map(sample -> sample::rankOf);
        }
    },
    /** (rank - ½) / n, above 0 and below 1. */
    PERCENTILE("percentile", false) {
        @Override
        Optional<Fitted> fit(double[] oriented, Terms terms) {
            return sample(oriented).map(sample -> value -> (sample.rankOf(value) - 0.5) / sample.size());
        }
    },
    /**
     * (x - low) / (high - low) between goalposts, 0 at or below the low one and 1 at or above the high one (as in the Human
     * Development Index); without goalposts between the least and the greatest value, where one outlier flattens the rest.
     */
    MIN_MAX("min-max", false) {
        @Override
        Optional<Fitted> fit(double[] oriented, Terms terms) {
            double least = Arrays.stream(oriented).min().orElse(0);
            double greatest = Arrays.stream(oriented).max().orElse(0);
            if (oriented.length < 2 || least == greatest) {
                return Optional.empty();
            }
            double low =
                    terms.goalposts().map(posts -> posts.low(terms.negated())).orElse(least);
            double high =
                    terms.goalposts().map(posts -> posts.high(terms.negated())).orElse(greatest);
            return Optional.of(value -> Math.max(0, Math.min(1, (value - low) / (high - low))));
        }
    },
    /** Blom's normal score of the rank, Φ⁻¹((rank - 3/8) / (n + 1/4)) (Blom, 1958). */
    RANK_TO_NORMAL("rank-to-normal", true) {
        @Override
        Optional<Fitted> fit(double[] oriented, Terms terms) {
            return sample(oriented)
                    .map(sample ->
                            value -> StandardNormal.quantile((sample.rankOf(value) - 0.375) / (sample.size() + 0.25)));
        }
    },
    /**
     * The exponential transformation of the Indices of Deprivation, above 0 to 100. With a reference size N the column holds
     * ranks among N areas, such as all of England; without one the areas given are ranked among themselves.
     */
    EXPONENTIAL("exponential", false) {
        @Override
        Optional<Fitted> fit(double[] oriented, Terms terms) {
            int size = terms.referenceSize();
            if (size == 0) {
                return sample(oriented).map(sample -> value -> exponential(sample.rankOf(value), sample.size()));
            }
            return Optional.of(value -> exponential(ascendingRank(value, size, terms.negated()), size));
        }
    },
    /** 1 where the value means more need than the benchmark, else 0; without a benchmark the mean of the areas is it. */
    THRESHOLD("threshold", false) {
        @Override
        Optional<Fitted> fit(double[] oriented, Terms terms) {
            if (oriented.length == 0) {
                return Optional.empty();
            }
            double mean = Arrays.stream(oriented).average().orElse(0);
            double benchmark = terms.benchmark()
                    .map(given -> terms.negated() ? -given : given)
                    .orElse(mean);
            return Optional.of(value -> value > benchmark ? 1 : 0);
        }
    };

    /** A standardisation that was fitted to the values of all areas. */
    @FunctionalInterface
    interface Fitted {

        /** The score of a value that was turned so that higher means more need. */
        double score(double oriented);
    }

    private final String code;
    private final boolean centred;

    Standardisation(String code, boolean centred) {
        this.code = code;
        this.centred = centred;
    }

    /** The word of recipes. */
    public String code() {
        return code;
    }

    /** Whether scores lie around 0, the middle of the areas, so that some are below it. */
    public boolean isCentred() {
        return centred;
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
     * Fits to values that were turned so that higher means more need.
     *
     * @return empty when the values do not vary
     */
    abstract Optional<Fitted> fit(double[] oriented, Terms terms);

    /**
     * What some methods need to know besides.
     *
     * @param referenceSize N of {@link #EXPONENTIAL}, or 0
     * @param negated whether values were turned by their sign
     * @param goalposts of {@link #MIN_MAX}
     * @param benchmark of {@link #THRESHOLD}
     */
    record Terms(int referenceSize, boolean negated, Optional<Goalposts> goalposts, Optional<Double> benchmark) {}

    private static Optional<SortedSample> sample(double[] oriented) {
        boolean varies = Arrays.stream(oriented).anyMatch(value -> value != oriented[0]);
        return varies ? Optional.of(new SortedSample(oriented)) : Optional.empty();
    }

    private static double exponential(double ascendingRank, int size) {
        return ExponentialTransform.ofRank(size + 1 - ascendingRank, size);
    }

    private static double ascendingRank(double oriented, int size, boolean negated) {
        double rank = negated ? size + 1 + oriented : oriented;
        if (rank < 1 || rank > size) {
            throw new IllegalArgumentException("With referenceSize " + size + " the column must hold ranks from 1 to "
                    + size + ", but it holds " + (negated ? -oriented : oriented) + ".");
        }
        return rank;
    }
}
