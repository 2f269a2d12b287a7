package org.needscape.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.protection.HandMadeCounty.COUNTY;
import static org.needscape.protection.HandMadeCounty.YEAR;
import static org.needscape.protection.HandMadeCounty.codes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;

/** Counties small enough to be worked out on paper; areas are numbered through their districts. */
class SelectionGuardTest {

    private static final DisclosurePolicy ROUNDING = new DisclosurePolicy(5, false, 5, 30, 3);
    private static final DisclosurePolicy ZERO_TOO = new DisclosurePolicy(5, true, 0, 30, 3);

    @Test
    void largeSelectionIsCountedAndRecorded() {
        HandMadeCounty county = new HandMadeCounty().district(1, 10, 20, 30, 40).district(2, 50, 60, 70);

        assertCounted(90, county, 2, 3, 4);

        assertEquals(1, county.recorded());
    }

    @Test
    void sameSelectionGetsTheSameAnswerInWhateverOrderAndIsRecordedOnce() {
        HandMadeCounty county = new HandMadeCounty().district(1, 10, 20, 30, 40).district(2, 50, 60, 70);

        assertCounted(60, county, 1, 2, 3);
        assertCounted(60, county, 3, 1, 2, 1);

        assertEquals(1, county.recorded());
    }

    @Test
    void selectionWithAnAreaWithoutACountHasTheReasonOfThatArea() {
        HandMadeCounty county = new HandMadeCounty()
                .district(1, List.of(Value.known(10), Value.notAvailable(), Value.notApplicable(), Value.suppressed()))
                .district(2, 50, 60, 70);

        assertEquals(
                new Selected(Value.notAvailable(), SelectionGuard.NO_COUNT, DisclosurePolicy.DEFAULT),
                county.ask(1, 2, 3, 5));
        assertEquals(
                new Selected(Value.notApplicable(), SelectionGuard.NO_COUNT, DisclosurePolicy.DEFAULT),
                county.ask(1, 3));
        assertRefused(county, 1, 2, 4);
        assertEquals(0, county.recorded());
    }

    @Test
    void areaOfAnotherExtentHasNoCountInThisOne() {
        ExtentName other = new ExtentName("other");
        HandMadeCounty county = new HandMadeCounty()
                .district(1, 10, 20, 30)
                .extent(other, codes(1, 2))
                .count(YEAR, HandMadeCounty.code(9), Value.known(10));

        assertEquals(Value.notAvailable(), county.ask(1, 9).count());
        assertEquals(Value.notAvailable(), county.ask(other, YEAR, codes(1, 3)).count());
        assertEquals(
                Value.notAvailable(),
                county.ask(new ExtentName("nowhere"), YEAR, codes(1)).count());
    }

    @Test
    void emptySelectionIsAMistake() {
        HandMadeCounty county = new HandMadeCounty().district(1, 10, 20);

        assertThrows(IllegalArgumentException.class, () -> county.ask(List.of()));
    }

    @Test
    void smallSumIsRefused() {
        HandMadeCounty county =
                new HandMadeCounty().district(1, 2, 3, 30, 40, 4, 0).district(2, 50, 60, 70);

        assertRefused(county, 1, 2);
        assertRefused(county, 1, 6);
    }

    @Test
    void sumOfNobodyIsShownUnlessZeroIsDisclosive() {
        HandMadeCounty county = new HandMadeCounty().district(1, 0, 0, 30, 40).district(2, 50, 60, 70);

        assertCounted(0, county, 1, 2);
        assertRefused(county.under(ZERO_TOO).shown(List.of()), 1, 2);
    }

    @Test
    void restOfADistrictMayNotBeSmall() {
        HandMadeCounty county =
                new HandMadeCounty().district(1, 30, 40, 50, 4, 0).district(2, 3, 9, 70, 80);

        assertRefused(county, 1, 2, 3, 5);
        assertRefused(county, 1, 2, 3, 5, 8, 9);
        assertCounted(240, county, 2, 3, 8, 9);
    }

    @Test
    void partOfADistrictMayNotBeSmallEitherWhenTheRestOfTheSelectionLiesElsewhere() {
        HandMadeCounty county = new HandMadeCounty().district(1, 30, 40, 50, 60).district(2, 3, 4, 9, 70, 80);

        assertRefused(county, 1, 2, 3, 4, 5);
        assertRefused(county, 1, 2, 5);
        assertCounted(77, county, 1, 2, 5, 6);
    }

