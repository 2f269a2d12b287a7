package org.needscape.spatial;

import java.util.Optional;
import java.util.stream.IntStream;
import org.needscape.stats.Alternative;

/**
 * The join count BB: whether flagged areas lie next to flagged areas more often than chance would have it. BB = ½ ΣΣ w f f, f being 1 in
 * flagged areas and 0 in others; with weights of 1 it is the number of pairs of flagged neighbours.
 *
 * <p>Expectation and variance are those of non-free sampling, the flags dealt out anew to the same areas. With n areas, m flagged,
 * n(k) = n (n - 1) … (n - k + 1), and the sums of weights S0, S1 and S2:
 * E = ½ S0 m(2)/n(2), Var = ¼ (S1 m(2)/n(2) + (S2 - 2 S1) m(3)/n(3) + (S0² + S1 - S2) m(4)/n(4)) - E².
 *
 * <p>Isolates and areas whose flag is not known are left out of n and m. Neighbours of which one is not known do not count as a pair.
 *
 * <p>Source: Cliff and Ord, 1981, Spatial Processes, chapters 1 and 2.
 *
 * @param statistic BB
 * @param expectation of BB, above 0
 * @param variance of BB, above 0
 * @param areaCount n, the areas that counted
 * @param flaggedCount m, those of them that are flagged
 */
public record JoinCount(double statistic, double expectation, double variance, int areaCount, int flaggedCount) {

    /**
     * Counts joins.
     *
     * @param flags 1 or 0 where known
     * @param neighbours over the same areas, weights 0 or more; links of areas to themselves are ignored
     * @param rowStandardised whether the weights of each area are divided by their sum; false leaves contiguity binary
     * @return empty when fewer than four areas have a flag and a neighbour with one, when fewer than two of them are flagged, or when all
     *     are: then BB cannot vary
     */
    public static Optional<JoinCount> compute(AreaValues flags, Neighbours neighbours, boolean rowStandardised) {
        requireFlags(flags, neighbours);
        Neighbours weighted = GlobalMoran.usable(flags, neighbours, rowStandardised);
        AreaValues counted = GlobalMoran.countedValues(flags, weighted);
        int n = counted.knownCount();
        double[] flagged = numbers(counted);
        int m = (int)
                IntStream.range(0, flagged.length).filter(k -> flagged[k] == 1).count();
        if (n < 4 || m < 2 || m == n) {
            return Optional.empty();
        }
        WeightSums sums = WeightSums.of(weighted);
        double s0 = sums.s0();
        double pairs = share(m, n, 2);
        double expectation = s0 / 2 * pairs;
        double variance = (sums.s1() * pairs
                                + (sums.s2() - 2 * sums.s1()) * share(m, n, 3)
                                + (s0 * s0 + sums.s1() - sums.s2()) * share(m, n, 4))
                        / 4
                - expectation * expectation;
        // Where every area is next to every other, BB is the same whatever is flagged, but for rounding.
        if (!(variance > 1e-12 * expectation * expectation)) {
            return Optional.empty();
        }
        double joins = GlobalMoran.crossProduct(weighted, flagged) / 2;
        return Optional.of(new JoinCount(joins, expectation, variance, n, m));
    }

    /** How many standard deviations BB lies above its expectation. */
    public double z() {
        return (statistic - expectation) / Math.sqrt(variance);
    }

    /**
     * The p of BB when the flags are dealt out anew R times: (M + 1) / (R + 1) for one side, M the draws at least as extreme. Every draw
     * has its own stream of random numbers, made from seed and number.
     *
     * @param flags as in {@link #compute}, which must not be empty for them
     * @param draws R, at least 1
     * @return above 0, at most 1; the same for any number of threads
     */
    public static double permuted(
            AreaValues flags,
            Neighbours neighbours,
            boolean rowStandardised,
            int draws,
            long seed,
            Alternative alternative) {
        JoinCount observed = compute(flags, neighbours, rowStandardised)
                .orElseThrow(() -> new IllegalArgumentException("These flags have no join count that could vary."));
        Neighbours weighted = GlobalMoran.usable(flags, neighbours, rowStandardised);
        AreaValues counted = GlobalMoran.countedValues(flags, weighted);
        int[] areas =
                IntStream.range(0, counted.size()).filter(counted::isKnown).toArray();
        double tolerance = 1e-12 * Math.max(1, observed.statistic());
        long[] extreme = IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw -> {
                    double drawn = GlobalMoran.crossProduct(
                                    weighted,
                                    dealt(areas, counted.size(), observed.flaggedCount(), new RandomStream(seed, draw)))
                            / 2;
                    return new long[] {
                        drawn >= observed.statistic() - tolerance ? 1 : 0,
                        drawn <= observed.statistic() + tolerance ? 1 : 0
                    };
                })
                .reduce(new long[2], (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
        return alternative.pValue(extreme[0], extreme[1], draws);
    }

    /** As many flags as there are, put on areas by chance. */
    private static double[] dealt(int[] areas, int size, int flagged, RandomStream random) {
        int[] order = areas.clone();
        double[] flags = new double[size];
        for (int k = 0; k < flagged; k++) {
            int drawn = k + random.below(order.length - k);
            flags[order[drawn]] = 1;
            order[drawn] = order[k];
        }
        return flags;
    }

    static void requireFlags(AreaValues flags, Neighbours neighbours) {
        if (flags.size() != neighbours.size()) {
            throw new IllegalArgumentException(flags.size() + " flags for " + neighbours.size() + " areas.");
        }
        for (int area = 0; area < flags.size(); area++) {
            if (flags.isKnown(area) && flags.get(area) != 0 && flags.get(area) != 1) {
                throw new IllegalArgumentException(
                        "The flag of area " + area + " is " + flags.get(area) + ", neither 0 nor 1.");
            }
        }
    }

    /** The values, 0 where not known. */
    static double[] numbers(AreaValues values) {
        return IntStream.range(0, values.size())
                .mapToDouble(area -> values.isKnown(area) ? values.get(area) : 0)
                .toArray();
    }

    /** m (m - 1) … / (n (n - 1) …), k factors each. */
    private static double share(int m, int n, int k) {
        double share = 1;
        for (int factor = 0; factor < k; factor++) {
            share *= (double) (m - factor) / (n - factor);
        }
        return Math.max(0, share);
    }
}
