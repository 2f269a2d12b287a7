package org.needscape.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Test;
import org.needscape.GridOf25;
import org.needscape.stats.Alternative;

/** Golden numbers: spdep 1.2-7, joincount.test, on the grid of 25 invented areas, flagged where the rate is above the crude rate. */
class JoinCountTest {

    private static final Neighbours QUEEN = Neighbours.ofLists(GridOf25.queenNeighbours());
    private static final AreaValues FLAGS = flags();

    @Test
    void globalJoinCountAgreesWithTheReference() {
        JoinCount count = JoinCount.compute(FLAGS, QUEEN, false).orElseThrow();

        assertEquals(10, count.flaggedCount());
        assertEquals(22, count.statistic(), 1e-12);
        assertEquals(10.8, count.expectation(), 1e-12);
        assertEquals(6.34339921, count.variance(), 5e-9);
        assertEquals(4.446896, count.z(), 5e-7);
    }

    /** The moments are exact, so the mean and variance over all ways to flag 3 of 6 areas are theirs. */
    @Test
    void momentsAreThoseOfAllWaysToDealTheFlags() {
        Neighbours uneven = Neighbours.ofLinks(
                6, new int[] {0, 1, 2, 3, 0, 4, 5, 2}, new int[] {1, 0, 1, 2, 3, 5, 3, 5}, new double[] {
                    1, 2, 0.5, 1, 3, 1, 0.25, 1
                });
        double sum = 0;
        double squares = 0;
        int ways = 0;
        for (int mask = 0; mask < 64; mask++) {
            if (Integer.bitCount(mask) == 3) {
                double joins = JoinCount.compute(masked(mask), uneven, false)
                        .orElseThrow()
                        .statistic();
                sum += joins;
                squares += joins * joins;
                ways++;
            }
        }
        JoinCount count = JoinCount.compute(masked(7), uneven, false).orElseThrow();
        assertEquals(sum / ways, count.expectation(), 1e-12);
        assertEquals(squares / ways - sum / ways * sum / ways, count.variance(), 1e-12);
    }

    @Test
    void scalingAllWeightsDoesNotChangeZ() {
        JoinCount rows = JoinCount.compute(FLAGS, QUEEN, true).orElseThrow();
        JoinCount scaled = JoinCount.compute(FLAGS, scaled(QUEEN.rowStandardised(), 7), false)
                .orElseThrow();

        assertEquals(7 * rows.statistic(), scaled.statistic(), 1e-9);
        assertEquals(rows.z(), scaled.z(), 1e-9);
    }

    @Test
    void permutationAgreesThatTheFlagsCluster() {
        assertEquals(0.001, JoinCount.permuted(FLAGS, QUEEN, false, 999, 1, Alternative.GREATER), 0.002);
        assertEquals(
                JoinCount.permuted(FLAGS, QUEEN, true, 99, 5, Alternative.TWO_SIDED),
                JoinCount.permuted(FLAGS, QUEEN, true, 99, 5, Alternative.TWO_SIDED));
        // Flags laid out like a chess board touch at corners as often as chance has it.
        AreaValues board = AreaValues.of(
                IntStream.range(0, 25).mapToDouble(area -> area % 2).toArray());
        assertTrue(JoinCount.permuted(board, QUEEN, false, 999, 1, Alternative.GREATER) > 0.5);
    }

    @Test
    void localJoinCountsAgreeWithTheReference() {
        LocalJoinCount local = LocalJoinCount.test(FLAGS, QUEEN, 999, 1);
        // The reference prints no area 14, which touches 8 and 13; with it all add up to twice the global 22.
        Map<Integer, Integer> expected = Map.of(2, 4, 3, 3, 6, 4, 7, 7, 8, 6, 11, 4, 12, 6, 13, 5, 14, 2, 17, 3);

        for (int id = 1; id <= 25; id++) {
            assertEquals(expected.getOrDefault(id, 0), (int) local.joins(id - 1));
            assertEquals(expected.containsKey(id), local.isTested(id - 1));
        }
        assertFalse(local.isRecoded());
        assertEquals(10, local.testedCount());
        assertEquals(44, IntStream.range(0, 25).mapToDouble(local::joins).sum(), 1e-12);
        assertEquals(Optional.of(NotComputed.NOT_FLAGGED), local.reason(0));
    }

    /** With equal weights the number of flagged neighbours is hypergeometric. */
    @Test
    void localPermutationAgreesWithTheExactProbability() {
        int draws = 9_999;
        LocalJoinCount local = LocalJoinCount.test(FLAGS, QUEEN, draws, 3);
        for (int area = 0; area < 25; area++) {
            if (local.isTested(area)) {
                double exact = new HypergeometricDistribution(24, 9, QUEEN.degree(area))
                        .upperCumulativeProbability((int) local.joins(area));
                // Four standard errors and the one that is added.
                assertEquals(exact, local.p(area), 4 * Math.sqrt(exact / draws) + 1.0 / draws);
                assertTrue(local.q(area) >= local.p(area));
            }
        }
    }

    @Test
    void moreThanHalfFlaggedIsTurnedAround() {
        AreaValues inverse = AreaValues.of(
                IntStream.range(0, 25).mapToDouble(area -> 1 - FLAGS.get(area)).toArray());
        LocalJoinCount local = LocalJoinCount.test(inverse, QUEEN, 99, 1);

        assertTrue(local.isRecoded());
        assertEquals(7, local.joins(6));
        assertEquals(Optional.of(NotComputed.NOT_FLAGGED), local.reason(24));
    }

