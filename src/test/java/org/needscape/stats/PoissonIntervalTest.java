package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonIntervalTest {

    // Exact: R qchisq(0.025, 2*y)/2 and qchisq(0.975, 2*y+2)/2. From 10: Byar's formula in base R.
    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.688879",
        "1, 0.025318, 5.571643",
        "5, 1.623486, 11.668332",
        "9, 4.115373, 17.084803",
        "10, 4.787450, 18.391459",
        "65, 50.163188, 82.849139",
        "1045, 982.593202, 1110.331213"
    })
    void limitsAreExactBelowTenEventsAndByarsFromTen(long count, double lower, double upper) {
        Interval limits = PoissonInterval.ofCount(count, 0.95);

        assertEquals(lower, limits.lower(), 5e-7);
        assertEquals(upper, limits.upper(), 5e-7);
    }

    // R: qchisq(0.025, 2*y)/2/y and qchisq(0.975, 2*y+2)/2/y, the limits of observed over expected where they are
    // equal.
    @ParameterizedTest
    @CsvSource({
        "5, 0.324697, 2.333666",
        "10, 0.479539, 1.839036",
        "20, 0.610826, 1.544419",
        "50, 0.742219, 1.318375",
        "100, 0.813640, 1.216268",
        "200, 0.866204, 1.148610"
    })
    void exactLimitsExistAtAnyCount(long count, double lower, double upper) {
        Interval limits = PoissonInterval.exact(count, 0.95);

        assertEquals(lower, limits.lower() / count, 5e-7);
        assertEquals(upper, limits.upper() / count, 5e-7);
    }

    @Test
    void aRateHasTheLimitsOfItsCountOverItsPopulation() {
        // 170 events among 9,200 children: Byar's limits 158.0475 and 214.7439 per 10,000 (base R).
        Interval limits = PoissonInterval.ofRatePer10000(170, 9_200, 0.95);

        assertEquals(158.0475, limits.lower(), 5e-5);
        assertEquals(214.7439, limits.upper(), 5e-5);
    }

    @Test
    void aPopulationOfZeroIsAMistakeOfTheCaller() {
        assertThrows(IllegalArgumentException.class, () -> PoissonInterval.ofRatePer10000(0, 0, 0.95));
        assertThrows(IllegalArgumentException.class, () -> PoissonInterval.ofCount(-1, 0.95));
        assertThrows(IllegalArgumentException.class, () -> PoissonInterval.ofCount(1, 1));
    }

    @Property(tries = 200, seed = "1")
    void moreEventsRaiseBothLimits(@ForAll @IntRange(max = 5_000) int count) {
        Interval limits = PoissonInterval.ofCount(count, 0.95);
        Interval next = PoissonInterval.ofCount(count + 1L, 0.95);

        assertTrue(limits.contains(count));
        assertTrue(next.lower() > limits.lower() && next.upper() > limits.upper());
    }
}
