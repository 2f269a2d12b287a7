package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Value;

/**
 * One authority in ten deciles, invented, 753 events. Expected numbers by numpy 2.4: the Poisson model on the rank midpoint, limits with
 * the derivative of ln(remaining) by the slope taken numerically.
 */
class WhatIfTest {

    private final List<GradientGroup> groups = TwoAuthorities.affluent().groups();

    @Test
    void aFlatterGradientAvoidsEvents() {
        assertAvoided(497.597664, 255.402336, 226.673152, 282.563356, WhatIf.flattened(groups, 0.25));
        assertAvoided(339.047853, 413.952147, 375.744057, 448.290562, WhatIf.flattened(groups, 0.5));
        assertAvoided(174.651261, 578.348739, 542.460432, 608.119571, WhatIf.flattened(groups, 1));
    }

    @Test
    void everyGroupAtTheRateOfTheLeastDeprived() {
        // 753 - 115,000 * 22 / 13,700; limits from var(ln(1 - F)) = 1/22 - 1/753.
        assertAvoided(184.671533, 568.328467, 474.255680, 630.652843, WhatIf.everyGroupAsTheLeastDeprived(groups));
    }

    @Test
    void nothingGoneAvoidsNothing() {
        WhatIf asIs = supposed(WhatIf.flattened(groups, 0));

        assertEquals(753, asIs.expected(), 1e-9);
        assertEquals(0, asIs.avoided().estimate(), 1e-9);
        assertEquals(0, asIs.avoided().upper(), 1e-9);
    }

    @Test
    void aGradientTheOtherWayGoesBelowZero() {
        List<GradientGroup> rising = TwoAuthorities.groups(new double[] {1000, 1000}, new long[] {20, 60});

        assertTrue(supposed(WhatIf.flattened(rising, 1)).avoided().estimate() < 0);
    }

    @Test
    void whatCannotBeComputedSaysWhy() {
        List<GradientGroup> hidden =
                List.of(GradientGroup.of(1, 1, 100, Value.known(9)), GradientGroup.of(2, 2, 100, Value.suppressed()));
        assertEquals("Not computed: a count is hidden or not available.", reason(WhatIf.flattened(hidden, 0.5)));
        assertEquals(
                "Not computed: a count is hidden or not available.",
                reason(WhatIf.everyGroupAsTheLeastDeprived(hidden)));
        List<GradientGroup> none = TwoAuthorities.groups(new double[] {100, 100}, new long[] {9, 0});
        assertTrue(reason(WhatIf.everyGroupAsTheLeastDeprived(none)).contains("has no events"));
        assertTrue(reason(WhatIf.flattened(none, 0.5)).contains("no finite estimate"));
        assertTrue(reason(WhatIf.flattened(List.of(), 0.5)).startsWith("Not computed: "));
        assertThrows(IllegalArgumentException.class, () -> WhatIf.flattened(groups, 1.1));
    }

    @Property(tries = 100, seed = "1")
    void theFlatterTheMoreIsAvoidedAndNeverAll(@ForAll @DoubleRange(min = 0, max = 0.9) double share) {
        WhatIf some = supposed(WhatIf.flattened(groups, share));
        WhatIf more = supposed(WhatIf.flattened(groups, share + 0.1));

        assertTrue(more.avoided().estimate() > some.avoided().estimate());
        assertTrue(more.avoidedFraction().upper() < 1);
        assertEquals(753, some.expected() + some.avoided().estimate(), 1e-9);
    }

    private static void assertAvoided(
            double expected, double avoided, double lower, double upper, WhatIf.Outcome outcome) {
        WhatIf whatIf = supposed(outcome);
        assertEquals(expected, whatIf.expected(), 5e-6);
        assertEquals(avoided, whatIf.avoided().estimate(), 5e-6);
        // The derivative of the reference is numerical.
        assertEquals(lower, whatIf.avoided().lower(), 5e-5);
        assertEquals(upper, whatIf.avoided().upper(), 5e-5);
    }

    private static WhatIf supposed(WhatIf.Outcome outcome) {
        return ((WhatIf.Outcome.Supposed) outcome).whatIf();
    }

    private static String reason(WhatIf.Outcome outcome) {
        return ((WhatIf.Outcome.Not) outcome).reason();
    }
}