    @Test
    void restOfTheExtentMayNotBeSmall() {
        HandMadeCounty county = new HandMadeCounty()
                .district(1, 30, 40, 50)
                .district(2, 70, 80)
                .district(3, 2, 2)
                .district(4, 1, 9);

        assertRefused(county, 1, 2, 3, 4, 5, 8, 9);
    }

    @Test
    void restOfAnotherExtentMayNotBeSmall() {
        HandMadeCounty county = new HandMadeCounty()
                .district(1, 30, 40, 50, 4, 9, 60)
                .extent(new ExtentName("north"), codes(1, 2, 3, 4));

        assertRefused(county, 1, 2, 3, 6);
    }

    @Test
    void restOfADecileGroupMayNotBeSmall() {
        HandMadeCounty county = new HandMadeCounty()
                .district(1, 30, 3, 50, 60, 70)
                .district(2, 40, 4, 80, 90, 75)
                .decile(1, 1, 2, 6, 7)
                .decile(2, 3, 4, 5, 8, 9, 10);

        // Area 2 is what is left of the first decile, and no district is left with few.
        assertEquals(
                List.of(codes(1, 2, 6, 7), codes(3, 4, 5, 8, 9, 10)),
                county.published().deciles(COUNTY, YEAR).stream()
                        .map(CountView.DecileGroup::areas)
                        .toList());
        assertRefused(county, 1, 6, 7);
    }

    @Test
    void differenceFromWhatWasShownBeforeMayNotBeSmall() {
        HandMadeCounty county =
                new HandMadeCounty().district(1, 30, 40, 50, 3, 9, 60).district(2, 70, 80, 90, 2, 8);

        assertCounted(270, county, 1, 2, 3, 7, 8);
        assertRefused(county, 1, 2, 3, 4, 7, 8);
        assertCounted(330, county, 1, 2, 3, 6, 7, 8);
        assertEquals(2, county.recorded());
    }

    @Test
    void differenceCountsInBothDirections() {
        HandMadeCounty county =
                new HandMadeCounty().district(1, 30, 40, 50, 3, 9, 60).district(2, 70, 80, 90, 2, 8);

        assertCounted(82, county, 1, 2, 4, 5);
        assertRefused(county, 1, 2, 5);
        assertCounted(70, county, 1, 2);
    }

    @Test
    void selectionsShownInAnotherExtentCountHereToo() {
        ExtentName north = new ExtentName("north");
        HandMadeCounty county = new HandMadeCounty()
                .district(1, 30, 40, 50, 3, 9, 60)
                .district(2, 70, 80)
                .extent(north, codes(1, 2, 3, 4, 5, 6));

        assertTrue(county.ask(north, YEAR, codes(1, 2, 3)).count().isKnown());
        assertRefused(county, 1, 2, 3, 4);
    }

    @Test
    void otherPeriodsAreNotCompared() {
        Period before = new Period("2023");
        HandMadeCounty county = new HandMadeCounty().district(1, 30, 40, 50, 60);
        for (int area = 1; area <= 4; area++) {
            county.count(before, HandMadeCounty.code(area), Value.known(29 + 10.0 * area - 10));
        }

        assertCounted(120, county, 1, 2, 3);
        assertEquals(
                Value.known(117), county.ask(COUNTY, before, codes(1, 2, 3)).count());
    }

    @Test
    void hiddenCountThatNoSingleDifferenceGivesAwayIsNotGivenAwayByTheWhole() {
        HandMadeCounty county =
                new HandMadeCounty().district(1, 4, 20, 30, 40, 50).district(2, 60, 70, 80);
        assertEquals(Value.suppressed(), county.published().area(YEAR, HandMadeCounty.code(2)));

        // No small set is left over, but 50 - 30 would be the second area, and the district less all others the first.
        assertRefused(county, 2, 3);
        assertEquals(0, county.recorded());
    }

    @Test
    void selectionsThatTogetherLeaveAHiddenCountAreNotAllAnswered() {
        HandMadeCounty county =
                new HandMadeCounty().district(1, 4, 20, 5, 25, 50, 55).district(2, 60, 70, 80);

        int answered = 0;
        for (List<AreaCode> areas : List.of(codes(1, 2, 3), codes(2, 3, 4), codes(1, 3, 4), codes(1, 2, 4))) {
            answered += county.ask(areas).count().isKnown() ? 1 : 0;
        }

        // Four equations would solve four unknowns.
        assertTrue(answered < 4, "answered " + answered);
        assertTrue(county.published().audit().passed());
    }

