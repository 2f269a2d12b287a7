package org.needscape.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.protection.HandMadeCounty.COUNTY;
import static org.needscape.protection.HandMadeCounty.YEAR;
import static org.needscape.protection.HandMadeCounty.code;
import static org.needscape.protection.HandMadeCounty.codes;
import static org.needscape.protection.HandMadeCounty.district;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Value;

/** What later releases show of counts that were shown or hidden before. */
class PublishedCountsTest {

    private static final List<Integer> FIRST = List.of(30, 40, 50, 60);

    @Test
    void countRevisedByFewIsHiddenWithEverythingThatWouldGiveItAway() {
        PublishedCounts revised = revised(DisclosurePolicy.DEFAULT, 32, 40, 50, 60);

        assertEquals(Value.suppressed(), revised.area(YEAR, code(1)));
        assertEquals(Value.suppressed(), revised.district(YEAR, district(1)));
        assertEquals(Value.suppressed(), revised.extent(YEAR, COUNTY));
        assertEquals(Value.known(210), revised.district(YEAR, district(2)));
        assertEquals(Value.known(40), revised.area(YEAR, code(2)));
    }

    @Test
    void countRevisedByManyIsShown() {
        PublishedCounts revised = revised(DisclosurePolicy.DEFAULT, 50, 40, 50, 60);

        assertEquals(Value.known(50), revised.area(YEAR, code(1)));
        assertEquals(Value.known(200), revised.district(YEAR, district(1)));
        assertEquals(Value.known(410), revised.extent(YEAR, COUNTY));
    }

    @Test
    void countRevisedByFewIsNotGivenAwayByATotalThatStaysTheSame() {
        PublishedCounts revised = revised(DisclosurePolicy.DEFAULT, 32, 38, 50, 60);

        assertEquals(Value.known(180), revised.district(YEAR, district(1)));
        assertEquals(Value.suppressed(), revised.area(YEAR, code(1)));
        assertEquals(Value.suppressed(), revised.area(YEAR, code(2)));
    }

    @Test
    void totalRevisedByFewIsNotGivenAwayByItsParts() {
        PublishedCounts revised = revised(DisclosurePolicy.DEFAULT, 42, 30, 50, 60);

        assertEquals(Value.suppressed(), revised.district(YEAR, district(1)));
        assertTrue(revisedAreasShown(revised) < FIRST.size(), "all parts are shown, so everybody can add them up");
    }

    @Test
    void countThatWasHiddenStaysHidden() {
        PublishedCounts before =
                counts(DisclosurePolicy.DEFAULT, Released.of(DisclosurePolicy.DEFAULT.toString()), 3, 40, 50, 60);

        PublishedCounts after = counts(DisclosurePolicy.DEFAULT, before.released(), 45, 40, 50, 60);

        assertEquals(Value.suppressed(), before.area(YEAR, code(1)));
        assertEquals(Value.suppressed(), after.area(YEAR, code(1)));
    }

    @Test
    void unchangedCountsAreShownAsBefore() {
        PublishedCounts first = first(DisclosurePolicy.DEFAULT);

        PublishedCounts again = revised(DisclosurePolicy.DEFAULT, 30, 40, 50, 60);

        assertEquals(first.released().text(), again.released().text());
    }

    @Test
    void underAnotherPolicyEverythingIsDecidedAnew() {
        DisclosurePolicy three = new DisclosurePolicy(3);
        PublishedCounts before =
                counts(DisclosurePolicy.DEFAULT, Released.of(DisclosurePolicy.DEFAULT.toString()), 5, 40, 50, 60);
        Released under = Released.of(three.toString());
        under.addAll(before.released());

        PublishedCounts after = counts(three, under, 5, 40, 50, 60);

        assertEquals(Value.suppressed(), before.area(YEAR, code(1)));
        assertEquals(Value.known(5), after.area(YEAR, code(1)));
    }

    @Test
    void selectionRevisedByFewIsHidden() {
        PublishedCounts first = new PublishedCounts(
                county(30, 40, 50, 60).exact(),
                DisclosurePolicy.DEFAULT,
                Released.of(DisclosurePolicy.DEFAULT.toString()),
                Map.of(YEAR, List.of(codes(1, 2))));
        PublishedCounts second = new PublishedCounts(
                county(50, 24, 50, 60).exact(),
                DisclosurePolicy.DEFAULT,
                first.released(),
                Map.of(YEAR, List.of(codes(1, 2))));

        assertEquals(Value.known(70), first.selected(YEAR, codes(1, 2)));
        assertEquals(Value.suppressed(), second.selected(YEAR, codes(1, 2)));
    }

    private static long revisedAreasShown(PublishedCounts counts) {
        return codes(1, 2, 3, 4).stream()
                .filter(code -> counts.area(YEAR, code).isKnown())
                .count();
    }

    private static PublishedCounts first(DisclosurePolicy policy) {
        return counts(
                policy,
                Released.of(policy.toString()),
                FIRST.stream().mapToLong(Integer::longValue).toArray());
    }

    private static PublishedCounts revised(DisclosurePolicy policy, long... counted) {
        return counts(policy, first(policy).released(), counted);
    }

    private static PublishedCounts counts(DisclosurePolicy policy, Released before, long... counted) {
        return new PublishedCounts(county(counted).exact(), policy, before, Map.of());
    }

    private static HandMadeCounty county(long... counted) {
        return new HandMadeCounty().district(1, counted).district(2, 100, 110);
    }
}
