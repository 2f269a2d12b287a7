package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.RealData;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.Value;
import org.needscape.report.UnreadableFileException;

class DeprivationFileTest {

    private static final String HEAD = "LSOA code (2011),LSOA name (2011)";
    private static final String RANK = "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)";
    private static final String DECILE =
            "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)";

    @TempDir
    Path folder;

    @Test
    void readsEnglandsIndices2019ForACounty() {
        TableProbe probe = TableProbe.real("deprivation/IoD2019_LSOA11_England.csv")
                .withLoaded(
                        TableProbe.LSOA_2011, TableProbe.realCodes(TableProbe.LSOA_2011, TableProbe.staffordshire()));
        TableSummary summary = probe.readDeprivation(2019);
        // The row of E01029345 in the published file.
        assertEquals(20.458, probe.number("imd-score", "E01029345"));
        assertEquals(13970, probe.number("imd-rank", "E01029345"));
        assertEquals(5, probe.number("imd-decile", "E01029345"));
        assertEquals(0.128, probe.number("income-score", "E01029345"));
        assertEquals(8361, probe.number("idaci-rank", "E01029345"));
        assertEquals(12373, probe.number("idaopi-rank", "E01029345"));
        assertEquals(7239, probe.number("children-and-young-people-rank", "E01029345"));
        assertEquals(6, probe.number("outdoors-decile", "E01029345"));
        assertEquals(1751, probe.number("iod-population-total", "E01029345"));
        assertEquals(336, probe.number("iod-population-0-15", "E01029345"));
        assertEquals(1049, probe.number("iod-population-working-age", "E01029345"));
        assertEquals("32844 read, 528 accepted, 0 refused, 32316 outside", probe.counts());
        assertEquals(528 * 40, probe.observations.size());
        assertEquals(
                new TableSummary(
                        TableProbe.LSOA_2011,
                        "English Indices of Deprivation 2019",
                        "Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2019",
                        "Open Government Licence v3.0"),
                summary);
        assertEquals(
                List.of("The file does not have every column of the release; not in it: education-score, health-score, "
                        + "crime-score, barriers-score, living-environment-score, idaci-score, idaopi-score, "
                        + "children-and-young-people-score, adult-skills-score, geographical-barriers-score, "
                        + "wider-barriers-score, indoors-score, outdoors-score."),
                probe.report().notes());
    }

    @Test
    void indicatorsSayUnitPolaritySourceAndEdition() {
        TableProbe probe =
                TableProbe.real("deprivation/IoD2019_LSOA11_England.csv").withLoaded(TableProbe.LSOA_2011, "E01029345");
        probe.readDeprivation(2019);
        Indicator score = probe.indicator("imd-score");
        assertEquals("Index of Multiple Deprivation, score", score.label());
        assertEquals("score", score.unit());
        assertEquals(Polarity.HIGHER_IS_MORE_NEED, score.polarity());
        assertEquals(
                "Ministry of Housing, Communities and Local Government, English Indices of Deprivation 2019",
                score.source());
        assertEquals("Open Government Licence v3.0", score.licence());
        assertEquals(Sensitivity.OPEN, score.sensitivity());
        assertEquals(Polarity.LOWER_IS_MORE_NEED, probe.indicator("imd-rank").polarity());
        assertEquals(Polarity.LOWER_IS_MORE_NEED, probe.indicator("imd-decile").polarity());
        assertEquals("proportion", probe.indicator("income-score").unit());
        assertEquals(
                Polarity.NOT_STATED, probe.indicator("iod-population-total").polarity());
        assertEquals("people", probe.indicator("iod-population-total").unit());
        Observation rank = probe.observation("imd-rank", "E01029345");
        assertEquals("2019", rank.series().period().text());
        assertEquals("IoD 2019", rank.series().edition());
        assertEquals(TableProbe.LSOA_2011, rank.series().geography());
        assertEquals(
                "mid-2015",
                probe.observation("iod-population-0-15", "E01029345")
                        .series()
                        .period()
                        .text());
    }

    @ParameterizedTest
    @CsvSource({
        // The row of E01029345 in each published file; 2010 has no deciles.
        "2010, deprivation/IMD2010_LSOA01_England.csv, lsoa-2001, 22.1, 12488",
        "2015, deprivation/IoD2015_LSOA11_England.csv, lsoa-2011, 20.141, 14124",
        "2025, deprivation/IoD2025_LSOA21_England.csv, lsoa-2021, 14.639, 19721"
    })
    void readsTheOtherReleases(int release, String file, String geography, double score, double rank) {
        TableProbe probe = TableProbe.real(file).withLoaded(Geography.parse(geography), "E01029345", "E01029346");
        assertEquals(geography, probe.readDeprivation(release).geography().code());
        assertEquals(score, probe.number("imd-score", "E01029345"));
        assertEquals(rank, probe.number("imd-rank", "E01029345"));
        assertEquals(2, probe.report().accepted());
        assertEquals(0, probe.report().refused());
    }