    @Test
    void wholeDistrictTheExtentADecileAndOneAreaAreAnsweredAsPublishedAndNotRecorded() {
        HandMadeCounty county = new HandMadeCounty()
                .district(1, 30, 40, 3, 4)
                .district(2, 2, 2)
                .district(3, 70, 80)
                .decile(1, 1, 3, 4, 5, 6)
                .decile(2, 2, 7, 8);
        PublishedCounts published = county.published();

        for (int area = 1; area <= 8; area++) {
            assertEquals(
                    published.area(YEAR, HandMadeCounty.code(area)),
                    county.ask(area).count());
        }
        assertEquals(
                published.district(YEAR, HandMadeCounty.district(1)),
                county.ask(1, 2, 3, 4).count());
        assertCounted(150, county, 7, 8);
        assertRefused(county, 5, 6);
        assertEquals(
                published.extent(YEAR, COUNTY),
                county.ask(codes(IntStream.rangeClosed(1, 8))).count());
        assertEquals(Value.suppressed(), county.ask(3).count());
        for (CountView.DecileGroup group : published.deciles(COUNTY, YEAR)) {
            assertEquals(group.count(), county.ask(group.areas()).count());
        }
        assertEquals(0, county.recorded());
    }

    @Test
    void noMoreThanSoManySelectionsAreCountedForAMeasureAndPeriod() {
        HandMadeCounty county = new HandMadeCounty()
                .district(1, 100, 110, 120, 130, 140, 150, 160, 170, 180, 190)
                .district(2, 200, 210);
        List<List<AreaCode>> shown = new ArrayList<>();
        for (int bits = 3; shown.size() < SelectionGuard.MOST_SELECTIONS; bits++) {
            int number = bits;
            if (Integer.bitCount(bits) > 1) {
                shown.add(codes(IntStream.rangeClosed(1, 10).filter(area -> (number & 1 << area - 1) != 0)));
            }
        }
        county.shown(shown);

        assertEquals(
                new Selected(Value.suppressed(), SelectionGuard.TOO_MANY, DisclosurePolicy.DEFAULT),
                county.ask(1, 2, 11));
        assertEquals(SelectionGuard.MOST_SELECTIONS, county.recorded());
        assertCounted(210, county, 1, 2);
        assertCounted(410, county, 11, 12);
    }

    @Test
    void whereCountsAreRoundedTheSumIsRoundedAndSmallDifferencesDoNotMatter() {
        HandMadeCounty county = new HandMadeCounty()
                .under(ROUNDING)
                .district(1, 11, 22, 33, 44, 3, 4)
                .district(2, 51, 62, 73);

        assertCounted(65, county, 1, 2, 3);
        assertCounted(70, county, 1, 2, 3, 5);
        assertEquals(2, county.recorded());
    }

    @Test
    void whatIsHiddenDoesNotDependOnTheOrderInWhichSelectionsWereShown() {
        HandMadeCounty county =
                new HandMadeCounty().district(1, 30, 40, 50, 3, 9, 4).district(2, 70, 80, 90, 2, 8);
        List<List<AreaCode>> selections = List.of(codes(1, 2, 3), codes(2, 7, 8), codes(3, 9, 10, 11), codes(1, 4, 6));
        List<List<AreaCode>> reversed = new ArrayList<>(selections);
        java.util.Collections.reverse(reversed);

        assertEquals(
                county.shown(selections).published().released().text(),
                county.shown(reversed).published().released().text());
    }

    @Test
    void everyReasonButTheOneForMissingCountsIsTheSame() {
        HandMadeCounty county =
                new HandMadeCounty().district(1, 2, 3, 30, 40, 4, 0).district(2, 50, 60, 70);

        assertEquals(
                "This selection cannot be counted: it, what is left of a district or the county without it, or its difference"
                        + " from something shown before would give away a small number of children. Choose a larger or a whole"
                        + " area.",
                county.ask(1, 2).reason());
    }

    private static void assertCounted(long count, HandMadeCounty county, int... areas) {
        Selected selected = county.ask(areas);
        assertEquals(Value.known((double) count), selected.count());
        assertEquals("", selected.reason());
    }

    private static void assertRefused(HandMadeCounty county, int... areas) {
        int recorded = county.recorded();
        Selected selected = county.ask(areas);
        assertEquals(Value.suppressed(), selected.count());
        assertEquals(SelectionGuard.REFUSED, selected.reason());
        assertEquals(recorded, county.recorded());
    }
}
