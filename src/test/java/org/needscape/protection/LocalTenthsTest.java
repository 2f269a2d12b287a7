package org.needscape.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.protection.HandMadeCounty.COUNTY;
import static org.needscape.protection.HandMadeCounty.YEAR;
import static org.needscape.protection.HandMadeCounty.code;
import static org.needscape.protection.HandMadeCounty.codes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;

/** A county's own areas, ranked among themselves. */
class LocalTenthsTest {

    /** 25 areas: the k-th is in tenth ceil(10 k / 25), so the first two are in the first and the next three in the second. */
    @Test
    void tenthsHaveEqualNumbersOfAreas() {
        Map<AreaCode, Double> ranks = new TreeMap<>();
        IntStream.rangeClosed(1, 25).forEach(area -> ranks.put(code(area), 1_000.0 + 7 * area));

        Map<AreaCode, Integer> tenths =
                ExtentAreas.ranked(codes(IntStream.rangeClosed(1, 25)), ranks).tenths();

        assertEquals(
                List.of(1, 1, 2, 2, 2, 3),
                codes(1, 2, 3, 4, 5, 6).stream().map(tenths::get).toList());
        assertEquals(10, tenths.get(code(25)));
    }

    @Test
    void areasOfOneRankAreInOneTenthAndThoseWithoutAreInNone() {
        ExtentAreas areas = ExtentAreas.ranked(codes(1, 2, 3), Map.of(code(1), 5.0, code(2), 5.0, code(9), 1.0));

        assertEquals(Map.of(code(1), 5, code(2), 5), areas.tenths());
        assertEquals(3, areas.codes().size());
        assertEquals(Map.of(), ExtentAreas.ranked(codes(1, 2), Map.of()).tenths());
    }

    @Test
    void sumsOfOwnTenthsAreShownWhereTheyTellNothing() {
        PublishedCounts published = county(20).published();

        assertEquals(
                List.of(Value.known(200), Value.known(200)),
                published.localTenths(COUNTY, YEAR).stream()
                        .map(CountView.DecileGroup::count)
                        .limit(2)
                        .toList());
        assertEquals(10, published.localTenths(COUNTY, YEAR).size());
        assertTrue(published.audit().passed());
    }

    /**
     * National tenth 1 has areas 1 to 11, the first own tenth areas 1 to 10. Each may be shown, but together they tell area 11: its tenth
     * is taken together with the next.
     */
    @Test
    void whatLiesBetweenTheTwoKindsOfTenthsIsNotTold() {
        HandMadeCounty county = county(3);
        county.decile(1, IntStream.rangeClosed(1, 11).toArray());
        PublishedCounts published = county.published();

        assertEquals(Value.suppressed(), published.area(YEAR, code(11)));
        assertTrue(published.audit().passed());
        for (CountView.DecileGroup group : published.localTenths(COUNTY, YEAR)) {
            assertTrue(
                    group.areas().contains(code(10)) == group.areas().contains(code(11))
                            || published.deciles(COUNTY, YEAR).stream()
                                    .noneMatch(national -> national.count().isKnown()
                                            && national.areas().size() == 11),
                    group.toString());
        }
    }

    @Test
    void nothingIsGivenByOwnTenthsWithoutRanks() {
        HandMadeCounty county = new HandMadeCounty().district(1, 20, 30, 40, 50);

        assertEquals(List.of(), county.published().localTenths(COUNTY, YEAR));
    }

    /** A hundred areas in rank order, of 20 children each but the eleventh; national tenths as the own ones. */
    private static HandMadeCounty county(long eleventh) {
        HandMadeCounty county = new HandMadeCounty();
        for (int area = 1; area <= 100; area++) {
            county.district(1 + (area - 1) / 50, area == 11 ? eleventh : 20);
            county.rank(area, area);
            county.decile(1 + (area - 1) / 10, area);
        }
        return county;
    }
}