    @Test
    void theDepartmentHasTheNameItHadThen() {
        assertTrue(
                DeprivationRelease.parse(2015).source().startsWith("Department for Communities and Local Government,"));
        assertTrue(DeprivationRelease.parse(2025).source().startsWith("Ministry of Housing, Communities"));
        assertEquals(
                "There is no release 2020 of the Indices of Deprivation to read: use 2010, 2015, 2019, 2025.",
                assertThrows(IllegalArgumentException.class, () -> DeprivationRelease.parse(2020))
                        .getMessage());
    }

    @Test
    void everyOfficialHeaderOfFile7IsKnown() throws Exception {
        // Every column of File 7 of 2015, 2019 and 2025 as listed from the published files:
        // release,position,header,present.
        List<String> lines = Files.readAllLines(RealData.require("deprivation/official_file7_headers.csv"));
        for (String line : lines.subList(1, lines.size())) {
            int first = line.indexOf(',');
            int second = line.indexOf(',', first + 1);
            String header = line.substring(second + 1, line.lastIndexOf(',')).replace("\"", "");
            boolean place = CodeColumn.isCodeOrName(header);
            assertEquals(!place, DeprivationMeasure.find(header).isPresent(), line);
        }
        Map<String, Long> measures = lines.stream()
                .skip(1)
                .map(line -> line.split(",", 3))
                .filter(parts -> DeprivationMeasure.find(
                                parts[2].substring(0, parts[2].lastIndexOf(',')).replace("\"", ""))
                        .isPresent())
                .collect(Collectors.groupingBy(parts -> parts[0], Collectors.counting()));
        for (String release : List.of("2015", "2019", "2025")) {
            assertEquals(
                    (long) DeprivationMeasure.published(DeprivationRelease.parse(Integer.parseInt(release)))
                            .size(),
                    measures.get(release),
                    release);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Index of Multiple Deprivation (IMD) Rank|imd-rank",
                "  index of  multiple deprivation (imd) DECILE |imd-decile",
                "Income Score|income-score",
                "RANK OF CRIME SCORE (where 1 is most deprived)|crime-rank",
                "EDUCATION SKILLS AND TRAINING SCORE|education-score",
                // Cut at 80 characters, as one header of 2025 was published, and at 63.
                "Children and Young People Sub-domain Decile (where 1 is most deprived 10% of LSO|children-and-young-people-decile",
                "Income Deprivation Affecting Older People (IDAOPI) Decile (whe|idaopi-decile",
                "Working age population 18-59/64: for use with Employment Deprivation Domain (exc|iod-population-working-age"
            })
    void headersAreKnownHoweverTheyWereWrittenOrCut(String header, String id) {
        assertEquals(id, DeprivationMeasure.find(header).orElseThrow().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Income Deprivation Affecting Children Index (IDACI) - Average rank",
                "Income Deprivation Affecting Children Index (IDACI)",
                "Income",
                "IMD - Rank of average score",
                "rank"
            })
    void otherHeadersAreNotTakenForMeasures(String header) {
        assertTrue(DeprivationMeasure.find(header).isEmpty());
    }

    @Test
    void aFileOfAnotherReleaseIsRefusedWhole() {
        assertEquals(
                "IoD2019_LSOA11_England.csv was given as release 2025, whose areas are lsoa-2021, but its column "
                        + "'LSOA code (2011)' belongs to another release: give the release that the file is from.",
                refusal("deprivation/IoD2019_LSOA11_England.csv", 2025));
        assertEquals(
                "IoD2025_LSOA21_England.csv was given as release 2019, whose areas are lsoa-2011, but its column "
                        + "'LSOA code (2021)' belongs to another release: give the release that the file is from.",
                refusal("deprivation/IoD2025_LSOA21_England.csv", 2019));
        // 2015 and 2019 have the same small areas: the year of the districts tells them apart.
        assertEquals(
                "IoD2015_LSOA11_England.csv was given as release 2019, whose areas are lsoa-2011, but its column "
                        + "'Local Authority District code (2013)' belongs to another release: give the release that the file is from.",
                refusal("deprivation/IoD2015_LSOA11_England.csv", 2019));
        assertEquals(
                "IMD2010_LSOA01_England.csv was given as release 2019, whose areas are lsoa-2011, but its column "
                        + "'RANK OF IMD SCORE (where 1 is most deprived)' belongs to another release: give the release that the file is from.",
                refusal("deprivation/IMD2010_LSOA01_England.csv", 2019));
    }

