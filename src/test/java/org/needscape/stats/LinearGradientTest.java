package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearGradientTest {

    @Test
    void aLineThroughSteepRatesRunsBelowZeroAndIsRefused() {
        // lm of rate * sqrt(a) on sqrt(a) and r * sqrt(a) without intercept in R, invented counts: a relative index
        // below 0.
        LinearGradient line = LinearGradient.fit(LogLinearGradientTest.POPULATIONS, LogLinearGradientTest.COUNTS)
                .orElseThrow();

        assertEquals(144.3825, line.intercept(), 5e-5);
        assertEquals(-157.8085, line.slope(), 5e-5);
        assertEquals(-0.0930, line.ratioOfEnds().orElseThrow(), 5e-5);
        Computed sii = line.sii(0.95);
        assertTrue(sii.estimate().isEmpty());
        assertEquals(
                "Not computed: a straight line through these rates runs to -13.4 per 10,000 at the least deprived end, and no rate"
                        + " is below 0.",
                sii.reason());
    }

    @Test
    void flatRatesHaveAnIndexWithLimits() {
        // numpy 2.4: slope = sum(c * rate), limits from sd = sqrt(sum(c^2 * ((U - L) / (2 * 1.959964))^2)), ten deciles
        // of 10,000.
        double[] populations = new double[10];
        Arrays.fill(populations, 10_000);
        long[] counts = {100, 98, 97, 95, 96, 92, 90, 91, 88, 87};
        Estimate sii = LinearGradient.fit(populations, counts)
                .orElseThrow()
                .sii(0.95)
                .estimate()
                .orElseThrow();

        assertEquals(-14.303030303, sii.estimate(), 5e-9);
        assertEquals(-35.742733912, sii.lower(), 5e-6);
        assertEquals(7.136673306, sii.upper(), 5e-6);
    }

    @Test
    void aGroupWithoutEventsIsNoObstacleButOneGroupIs() {
        assertTrue(
                LinearGradient.fit(new double[] {100, 100}, new long[] {5, 0}).isPresent());
        assertTrue(LinearGradient.fit(new double[] {100}, new long[] {5}).isEmpty());
        Computed none = LinearGradient.fit(new double[] {100, 100}, new long[] {0, 0})
                .orElseThrow()
                .sii(0.95);
        assertTrue(none.estimate().isEmpty());
    }
}
