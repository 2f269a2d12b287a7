package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Value;
import org.needscape.stats.Estimate;
import org.needscape.stats.LinearGradient;
import org.needscape.stats.LogLinearGradient;
import org.needscape.stats.SimulatedGradient;

/** Brothers and sisters who are counted together: limits widen, and nothing else changes. */
class ClusteredGradientTest {

    /** scipy 1.17, as in ClusteredCountTest: 65 events with D = 1.6 are known to 46.562693831 to 88.304980983. */
    @Test
    void limitsOfATenthAreThoseOfItsClusteredCount() {
        GradientGroup tenth = GradientGroup.of(1, 1, 10_000, Value.known(65)).withDesignEffect(1.6);

        assertEquals(46.562693831, number(tenth.lower()), 5e-8);
        assertEquals(88.304980983, number(tenth.upper()), 5e-8);
        assertEquals(65, number(tenth.ratePer10000()), 1e-9);
    }

    /** 40 events of D = 2 and 60 of D = 1 have 80 + 60 = 140 squared, so that D is 1.4. */
    @Test
    void tenthsTogetherHaveTheFamiliesOfBoth() {
        GradientGroup one = GradientGroup.of(1, 1, 1000, Value.known(40)).withDesignEffect(2);
        GradientGroup other = GradientGroup.of(2, 2, 1000, Value.known(60));

        assertEquals(1.4, one.with(other).designEffect(), 1e-12);
        assertEquals(1.4, new PlaceDeciles("a", "A", List.of(one, other)).designEffect(), 1e-12);
        assertEquals(1, new PlaceDeciles("a", "A", List.of()).designEffect());
    }

    @Test
    void hiddenTenthStaysHidden() {
        GradientGroup hidden = GradientGroup.of(1, 1, 1000, Value.suppressed()).withDesignEffect(1.6);

        assertEquals(Value.suppressed(), hidden.upper());
        assertEquals(1.6, hidden.designEffect());
    }

    @Test
    void designEffectBelowOneIsRefused() {
        GradientGroup tenth = GradientGroup.of(1, 1, 1000, Value.known(40));

        assertThrows(IllegalArgumentException.class, () -> tenth.withDesignEffect(0.9));
    }

    @Property(tries = 200, seed = "1")
    void indicesStayAndTheirLimitsWiden(
            @ForAll @Size(10) List<@IntRange(min = 1, max = 500) Integer> counts,
            @ForAll @DoubleRange(min = 1.1, max = 3) double effect) {
        List<GradientGroup> alone = new java.util.ArrayList<>();
        for (int k = 0; k < counts.size(); k++) {
            alone.add(GradientGroup.of(k + 1, k + 1, 5000, Value.known((double) counts.get(k))));
        }
        List<GradientGroup> together =
                alone.stream().map(group -> group.withDesignEffect(effect)).toList();

        Estimate narrow = Gradient.ofGroups(alone).fit().orElseThrow().rii();
        Estimate wide = Gradient.ofGroups(together).fit().orElseThrow().rii();

        assertEquals(narrow.estimate(), wide.estimate(), 1e-12 * narrow.estimate());
        assertTrue(wide.lower() < narrow.lower());
        assertTrue(wide.upper() > narrow.upper());
    }

    @Property(tries = 100, seed = "1")
    void eventsThatComeAloneAreAsTheyWere(@ForAll @Size(10) List<@IntRange(min = 1, max = 500) Integer> counts) {
        double[] populations = new double[10];
        double[] ones = new double[10];
        long[] events = new long[10];
        for (int k = 0; k < 10; k++) {
            populations[k] = 4000 + 100 * k;
            ones[k] = 1;
            events[k] = counts.get(k);
        }

        assertEquals(LinearGradient.fit(populations, events), LinearGradient.fit(populations, events, ones));
        assertEquals(
                SimulatedGradient.of(populations, events, 0.95, 100, 1),
                SimulatedGradient.of(populations, events, ones, 0.95, 100, 1));
        assertEquals(
                LogLinearGradient.fit(populations, events, 0.95),
                LogLinearGradient.fit(populations, events, ones, 0.95));
    }

    @Test
    void untransformedAndSimulatedIndicesWidenToo() {
        double[] populations = {1000, 1000, 1000};
        long[] events = {60, 40, 30};
        double[] effects = {1.6, 1.6, 1.6};

        assertTrue(
                LinearGradient.fit(populations, events, effects).orElseThrow().slopeStandardError()
                        > LinearGradient.fit(populations, events).orElseThrow().slopeStandardError());
        Estimate narrow = SimulatedGradient.of(populations, events, 0.95, 1000, 1)
                .orElseThrow()
                .rii();
        Estimate wide = SimulatedGradient.of(populations, events, effects, 0.95, 1000, 1)
                .orElseThrow()
                .rii();
        assertTrue(wide.lower() < narrow.lower() && wide.upper() > narrow.upper());
    }

    private static double number(Value value) {
        return value.number().orElseThrow();
    }
}
