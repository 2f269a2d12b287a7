package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Value;

class FifthsTest {

    /** Methods 2.2: 170 and 128 children of 9,200 and 9,800 are 298 of 19,000, 156.8 per 10,000; 30 and 22 of 27,200 are 19.1. */
    @Test
    void twoDecilesMakeAFifth() {
        long[] people = {9200, 9800, 10100, 10500, 11200, 11800, 12300, 12900, 13500, 13700};
        long[] counts = {170, 128, 104, 83, 71, 60, 47, 38, 30, 22};
        List<GradientGroup> deciles = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            deciles.add(GradientGroup.of(k + 1, k + 1, people[k], Value.known((double) counts[k])));
        }

        List<GradientGroup> fifths = Fifths.of(deciles);

        assertEquals(
                List.of("1", "2", "3", "4", "5"),
                fifths.stream().map(Fifths::label).toList());
        assertEquals(156.842, fifths.get(0).ratePer10000().number().orElseThrow(), 0.001);
        assertEquals(19.118, fifths.get(4).ratePer10000().number().orElseThrow(), 0.001);
    }

    @Test
    void fifthsThatShareAGroupAreOneAndWhatIsHiddenStaysHidden() {
        List<GradientGroup> fifths = Fifths.of(List.of(
                GradientGroup.of(1, 1, 100, Value.suppressed()),
                GradientGroup.of(2, 2, 100, Value.known(10)),
                GradientGroup.of(3, 3, 100, Value.known(9)),
                GradientGroup.of(4, 6, 300, Value.known(20)),
                GradientGroup.of(10, 10, 50, Value.known(6))));

        assertEquals(
                List.of("1", "2-3", "5"), fifths.stream().map(Fifths::label).toList());
        assertEquals(Value.suppressed(), fifths.get(0).count());
        assertEquals(Value.known(29), fifths.get(1).count());
    }

    @Property(tries = 200, seed = "5")
    void nobodyIsLost(@ForAll @Size(10) List<@IntRange(min = 0, max = 400) Integer> people) {
        List<GradientGroup> deciles = new ArrayList<>();
        for (int k = 0; k < 10; k++) {
            if (people.get(k) > 0) {
                deciles.add(GradientGroup.of(k + 1, k + 1, people.get(k), Value.known(people.get(k) / 2)));
            }
        }

        List<GradientGroup> fifths = Fifths.of(deciles);

        assertEquals(population(deciles), population(fifths));
        assertEquals(new PlaceDeciles("a", "A", deciles).count(), new PlaceDeciles("a", "A", fifths).count());
    }

    private static double population(List<GradientGroup> groups) {
        return groups.stream().mapToDouble(GradientGroup::population).sum();
    }
}
