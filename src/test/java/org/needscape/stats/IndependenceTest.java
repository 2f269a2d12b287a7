package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndependenceTest {

    // Sums of at most a few products of fractions: a few units of the last digit.
    private static final double ROUNDING = 1e-15;

    @Test
    void numbersFollowThePoissonBinomialDistribution() {
        // scipy 1.17.1: scipy.stats.poisson_binom.pmf(range(5), [0.4, 0.37, 0.23, 0.1]).
        double[] expected = {0.261954, 0.435834, 0.245874, 0.052934, 0.003404};

        assertArrayEquals(expected, PoissonBinomial.distribution(0.4, 0.37, 0.23, 0.1), ROUNDING);
        assertArrayEquals(expected, Independence.expectedNumbers(List.of(40L, 37L, 23L, 10L), 100), ROUNDING);
    }

    @Test
    void equalProbabilitiesGiveTheBinomialDistribution() {
        // By hand: (1/2)^3 times 1 3 3 1.
        assertArrayEquals(new double[] {0.125, 0.375, 0.375, 0.125}, PoissonBinomial.distribution(0.5, 0.5, 0.5), 0);
    }

    @Test
    void certainAndImpossiblePropertiesOnlyShiftTheDistribution() {
        assertArrayEquals(new double[] {0, 0.75, 0.25, 0}, PoissonBinomial.distribution(1, 0.25, 0), 0);
        assertArrayEquals(new double[] {1}, PoissonBinomial.distribution(), 0);
        assertThrows(IllegalArgumentException.class, () -> PoissonBinomial.distribution(1.0001));
        assertThrows(IllegalArgumentException.class, () -> PoissonBinomial.distribution(-0.0001));
    }

    @Test
    void expectedShareIsTheProductOfShares() {
        // By hand: 40/100 times 25/100 is 0.1; 20 of 100 have both.
        assertEquals(0.1, Independence.expectedFraction(List.of(40L, 25L), 100), ROUNDING);
        assertEquals(2, Independence.lift(20, List.of(40L, 25L), 100), ROUNDING);
        assertEquals(0, Independence.lift(0, List.of(40L, 25L), 100));
    }

    @Test
    void liftStaysFiniteWhereTheExpectedShareRoundsToZero() {
        // (1e-16)^20 = 1e-320 is below the smallest number of full precision; 1e-16 / 1e-320 is finite.
        double lift = Independence.lift(1, Collections.nCopies(20, 1L), 10_000_000_000_000_000L);

        assertTrue(Double.isFinite(lift));
        assertEquals(1, lift / 1e304, 1e-9);
    }

    @Test
    void sharesOfNothingOrAboveAllAreAMistake() {
        assertThrows(IllegalArgumentException.class, () -> Independence.expectedFraction(List.of(0L), 0));
        assertThrows(IllegalArgumentException.class, () -> Independence.expectedFraction(List.of(11L), 10));
        assertThrows(IllegalArgumentException.class, () -> Independence.lift(0, List.of(0L, 5L), 10));
    }
}
