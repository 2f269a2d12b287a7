package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RanksTest {

    private static final double[] TIED = {30, 10, 20, 20, 5};

    @Test
    void tiesShareTheMeanRank() {
        assertArrayEquals(new double[] {5, 2, 3.5, 3.5, 1}, Ranks.averageAscending(TIED));
    }

    @Test
    void competitionRanksLeaveOutTheRanksAfterATie() {
        assertArrayEquals(new int[] {1, 4, 2, 2, 5}, Ranks.competitionDescending(TIED));
    }

    @Test
    void decileIsTheRoundedUpTenthOfTheRank() {
        // Published rule: first decile of 32,844 areas (2011) ends at rank 3,284, of 33,755 (2021) at 3,375.
        assertEquals(1, Deciles.ofRank(3_284, 32_844));
        assertEquals(2, Deciles.ofRank(3_285, 32_844));
        assertEquals(1, Deciles.ofRank(3_375, 33_755));
        assertEquals(2, Deciles.ofRank(3_376, 33_755));
        assertEquals(10, Deciles.ofRank(32_844, 32_844));
        assertEquals(10, Deciles.ofRank(1, 1));
        assertThrows(IllegalArgumentException.class, () -> Deciles.ofRank(0, 10));
        assertThrows(IllegalArgumentException.class, () -> Deciles.ofRank(11, 10));
    }

    @Test
    void standardScoresDivideByNMinusOne() {
        // By hand: mean 4, squares 4 + 0 + 4 = 8, sd = sqrt(8 / 2) = 2.
        assertArrayEquals(
                new double[] {-1, 0, 1}, ZScores.of(new double[] {2, 4, 6}).orElseThrow(), 1e-15);
    }

    @Test
    void numbersThatDoNotVaryHaveNoScores() {
        assertTrue(ZScores.of(new double[] {0.1, 0.1, 0.1}).isEmpty());
        assertTrue(ZScores.of(new double[] {7}).isEmpty());
        assertTrue(ZScores.of(new double[0]).isEmpty());
        assertFalse(ZScores.of(new double[] {0, 1e-9}).isEmpty());
    }

    @Test
    void robustScoresFallBackWhereMostNumbersAreEqual() {
        // By hand: median 2, deviations 1 0 1 7, MAD 1; then three of four equal, MAD 0.
        double[] robust = ZScores.robust(new double[] {1, 2, 3, 2, 9}).orElseThrow();
        assertArrayEquals(new double[] {-1 / 1.4826, 0, 1 / 1.4826, 0, 7 / 1.4826}, robust, 1e-12);
        double[] equal = {1, 1, 1, 5};
        assertArrayEquals(ZScores.of(equal).orElseThrow(), ZScores.robust(equal).orElseThrow());
    }
}
