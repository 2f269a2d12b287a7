package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Expected numbers by the formulas of methods 1.5 in Python 3.11 (module math), to nine digits. */
class LogitShrinkageTest {

    private static final double[] COUNTS = {3, 12, 9, 30, 1, 5};
    private static final double[] PEOPLE = {40, 60, 25, 200, 10, 50};
    private static final int[] DISTRICTS = {0, 0, 0, 1, 1, 2};

    private final LogitShrinkage shrinkage = LogitShrinkage.fit(COUNTS, PEOPLE, DISTRICTS);

    @Test
    void sharesLieBetweenTheirOwnAndTheirDistricts() {
        assertArrayEquals(
                new double[] {0.106202123, 0.203784438, 0.332665739, 0.149701277, 0.149132665, 0.107843137},
                IntStream.range(0, 6).mapToDouble(shrinkage::share).toArray(),
                5e-10);
    }

    @Test
    void whatIsBelievedOfALogitHasThePrecisionsOfBothAddedUp() {
        assertArrayEquals(
                new double[] {-2.130135562, -1.362807195, -0.696152864, -1.736945909, -1.741419943, -2.112964234},
                IntStream.range(0, 6).mapToDouble(shrinkage::mean).toArray(),
                5e-10);
        assertArrayEquals(
                new double[] {0.211256980, 0.088428609, 0.137799426, 0.006473103, 0.007698908, 0.192173913},
                IntStream.range(0, 6).mapToDouble(shrinkage::variance).toArray(),
                5e-10);
    }

    /** 5 of 50 alone in its district: 5.5 of 51, sampling variance as it is. */
    @Test
    void areaAloneInItsDistrictKeepsItsOwnLogit() {
        assertEquals(5.5 / 51, shrinkage.share(5), 1e-12);
        assertEquals(51.0 * 52 / (50 * 6 * 46), shrinkage.variance(5), 1e-12);
    }

    @Test
    void areasOfADistrictThatDoNotDifferAllGetItsShare() {
        LogitShrinkage same = LogitShrinkage.fit(new double[] {4, 4}, new double[] {20, 20}, new int[] {0, 0});

        assertEquals(8.5 / 41, same.share(0), 1e-12);
        assertEquals(8.5 / 41, same.share(1), 1e-12);
        assertEquals(0, same.variance(0));
    }

    @Test
    void noneAndAllAreSharesToo() {
        LogitShrinkage ends = LogitShrinkage.fit(new double[] {0, 30}, new double[] {30, 30}, new int[] {0, 0});

        assertTrue(ends.share(0) > 0 && ends.share(0) < 0.1, "" + ends.share(0));
        assertEquals(1, ends.share(0) + ends.share(1), 1e-12);
    }

    @Test
    void whatIsNoShareIsRefused() {
        assertEquals(
                "31.0 of 30.0 is no share.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> LogitShrinkage.fit(new double[] {31}, new double[] {30}, new int[] {0}))
                        .getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> LogitShrinkage.fit(new double[] {0}, new double[] {0}, new int[] {0}));
    }

    @Property(tries = 200, seed = "71")
    void shareNeverLeavesTheSpanFromItsOwnToItsDistricts(
            @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 0, max = 50) Integer> counts,
            @ForAll @IntRange(min = 1, max = 500) int more) {
        int areas = counts.size();
        double[] events = counts.stream().mapToDouble(count -> count).toArray();
        double[] people = IntStream.range(0, areas)
                .mapToDouble(area -> counts.get(area) + more + 7 * area)
                .toArray();
        LogitShrinkage drawn = LogitShrinkage.fit(events, people, new int[areas]);
        double district =
                (Arrays.stream(events).sum() + 0.5) / (Arrays.stream(people).sum() + 1);
        for (int area = 0; area < areas; area++) {
            double own = (events[area] + 0.5) / (people[area] + 1);
            assertTrue(drawn.share(area) >= Math.min(own, district) - 1e-12);
            assertTrue(drawn.share(area) <= Math.max(own, district) + 1e-12);
        }
    }
}
