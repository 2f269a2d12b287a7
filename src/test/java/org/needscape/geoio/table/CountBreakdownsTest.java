package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.indicator.Category;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.ValueFlag;
import org.needscape.report.UnreadableFileException;

/** Counts whose rows say what their categories tell apart, and what a county says about a number. */
class CountBreakdownsTest {

    private static final String HEADER = "LSOA21CD,period,breakdown,category,count";

    @TempDir
    Path folder;

    @Test
    void categoryIsNamedWithItsBreakdown() {
        TableProbe probe = read(
                HEADER,
                "E01029345,2024,,,9",
                "E01029345,2024,Sex,girls,4",
                "E01029345,2024,sex,boys,5",
                "E01029345,2024,Age_band,under 1,2",
                "E01029345,2024,gender,not known,0",
                "E01029345,2024,,neglect,3");
        assertEquals(
                List.of("all", "sex: girls", "sex: boys", "age band: under 1", "sex: not known", "neglect"),
                categories(probe));
        assertEquals(List.of(), probe.refusals());
    }

    /** Each breakdown shares out the total by itself: together they may add up to more. */
    @Test
    void everyBreakdownIsComparedWithTheTotalByItself() {
        TableProbe probe = read(
                HEADER,
                "E01029345,2024,,,9",
                "E01029345,2024,sex,girls,4",
                "E01029345,2024,sex,boys,5",
                "E01029345,2024,age band,under 1,9",
                "E01029346,2024,,,9",
                "E01029346,2024,sex,girls,5",
                "E01029346,2024,sex,boys,5",
                "E01029346,2024,age band,under 1,9",
                "E01029347,2024,,,9",
                "E01029347,2024,sex,girls,4",
                "E01029347,2024,age band,under 1,9");
        assertEquals(
                List.of(
                        "6 [count] E01029346: The categories of the breakdown sex of the area and period add up to more than this total."),
                probe.refusals());
        assertTrue(
                probe.report()
                        .notes()
                        .contains(
                                "The categories of the breakdown sex add up to less than the total for 1 area and period; the others are shown as not stated. Check whether a category is missing."),
                probe.report().notes().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"uasc", "UASC", "yes", "Unaccompanied asylum-seeking children", "unaccompanied"})
    void unaccompaniedChildrenAreKnownByManyWords(String word) {
        TableProbe probe = read(HEADER, "E01029345,2024,,,9", "E01029345,2024,unaccompanied," + word + ",2");
        assertEquals(
                Category.UNACCOMPANIED_CHILDREN,
                Category.of(probe.observations.get(1).series()));
        // What remains of the total are the others: nothing is missing.
        assertEquals(1, probe.report().notes().size(), probe.report().notes().toString());
    }

    @Test
    void whoIsNotUnaccompaniedMayBeCountedToo() {
        TableProbe probe =
                read(HEADER, "E01029345,2024,uasc,yes,2", "E01029345,2024,uasc,no,7", "E01029346,2024,uasc,perhaps,7");
        assertEquals(
                List.of("unaccompanied: unaccompanied asylum-seeking children", "unaccompanied: other children"),
                categories(probe));
        assertEquals(
                List.of(
                        "4 [category] E01029346: The category does not say whether the children are unaccompanied asylum-seeking children."),
                probe.refusals());
    }

    /** Publishers repeat the total with every breakdown. */
    @Test
    void totalThatIsSaidAgainByAnotherBreakdownIsTakenOnce() {
        TableProbe probe = read(
                HEADER,
                "E01029345,2024,sex,all,9",
                "E01029345,2024,sex,girls,9",
                "E01029345,2024,age band,all,9",
                "E01029345,2024,ethnicity,all,8");
        assertEquals(List.of("all", "sex: girls"), categories(probe));
        assertEquals(
                List.of("5 [LSOA21CD] E01029345: The area has an earlier row for the same period and category."),
                probe.refusals());
        assertEquals("4 read, 3 accepted, 1 refused, 0 outside", probe.counts());
    }

