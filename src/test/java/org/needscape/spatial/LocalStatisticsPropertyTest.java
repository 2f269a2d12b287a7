package org.needscape.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.needscape.stats.Alternative;

/** What must hold on any map and any values. */
class LocalStatisticsPropertyTest {

    // Sums in another order and other scales differ by rounding only.
    private static final double ROUNDING = 1e-8;

    @Property(tries = 100, seed = "11")
    void scalingTheWeightsOfAnAreaChangesNothing(@ForAll int seed, @ForAll @IntRange(min = 4, max = 40) int size) {
        Map map = Map.random(seed, size);
        assertSame(
                GetisOrd.GI.test(map.values, map.neighbours, Alternative.TWO_SIDED),
                GetisOrd.GI.test(map.values, map.neighbours.rowStandardised(), Alternative.TWO_SIDED),
                identity(size));
        assertSame(
                GetisOrd.GI_STAR.test(map.values, withSelf(map.lists), Alternative.TWO_SIDED),
                GetisOrd.GI_STAR.test(map.values, withSelf(map.lists).rowStandardised(), Alternative.TWO_SIDED),
                identity(size));
    }

    @Property(tries = 100, seed = "12")
    void orderOfAreasDoesNotMatter(@ForAll int seed, @ForAll @IntRange(min = 4, max = 40) int size) {
        Map map = Map.random(seed, size);
        int[] order = identity(size);
        Random random = new Random(seed);
        for (int k = size - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int kept = order[k];
            order[k] = order[other];
            order[other] = kept;
        }
        double[] x = new double[size];
        int[][] lists = new int[size][];
        for (int area = 0; area < size; area++) {
            x[order[area]] = map.x[area];
            lists[order[area]] =
                    Arrays.stream(map.lists[area]).map(j -> order[j]).toArray();
        }
        for (GetisOrd form : GetisOrd.values()) {
            assertSame(
                    form.test(map.values, map.neighbours, Alternative.TWO_SIDED),
                    form.test(AreaValues.of(x), Neighbours.ofLists(lists), Alternative.TWO_SIDED),
                    order);
        }
    }

    @Property(tries = 100, seed = "13")
    void addingAConstantToAllValuesChangesNothing(@ForAll int seed, @ForAll @IntRange(min = 4, max = 40) int size) {
        Map map = Map.random(seed, size);
        double[] shifted = Arrays.stream(map.x).map(v -> v + 1_000).toArray();
        for (GetisOrd form : GetisOrd.values()) {
            assertSame(
                    form.test(map.values, map.neighbours, Alternative.TWO_SIDED),
                    form.test(AreaValues.of(shifted), map.neighbours, Alternative.TWO_SIDED),
                    identity(size));
        }
    }

    @Property(tries = 100, seed = "14")
    void localMoranIsGiWithTheSignOfTheArea(@ForAll int seed, @ForAll @IntRange(min = 4, max = 40) int size) {
        Map map = Map.random(seed, size);
        LocalTests gi = GetisOrd.GI.test(map.values, map.neighbours, Alternative.TWO_SIDED);
        LocalMoran moran = LocalMoran.test(map.values, map.neighbours, true, Alternative.TWO_SIDED);
        double mean = Arrays.stream(map.x).average().orElseThrow();
        for (int area = 0; area < size; area++) {
            if (gi.isComputed(area) && moran.tests().isComputed(area)) {
                assertEquals(
                        Math.signum(map.x[area] - mean) * gi.z(area),
                        moran.tests().z(area),
                        ROUNDING * Math.max(1, Math.abs(gi.z(area))));
            }
        }
    }

    @Property(tries = 50, seed = "15")
    void localMoransAddUpToTheGlobalOne(@ForAll int seed, @ForAll @IntRange(min = 5, max = 40) int size) {
        Map map = Map.random(seed, size);
        if (!map.neighbours.isolates().isEmpty()) {
            return;
        }
        for (boolean rowStandardised : new boolean[] {true, false}) {
            LocalMoran local = LocalMoran.test(map.values, map.neighbours, rowStandardised, Alternative.TWO_SIDED);
            double sum = 0;
            for (int area = 0; area < size; area++) {
                sum += local.tests().isComputed(area) ? local.statistic(area) : 0;
            }
            // S0: row-standardised the number of areas, otherwise that of links.
            int s0 = rowStandardised ? size : map.neighbours.linkCount();
            double global = GlobalMoran.compute(map.values, map.neighbours, rowStandardised)
                    .orElseThrow()
                    .statistic();
            if (local.tests().testedCount() == size) {
                assertEquals(s0 * global, sum, 1e-9);
            }
        }
    }

    private static void assertSame(LocalTests expected, LocalTests actual, int[] order) {
        for (int area = 0; area < expected.size(); area++) {
            assertEquals(expected.reason(area), actual.reason(order[area]));
            if (expected.isComputed(area)) {
                double scale = Math.max(1, Math.abs(expected.z(area)));
                assertEquals(expected.z(area), actual.z(order[area]), ROUNDING * scale);
                assertEquals(expected.q(area), actual.q(order[area]), ROUNDING);
            }
        }
    }

    private static int[] identity(int size) {
        return java.util.stream.IntStream.range(0, size).toArray();
    }

    private static Neighbours withSelf(int[][] lists) {
        int[][] own = new int[lists.length][];
        for (int area = 0; area < lists.length; area++) {
            own[area] = Arrays.copyOf(lists[area], lists[area].length + 1);
            own[area][lists[area].length] = area;
        }
        return Neighbours.ofLists(own);
    }

    /** An undirected map with some isolates and whole-number values. */
    private record Map(double[] x, int[][] lists, AreaValues values, Neighbours neighbours) {

        static Map random(int seed, int size) {
            Random random = new Random(seed);
            boolean[][] linked = new boolean[size][size];
            for (int k = 0; k < 2 * size; k++) {
                int a = random.nextInt(size);
                int b = random.nextInt(size);
                linked[a][b] = linked[b][a] = a != b;
            }
            int[][] lists = new int[size][];
            double[] x = new double[size];
            for (int area = 0; area < size; area++) {
                boolean[] row = linked[area];
                lists[area] = java.util.stream.IntStream.range(0, size)
                        .filter(j -> row[j])
                        .toArray();
                x[area] = random.nextInt(50) + area * 0.01;
            }
            return new Map(x, lists, AreaValues.of(x), Neighbours.ofLists(lists));
        }
    }
}
