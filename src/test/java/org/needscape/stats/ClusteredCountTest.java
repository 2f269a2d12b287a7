package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusteredCountTest {

    // scipy 1.17: D times the limits of y / D, by chi2.ppf with real degrees of freedom below 10, by Byar's formula
    // from 10.
    @ParameterizedTest
    @CsvSource({
        "65, 1.6, 46.562693831, 88.304980983",
        "8, 2.0, 2.179730747, 20.483177351",
        "12, 1.5, 5.180748265, 23.644783830"
    })
    void limitsAreThoseOfTheEffectiveCountTimesTheDesignEffect(long count, double effect, double lower, double upper) {
        Interval limits = new ClusteredCount(count, effect).limits(0.95);

        assertEquals(lower, limits.lower(), 5e-8);
        assertEquals(upper, limits.upper(), 5e-8);
    }

    @Test
    void designEffectOfFamilies() {
        // Three alone, two pairs and a family of three: 10 children, 3 + 8 + 9 = 20 squared.
        assertEquals(2, ClusteredCount.ofFamilies(10, 20).designEffect());
        assertEquals(1, ClusteredCount.ofFamilies(0, 0).designEffect());
        assertEquals(0, ClusteredCount.ofFamilies(0, 0).limits(0.95).lower());
    }

    @Test
    void squaresThatNoFamiliesHaveAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ClusteredCount.ofFamilies(10, 9));
        assertThrows(IllegalArgumentException.class, () -> ClusteredCount.ofFamilies(10, 101));
        assertThrows(IllegalArgumentException.class, () -> new ClusteredCount(10, 0.5));
    }

    @Test
    void withoutFamiliesTheDispersionStandsInAndNeverNarrows() {
        assertEquals(2.5, ClusteredCount.ofDispersion(40, 2.5).designEffect());
        assertEquals(
                PoissonInterval.ofCount(40, 0.95),
                ClusteredCount.ofDispersion(40, 0.4).limits(0.95));
    }

    @Property(tries = 200, seed = "1")
    void moreClusteringWidensTheLimits(
            @ForAll @IntRange(min = 1, max = 2_000) int count, @ForAll @DoubleRange(min = 1, max = 3) double effect) {
        Interval limits = new ClusteredCount(count, effect).limits(0.95);
        Interval wider = new ClusteredCount(count, effect + 0.5).limits(0.95);

        assertTrue(limits.contains(count));
        assertTrue(wider.upper() > limits.upper());
    }
}
