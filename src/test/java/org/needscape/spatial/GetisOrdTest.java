package org.needscape.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.GridOf25;
import org.needscape.stats.Alternative;

/** Golden numbers: spdep 1.2-7, localG with binary weights, on the grid of 25 invented areas. */
class GetisOrdTest {

    private static final Neighbours QUEEN = Neighbours.ofLists(GridOf25.queenNeighbours());
    private static final double[] RATES = rates();

    @Test
    void giStarAgreesWithReferenceForEveryArea() {
        LocalTests tests = GetisOrd.GI_STAR.test(AreaValues.of(RATES), QUEEN, Alternative.TWO_SIDED);

        assertScores(GridOf25.column("Gistar_z"), tests);
        assertEquals(25, tests.testedCount());
    }

    @Test
    void giWithoutSelfAgreesWithReferenceForEveryArea() {
        assertScores(GridOf25.column("Gi_z"), GetisOrd.GI.test(AreaValues.of(RATES), QUEEN, Alternative.TWO_SIDED));
    }

    @Test
    void fourAreasStandOutOnceMultipleTestingIsControlled() {
        // spdep: raw p <= 0.05 for 2 3 6 7 8 12 13; Benjamini-Hochberg at 5 % leaves 7 8 12 13.
        LocalTests tests = GetisOrd.GI_STAR.test(AreaValues.of(RATES), QUEEN, Alternative.TWO_SIDED);

        assertEquals(List.of(2, 3, 6, 7, 8, 12, 13), idsWhere(area -> tests.p(area) <= 0.05));
        assertEquals(List.of(7, 8, 12, 13), idsWhere(area -> tests.q(area) <= 0.05));
    }

    @Test
    void oneSidedTestsLookOneWay() {
        AreaValues values = AreaValues.of(RATES);
        LocalTests greater = GetisOrd.GI_STAR.test(values, QUEEN, Alternative.GREATER);
        LocalTests less = GetisOrd.GI_STAR.test(values, QUEEN, Alternative.LESS);
        LocalTests both = GetisOrd.GI_STAR.test(values, QUEEN, Alternative.TWO_SIDED);

        for (int area = 0; area < 25; area++) {
            assertEquals(1, greater.p(area) + less.p(area), 1e-12);
            assertEquals(both.p(area), 2 * Math.min(greater.p(area), less.p(area)), 1e-12);
        }
    }

    @Test
    void areaWithoutNeighboursIsReportedNotScored() {
        int[][] lists = {{1, 2}, {0, 2}, {0, 1, 3}, {2}, {}};
        LocalTests tests =
                GetisOrd.GI_STAR.test(AreaValues.of(1, 2, 3, 9, 100), Neighbours.ofLists(lists), Alternative.TWO_SIDED);

        assertEquals(Optional.of(NotComputed.ISOLATE), tests.reason(4));
        assertEquals(4, tests.testedCount());
        assertThrows(IllegalArgumentException.class, () -> tests.z(4));
        // The isolate's value of 100 counts in mean and deviation: every other area lies below the mean.
        assertTrue(IntStream.range(0, 4).allMatch(area -> tests.z(area) < 0));
    }

    @Test
    void missingNeighbourIsDroppedNotTakenAsZero() {
        // A line of five areas; the middle one is suppressed. What remains must equal the four areas by themselves.
        int[][] line = {{1}, {0, 2}, {1, 3}, {2, 4}, {3}};
        AreaValues values = new AreaValues.Builder(5)
                .known(0, 1)
                .known(1, 5)
                .unknown(2, NotComputed.SUPPRESSED)
                .known(3, 2)
                .known(4, 9)
                .build();
        LocalTests tests = GetisOrd.GI_STAR.test(values, Neighbours.ofLists(line), Alternative.TWO_SIDED);
        LocalTests without = GetisOrd.GI_STAR.test(
                AreaValues.of(1, 5, 2, 9), Neighbours.ofLists(new int[][] {{1}, {0}, {3}, {2}}), Alternative.TWO_SIDED);

        assertEquals(Optional.of(NotComputed.SUPPRESSED), tests.reason(2));
        assertEquals(without.z(0), tests.z(0), 1e-12);
        assertEquals(without.z(1), tests.z(1), 1e-12);
        assertEquals(without.z(2), tests.z(3), 1e-12);
        assertEquals(without.q(3), tests.q(4), 1e-12);
    }

    @Test
    void areaWhoseNeighboursAreAllHiddenIsAnIsolate() {
        AreaValues values = new AreaValues.Builder(4)
                .known(0, 1)
                .unknown(1, NotComputed.SUPPRESSED)
                .known(2, 3)
                .known(3, 4)
                .build();
        LocalTests tests =
                GetisOrd.GI.test(values, Neighbours.ofLists(new int[][] {{1}, {0}, {3}, {2}}), Alternative.TWO_SIDED);

        assertEquals(Optional.of(NotComputed.ISOLATE), tests.reason(0));
    }

    @Test
    void whatCannotVaryIsNotComputed() {
        int[][] complete = {{1, 2}, {0, 2}, {0, 1}};
        LocalTests everybodyIsNeighbour =
                GetisOrd.GI_STAR.test(AreaValues.of(1, 2, 4), Neighbours.ofLists(complete), Alternative.TWO_SIDED);
        double[] same = new double[25];
        java.util.Arrays.fill(same, 0.1);
        LocalTests constant = GetisOrd.GI_STAR.test(AreaValues.of(same), QUEEN, Alternative.TWO_SIDED);

        for (int area = 0; area < 3; area++) {
            assertEquals(Optional.of(NotComputed.CONSTANT), everybodyIsNeighbour.reason(area));
        }
        for (int area = 0; area < 25; area++) {
            assertEquals(Optional.of(NotComputed.CONSTANT), constant.reason(area));
        }
        assertEquals(0, constant.testedCount());
    }

    @Test
    void emptyMapIsNoError() {
        LocalTests tests =
                GetisOrd.GI_STAR.test(AreaValues.of(), Neighbours.ofLists(new int[0][]), Alternative.TWO_SIDED);

        assertEquals(0, tests.size());
    }

    private static void assertScores(double[] expected, LocalTests tests) {
        for (int area = 0; area < expected.length; area++) {
            // The golden file has six decimals.
            assertEquals(expected[area], tests.z(area), 5.1e-7, "area " + (area + 1));
        }
    }

    private static List<Integer> idsWhere(java.util.function.IntPredicate holds) {
        return IntStream.range(0, 25)
                .filter(holds)
                .map(area -> area + 1)
                .boxed()
                .toList();
    }

    static double[] rates() {
        double[] cases = GridOf25.column("cases");
        double[] pop = GridOf25.column("pop");
        return IntStream.range(0, 25)
                .mapToDouble(i -> 10_000 * cases[i] / pop[i])
                .toArray();
    }
}
