package org.needscape.spatial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.needscape.stats.FalseDiscoveryRate;

/**
 * The local join count of each area: BB = f Σ w f over its neighbours, with weights of 1 how many flagged neighbours a flagged area has,
 * and whether they are more than chance would put there.
 *
 * <p>An area keeps its flag, and its neighbours' flags are drawn R times without replacement from all other known ones. p is the upper
 * tail, (M + 1) / (R + 1), M the draws with at least as many; q the Benjamini-Hochberg adjusted p over the areas that were tested. Only
 * flagged areas with a flagged neighbour are: any other has nothing that could be more than chance. Every area has its own stream of
 * random numbers, made from seed and index, so the result is the same for any number of threads.
 *
 * <p>When more than half of the areas are flagged, nearly every area has flagged neighbours and the test says little; then the others are
 * looked at instead, flags and no flags exchanged, which {@link #isRecoded} tells and people must be told.
 *
 * <p>Several flags together (co-location): CLC = Π f Σ w Π f, the products over the flags; an area and a neighbour join when both have all
 * of them. It says that circumstances meet in places, not in families.
 *
 * <p>Source: Anselin and Li, 2019, Operational local join count statistics for cluster detection, Journal of Geographical Systems
 * 21:189-210, DOI 10.1007/s10109-019-00299-x.
 */
public final class LocalJoinCount {

    private final double[] joins;
    private final double[] p;
    private final double[] q;
    private final @Nullable NotComputed[] reasons;
    private final int testedCount;
    private final boolean recoded;

    private LocalJoinCount(
            double[] joins,
            double[] p,
            @Nullable NotComputed[] reasons,
            boolean recoded,
            FalseDiscoveryRate procedure) {
        this.joins = joins;
        this.p = p;
        this.reasons = reasons;
        this.recoded = recoded;
        int[] tested = IntStream.range(0, p.length)
                .filter(area -> reasons[area] == null)
                .toArray();
        double[] adjusted = procedure.adjust(
                IntStream.of(tested).mapToDouble(area -> p[area]).toArray());
        this.q = new double[p.length];
        Arrays.fill(q, 1);
        for (int k = 0; k < tested.length; k++) {
            q[tested[k]] = adjusted[k];
        }
        this.testedCount = tested.length;
    }

    /**
     * Tests every area for one flag.
     *
     * @param flags 1 or 0 where known
     * @param neighbours over the same areas; links of areas to themselves are ignored, neighbours whose flag is not known are dropped
     * @param draws R, at least 1
     * @param seed the same seed gives the same result
     */
    public static LocalJoinCount test(AreaValues flags, Neighbours neighbours, int draws, long seed) {
        JoinCount.requireFlags(flags, neighbours);
        if (draws < 1) {
            throw new IllegalArgumentException("A permutation test needs at least one draw, not " + draws + ".");
        }
        Neighbours known = neighbours.withoutSelf().among(flags::isKnown);
        double[] f = JoinCount.numbers(flags);
        boolean recoded = 2 * Arrays.stream(f).sum() > flags.knownCount();
        if (recoded) {
            f = IntStream.range(0, f.length)
                    .mapToDouble(area -> flags.isKnown(area) ? 1 - flags.get(area) : 0)
                    .toArray();
        }
        double[] flagged = f;
        double[] joins = new double[f.length];
        @Nullable NotComputed[] reasons = new NotComputed[f.length];
        for (int area = 0; area < f.length; area++) {
            joins[area] = f[area] * weightedSum(known, area, f);
            reasons[area] = reason(area, flags, known, f[area], joins[area]);
        }
        int knownCount = flags.knownCount();
        int ones = (int) Arrays.stream(f).sum();
        double[] p = IntStream.range(0, f.length)
                .parallel()
                .mapToDouble(area -> reasons[area] == null
                        ? upperTail(known, area, flagged, knownCount - 1, ones - 1, draws, new RandomStream(seed, area))
                        : 1)
                .toArray();
        return new LocalJoinCount(joins, p, reasons, recoded, FalseDiscoveryRate.BENJAMINI_HOCHBERG);
    }

    /** The same tests with q-values by another procedure than Benjamini and Hochberg's. */
    public LocalJoinCount adjustedBy(FalseDiscoveryRate procedure) {
        return new LocalJoinCount(joins, p, reasons, recoded, procedure);
    }