    @Test
    void theYearOfThePopulationTellsTheReleaseToo() {
        TableProbe probe = TableProbe.written(
                        folder, HEAD + ",Total population: mid 2012 (excluding prisoners)", "E01000001,A,1296")
                .withLoaded(TableProbe.LSOA_2011, "E01000001");
        assertTrue(assertThrows(UnreadableFileException.class, () -> probe.readDeprivation(2019))
                .getMessage()
                .contains("'Total population: mid 2012 (excluding prisoners)' belongs to another release"));
    }

    @Test
    void aRowIsTakenWholeOrRefusedWhole() {
        TableProbe probe = TableProbe.written(
                        folder,
                        HEAD + "," + RANK + "," + DECILE + ",Income Score (rate),Total population: mid 2015",
                        "E01000001,A,29199.00,9,0.007,\"1,296\"",
                        "E01000002,B,0,1,0.1,100",
                        "E01000003,C,32845,10,0.1,100",
                        "E01000004,D,10.5,1,0.1,100",
                        "E01000005,E,1,11,0.1,100",
                        "E01000006,F,1,1,1.01,100",
                        "E01000007,G,1,1,0.1,-1",
                        "E01000008,H,1,1,1.2.3,100",
                        "E01000009,I,1,1,50%,100",
                        "E01000010,J,3285,1,0.1,100",
                        "E01000001,A,29199,9,0.007,1296",
                        "E0100001X,K,1,1,0.1,100",
                        ",L,1,1,0.1,100",
                        "E06000001,M,1,1,0.1,100",
                        "E01000012,N,1,1",
                        "E01000013,O,1,1,0.1,100,7")
                .withLoaded(
                        TableProbe.LSOA_2011,
                        Set.copyOf(IntStream.rangeClosed(1, 20)
                                .mapToObj(i -> new AreaCode(String.format("E01%06d", i)))
                                .toList()));
        probe.readDeprivation(2019);
        assertEquals(
                List.of(
                        "3 [" + RANK + "] E01000002: The number is not a whole number from 1 to 32844.",
                        "4 [" + RANK + "] E01000003: The number is not a whole number from 1 to 32844.",
                        "5 [" + RANK + "] E01000004: The number is not a whole number from 1 to 32844.",
                        "6 [" + DECILE + "] E01000005: The number is not a whole number from 1 to 10.",
                        "7 [Income Score (rate)] E01000006: The number is not a number from 0 to 1.",
                        "8 [Total population: mid 2015] E01000007: The number is not a number of 0 or more.",
                        "9 [Income Score (rate)] E01000008: The cell holds neither a number nor a symbol that is known.",
                        "10 [Income Score (rate)] E01000009: The cell has a percent sign.",
                        // 3,284.4 areas are a tenth of 32,844, so rank 3285 is in the second.
                        "11 [" + DECILE + "] E01000010: The decile is not the one of the rank among 32844 areas.",
                        "12 [LSOA code (2011)] E01000001: The area stands in an earlier row too.",
                        "13 [LSOA code (2011)] : The code is not one of small areas.",
                        "14 [LSOA code (2011)] : The area code is missing.",
                        "15 [LSOA code (2011)] : The code is not one of small areas.",
                        "16 [] : The row has 4 cells where the header has 6.",
                        "17 [] : The row has 7 cells where the header has 6."),
                probe.refusals());
        assertEquals(1, probe.report().accepted());
        assertEquals(
                Set.of("E01000001"),
                probe.observations.stream()
                        .map(observation -> observation.area().value())
                        .collect(Collectors.toSet()));
        assertEquals(29199, probe.number("imd-rank", "E01000001"));
        assertEquals(1296, probe.number("iod-population-total", "E01000001"));
    }

    @Test
    void blanksAndSymbolsAreNotNumbers() {
        TableProbe probe = TableProbe.written(
                        folder, HEAD + ",Income Score (rate),Crime Score", "E01000001,A,,-1.771", "E01000002,B,c,z")
                .withLoaded(TableProbe.LSOA_2011, "E01000001", "E01000002");
        probe.readDeprivation(2019);
        assertEquals(Value.notAvailable(), probe.value("income-score", "E01000001"));
        assertEquals(-1.771, probe.number("crime-score", "E01000001"));
        assertEquals(Value.suppressed(), probe.value("income-score", "E01000002"));
        assertEquals(Value.notApplicable(), probe.value("crime-score", "E01000002"));
    }

