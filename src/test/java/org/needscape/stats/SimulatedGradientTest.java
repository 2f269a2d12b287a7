package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SimulatedGradientTest {

    @Test
    void simulationAgreesWithTheClosedForm() {
        // 100,000 simulations in R gave beta -2.957721 to -2.224216, SII -207.56 to -135.31, RII 0.05194 to 0.10815.
        // Two sets of
        // 100,000 differ by chance: the standard error of such a limit is sqrt(p (1 - p) / R) / density = 0.0016, and 4
        // of
        // them for each set, together 4 * sqrt(2) * 0.0016 = 0.009, are allowed.
        SimulatedGradient simulated = SimulatedGradient.of(
                        LogLinearGradientTest.POPULATIONS, LogLinearGradientTest.COUNTS, 0.95, 100_000, 1)
                .orElseThrow();
        LogLinearGradient closed = LogLinearGradient.fit(
                        LogLinearGradientTest.POPULATIONS, LogLinearGradientTest.COUNTS, 0.95)
                .orElseThrow();

        assertEquals(-2.591985989, simulated.slope().estimate(), 5e-10);
        assertEquals(-2.957721, simulated.slope().lower(), 0.009);
        assertEquals(-2.224216, simulated.slope().upper(), 0.009);
        assertEquals(-207.56, simulated.sii().lower(), 1);
        assertEquals(-135.31, simulated.sii().upper(), 1);
        assertEquals(0.05194, simulated.rii().lower(), 0.0005);
        assertEquals(0.10815, simulated.rii().upper(), 0.001);
        assertEquals(closed.rii().lower(), simulated.rii().lower(), 0.0005);
        assertEquals(closed.sii().estimate(), simulated.sii().estimate(), 1e-9);
    }

    @Test
    void theSameSeedGivesTheSameLimits() {
        assertEquals(of(1_000, 7), of(1_000, 7));
        assertTrue(of(1_000, 7).slope().lower() != of(1_000, 8).slope().lower());
    }

    @Test
    void fewDrawsAndGroupsWithoutEventsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> of(99, 1));
        assertTrue(SimulatedGradient.of(new double[] {10, 10}, new long[] {1, 0}, 0.95, 100, 1)
                .isEmpty());
    }

    private static SimulatedGradient of(int draws, long seed) {
        return SimulatedGradient.of(LogLinearGradientTest.POPULATIONS, LogLinearGradientTest.COUNTS, 0.95, draws, seed)
                .orElseThrow();
    }
}