    @Test
    void reasonsSayWhyAnAreaIsNotTested() {
        LocalJoinCount local = LocalJoinCount.test(
                new AreaValues.Builder(9)
                        .known(0, 1)
                        .known(1, 1)
                        .known(2, 0)
                        .known(3, 1)
                        .known(4, 1)
                        .unknown(5, NotComputed.SUPPRESSED)
                        .known(6, 0)
                        .known(7, 0)
                        .known(8, 0)
                        .build(),
                Neighbours.ofLists(new int[][] {{1, 2}, {0}, {0, 3}, {2}, {5}, {4}, {7}, {6}, {}}),
                99,
                1);
        assertTrue(local.isTested(0));
        assertEquals(Optional.of(NotComputed.NOT_FLAGGED), local.reason(2));
        assertEquals(Optional.of(NotComputed.NO_JOIN), local.reason(3));
        assertEquals(Optional.of(NotComputed.ISOLATE), local.reason(4));
        assertEquals(Optional.of(NotComputed.SUPPRESSED), local.reason(5));
        assertEquals(
                Optional.of(NotComputed.MISSING),
                LocalJoinCount.test(
                                new AreaValues.Builder(2).known(0, 0).build(),
                                Neighbours.ofLists(new int[][] {{1}, {0}}),
                                9,
                                1)
                        .reason(1));
        assertThrows(IllegalArgumentException.class, () -> local.p(4));
    }

    @Test
    void coLocationNeedsAllFlagsInBothAreas() {
        AreaValues west = AreaValues.of(
                IntStream.range(0, 25).mapToDouble(area -> area % 5 < 2 ? 1 : 0).toArray());
        LocalJoinCount both = LocalJoinCount.coLocation(List.of(FLAGS, west), QUEEN, 99, 1);

        // Flagged in the west: 2, 6, 7, 11, 12, 17; area 7 touches 2, 6, 11, 12 of them.
        assertEquals(4, both.joins(6));
        assertEquals(Optional.of(NotComputed.NOT_FLAGGED), both.reason(7));
        AreaValues unknown = new AreaValues.Builder(25).build();
        LocalJoinCount none = LocalJoinCount.coLocation(List.of(FLAGS, unknown), QUEEN, 99, 1);
        assertEquals(Optional.of(NotComputed.MISSING), none.reason(6));
        // One flag that is 0 settles it, whatever the other would be.
        assertEquals(Optional.of(NotComputed.NOT_FLAGGED), none.reason(24));
        assertThrows(IllegalArgumentException.class, () -> LocalJoinCount.coLocation(List.of(FLAGS), QUEEN, 99, 1));
    }

    @Test
    void oneThreadOrFourGiveTheSame() throws Exception {
        double[] one = onThreads(1);
        assertEquals(List.of(boxed(one)), List.of(boxed(onThreads(2))));
        assertEquals(List.of(boxed(one)), List.of(boxed(onThreads(4))));
    }

    @Test
    void flagsThatCannotVaryHaveNoJoinCount() {
        assertTrue(JoinCount.compute(constant(0), QUEEN, false).isEmpty());
        assertTrue(JoinCount.compute(constant(1), QUEEN, false).isEmpty());
        assertTrue(JoinCount.compute(masked(3), Neighbours.ofLists(new int[6][0]), false)
                .isEmpty());
        int[][] everyone = IntStream.range(0, 6)
                .mapToObj(a -> IntStream.range(0, 6).filter(b -> b != a).toArray())
                .toArray(int[][]::new);
        assertTrue(JoinCount.compute(masked(7), Neighbours.ofLists(everyone), false)
                .isEmpty());
        assertThrows(
                IllegalArgumentException.class,
                () -> JoinCount.compute(AreaValues.of(0, 1, 2), Neighbours.ofLists(new int[3][0]), false));
        assertThrows(
                IllegalArgumentException.class,
                () -> JoinCount.compute(FLAGS, Neighbours.ofLists(new int[3][0]), false));
    }

    private static double[] onThreads(int threads) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> {
                        LocalJoinCount local = LocalJoinCount.test(FLAGS, QUEEN, 999, 1);
                        return IntStream.range(0, 25)
                                .mapToDouble(area -> local.isTested(area) ? local.p(area) : 1)
                                .toArray();
                    })
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    private static List<Double> boxed(double[] numbers) {
        return java.util.Arrays.stream(numbers).boxed().toList();
    }

    private static AreaValues flags() {
        double[] rates = GridOf25.column("rate");
        double crude = 10_000 * 241 / 9_345.0;
        return AreaValues.of(
                java.util.Arrays.stream(rates).map(rate -> rate > crude ? 1 : 0).toArray());
    }

    private static AreaValues masked(int mask) {
        return AreaValues.of(
                IntStream.range(0, 6).mapToDouble(area -> mask >> area & 1).toArray());
    }

    private static AreaValues constant(double flag) {
        return AreaValues.of(IntStream.range(0, 25).mapToDouble(area -> flag).toArray());
    }

    private static Neighbours scaled(Neighbours neighbours, double factor) {
        int[] from = new int[neighbours.linkCount()];
        int[] to = new int[neighbours.linkCount()];
        double[] weights = new double[neighbours.linkCount()];
        int link = 0;
        for (int area = 0; area < neighbours.size(); area++) {
            for (int k = 0; k < neighbours.degree(area); k++) {
                from[link] = area;
                to[link] = neighbours.neighbour(area, k);
                weights[link++] = factor * neighbours.weight(area, k);
            }
        }
        return Neighbours.ofLinks(neighbours.size(), from, to, weights);
    }
}
