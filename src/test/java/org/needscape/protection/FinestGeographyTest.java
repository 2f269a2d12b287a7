package org.needscape.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.protection.CountyStore.DISTRICTS;
import static org.needscape.protection.CountyStore.LOOKED_AFTER;
import static org.needscape.protection.CountyStore.LSOA;
import static org.needscape.protection.CountyStore.YEAR;
import static org.needscape.protection.CountyStore.district;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.Geography;
import org.needscape.indicator.Period;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.store.ObservationStore.StoredSeries;

/** Of a measure and period only the counts of one kind of areas are shown, or one would tell what the other hides. */
class FinestGeographyTest {

    private static final Geography EARLIER = Geography.parse("lsoa-2011");

    @Test
    void smallestAreasOfTheLatestBoundaryYearAreShown() {
        FinestGeography finest = new FinestGeography(
                List.of(series(DISTRICTS, YEAR), series(EARLIER, YEAR), series(LSOA, YEAR)), LOOKED_AFTER);

        assertTrue(finest.isShown(YEAR, LSOA));
        assertFalse(finest.isShown(YEAR, EARLIER));
        assertFalse(finest.isShown(YEAR, DISTRICTS));
    }

    @Test
    void eachPeriodHasItsOwn() {
        Period before = new Period("2023");
        FinestGeography finest =
                new FinestGeography(List.of(series(DISTRICTS, before), series(LSOA, YEAR)), LOOKED_AFTER);

        assertTrue(finest.isShown(before, DISTRICTS));
        assertTrue(finest.isShown(YEAR, LSOA));
    }

    /** Areas 3 40 50 60 70 of district 1 would be told by its count of 223, from whoever it comes, if they showed all but one. */
    @Test
    void countsOfDistrictsThatSomebodyElseMadeDoNotTellWhatTheSmallAreasHide(@TempDir Path folder) {
        try (CountyStore county = new CountyStore(folder, 10)) {
            county.importDistrictCounts(223, 275);
            assertEquals(
                    Value.known(223),
                    county.published(DISTRICTS).area(YEAR, district(1).code()));

            county.importCounts(3, 40, 50, 60, 70, 35, 45, 55, 65, 75);

            assertEquals(
                    Value.suppressed(),
                    county.published(DISTRICTS).area(YEAR, district(1).code()));
            assertEquals(Value.suppressed(), county.published().area(YEAR, CountyStore.code(1)));
        }
    }

    /**
     * 221 was shown of the district by itself; that its small areas add up to 223 would tell of two children. The county's total is
     * shown, so the other district is hidden with it.
     */
    @Test
    void smallAreasDoNotCorrectByFewWhatWasShownOfTheirDistrict(@TempDir Path folder) {
        try (CountyStore county = new CountyStore(folder, 10)) {
            county.importDistrictCounts(221, 300);

            county.importCounts(23, 20, 50, 60, 70, 35, 45, 55, 65, 75);

            assertEquals(Value.suppressed(), county.published().district(YEAR, district(1)));
            assertEquals(Value.suppressed(), county.published().district(YEAR, district(2)));
            assertEquals(Value.known(498), county.published().extent(YEAR, CountyStore.COUNTY));
            assertTrue(county.published().audit().passed());
        }
    }

    private static StoredSeries series(Geography geography, Period period) {
        return new StoredSeries(
                new SeriesKey(LOOKED_AFTER, geography, period, SeriesKey.ALL, "e"), List.of(1L), "hash");
    }
}
