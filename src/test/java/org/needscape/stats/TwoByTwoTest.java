package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoByTwoTest {

    // scipy 1.17.1: scipy.stats.contingency.odds_ratio([[a, b], [c, d]], kind='sample'), .confidence_interval(0.95).
    @ParameterizedTest
    @CsvSource({
        "12, 5, 7, 26, 8.914285714285715, 2.343482493126603, 33.90871919418492",
        "4, 4, 4, 8, 2.0, 0.319745072352122, 12.509966050688544",
        "30, 10, 20, 40, 6.0, 2.4526336278872325, 14.678099325830175"
    })
    void oddsRatioHasWoolfsLimits(long a, long b, long c, long d, double ratio, double lower, double upper) {
        Estimate odds = new TwoByTwo(a, b, c, d).oddsRatio(0.95).orElseThrow();

        assertEquals(ratio, odds.estimate(), 1e-12 * ratio);
        assertEquals(lower, odds.lower(), 1e-12 * lower);
        assertEquals(upper, odds.upper(), 1e-12 * upper);
        // It does not matter which property comes first.
        assertEquals(odds, new TwoByTwo(a, c, b, d).oddsRatio(0.95).orElseThrow());
    }

    @Test
    void emptyCellHasNoOddsRatioAndNothingIsAddedToIt() {
        assertTrue(new TwoByTwo(0, 5, 7, 26).oddsRatio(0.95).isEmpty());
        assertTrue(new TwoByTwo(12, 0, 7, 26).oddsRatio(0.95).isEmpty());
        assertTrue(new TwoByTwo(12, 5, 0, 26).oddsRatio(0.95).isEmpty());
        assertTrue(new TwoByTwo(12, 5, 7, 0).oddsRatio(0.95).isEmpty());
        assertTrue(new TwoByTwo(1, 1, 1, 1).oddsRatio(0.95).isPresent());
    }

    @Test
    void liftHasTheLimitsOfTheDeltaMethod() {
        // By hand: shares 0.3, 0.4 and 0.5 of 100; lift 0.3 / 0.2 = 1.5; variance (1/0.3 - 1/0.4 - 1/0.5 + 3 - 1) / 100
        // =
        // 0.00833333; 1.5 times exp(-+ 1.959964 * 0.0912871).
        Estimate lift = new TwoByTwo(30, 10, 20, 40).lift(0.95).orElseThrow();

        assertEquals(1.5, lift.estimate(), 1e-12);
        assertEquals(1.254260, lift.lower(), 1e-5);
        assertEquals(1.793887, lift.upper(), 1e-5);
        assertEquals(lift, new TwoByTwo(30, 20, 10, 40).lift(0.95).orElseThrow());
    }

    @Test
    void whereAPropertyIsEverywhereTheLiftIsOneForCertain() {
        Estimate lift = new TwoByTwo(30, 70, 0, 0).lift(0.95).orElseThrow();

        assertEquals(1, lift.estimate(), 1e-12);
        assertEquals(1, lift.lower(), 1e-6);
        assertEquals(1, lift.upper(), 1e-6);
        assertTrue(new TwoByTwo(0, 5, 7, 26).lift(0.95).isEmpty());
    }

    @Test
    void countsBelowZeroAreAMistake() {
        assertThrows(IllegalArgumentException.class, () -> new TwoByTwo(-1, 5, 7, 26));
        assertThrows(IllegalArgumentException.class, () -> new TwoByTwo(1, 1, 1, 1).oddsRatio(1));
    }
}