    @Test
    void whatCouldNotBeReadBackIsRefused() {
        TableProbe probe = read(
                HEADER,
                "E01029345,2024,,abuse: physical,4",
                "E01029346,2024,abuse: all,physical,4",
                "E01029347,2024,what the social worker thought of it,physical,4",
                "E01029348,2024,abuse,under 1: 2,4");
        assertEquals(
                List.of(
                        "2 [category] E01029345: The category holds a colon, which divides a breakdown from its category.",
                        "3 [breakdown] E01029346: The breakdown has more than 30 characters, or a colon.",
                        "4 [breakdown] E01029347: The breakdown has more than 30 characters, or a colon."),
                probe.refusals());
        assertEquals(
                new Category("abuse", "under 1: 2"),
                Category.of(probe.observations.get(0).series()));
    }

    /** Twelve breakdowns of forty categories each may be tables; more are free text. */
    @Test
    void columnsOfFreeTextAreNoBreakdowns() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        for (int breakdown = 1; breakdown <= 12; breakdown++) {
            for (int category = 1; category <= 40; category++) {
                lines.add("E01029345,2024,kind " + breakdown + ",category " + category + ",1");
            }
        }
        assertEquals(480, read(lines.toArray(String[]::new)).observations.size());

        lines.add("E01029345,2024,kind 12,one more,1");
        assertTrue(refusal(lines).contains("41 different categories of the breakdown kind 12, and at most 40"));
        lines.set(lines.size() - 1, "E01029345,2024,kind 13,one more,1");
        assertTrue(refusal(lines).contains("13 different breakdowns, and at most 12"));
    }

    @Test
    void breakInSeriesIsMarkedByAFlag() {
        TableProbe probe = read(
                "LSOA21CD,period,count,flag",
                "E01029345,2023,9,",
                "E01029345,2024,12,b",
                "E01029346,2024,12u,\"B, e\"",
                "E01029347,2024,12,because of the new system");
        assertEquals(Set.of(), probe.observations.get(0).flags());
        assertEquals(
                Set.of(ValueFlag.BREAK_IN_SERIES), probe.observations.get(1).flags());
        assertEquals(
                Set.of(ValueFlag.BREAK_IN_SERIES, ValueFlag.ESTIMATED, ValueFlag.LOW_CONFIDENCE),
                probe.observations.get(2).flags());
        assertEquals(List.of("5 [flag] E01029347: The flag is not known."), probe.refusals());
        assertTrue(probe.report().notes().stream().noneMatch(note -> note.contains("not used")));
    }

    @Test
    void wideFileHasAColumnForEachPeriod() {
        TableProbe probe = read("LSOA21CD,LSOA21NM,2022,2023,2024", "E01029345,A,7,c,0", "E01029346,B,,3,4");
        assertEquals(
                List.of(
                        "E01029345 2022 known",
                        "E01029345 2023 suppressed",
                        "E01029345 2024 known",
                        "E01029346 2022 not-available",
                        "E01029346 2023 known",
                        "E01029346 2024 known"),
                probe.observations.stream()
                        .map(observation -> observation.area() + " "
                                + observation.series().period() + " "
                                + observation.value().state().code())
                        .toList());
        assertEquals("2 read, 2 accepted, 0 refused, 0 outside", probe.counts());
    }

    @ParameterizedTest
    @CsvSource({
        "2022, 2022",
        "2022/23, 2022/23",
        "2022-23, 2022/23",
        "2022/2023, 2022/23",
        "202223, 2022/23",
        "1999/00, 1999/00",
        "cpp_2022, 2022",
        "CPP 2022/23, 2022/23",
        "count_2022, 2022",
        "cpp-count-202223, 2022/23",
        "children 2022, 2022"
    })
    void periodIsReadFromTheNameOfItsColumn(String column, String period) {
        TableProbe probe = read("LSOA21CD," + column, "E01029345,7");
        assertEquals(period, probe.observations.get(0).series().period().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022/24", "202225", "22", "cla_2022", "20220101", "year 2022"})
    void otherColumnsAreNoPeriods(String column) {
        TableProbe probe = read("LSOA21CD,period,count," + column, "E01029345,2022,7,8");
        assertEquals(7, probe.number("cpp-count", "E01029345"));
        assertTrue(probe.report().notes().contains("Columns that are not used: " + column + "."));
    }

    @Test
    void wideFileMayHaveBreakdownsAndEachPeriodIsComparedWithItsTotal() {
        TableProbe probe = read(
                "LSOA21CD,breakdown,category,2023,2024",
                "E01029345,,,5,5",
                "E01029345,sex,girls,2,3",
                "E01029345,sex,boys,3,3",
                "E01029346,,,5,5",
                "E01029346,sex,girls,5,5",
                "E01029346,sex,girls,5,5");
        assertEquals(
                List.of(
                        "2 [2024] E01029345: The categories of the breakdown sex of the area and period add up to more than this total.",
                        "7 [LSOA21CD] E01029346: The area has an earlier row for the same period and category."),
                probe.refusals());
        assertEquals(8, probe.observations.size());
    }

    @Test
    void impossibleCellOfAWideFileRefusesItsRowAndNamesItsColumn() {
        TableProbe probe = read("LSOA21CD,2023,2024", "E01029345,7,-1", "E01029346,2.5,4", "E01029347,3,4");
        assertEquals(
                List.of(
                        "2 [2024] E01029345: The number is not a whole number of 0 or more.",
                        "3 [2023] E01029346: The number is not a whole number of 0 or more."),
                probe.refusals());
        assertEquals(2, probe.observations.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LSOA21CD,count,2022,2023 | table.csv has columns of periods (2022, 2023) beside count: give a row for each area and period, or a column for each period, not both.",
                "LSOA21CD,period,2022 | table.csv has columns of periods (2022) beside period: give a row for each area and period, or a column for each period, not both.",
                "LSOA21CD,flag,2022 | table.csv has columns of periods (2022) beside flag: give a row for each area and period, or a column for each period, not both.",
                "LSOA21CD,2022,cpp_2022 | table.csv has more than one column of the period 2022 (2022, cpp_2022): keep one of them."
            })
    void fileThatIsLongAndWideIsRefused(String header, String message) {
        assertEquals(message, refusal(List.of(header, "E01029345,1,2,3")));
    }

    @Test
    void statedPeriodMustBeTheOnlyOneOfAWideFile() {
        Optional<Period> year = Optional.of(new Period("2024"));
        TableProbe one = written("LSOA21CD,2024", "E01029345,1");
        read(one, year);
        assertEquals(1, one.observations.size());

        TableProbe two = written("LSOA21CD,2023,2024", "E01029345,1,2");
        assertEquals(
                "table.csv was given as the period 2024, but has columns of others (2023, 2024): leave the period out, or the columns.",
                assertThrows(UnreadableFileException.class, () -> read(two, year))
                        .getMessage());
    }

    private String refusal(List<String> lines) {
        return String.valueOf(assertThrows(UnreadableFileException.class, () -> read(lines.toArray(String[]::new)))
                .getMessage());
    }

    private static List<String> categories(TableProbe probe) {
        return probe.observations.stream()
                .map(observation -> observation.series().category())
                .toList();
    }

    private TableProbe read(String... lines) {
        TableProbe probe = written(lines);
        read(probe, Optional.empty());
        return probe;
    }

    private TableProbe written(String... lines) {
        return TableProbe.written(folder, lines)
                .withLoaded(TableProbe.LSOA_2021, "E01029345", "E01029346", "E01029347", "E01029348");
    }

    private static void read(TableProbe probe, Optional<Period> period) {
        CountsFile.read(
                probe.request(),
                Measure.CPP,
                TableProbe.LSOA_2021,
                period,
                probe.indicators::add,
                probe.observations::add);
    }
}
