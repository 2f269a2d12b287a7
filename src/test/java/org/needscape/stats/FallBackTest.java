package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FallBackTest {

    private static final double[] PEOPLE = {100, 100, 100, 100};

    /**
     * Worked by hand: counts 10, 20, 30, 60 of 100 each. b = 120/400 = 0.3; s² = (0.04 + 0.01 + 0 + 0.09)/4 = 0.035; a = 0.035 - 0.3/100 =
     * 0.032; weight = 0.032/0.035 = 0.9142857. The last area is believed to have 0.3 + 0.3 x 0.9142857 = 0.5742857, 0.0257143 less.
     */
    @Test
    void highAreaFallsAndLowAreaRises() {
        double[] counts = {10, 20, 30, 60};

        assertEquals(
                -0.0257143, FallBack.perPerson(counts, PEOPLE, new int[] {3}).orElseThrow(), 1e-7);
        assertEquals(
                0.0171429, FallBack.perPerson(counts, PEOPLE, new int[] {0}).orElseThrow(), 1e-7);
        assertEquals(
                (-0.0257143 + 0.0171429) / 2,
                FallBack.perPerson(counts, PEOPLE, new int[] {0, 3}).orElseThrow(),
                1e-7);
    }

    /** s² = 0.0001 is less than the 0.003 that chance has: the whole distance of 0.31 - 0.3 is chance. */
    @Test
    void whereAreasDifferByNoMoreThanChanceTheWholeDistanceGoes() {
        assertEquals(
                -0.01,
                FallBack.perPerson(new double[] {29, 31, 29, 31}, PEOPLE, new int[] {1})
                        .orElseThrow(),
                1e-12);
    }

    @Test
    void nothingIsSaidOfNoneChosenOrNoEvents() {
        assertEquals(OptionalDouble.empty(), FallBack.perPerson(new double[] {1, 2}, new double[] {9, 9}, new int[0]));
        assertEquals(
                OptionalDouble.empty(), FallBack.perPerson(new double[] {0, 0}, new double[] {9, 9}, new int[] {0}));
    }

    /** One area moves toward the overall rate and never past it; all areas of one size together do not move. */
    @Property(tries = 200)
    void eachAreaMovesTowardTheOverallRate(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 0, max = 90) Integer> events) {
        double[] counts = new double[events.size()];
        double[] people = new double[events.size()];
        int[] all = new int[events.size()];
        double sum = 0;
        for (int k = 0; k < events.size(); k++) {
            counts[k] = events.get(k);
            people[k] = 100;
            all[k] = k;
            sum += events.get(k);
        }
        if (sum == 0) {
            return;
        }
        double overall = sum / (100.0 * events.size());
        for (int k = 0; k < events.size(); k++) {
            double distance = overall - counts[k] / 100;
            double move = FallBack.perPerson(counts, people, new int[] {k}).orElseThrow();
            assertTrue(move * distance >= -1e-15, "away from the overall rate");
            assertTrue(Math.abs(move) <= Math.abs(distance) + 1e-12, "past the overall rate");
        }
        assertEquals(0, FallBack.perPerson(counts, people, all).orElseThrow(), 1e-12);
    }
}
