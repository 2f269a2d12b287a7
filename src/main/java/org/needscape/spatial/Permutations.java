package org.needscape.spatial;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.needscape.stats.Alternative;

/**
 * Permutation tests. Local ones are conditional: an area keeps its value, and its neighbours' values are drawn without
 * replacement from all other known values, all selections equally likely. Areas share draws ({@link SharedDraws}), each of which has a
 * stream of random numbers made from seed and number of the draw, so the result is the same for any number of threads and on any
 * machine.
 *
 * <p>p for one side is (M + 1) / (R + 1), M the draws at least as extreme as what was observed; for two sides it is twice the
 * smaller, at most 1. The smallest two-sided p is therefore 2 / (R + 1): {@link #leastDraws} says how many draws a single area
 * among many needs to be found.
 *
 * <p>With early stopping an area is drawn for no more once M has reached h, the smaller M for two sides, at the end of a batch of
 * 4,096 draws; its R is then the draws that it has had. The formula of p stays and stays valid: let r be the first such end at which
 * stopping would leave p at a level α or below. An area that ends with p ≤ α has, whether it stopped at r, later or never, an M at r
 * that would give p ≤ α with r draws, which chance gives with probability α at most. Without early stopping every area has all draws.
 *
 * <p>Source: Besag and Clifford, 1991, Sequential Monte Carlo p-values, Biometrika 78:301-304, doi:10.1093/biomet/78.2.301; here
 * in batches, with the draws of the whole batch counted.
 *
 * @param draws R, at least 1
 * @param seed the same seed gives the same result
 * @param enoughExtreme h, or 0 for no early stopping
 */
public record Permutations(int draws, long seed, int enoughExtreme) {

    /** The draws of {@link #standard}: enough for one area in 2,500 to be found at 5 % false discovery. */
    public static final int STANDARD_DRAWS = 99_999;

    /** The h of {@link #standard}: where an area stops its p is known to 5 % of itself, one standard error. */
    public static final int STANDARD_ENOUGH_EXTREME = 400;

    /** Draws of the global test between two reports of progress. */
    private static final int GLOBAL_BATCH = 256;

    public Permutations {
        if (draws < 1) {
            throw new IllegalArgumentException("A permutation test needs at least one draw, not " + draws + ".");
        }
        if (enoughExtreme < 0) {
            throw new IllegalArgumentException("Draws enough to stop are 0 or more, not " + enoughExtreme + ".");
        }
    }

    /** Without early stopping: every area has all draws. */
    public Permutations(int draws, long seed) {
        this(draws, seed, 0);
    }

    /** What is used where nobody asks for anything else: many draws, and early stopping for areas that are clearly like chance. */
    public static Permutations standard(long seed) {
        return new Permutations(STANDARD_DRAWS, seed, STANDARD_ENOUGH_EXTREME);
    }

    /**
     * The same with early stopping.
     *
     * @param enough h, at least 1: the draws at least as extreme that end an area's test
     */
    public Permutations withEarlyStopping(int enough) {
        if (enough < 1) {
            throw new IllegalArgumentException("Early stopping needs at least one extreme draw, not " + enough + ".");
        }
        return new Permutations(draws, seed, enough);
    }

    /**
     * The fewest draws with which a single area among many can be found: those whose smallest p is α / m, the first step of the
     * control of false discoveries. Two-sided, R + 1 = 2 m / α: 21,119 draws for 528 areas at 5 %.
     *
     * @param tests m, how many areas are tested; with none, one draw is enough
     * @param falseDiscoveryFraction α, above 0 and at most 1
     */
    public static int leastDraws(int tests, double falseDiscoveryFraction, Alternative alternative) {
        if (!(falseDiscoveryFraction > 0 && falseDiscoveryFraction <= 1)) {
            throw new IllegalArgumentException(
                    "A false discovery rate is above 0 and at most 1, not " + falseDiscoveryFraction + ".");
        }
        double sides = alternative == Alternative.TWO_SIDED ? 2 : 1;
        double needed = sides * tests / falseDiscoveryFraction;
        // A fraction such as 0.05 is not exact: a whole number must not become the next one.
        return (int) Math.max(1, Math.ceil(needed - 1e-9 * needed) - 1);
    }

    /** The Gi or Gi* tests with permutation p and q in place of the normal ones. */
    public LocalTests getisOrd(LocalTests analytic, AreaValues values, Neighbours neighbours, Alternative alternative) {
        return getisOrd(analytic, values, neighbours, alternative, Work.UNWATCHED);
    }

