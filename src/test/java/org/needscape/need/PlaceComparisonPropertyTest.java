package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.needscape.indicator.Value;
import org.needscape.stats.Computed;
import org.needscape.stats.Estimate;

/** Whatever places have, in any division, with hidden counts and without: each figure is a number with limits or says why not. */
class PlaceComparisonPropertyTest {

    @Property(tries = 200, seed = "1")
    void everyFigureIsANumberWithLimitsOrAReason(@ForAll long seed) {
        Random random = new Random(seed);
        List<PlaceDeciles> places = new ArrayList<>();
        int size = 1 + random.nextInt(4);
        for (int k = 0; k < size; k++) {
            places.add(place("P" + k, random));
        }
        PlaceComparison comparison = PlaceComparison.of(places);

        for (PlaceRates rates : comparison.places()) {
            for (Computed figure : List.of(
                    rates.crude(),
                    rates.decile1(),
                    rates.standardised(),
                    rates.indirectRatio(),
                    rates.ratioPerDecile())) {
                assertClear(figure);
            }
        }
        for (PlacePair pair : comparison.pairs()) {
            assertClear(pair.ratioAtDecile1());
            assertClear(pair.ratioAtDecile10());
            assertClear(pair.standardisedRatio());
            assertTrue(pair.sentence().endsWith("."), pair.sentence());
        }
        assertClear(comparison.law().ratioAtDecile1());
    }

    @Property(tries = 200, seed = "1")
    void theOrderOfPlacesDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        PlaceDeciles first = place("P1", random);
        PlaceDeciles second = place("P2", random);
        PlacePair pair = PlaceComparison.of(List.of(first, second)).pair("P1", "P2");
        PlacePair turned = PlaceComparison.of(List.of(second, first)).pair("P1", "P2");

        assertEquals(pair.finding(), turned.finding());
        Optional<Estimate> ratio = pair.standardisedRatio().estimate();
        assertEquals(ratio.isPresent(), turned.standardisedRatio().estimate().isPresent());
        ratio.ifPresent(estimate -> assertEquals(
                estimate.estimate(),
                turned.standardisedRatio().estimate().orElseThrow().estimate(),
                1e-12 * estimate.estimate()));
    }

    private static void assertClear(Computed figure) {
        assertEquals(figure.estimate().isPresent(), figure.reason().isEmpty());
        figure.estimate()
                .ifPresent(estimate -> assertTrue(
                        0 <= estimate.lower()
                                && estimate.lower() <= estimate.estimate()
                                && estimate.estimate() <= estimate.upper(),
                        estimate.toString()));
    }

    private static PlaceDeciles place(String code, Random random) {
        List<GradientGroup> groups = new ArrayList<>();
        int decile = 1;
        while (decile <= 10) {
            int last = Math.min(10, decile + (random.nextInt(4) == 0 ? random.nextInt(3) : 0));
            if (random.nextInt(8) > 0) {
                double population = 50 + random.nextInt(5_000);
                boolean rare = random.nextInt(4) == 0;
                Value count =
                        random.nextInt(25) == 0 ? Value.suppressed() : Value.known(random.nextInt(rare ? 2 : 200));
                groups.add(GradientGroup.of(decile, last, population, count));
            }
            decile = last + 1;
        }
        return new PlaceDeciles(code, "Place " + code, groups);
    }
}
