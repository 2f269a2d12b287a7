package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Two authorities, invented; limits by numpy 2.4 from the formulas in the class. */
class StandardisedRateTest {

    private static final double[] POPULATIONS_B = {31000, 27500, 22000, 18000, 14500, 11000, 8200, 6100, 4800, 3900};
    private static final long[] COUNTS_B = {420, 310, 205, 140, 98, 62, 40, 25, 17, 11};

    @Test
    void directlyToThePooledPopulation() {
        Estimate a = of(LogLinearGradientTest.COUNTS, LogLinearGradientTest.POPULATIONS)
                .per10000(0.95)
                .estimate()
                .orElseThrow();
        Estimate b = of(COUNTS_B, POPULATIONS_B).per10000(0.95).estimate().orElseThrow();

        assertEquals(86.561593, a.estimate(), 5e-7);
        assertEquals(80.128450, a.lower(), 5e-6);
        assertEquals(93.351489, a.upper(), 5e-6);
        assertEquals(79.405581, b.estimate(), 5e-7);
        assertEquals(74.975738, b.lower(), 5e-6);
        assertEquals(84.019035, b.upper(), 5e-6);
    }

    @Test
    void ratioOfTwo() {
        Estimate ratio = of(LogLinearGradientTest.COUNTS, LogLinearGradientTest.POPULATIONS)
                .over(of(COUNTS_B, POPULATIONS_B), 0.95)
                .estimate()
                .orElseThrow();

        assertEquals(1.090120, ratio.estimate(), 5e-7);
        assertEquals(0.991869, ratio.lower(), 5e-7);
        assertEquals(1.198103, ratio.upper(), 5e-7);
    }

    @Test
    void withoutEventsThereAreNoLimitsAndTheReasonIsGiven() {
        StandardisedRate none = StandardisedRate.direct(new long[] {0, 0}, new double[] {10, 10}, new double[] {1, 1});

        assertEquals("Not computed: there are no events.", none.per10000(0.95).reason());
        assertTrue(none.over(none, 0.95).estimate().isEmpty());
        assertTrue(StandardisedRate.observedOverExpected(3, 0, 0.95).estimate().isEmpty());
        assertEquals(
                0,
                StandardisedRate.observedOverExpected(0, 4, 0.95)
                        .estimate()
                        .orElseThrow()
                        .lower());
    }

    private static StandardisedRate of(long[] counts, double[] populations) {
        double[] pooled = new double[10];
        for (int q = 0; q < 10; q++) {
            pooled[q] = LogLinearGradientTest.POPULATIONS[q] + POPULATIONS_B[q];
        }
        return StandardisedRate.direct(counts, populations, pooled);
    }
}