    /**
     * The Gi or Gi* tests with permutation p and q in place of the normal ones.
     *
     * @param analytic what {@link GetisOrd#test} found for the same values and neighbours
     * @param work told how far it is; may end it
     */
    public LocalTests getisOrd(
            LocalTests analytic, AreaValues values, Neighbours neighbours, Alternative alternative, Work work) {
        return permuted(analytic, values, neighbours, alternative, false, work);
    }

    /** The local Moran tests with permutation p and q in place of the normal ones. */
    public LocalTests localMoran(
            LocalMoran analytic, AreaValues values, Neighbours neighbours, Alternative alternative) {
        return localMoran(analytic, values, neighbours, alternative, Work.UNWATCHED);
    }

    /**
     * The local Moran tests with permutation p and q in place of the normal ones.
     *
     * @param analytic what {@link LocalMoran#test} found for the same values and neighbours
     * @param work told how far it is; may end it
     */
    public LocalTests localMoran(
            LocalMoran analytic, AreaValues values, Neighbours neighbours, Alternative alternative, Work work) {
        return permuted(analytic.tests(), values, neighbours, alternative, true, work);
    }

    /** The p of global Moran's I when all values are dealt out anew; isolates keep out. */
    public double globalMoran(
            AreaValues values, Neighbours neighbours, boolean rowStandardised, Alternative alternative) {
        return globalMoran(values, neighbours, rowStandardised, alternative, Work.UNWATCHED);
    }

    /**
     * The p of global Moran's I when all values are dealt out anew; isolates keep out. It always takes all draws.
     *
     * @param work told how far it is; may end it
     */
    public double globalMoran(
            AreaValues values, Neighbours neighbours, boolean rowStandardised, Alternative alternative, Work work) {
        Neighbours weighted = GlobalMoran.usable(values, neighbours, rowStandardised);
        AreaValues counted = GlobalMoran.countedValues(values, weighted);
        int[] areas =
                IntStream.range(0, counted.size()).filter(counted::isKnown).toArray();
        double[] z = counted.deviations();
        double observed = GlobalMoran.crossProduct(weighted, z);
        double tolerance = 1e-12 * Math.max(1, Math.abs(observed));
        AtomicInteger above = new AtomicInteger();
        AtomicInteger below = new AtomicInteger();
        for (int first = 0; first < draws; first += GLOBAL_BATCH) {
            int end = Math.min(draws, first + GLOBAL_BATCH);
            IntStream.range(first, end).parallel().forEach(draw -> {
                double drawn = GlobalMoran.crossProduct(weighted, dealt(z, areas, draw));
                above.addAndGet(drawn >= observed - tolerance ? 1 : 0);
                below.addAndGet(drawn <= observed + tolerance ? 1 : 0);
            });
            work.done((double) end / draws);
        }
        return alternative.pValue(above.get(), below.get(), draws);
    }

    private double[] dealt(double[] z, int[] areas, int draw) {
        double[] dealt = z.clone();
        RandomStream random = new RandomStream(seed, draw);
        for (int k = areas.length - 1; k > 0; k--) {
            int other = random.below(k + 1);
            double kept = dealt[areas[k]];
            dealt[areas[k]] = dealt[areas[other]];
            dealt[areas[other]] = kept;
        }
        return dealt;
    }

    private LocalTests permuted(
            LocalTests analytic,
            AreaValues values,
            Neighbours neighbours,
            Alternative alternative,
            boolean signed,
            Work work) {
        Neighbours known = neighbours.withoutSelf().among(values::isKnown);
        double[] z = values.deviations();
        int[] areas = IntStream.range(0, z.length).filter(values::isKnown).toArray();
        ConditionalCounts counts = new ConditionalCounts(ObservedSums.of(areas, z, known, analytic::isComputed));
        // Local Moran multiplies the sum by the area's own deviation: below the mean, up is down.
        boolean[] turned = new boolean[areas.length];
        for (int k = 0; k < areas.length; k++) {
            turned[k] = signed && z[areas[k]] < 0;
        }
        counts.run(
                seed,
                draws,
                k -> enoughExtreme > 0
                        && alternative.extremeDraws(counts.above(k, turned[k]), counts.below(k, turned[k]))
                                >= enoughExtreme,
                work);
        double[] p = new double[z.length];
        int[] had = new int[z.length];
        for (int k = 0; k < areas.length; k++) {
            if (analytic.isComputed(areas[k])) {
                had[areas[k]] = counts.draws(k);
                p[areas[k]] =
                        alternative.pValue(counts.above(k, turned[k]), counts.below(k, turned[k]), counts.draws(k));
            }
        }
        return analytic.permuted(p, had);
    }
}
