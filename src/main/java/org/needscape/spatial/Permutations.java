package org.needscape.spatial;

import java.util.stream.IntStream;
import org.needscape.stats.Alternative;

/**
 * Permutation tests. Local ones are conditional: an area keeps its value, and its neighbours' values are drawn without
 * replacement from all other known values. Every area has its own stream of random numbers, made from seed and index, so the
 * result is the same for any number of threads.
 *
 * <p>p for one side is (M + 1) / (R + 1), M the draws at least as extreme as what was observed; for two sides it is twice the
 * smaller, at most 1. The smallest two-sided p is therefore 2 / (R + 1), and a single area among m can only be found at 5 %
 * false discovery when R + 1 is at least 40 m.
 *
 * @param draws R, at least 1
 * @param seed the same seed gives the same result
 */
public record Permutations(int draws, long seed) {

    /** Areas handled with one copy of the values. */
    private static final int BLOCK = 256;

    public Permutations {
        if (draws < 1) {
            throw new IllegalArgumentException("A permutation test needs at least one draw, not " + draws + ".");
        }
    }

    /** The Gi or Gi* tests with permutation p and q in place of the normal ones. */
    public LocalTests getisOrd(LocalTests analytic, AreaValues values, Neighbours neighbours, Alternative alternative) {
        return permuted(analytic, values, neighbours.withoutSelf(), alternative, false);
    }

    /** The local Moran tests with permutation p and q in place of the normal ones. */
    public LocalTests localMoran(
            LocalMoran analytic, AreaValues values, Neighbours neighbours, Alternative alternative) {
        return permuted(analytic.tests(), values, neighbours.withoutSelf(), alternative, true);
    }

    /** The p of global Moran's I when all values are dealt out anew; isolates keep out. */
    public double globalMoran(
            AreaValues values, Neighbours neighbours, boolean rowStandardised, Alternative alternative) {
        Neighbours weighted = GlobalMoran.usable(values, neighbours, rowStandardised);
        AreaValues counted = GlobalMoran.countedValues(values, weighted);
        int[] areas =
                IntStream.range(0, counted.size()).filter(counted::isKnown).toArray();
        double[] z = counted.deviations();
        double observed = GlobalMoran.crossProduct(weighted, z);
        double tolerance = 1e-12 * Math.max(1, Math.abs(observed));
        long[] extreme = IntStream.range(0, draws)
                .parallel()
                .mapToObj(draw -> {
                    double[] dealt = z.clone();
                    RandomStream random = new RandomStream(seed, draw);
                    for (int k = areas.length - 1; k > 0; k--) {
                        swap(dealt, areas[k], areas[random.below(k + 1)]);
                    }
                    double drawn = GlobalMoran.crossProduct(weighted, dealt);
                    return new long[] {drawn >= observed - tolerance ? 1 : 0, drawn <= observed + tolerance ? 1 : 0};
                })
                .reduce(new long[2], (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
        return alternative.pValue(extreme[0], extreme[1], draws);
    }

    private LocalTests permuted(
            LocalTests analytic, AreaValues values, Neighbours neighbours, Alternative alternative, boolean signed) {
        Neighbours known = neighbours.among(values::isKnown);
        double[] z = values.deviations();
        int[] areas = IntStream.range(0, z.length).filter(values::isKnown).toArray();
        double[] pool = IntStream.of(areas).mapToDouble(area -> z[area]).toArray();
        double[] p = new double[z.length];
        IntStream.range(0, (areas.length + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            double[] dealt = pool.clone();
            for (int k = block * BLOCK; k < Math.min(areas.length, (block + 1) * BLOCK); k++) {
                int area = areas[k];
                if (analytic.isComputed(area)) {
                    long[] extreme = extremeDraws(dealt, k, area, known, z);
                    boolean turned = signed && z[area] < 0;
                    p[area] = alternative.pValue(extreme[turned ? 1 : 0], extreme[turned ? 0 : 1], draws);
                }
            }
        });
        return analytic.withPValues(p);
    }

    /** How many draws of the neighbours' weighted sum are at or above, and at or below, the observed one. */
    private long[] extremeDraws(double[] dealt, int own, int area, Neighbours known, double[] z) {
        int degree = known.degree(area);
        int others = dealt.length - 1;
        double[] weights = new double[degree];
        double observed = 0;
        double scale = 0;
        for (int k = 0; k < degree; k++) {
            weights[k] = known.weight(area, k);
            double term = weights[k] * z[known.neighbour(area, k)];
            observed += term;
            scale += Math.abs(term);
        }
        // Sums of the same numbers in another order differ by rounding: that must count as equal.
        double tolerance = 1e-12 * scale;
        RandomStream random = new RandomStream(seed, area);
        int[] drawn = new int[degree];
        long above = 0;
        long below = 0;
        swap(dealt, own, others);
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            for (int k = 0; k < degree; k++) {
                drawn[k] = k + random.below(others - k);
                swap(dealt, k, drawn[k]);
                sum += weights[k] * dealt[k];
            }
            for (int k = degree - 1; k >= 0; k--) {
                swap(dealt, k, drawn[k]);
            }
            above += sum >= observed - tolerance ? 1 : 0;
            below += sum <= observed + tolerance ? 1 : 0;
        }
        swap(dealt, own, others);
        return new long[] {above, below};
    }

    private static void swap(double[] values, int a, int b) {
        double kept = values[a];
        values[a] = values[b];
        values[b] = kept;
    }
}