    /**
     * Tests every area for several flags at once.
     *
     * @param flags at least two, each over the same areas; an area counts as flagged when all are 1, and is not known when one is not
     *     known and none is 0
     */
    public static LocalJoinCount coLocation(List<AreaValues> flags, Neighbours neighbours, int draws, long seed) {
        if (flags.size() < 2) {
            throw new IllegalArgumentException("Co-location needs at least two flags, not " + flags.size() + ".");
        }
        flags.forEach(one -> JoinCount.requireFlags(one, neighbours));
        return test(together(flags), neighbours, draws, seed);
    }

    /**
     * The flag that says whether an area has all of several.
     *
     * @param flags at least one, each over the same areas, 1 or 0 where known
     * @return 1 where all are 1, 0 where one is 0; not known where one is not known and none is 0
     */
    public static AreaValues together(List<AreaValues> flags) {
        AreaValues.Builder all = new AreaValues.Builder(flags.get(0).size());
        for (int area = 0; area < flags.get(0).size(); area++) {
            int each = area;
            if (flags.stream().anyMatch(one -> one.isKnown(each) && one.get(each) == 0)) {
                all.known(area, 0);
                continue;
            }
            Optional<NotComputed> unknown =
                    flags.stream().flatMap(one -> one.reason(each).stream()).findFirst();
            if (unknown.isPresent()) {
                all.unknown(area, unknown.get());
            } else {
                all.known(area, 1);
            }
        }
        return all.build();
    }

    /** How many areas. */
    public int size() {
        return joins.length;
    }

    /** BB of an area: 0 where it has no join, and where its flag is not known, which {@link #reason} tells. */
    public double joins(int area) {
        return joins[area];
    }

    /** Whether more than half of the areas were flagged, so that joins of areas without the flag were looked at instead. */
    public boolean isRecoded() {
        return recoded;
    }

    /** How many areas were tested: the family of the false discovery rate. */
    public int testedCount() {
        return testedCount;
    }

    public boolean isTested(int area) {
        return reasons[area] == null;
    }

    /** Why an area was not tested; empty when it was. */
    public Optional<NotComputed> reason(int area) {
        return Optional.ofNullable(reasons[area]);
    }

    /**
     * The p-value, above 0, at most 1.
     *
     * @throws IllegalArgumentException when the area was not tested
     */
    public double p(int area) {
        return p[requireTested(area)];
    }

    /**
     * The adjusted p-value, p to 1.
     *
     * @throws IllegalArgumentException when the area was not tested
     */
    public double q(int area) {
        return q[requireTested(area)];
    }

    private int requireTested(int area) {
        if (reasons[area] != null) {
            throw new IllegalArgumentException("Area " + area + " was not tested: " + reasons[area] + ".");
        }
        return area;
    }

    private static @Nullable NotComputed reason(
            int area, AreaValues flags, Neighbours known, double flag, double joins) {
        if (!flags.isKnown(area)) {
            return flags.reason(area).orElse(NotComputed.MISSING);
        }
        if (flag == 0) {
            return NotComputed.NOT_FLAGGED;
        }
        if (known.degree(area) == 0) {
            return NotComputed.ISOLATE;
        }
        return joins > 0 ? null : NotComputed.NO_JOIN;
    }

    private static double weightedSum(Neighbours known, int area, double[] flags) {
        double sum = 0;
        for (int k = 0; k < known.degree(area); k++) {
            sum += known.weight(area, k) * flags[known.neighbour(area, k)];
        }
        return sum;
    }

    /** Draws flags for the neighbours one after the other: each is flagged with the chance of what is left. */
    private static double upperTail(
            Neighbours known, int area, double[] flags, int others, int ones, int draws, RandomStream random) {
        double observed = weightedSum(known, area, flags);
        double atLeast = observed - 1e-12 * Math.max(1, observed);
        long reached = 0;
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            int onesLeft = ones;
            for (int k = 0; k < known.degree(area) && onesLeft > 0; k++) {
                if (random.below(others - k) < onesLeft) {
                    sum += known.weight(area, k);
                    onesLeft--;
                }
            }
            reached += sum >= atLeast ? 1 : 0;
        }
        return (reached + 1.0) / (draws + 1.0);
    }
}
