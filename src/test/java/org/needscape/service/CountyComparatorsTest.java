package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;
import org.needscape.area.Geography;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.progress.Progress;

/** What stands beside a county's own rate; the figures are made up, three neighbours are as many as can be worked out by hand. */
class CountyComparatorsTest {

    private static final Period YEAR = new Period("2024");

    @TempDir
    private Path folder;

    private CountedSquares county;

    @BeforeEach
    void loadCountyAndAuthorities() throws Exception {
        county = new CountedSquares("county-comparators", folder);
        load(
                "new_la_code,old_la_code,la_name,geographic_level,region_code,time_period,measure,number,rate_per_10000,population_0_17",
                "E10000031,937,Warwickshire,Local authority,E12000005,2024,cla-at-31-march,800,64,125000",
                "E10000028,860,Staffordshire,Local authority,E12000005,2024,cla-at-31-march,1000,50,200000",
                "E10000016,886,Kent,Local authority,E12000008,2024,cla-at-31-march,2000,80,250000",
                "E06000060,825,Buckinghamshire,Local authority,E12000008,2024,cla-at-31-march,c,c,",
                "E12000005,,West Midlands,Regional,E12000005,2024,cla-at-31-march,10000,90,1111111",
                "E92000001,,England,National,,2024,cla-at-31-march,83630,70,11998646");
        load("authority_code,neighbour_code", "E10000031,E10000028", "E10000031,E10000016", "E10000031,E06000060");
    }

    @AfterEach
    void close() {
        county.close();
    }

    @Test
    void neighboursStandAsOneAndAsTheMeanOfTheirRatesWithRegionAndCountry() {
        lieIn("E10000031", "E10000031");

        // As one 3,000 / 450,000 = 66.7; the mean of 50 and 80 is 65; the hidden one is in neither.
        assertEquals(
                List.of(
                        "authority Warwickshire 64.0",
                        "neighbours-weighted Statistical neighbours, as one 66.7",
                        "neighbours-unweighted Statistical neighbours, mean of their rates 65.0",
                        "region West Midlands 90.0",
                        "england England 70.0"),
                beside(Measure.CLA, YEAR));
    }

    @Test
    void aFinancialYearIsKnownByTheYearThatItEndsIn() {
        assertEquals(YEAR, CountyComparators.yearOf(new Period("2023/24")));
        assertEquals(YEAR, CountyComparators.yearOf(new Period("2023-2024")));
        assertEquals(YEAR, CountyComparators.yearOf(YEAR));
        assertEquals(new Period("spring 2024"), CountyComparators.yearOf(new Period("spring 2024")));
    }

    @Test
    void nothingStandsBesideWhereNothingIsPublishedOrTheAreasAreNotOneCounty() {
        assertEquals(List.of(), beside(Measure.CLA, YEAR));
        lieIn("E10000031", "E10000028");
        assertEquals(List.of(), beside(Measure.CLA, YEAR));
        lieIn("E10000031", "E10000031");
        assertEquals(List.of(), beside(Measure.EARLY_HELP, YEAR));
        assertEquals(List.of(), beside(Measure.CLA, new Period("2010")));
    }

    private void lieIn(String first, String second) {
        Geography counties = Geography.parse("ctyua-2024");
        county.store.write(session -> {
            session.areas()
                    .saveParents(
                            session.datasets().list().get(0).id(),
                            List.of(parent("E01000001", counties, first), parent("E01000002", counties, second)));
            return true;
        });
    }

    private static AreaParent parent(String area, Geography counties, String code) {
        return new AreaParent(
                new AreaId(CountedSquares.LSOA, new AreaCode(area)), new AreaId(counties, new AreaCode(code)), code);
    }

    private List<String> beside(Measure measure, Period period) {
        return county.store.read(session ->
                CountyComparators.of(session, CountedSquares.COUNTY, CountedSquares.LSOA, measure, period).stream()
                        .map(one -> one.kind() + " " + one.name() + " " + Math.round(one.ratePer10000() * 10) / 10.0)
                        .toList());
    }

    private void load(String... lines) throws Exception {
        Path file = Files.write(folder.resolve("authorities.csv"), List.of(lines));
        county.imports.run(
                new ImportRequest(ImportKind.AUTHORITY, file, "authorities.csv", ImportRequest.Options.none()),
                Progress.SILENT);
    }
}
