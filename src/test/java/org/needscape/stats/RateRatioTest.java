package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RateRatioTest {

    @Test
    void mostAgainstLeastDeprivedTenth() {
        // 170 of 9,200 over 22 of 13,700: exp(ln RR +- 1.959964 * sqrt(1/170 + 1/22)) in base R.
        Estimate ratio = RateRatio.of(170, 9_200, 22, 13_700, 0.95).estimate().orElseThrow();

        assertEquals(11.506917, ratio.estimate(), 5e-7);
        assertEquals(7.380686, ratio.lower(), 5e-7);
        assertEquals(17.939950, ratio.upper(), 5e-6);
    }

    @Test
    void withoutEventsToCompareWithThereIsAnExactLowerLimitOnly() {
        // Given 7 events in all, all in the first of two equal populations: 0.05^(1/7) is the smallest share of the
        // first under which
        // that happens in 5 % of cases, and 1.8722124934 its odds.
        RateRatio ratio = RateRatio.of(7, 500, 0, 500, 0.95);

        assertTrue(ratio.estimate().isEmpty());
        assertEquals(1.8722124934, ((RateRatio.AtLeast) ratio).lower(), 5e-11);
        assertTrue(ratio.note().contains("one-sided"));
    }

    @Test
    void withoutEventsThereIsAnExactUpperLimitOnly() {
        // The inverse of the limit above, 0.5341274046, times 500 / 1,000.
        RateRatio ratio = RateRatio.of(0, 1_000, 7, 500, 0.95);

        assertEquals(0.5341274046 / 2, ((RateRatio.AtMost) ratio).upper(), 5e-11);
        assertTrue(ratio.note().contains("one-sided"));
    }

    @Test
    void nothingAgainstNothingIsNotARatio() {
        RateRatio ratio = RateRatio.of(0, 10, 0, 10, 0.95);

        assertTrue(ratio instanceof RateRatio.Neither);
        assertEquals("Neither has events, so their rates cannot be compared.", ratio.note());
    }

    @Property(tries = 200, seed = "1")
    void theOtherWayUpItIsTheInverse(
            @ForAll @LongRange(min = 1, max = 5_000) long count, @ForAll @LongRange(min = 1, max = 5_000) long other) {
        Estimate ratio = RateRatio.of(count, 900, other, 1_300, 0.95).estimate().orElseThrow();
        Estimate inverse =
                RateRatio.of(other, 1_300, count, 900, 0.95).estimate().orElseThrow();

        assertEquals(1, ratio.estimate() * inverse.estimate(), 1e-12);
        assertEquals(1, ratio.lower() * inverse.upper(), 1e-12);
        assertTrue(ratio.lower() < ratio.estimate() && ratio.estimate() < ratio.upper());
    }
}
