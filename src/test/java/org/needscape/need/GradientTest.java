package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Value;

class GradientTest {

    private static final double[] POPULATIONS = {9200, 9800, 10100, 10500, 11200, 11800, 12300, 12900, 13500, 13700};
    private static final long[] COUNTS = {170, 128, 104, 83, 71, 60, 47, 38, 30, 22};

    @Test
    void ratesAndLimitsByDecile() {
        // OHID's method in base R on invented counts.
        GradientGroup first = Gradient.of(areas(COUNTS), 1).deciles().get(0);

        assertEquals(184.7826, first.ratePer10000().number().orElseThrow(), 5e-5);
        assertEquals(158.0475, first.lower().number().orElseThrow(), 5e-5);
        assertEquals(214.7439, first.upper().number().orElseThrow(), 5e-5);
    }

    @Test
    void ratesAndLimitsOfAllTenDeciles() {
        // OHID's method (Byar's limits) in base R: rate, lower and upper of deciles 1 to 10.
        double[][] expected = {
            {184.7826, 158.0475, 214.7439},
            {130.6122, 108.9650, 155.2995},
            {102.9703, 84.1324, 124.7669},
            {79.0476, 62.9590, 97.9926},
            {63.3929, 49.5083, 79.9626},
            {50.8475, 38.7998, 65.4519},
            {38.2114, 28.0739, 50.8142},
            {29.4574, 20.8432, 40.4337},
            {22.2222, 14.9903, 31.7247},
            {16.0584, 10.0602, 24.3137}
        };
        List<GradientGroup> deciles = Gradient.of(areas(COUNTS), 1).deciles();

        for (int q = 0; q < 10; q++) {
            GradientGroup decile = deciles.get(q);
            assertEquals(expected[q][0], decile.ratePer10000().number().orElseThrow(), 5e-5);
            assertEquals(expected[q][1], decile.lower().number().orElseThrow(), 5e-5);
            assertEquals(expected[q][2], decile.upper().number().orElseThrow(), 5e-5);
        }
    }

    @Test
    void relativeIndexOfTheWholeGradient() {
        Gradient gradient = Gradient.of(areas(COUNTS), 6);

        assertEquals(0.0748712, gradient.fit().orElseThrow().rii().estimate(), 5e-8);
        assertEquals(List.of(), gradient.notes());
        assertEquals(gradient.deciles(), gradient.groups());
    }

    @Test
    void decileWithoutEventsGoesWithItsNeighbourAndTheNotesSaySo() {
        long[] counts = COUNTS.clone();
        counts[9] = 0;
        Gradient gradient = Gradient.of(areas(counts), 1);

        assertEquals(Value.known(0), gradient.deciles().get(9).count());
        GradientGroup last = gradient.groups().get(8);
        assertEquals("9-10", last.label());
        assertEquals(Value.known(30), last.count());
        assertEquals(27_200, last.population());
        assertTrue(gradient.fit().isPresent());
        assertEquals(
                List.of("Deciles 9 to 10 are taken together because one of them has too few events by itself."),
                gradient.notes());
    }

    @Test
    void smallCountsNeverStandAloneWhenTheyMustBeHidden() {
        long[] counts = {40, 30, 3, 20, 10, 8, 2, 1, 1, 0};
        Gradient gradient = Gradient.of(areas(counts), 6);

        for (GradientGroup group : gradient.groups()) {
            assertTrue(group.count().number().orElseThrow() >= 6, group.toString());
        }
        assertEquals(
                List.of("1", "2", "3-4", "5", "6-10"),
                gradient.groups().stream().map(GradientGroup::label).toList());
    }

    @Test
    void tooFewEventsAltogetherAreHidden() {
        Gradient gradient = Gradient.of(areas(new long[] {1, 1, 0, 0, 0, 0, 1, 0, 0, 0}), 6);

        assertEquals(1, gradient.groups().size());
        assertEquals(Value.suppressed(), gradient.groups().get(0).count());
        assertEquals(Value.suppressed(), gradient.groups().get(0).ratePer10000());
        assertTrue(gradient.fit().isEmpty());
    }

    @Test
    void decileWithAHiddenAreaIsHiddenAndSoIsTheGradient() {
        List<GradientArea> areas = new ArrayList<>(areas(COUNTS));
        areas.add(new GradientArea(4, Value.known(300), Value.suppressed()));
        Gradient gradient = Gradient.of(areas, 1);

        assertEquals(Value.suppressed(), gradient.deciles().get(3).count());
        assertEquals(Value.suppressed(), gradient.deciles().get(3).lower());
        assertTrue(gradient.fit().isEmpty());
        assertTrue(gradient.notes().get(0).contains("hidden counts"));
    }

    @Test
    void areasWithoutPopulationOrCountAreLeftOutAndSaid() {
        List<GradientArea> areas = new ArrayList<>(areas(COUNTS));
        areas.add(new GradientArea(1, Value.known(0), Value.known(3)));
        areas.add(new GradientArea(1, Value.known(100), Value.notAvailable()));
        Gradient gradient = Gradient.of(areas, 1);

        assertEquals(Value.known(170), gradient.deciles().get(0).count());
        assertEquals(
                "2 areas were left out: no population, or no count available.",
                gradient.notes().get(0));
    }

    @Test
    void countsAreWholeAndDecilesAreTenths() {
        assertThrows(IllegalArgumentException.class, () -> new GradientArea(1, Value.known(10), Value.known(1.5)));
        assertThrows(IllegalArgumentException.class, () -> new GradientArea(11, Value.known(10), Value.known(1)));
    }

    static List<GradientArea> areas(long[] counts) {
        List<GradientArea> areas = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            areas.add(new GradientArea(k + 1, Value.known(POPULATIONS[k]), Value.known(counts[k])));
        }
        return areas;
    }
}
