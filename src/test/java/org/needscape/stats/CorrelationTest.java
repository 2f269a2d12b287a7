package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CorrelationTest {

    // Invented, with a tie.
    private static final double[] X = {12.5, 30.1, 7.2, 22.0, 22.0, 41.3, 15.8};
    private static final double[] Y = {3.1, 6.0, 2.2, 4.4, 5.9, 5.2, 3.3};

    @Test
    void coefficientsAgreeWithReference() {
        // scipy 1.17.1: scipy.stats.pearsonr(x, y).statistic, scipy.stats.spearmanr(x, y).statistic.
        assertEquals(0.786792470305514, Correlation.PEARSON.of(X, Y).orElseThrow(), 1e-14);
        assertEquals(0.8648999641877367, Correlation.SPEARMAN.of(X, Y).orElseThrow(), 1e-14);
    }

    @Test
    void ranksDoNotMindACurve() {
        double[] rising = {1, 2, 3, 4};
        double[] curve = {1, 8, 27, 64};

        assertEquals(1, Correlation.SPEARMAN.of(rising, curve).orElseThrow(), 1e-15);
        // By hand: deviations -1.5 -0.5 0.5 1.5 and -24 -17 2 39: 104 / sqrt(5 * 2390).
        assertEquals(
                104 / Math.sqrt(5 * 2_390),
                Correlation.PEARSON.of(rising, curve).orElseThrow(),
                1e-15);
        assertEquals(
                -1, Correlation.PEARSON.of(rising, new double[] {4, 3, 2, 1}).orElseThrow(), 1e-15);
    }

    @Test
    void twoPairsOrAConstantColumnHaveNoCorrelation() {
        for (Correlation method : Correlation.values()) {
            assertTrue(method.of(new double[] {1, 2}, new double[] {3, 4}).isEmpty());
            assertTrue(method.of(new double[] {1, 2, 3}, new double[] {4, 4, 4}).isEmpty());
            assertTrue(method.of(new double[0], new double[0]).isEmpty());
            assertThrows(IllegalArgumentException.class, () -> method.of(new double[3], new double[4]));
        }
    }
}
