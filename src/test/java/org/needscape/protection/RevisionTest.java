package org.needscape.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.protection.CountyStore.COUNTY;
import static org.needscape.protection.CountyStore.YEAR;
import static org.needscape.protection.CountyStore.code;
import static org.needscape.protection.CountyStore.codes;
import static org.needscape.protection.CountyStore.district;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.disclosure.tables.Attacker;
import org.needscape.indicator.Value;

/** Counts that are imported, shown, selected and then imported again with small revisions. */
class RevisionTest {

    private static final long[] FIRST = {30, 40, 50, 60, 70, 35, 45, 55, 65, 75, 21, 31, 41, 51, 61};
    private static final int[] DISTRICTS = {1, 2, 3};

    @TempDir
    private Path folder;

    private CountyStore county;

    @BeforeEach
    void importCounts() {
        county = new CountyStore(folder, FIRST.length);
        county.importCounts(FIRST);
    }

    @AfterEach
    void close() {
        county.close();
    }

    @Test
    void neitherAreaNorDistrictNorCountyTellThatThreeChildrenMore() {
        PublishedCounts first = county.published();
        county.importCounts(revised(7, 3));
        PublishedCounts second = county.published();

        assertEquals(Value.known(45), first.area(YEAR, code(7)));
        assertEquals(Value.known(275), first.district(YEAR, district(2)));
        assertEquals(Value.known(730), first.extent(YEAR, COUNTY));
        assertEquals(Value.suppressed(), second.area(YEAR, code(7)));
        assertEquals(Value.suppressed(), second.district(YEAR, district(2)));
        assertEquals(Value.suppressed(), second.extent(YEAR, COUNTY));
        assertEquals(first.district(YEAR, district(1)), second.district(YEAR, district(1)));
        assertTrue(widthOf(7, second) >= 3);
    }

    @Test
    void threeChildrenWhoMovedWithinADistrictAreNotTold() {
        long[] moved = revised(7, 3);
        moved[7] -= 3;
        county.importCounts(moved);
        PublishedCounts second = county.published();

        assertEquals(Value.known(275), second.district(YEAR, district(2)));
        assertEquals(Value.suppressed(), second.area(YEAR, code(7)));
        assertEquals(Value.suppressed(), second.area(YEAR, code(8)));
        assertTrue(widthOf(7, second) >= 3);
    }

    @Test
    void selectionShownBetweenTheReleasesDoesNotTellEither() {
        assertEquals(Value.known(100), county.select(7, 8).count());

        long[] revised = revised(7, 13);
        revised[7] -= 10;
        county.importCounts(revised);

        // Each area changed by many, their sum by three.
        assertEquals(Value.suppressed(), county.select(7, 8).count());
        assertTrue(county.published().audit().passed());
        assertTrue(widthOf(7, county.published()) >= 3 || widthOf(8, county.published()) >= 3);
    }

    @Test
    void selectionAskedAfterARevisionDoesNotGiveTheRevisedAreaBack() {
        county.importCounts(revised(7, 3));

        assertEquals(Value.suppressed(), county.select(7, 8).count());
        assertEquals(Value.suppressed(), county.select(1, 7).count());
        assertEquals(List.of(), county.recorded());
    }

    @Test
    void unchangedImportShowsTheSame() {
        String first = county.published().released().text();

        county.importCounts(FIRST);

        assertEquals(first, county.published().released().text());
    }

    @Test
    void answeredSelectionIsRecordedAndRefusedOneLeavesNoTrace() {
        county.importCounts(revised(7, -42));
        String before = county.store().read(session -> session.revision());

        Selected refused = county.select(7, 8);
        assertEquals(SelectionGuard.REFUSED, refused.reason());
        assertEquals(before, county.store().read(session -> session.revision()));
        assertEquals(List.of(), county.recorded());

        assertEquals(Value.known(90), county.select(1, 4).count());
        assertEquals(List.of(codes(1, 4)), county.recorded());
    }

    @Test
    void sameSelectionIsAnsweredTheSameAfterARestart() {
        Selected first = county.select(4, 1);
        String shown = county.published().released().text();

        county.forgetWhatIsRemembered();

        assertEquals(first, county.select(1, 4));
        assertEquals(shown, county.published().released().text());
        assertEquals(List.of(codes(1, 4)), county.recorded());
    }

    @Test
    void selectionDoesNotChangeWhatTheLayersAreMadeOf() {
        String before = county.published().fingerprint();

        county.select(1, 4);

        assertEquals(before, county.published().fingerprint());
    }

    private static long[] revised(int area, long by) {
        long[] counts = FIRST.clone();
        counts[area - 1] += by;
        return counts;
    }

    /** How well somebody knows the new count of an area who knows all counts before and all that is shown now. */
    private static double widthOf(int area, PublishedCounts second) {
        List<Integer> hidden = new ArrayList<>();
        for (int number = 1; number <= FIRST.length; number++) {
            if (!second.area(YEAR, code(number)).isKnown()) {
                hidden.add(number);
            }
        }
        if (!hidden.contains(area)) {
            return 0;
        }
        Attacker attacker = new Attacker(hidden);
        hidden.forEach(number -> attacker.learnAtLeast(number, 1));
        learn(attacker, second, hidden, 1, FIRST.length, second.extent(YEAR, COUNTY));
        for (int number : DISTRICTS) {
            learn(attacker, second, hidden, 5 * number - 4, 5 * number, second.district(YEAR, district(number)));
        }
        return attacker.width(List.of(area));
    }

    private static void learn(
            Attacker attacker, PublishedCounts second, List<Integer> hidden, int first, int last, Value total) {
        List<Integer> parts = hidden.stream()
                .filter(number -> number >= first && number <= last)
                .toList();
        if (total.isKnown() && !parts.isEmpty()) {
            long left = Math.round(total.number().orElseThrow());
            for (int number = first; number <= last; number++) {
                left -= Math.round(second.area(YEAR, code(number)).number().orElse(0));
            }
            attacker.learnSum(parts, left);
        }
    }
}
