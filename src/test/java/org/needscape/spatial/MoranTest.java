package org.needscape.spatial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.GridOf25;
import org.needscape.stats.Alternative;
import org.needscape.stats.EmpiricalBayes;

/** Golden numbers: spdep 1.2-7, moran.test and localmoran (conditional), on the grid of 25 invented areas. */
class MoranTest {

    private static final Neighbours QUEEN = Neighbours.ofLists(GridOf25.queenNeighbours());
    private static final AreaValues RATES = AreaValues.of(GetisOrdTest.rates());

    @Test
    void localMoranAgreesWithReferenceForEveryArea() {
        LocalMoran moran = LocalMoran.test(RATES, QUEEN, true, Alternative.TWO_SIDED);
        for (int area = 0; area < 25; area++) {
            // The golden file has six decimals.
            assertEquals(GridOf25.column("I")[area], moran.statistic(area), 5.1e-7);
            assertEquals(GridOf25.column("E_cond")[area], moran.expectation(area), 5.1e-7);
            assertEquals(GridOf25.column("V_cond")[area], moran.variance(area), 5.1e-7);
            assertEquals(GridOf25.column("Z_cond")[area], moran.tests().z(area), 5.1e-7);
        }
        assertEquals(LocalMoran.Quadrant.HH, moran.quadrant(6));
        assertEquals(LocalMoran.Quadrant.LL, moran.quadrant(24));
        assertEquals(LocalMoran.Quadrant.LH, moran.quadrant(0));
    }

    @Test
    void globalMoranAgreesWithReference() {
        GlobalMoran row = GlobalMoran.compute(RATES, QUEEN, true).orElseThrow();
        assertEquals(0.458021447, row.statistic(), 5e-10);
        assertEquals(-0.041666667, row.expectation(), 5e-10);
        assertEquals(0.011370597, row.varianceRandomisation(), 5e-10);
        assertEquals(4.686055, row.zRandomisation(), 5e-7);
        assertEquals(0.011324145, row.varianceNormality(), 5e-10);
        assertEquals(4.695656, row.zNormality(), 5e-7);

        GlobalMoran binary = GlobalMoran.compute(RATES, QUEEN, false).orElseThrow();
        assertEquals(0.508868302, binary.statistic(), 5e-10);
        assertEquals(0.009972882, binary.varianceRandomisation(), 5e-10);
        assertEquals(5.512830, binary.zRandomisation(), 5e-7);
    }

    @Test
    void globalMoranOfStandardisedRates() {
        // spdep EBImoran's statistic with the EBI z of the same grid.
        double[] cases = GridOf25.column("cases");
        double[] pop = GridOf25.column("pop");
        EmpiricalBayes bayes = EmpiricalBayes.fit(cases, pop).orElseThrow();
        double[] z = IntStream.range(0, 25)
                .mapToDouble(i -> bayes.standardisedRate(cases[i], pop[i], EmpiricalBayes.Mode.ASSUNCAO))
                .toArray();

        assertEquals(
                0.453780915,
                GlobalMoran.compute(AreaValues.of(z), QUEEN, true).orElseThrow().statistic(),
                5e-10);
    }

    @Test
    void constantValuesAndTinyMapsHaveNoMoran() {
        assertTrue(
                GlobalMoran.compute(AreaValues.of(new double[25]), QUEEN, true).isEmpty());
        assertTrue(GlobalMoran.compute(AreaValues.of(1, 2, 3), Neighbours.ofLists(new int[][] {{1}, {0, 2}, {1}}), true)
                .isEmpty());
    }

    @Test
    void isolatesKeepOutOfTheGlobalStatistic() {
        int[][] lists = java.util.Arrays.copyOf(GridOf25.queenNeighbours(), 26);
        lists[25] = new int[0];
        double[] values = java.util.Arrays.copyOf(GetisOrdTest.rates(), 26);
        values[25] = 1e6;

        GlobalMoran moran = GlobalMoran.compute(AreaValues.of(values), Neighbours.ofLists(lists), true)
                .orElseThrow();
        assertEquals(25, moran.areaCount());
        assertEquals(0.458021447, moran.statistic(), 5e-10);
    }

    @Test
    void areaAtTheMeanIsNotTested() {
        LocalMoran moran = LocalMoran.test(
                AreaValues.of(1, 2, 3, 2),
                Neighbours.ofLists(new int[][] {{1}, {0, 2}, {1, 3}, {2}}),
                true,
                Alternative.TWO_SIDED);

        assertEquals(Optional.of(NotComputed.CONSTANT), moran.tests().reason(1));
        assertEquals(LocalMoran.Quadrant.NONE, moran.quadrant(1));
    }

    @Test
    void conditionalPermutationAgreesWithReference() {
        // 99,999 conditional permutations, upper p by an independent implementation; tolerance four Monte Carlo errors.
        int draws = 99_999;
        LocalMoran moran = LocalMoran.test(RATES, QUEEN, true, Alternative.GREATER);
        LocalTests upper = new Permutations(draws, 1).localMoran(moran, RATES, QUEEN, Alternative.GREATER);
        LocalTests lower = new Permutations(draws, 1).localMoran(moran, RATES, QUEEN, Alternative.LESS);

        assertClose(0.00003, upper.p(6), draws);
        assertClose(0.00055, upper.p(7), draws);
        assertClose(0.00060, upper.p(11), draws);
        assertClose(0.00104, upper.p(12), draws);
        assertClose(0.0386, upper.p(2), draws);
        assertClose(0.0514, upper.p(24), draws);
        assertClose(0.0773, lower.p(0), draws);
    }

    @Test
    void permutationsAreTheSameForTheSameSeedAndDifferForAnother() {
        LocalTests tests = GetisOrd.GI_STAR.test(RATES, QUEEN, Alternative.TWO_SIDED);
        LocalTests first = new Permutations(999, 7).getisOrd(tests, RATES, QUEEN, Alternative.TWO_SIDED);
        LocalTests again = new Permutations(999, 7).getisOrd(tests, RATES, QUEEN, Alternative.TWO_SIDED);
        LocalTests other = new Permutations(999, 8).getisOrd(tests, RATES, QUEEN, Alternative.TWO_SIDED);

        boolean differs = false;
        for (int area = 0; area < 25; area++) {
            assertEquals(first.p(area), again.p(area));
            assertTrue(first.p(area) >= 2.0 / 1_000 && first.p(area) <= 1);
            differs |= first.p(area) != other.p(area);
        }
        assertTrue(differs);
    }

    @Test
    void globalPermutationFindsTheClustering() {
        double p = new Permutations(999, 1).globalMoran(RATES, QUEEN, true, Alternative.GREATER);

        // z 4.69: no draw of 999 comes near.
        assertEquals(0.001, p, 1e-12);
    }

    private static void assertClose(double expected, double actual, int draws) {
        double error = Math.sqrt(2 * Math.max(expected, 1.0 / draws) / draws);
        // The reference is printed to five decimals or four figures.
        assertEquals(expected, actual, 4 * error + 5e-5);
    }
}