    @Test
    void codesInSmallLettersAreRepaired() {
        TableProbe probe = TableProbe.written(folder, HEAD + "," + RANK, "e01000001,A,1")
                .withLoaded(TableProbe.LSOA_2011, "E01000001");
        probe.readDeprivation(2019);
        assertEquals(1, probe.number("imd-rank", "E01000001"));
        assertEquals(1, probe.report().repaired());
    }

    @Test
    void fictionalAreasAreTakenButNotInThePublishersName() {
        TableProbe probe = TableProbe.written(
                        folder, HEAD + "," + RANK + "," + DECILE, "E01999001,Aldermoor 001A,412,1")
                .withLoaded(TableProbe.LSOA_2011, "E01999001");
        TableSummary summary = probe.readDeprivation(2019);
        assertEquals(412, probe.number("imd-rank", "E01999001"));
        assertEquals("Fictional demonstration data of no real place", summary.source());
        assertEquals(
                "Fictional demonstration data of no real place",
                probe.indicator("imd-rank").source());
        assertTrue(summary.title().contains("Fictional"));
    }

    @Test
    void realAndFictionalAreasNeverStandInOneFile() {
        TableProbe probe = TableProbe.written(
                        folder, HEAD + "," + RANK, "E01000001,A,1", "E99999999,none,5", "E01999001,Aldermoor 001A,412")
                .withLoaded(TableProbe.LSOA_2011, "E01000001");
        assertEquals(
                "table.csv mixes areas of the fictional county with real ones: they never stand in one file.",
                assertThrows(UnreadableFileException.class, () -> probe.readDeprivation(2019))
                        .getMessage());
    }

    @Test
    void withoutBoundariesOfItsYearNothingIsRead() {
        TableProbe probe =
                TableProbe.real("deprivation/IoD2019_LSOA11_England.csv").withLoaded(TableProbe.LSOA_2021, "E01029345");
        assertEquals(
                "IoD2019_LSOA11_England.csv is about lsoa-2011, but no boundaries of lsoa-2011 are loaded: import those "
                        + "first, or use the file for the boundaries that are loaded.",
                assertThrows(UnreadableFileException.class, () -> probe.readDeprivation(2019))
                        .getMessage());
        assertTrue(probe.observations.isEmpty());
        assertTrue(probe.indicators.isEmpty());
    }

    @Test
    void twoColumnsForOneMeasureAreRefused() {
        TableProbe probe = TableProbe.written(
                        folder, HEAD + "," + RANK + ",Index of Multiple Deprivation (IMD) Rank", "E01000001,A,1,1")
                .withLoaded(TableProbe.LSOA_2011, "E01000001");
        assertEquals(
                "table.csv has two columns for 'Index of Multiple Deprivation, rank': remove one of them.",
                assertThrows(UnreadableFileException.class, () -> probe.readDeprivation(2019))
                        .getMessage());
    }

    @Test
    void otherTablesAreRefusedForWhatTheyLack() {
        assertTrue(refusal("local_authority/deprivation_by_district_2019.csv", 2019)
                .startsWith("deprivation_by_district_2019.csv has no column of LSOA codes"));
        assertTrue(refusal("deprivation/official_file7_headers.csv", 2019).contains("has no column of LSOA codes"));
        assertTrue(refusal("indicators/indicators_lsoa11_warwickshire_wide.csv", 2019)
                .contains("has no score, rank, decile or population of the Indices of Deprivation"));
    }

    @Test
    void englandIsReadInSeconds() {
        Set<AreaCode> england = TableProbe.realCodes(TableProbe.LSOA_2011);
        TableRequest request = TableProbe.real("deprivation/IoD2019_LSOA11_England.csv")
                .withLoaded(TableProbe.LSOA_2011, england)
                .request();
        long[] observations = {0};
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        DeprivationFile.read(request, 2019, indicator -> {}, observation -> observations[0]++);
        double seconds = (threads.getCurrentThreadCpuTime() - start) / 1e9;
        assertEquals(32_844L * 40, observations[0]);
        assertEquals(0, request.log().toReport().refused());
        // Processor time, because other work may share the machine; measured 0.9 s cold and 0.4 s warm.
        assertTrue(seconds < 3, () -> "took " + seconds + " s");
        assertFalse(england.isEmpty());
    }

    private static String refusal(String file, int release) {
        TableProbe probe = TableProbe.real(file)
                .withLoaded(TableProbe.LSOA_2001, "E01029345")
                .withLoaded(TableProbe.LSOA_2011, "E01029345")
                .withLoaded(TableProbe.LSOA_2021, "E01029345");
        String message = assertThrows(UnreadableFileException.class, () -> probe.readDeprivation(release))
                .getMessage();
        assertTrue(probe.observations.isEmpty());
        return message;
    }
}
