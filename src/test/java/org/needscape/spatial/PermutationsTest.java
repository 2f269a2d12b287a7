package org.needscape.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.stats.Alternative;
import org.needscape.stats.FalseDiscoveryRate;

/** What p-values of permutations must be like. All chance is seeded; limits are those of chance, stated beside them. */
class PermutationsTest {

    @Test
    void agreeWithTheNormalOnesOnNormalValues() {
        // 900 areas: sums of eight or fewer normal values are normal, but for what 900 values differ from a normal
        // distribution.
        int draws = 19_999;
        Neighbours neighbours = grid(30);
        AreaValues values = normalValues(900, 3);
        for (Alternative alternative : Alternative.values()) {
            LocalTests normal = GetisOrd.GI.test(values, neighbours, alternative);
            LocalTests permuted = new Permutations(draws, 1).getisOrd(normal, values, neighbours, alternative);
            for (int area = 0; area < 900; area++) {
                double sides = alternative == Alternative.TWO_SIDED ? 2 : 1;
                double side = normal.p(area) / sides;
                double error = Math.sqrt(side * (1 - side) / draws);
                assertEquals(
                        normal.p(area), permuted.p(area), sides * (4.5 * error + 0.004), alternative + " area " + area);
            }
        }
    }

    @Test
    void areUniformWhereThereIsNothingToFind() {
        // One area in the middle of each of 400 maps of skewed values: independent p-values.
        Neighbours neighbours = grid(9);
        double[] p = new double[400];
        for (int map = 0; map < p.length; map++) {
            AreaValues values = skewedValues(81, map);
            LocalTests normal = GetisOrd.GI_STAR.test(values, neighbours, Alternative.GREATER);
            p[map] = new Permutations(999, map)
                    .getisOrd(normal, values, neighbours, Alternative.GREATER)
                    .p(40);
        }
        Arrays.sort(p);
        double distance = 0;
        for (int k = 0; k < p.length; k++) {
            distance = Math.max(distance, Math.max((k + 1.0) / p.length - p[k], p[k] - (double) k / p.length));
        }
        // Mean within three standard errors of a uniform variable; Kolmogorov and Smirnov's limit at 5 %, 1.358 / √400.
        assertEquals(0.5, Arrays.stream(p).average().orElseThrow(), 3 / Math.sqrt(12.0 * p.length));
        assertTrue(distance < 1.358 / 20, "distance " + distance);
    }

    @Test
    void falseDiscoveriesStayWithinTheNominalRate() {
        // 200 maps of 400 areas without any cluster: wherever something is found, all of it is false, on 10 maps by the
        // nominal
        // rate, on 16 at most in 97.5 of 100 runs: qbinom(0.975, 200, 0.05) in R.
        Neighbours neighbours = grid(20);
        int draws = Permutations.leastDraws(400, 0.05, Alternative.TWO_SIDED);
        int found = 0;
        int foundByDependence = 0;
        for (int map = 0; map < 200; map++) {
            AreaValues values = skewedValues(400, 1_000 + map);
            LocalMoran normal = LocalMoran.test(values, neighbours, true, Alternative.TWO_SIDED);
            LocalTests tests = new Permutations(draws, map)
                    .withEarlyStopping(Permutations.STANDARD_ENOUGH_EXTREME)
                    .localMoran(normal, values, neighbours, Alternative.TWO_SIDED);
            found += anyFound(tests) ? 1 : 0;
            foundByDependence += anyFound(tests.adjustedBy(FalseDiscoveryRate.BENJAMINI_YEKUTIELI)) ? 1 : 0;
        }
        assertTrue(found <= 16, found + " of 200 maps");
        assertTrue(foundByDependence <= found, foundByDependence + " by Benjamini and Yekutieli");
    }

