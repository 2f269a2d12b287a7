package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.commons.math3.special.Erf;
import org.junit.jupiter.api.Test;

class StandardNormalTest {

    @Test
    void upperTailHasTwelveDigitsFarOutToo() {
        // pnorm(z, lower.tail = FALSE) in R 4.2.2.
        double[][] expected = {
            {0, 0.5},
            {0.1, 4.6017216272297101e-1},
            {0.5, 3.0853753872598694e-1},
            {1, 1.5865525393145705e-1},
            {3, 1.3498980316300946e-3},
            {5, 2.8665157187919391e-7},
            {8, 6.2209605742717849e-16},
            {10, 7.6198530241605269e-24},
            {20, 2.7536241186062337e-89},
            {30, 4.9067139271481872e-198},
            {37, 5.7255712225245771e-300}
        };
        for (double[] pair : expected) {
            assertEquals(pair[1], StandardNormal.upperTail(pair[0]), 1e-12 * pair[1], "z " + pair[0]);
            assertEquals(1 - pair[1], StandardNormal.upperTail(-pair[0]), 1e-15);
        }
        assertEquals(0, StandardNormal.upperTail(1e6));
        assertEquals(1, StandardNormal.upperTail(-1e6));
        assertThrows(IllegalArgumentException.class, () -> StandardNormal.upperTail(Double.NaN));
    }

    @Test
    void errorFunctionAgreesWithAContinuedFractionAcrossItsThreeRanges() {
        for (double x = -6; x < 12; x += 0.0137) {
            double expected = Erf.erfc(x);
            assertEquals(expected, ErrorFunction.erfc(x), 1e-12 * expected, "x " + x);
        }
    }
}