    @Test
    void areTheSameForAnyNumberOfThreads() throws ExecutionException, InterruptedException {
        Neighbours neighbours = grid(40);
        AreaValues values = hill(40);
        LocalMoran normal = LocalMoran.test(values, neighbours, true, Alternative.TWO_SIDED);
        List<double[]> results = new ArrayList<>();
        for (int threads : new int[] {1, 2, 4}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                results.add(pool.submit(() -> pValues(
                                Permutations.standard(3).localMoran(normal, values, neighbours, Alternative.TWO_SIDED)))
                        .get());
            } finally {
                pool.shutdown();
            }
        }
        assertTrue(Arrays.equals(results.get(0), results.get(1)));
        assertTrue(Arrays.equals(results.get(0), results.get(2)));
    }

    @Test
    void earlyStoppingOnlySparesDrawsOfAreasThatAreLikeChance() {
        Neighbours neighbours = grid(40);
        AreaValues values = hill(40);
        LocalTests normal = GetisOrd.GI_STAR.test(values, neighbours, Alternative.TWO_SIDED);
        Permutations full = new Permutations(40_000, 5);
        LocalTests all = full.getisOrd(normal, values, neighbours, Alternative.TWO_SIDED);
        LocalTests stopped = full.withEarlyStopping(400).getisOrd(normal, values, neighbours, Alternative.TWO_SIDED);

        int spared = 0;
        for (int area = 0; area < 1_600; area++) {
            assertEquals(40_000, all.draws(area));
            if (stopped.draws(area) == 40_000) {
                assertEquals(all.p(area), stopped.p(area));
            } else {
                spared++;
                assertEquals(0, stopped.draws(area) % 4_096);
                // Twice 400 extreme draws and one: no area stops below.
                assertTrue(stopped.p(area) >= Math.min(1, 2 * 401.0 / (stopped.draws(area) + 1)));
                // One standard error is 5 % of p, and the draws are among all draws.
                assertEquals(all.p(area), stopped.p(area), 4 * 0.05 * all.p(area));
            }
        }
        assertTrue(spared > 800 && spared < 1_600, spared + " spared");
    }

    @Test
    void areasThatStopHaveValidPValues() {
        // Shares of 25 × 64 areas of maps without clusters at or below a level; areas that are no neighbours hang
        // together little.
        Neighbours neighbours = grid(8);
        double[] levels = {0.02, 0.05, 0.1, 0.2, 0.5};
        int[] below = new int[levels.length];
        for (int map = 0; map < 25; map++) {
            AreaValues values = normalValues(64, 500 + map);
            LocalTests normal = GetisOrd.GI.test(values, neighbours, Alternative.TWO_SIDED);
            LocalTests tests = new Permutations(20_479, map)
                    .withEarlyStopping(50)
                    .getisOrd(normal, values, neighbours, Alternative.TWO_SIDED);
            for (double p : pValues(tests)) {
                for (int level = 0; level < levels.length; level++) {
                    below[level] += p <= levels[level] ? 1 : 0;
                }
            }
        }
        for (int level = 0; level < levels.length; level++) {
            double expected = 1_600 * levels[level];
            // Neighbours' p-values are alike: as if there were a third as many areas.
            double error = Math.sqrt(3 * expected * (1 - levels[level]));
            assertTrue(below[level] <= expected + 3 * error, below[level] + " at " + levels[level]);
        }
    }

    @Test
    void fewestDrawsLetOneAreaAmongManyBeFound() {
        // R + 1 = 2 m / α.
        assertEquals(21_119, Permutations.leastDraws(528, 0.05, Alternative.TWO_SIDED));
        assertEquals(10_559, Permutations.leastDraws(528, 0.05, Alternative.GREATER));
        assertEquals(1_313_759, Permutations.leastDraws(32_844, 0.05, Alternative.TWO_SIDED));
        assertEquals(1, Permutations.leastDraws(0, 0.05, Alternative.TWO_SIDED));
        assertThrows(IllegalArgumentException.class, () -> Permutations.leastDraws(5, 0, Alternative.TWO_SIDED));

        // With so many draws the smallest p among m is just found, with one fewer it is not.
        assertEquals(0.05, 528 * Alternative.TWO_SIDED.pValue(0, 21_119, 21_119), 1e-12);
        assertTrue(528 * Alternative.TWO_SIDED.pValue(0, 21_118, 21_118) > 0.05);
    }

    @Test
    void whoWatchesHearsHowFarItIsAndMayEndIt() {
        Neighbours neighbours = grid(10);
        AreaValues values = hill(10);
        LocalTests normal = GetisOrd.GI_STAR.test(values, neighbours, Alternative.TWO_SIDED);
        Permutations permutations = new Permutations(10_000, 1);
        List<Double> shares = new ArrayList<>();
        permutations.getisOrd(normal, values, neighbours, Alternative.TWO_SIDED, shares::add);
        assertEquals(List.of(0.4096, 0.8192, 1.0, 1.0), shares);

        Work cancelled = share -> {
            throw new CancellationException("at " + share);
        };
        CancellationException local = assertThrows(
                CancellationException.class,
                () -> permutations.getisOrd(normal, values, neighbours, Alternative.TWO_SIDED, cancelled));
        assertEquals("at 0.4096", local.getMessage());
        CancellationException global = assertThrows(
                CancellationException.class,
                () -> permutations.globalMoran(values, neighbours, true, Alternative.GREATER, cancelled));
        assertEquals("at 0.0256", global.getMessage());
    }

    @Test
    void unknownValuesAreNeitherDrawnNorTested() {
        // Among known values that are all alike but one, a draw of the unknown area's 0 would be an outlier.
        AreaValues.Builder builder = new AreaValues.Builder(25);
        for (int area = 0; area < 25; area++) {
            builder.known(area, area == 12 ? 101 : 100);
        }
        AreaValues values = builder.unknown(0, NotComputed.SUPPRESSED).build();
        Neighbours neighbours = grid(5);
        LocalTests normal = GetisOrd.GI.test(values, neighbours, Alternative.LESS);
        LocalTests tests = new Permutations(999, 1).getisOrd(normal, values, neighbours, Alternative.LESS);

        assertEquals(NotComputed.SUPPRESSED, tests.reason(0).orElseThrow());
        // Areas away from the outlier: no draw is below their neighbours' sum, and every draw without the outlier
        // equals it.
        // Five known others of 23 hold it for the corner with three neighbours: p is about 20 / 23.
        assertEquals(20 / 23.0, tests.p(24 - 4), 4 * Math.sqrt(20 * 3 / (23.0 * 23 * 999)));
        assertEquals(0, normal.draws(20));
        assertThrows(IllegalArgumentException.class, () -> tests.draws(0));
    }

    @Test
    void nonsenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Permutations(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Permutations(9, 1).withEarlyStopping(0));
        assertThrows(IllegalArgumentException.class, () -> new Permutations(9, 1, -1));
    }

    private static boolean anyFound(LocalTests tests) {
        return IntStream.range(0, tests.size()).anyMatch(area -> tests.isComputed(area) && tests.q(area) <= 0.05);
    }

    private static double[] pValues(LocalTests tests) {
        return IntStream.range(0, tests.size())
                .filter(tests::isComputed)
                .mapToDouble(tests::p)
                .toArray();
    }

    private static Neighbours grid(int side) {
        int[][] lists = new int[side * side][];
        for (int area = 0; area < lists.length; area++) {
            int row = area / side;
            int column = area % side;
            lists[area] = IntStream.range(0, 9)
                    .filter(k -> k != 4)
                    .filter(k ->
                            row + k / 3 >= 1 && row + k / 3 <= side && column + k % 3 >= 1 && column + k % 3 <= side)
                    .map(k -> (row + k / 3 - 1) * side + column + k % 3 - 1)
                    .toArray();
        }
        return Neighbours.ofLists(lists);
    }

    private static AreaValues normalValues(int size, int seed) {
        Random random = new Random(seed);
        return AreaValues.of(IntStream.range(0, size)
                .mapToDouble(area -> random.nextGaussian())
                .toArray());
    }

    private static AreaValues skewedValues(int size, int seed) {
        Random random = new Random(seed);
        return AreaValues.of(IntStream.range(0, size)
                .mapToDouble(area -> Math.exp(random.nextGaussian()))
                .toArray());
    }

    /** Chance, and a hill in the middle. */
    private static AreaValues hill(int side) {
        Random random = new Random(side);
        return AreaValues.of(IntStream.range(0, side * side)
                .mapToDouble(area -> {
                    double north = area / side - side / 2.0;
                    double east = area % side - side / 2.0;
                    return random.nextGaussian() + 4 * Math.exp(-(north * north + east * east) / 20);
                })
                .toArray());
    }
}
