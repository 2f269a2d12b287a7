package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.indicator.Period;
import org.needscape.report.ImportProblem;
import org.needscape.report.UnreadableFileException;

class CasesFileTest {

    private static final Optional<Period> YEAR = Optional.of(new Period("2024/25"));

    @TempDir
    Path folder;

    private final List<String> factors = new ArrayList<>();
    private final List<String> cases = new ArrayList<>();

    @Test
    void readsLevelsFlagsAndWhatIsNotKnown() {
        TableProbe probe = written(
                "LSOA21CD,LSOA21NM,level,domestic_abuse,Parental mental health,young parents",
                "E01029345,Tamworth 001A,1,1,0,",
                "E01029346,Tamworth 001B,multiple,yes,No,TRUE",
                "E01029347,Tamworth 001C,Level 4,x,:,n",
                "E01000001,Elsewhere,2,1,1,1",
                "E01029345,Tamworth 001A,,0,0,0");
        TableSummary summary = read(probe, YEAR);

        assertEquals(List.of("domestic abuse", "parental mental ill-health", "young parents"), factors);
        assertEquals(
                List.of(
                        "E01029345 2024/25 level 1, universal need: PRESENT ABSENT UNKNOWN",
                        "E01029346 2024/25 level 3, multiple need: PRESENT ABSENT PRESENT",
                        "E01029347 2024/25 level 4, acute need: UNKNOWN UNKNOWN ABSENT",
                        "E01029345 2024/25 no level: ABSENT ABSENT ABSENT"),
                cases);
        assertEquals("5 read, 4 accepted, 0 refused, 1 outside", probe.counts());
        assertEquals("Cases with risk factors, by lsoa-2021", summary.title());
    }

    @Test
    void periodsOfTheFileAreTakenRowByRow() {
        read(written("LSOA21CD,period,level,a,b", "E01029345,2023,1,1,0", "E01029345,2024,1,1,0"), Optional.empty());

        assertEquals(2, cases.size());
        assertTrue(cases.get(0).startsWith("E01029345 2023 "));
        assertTrue(cases.get(1).startsWith("E01029345 2024 "));
    }

    // What stands in the cell may be words about a child: it is nowhere in the report.
    @ParameterizedTest
    @CsvSource({
        "'E01029345,2,maybe,0', 'a: The cell is neither 1 nor 0, yes nor no, nor a mark for not known.'",
        "'E01029345,2,0,2', 'b: The cell is neither 1 nor 0, yes nor no, nor a mark for not known.'",
        "'E01029345,5,1,0', level: The level is none of the four.",
        "'E01029345,secret,1,0', level: The level is none of the four.",
        "'E01029345,2,1', ': The row has 3 cells where the header has 4.'"
    })
    void rowThatCannotBeTakenIsRefusedWithoutItsContent(String row, String reason) {
        TableProbe probe = written("LSOA21CD,level,a,b", "E01029346,1,1,0", row);
        read(probe, YEAR);

        assertEquals(1, cases.size());
        ImportProblem problem = probe.report().problems().get(0);
        assertEquals(3, problem.row());
        assertEquals(reason, problem.field() + ": " + problem.reason());
        assertFalse(probe.report().toString().contains("maybe"));
        assertFalse(probe.report().toString().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "child_id",
                "UPN",
                "NHS Number",
                "Name",
                "child's name",
                "surname",
                "date of birth",
                "Date_of_Birth",
                "dob",
                "year of birth",
                "postcode",
                "Home Postcode",
                "address",
                "home address line 1",
                "case_id",
                "case number",
                "case ref",
                "email address",
                "phone number",
                "initials",
                "Notes",
                "social worker",
                "person_id"
            })
    void fileWithAColumnThatLooksPersonalIsRefusedBeforeItsFirstRow(String column) {
        String refusal = refusal(written("LSOA21CD,level," + column + ",a,b", "E01029345,1,1,1,0"));

        assertEquals(
                "table.csv has columns that look personal (" + column
                        + "); nothing was read. Leave them out: a case file has an"
                        + " area code, a level and flags, and nothing that tells one child from another.",
                refusal);
        assertEquals(List.of(), cases);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "low birth weight",
                "no recourse to public funds",
                "has social worker",
                "missing",
                "lad24nm",
                "SEND"
            })
    void columnThatIsAFlagOrAnAreaIsNotTakenForPersonal(String column) {
        read(written("LSOA21CD,level," + column + ",a,b", "E01029345,1,1,1,0"), YEAR);

        assertEquals(1, cases.size());
    }

    @Test
    void fileThatDoesNotSayWhatItTakesIsRefusedWithWhatToDo() {
        assertEquals(
                "table.csv has no column 'level': add it, with 1 to 4 for the level of need that help answers.",
                refusal(written("LSOA21CD,a,b", "E01029345,1,0")));
        assertEquals(
                "table.csv has no column of flags: what comes together takes at least two, such as domestic_abuse, with 1 or 0 for"
                        + " each case.",
                refusal(written("LSOA21CD,level", "E01029345,1")));
        assertEquals(
                "table.csv has one column only of flags: what comes together takes at least two, such as domestic_abuse, with 1 or"
                        + " 0 for each case.",
                refusal(written("LSOA21CD,level,a", "E01029345,1,1")));
        assertEquals(
                "table.csv has 17 columns of flags and at most 16 are taken: leave out those that matter least.",
                refusal(written("LSOA21CD,level," + flags(17), "E01029345,1" + ",1".repeat(17))));
        assertEquals(
                "table.csv has two columns for domestic abuse: remove or rename one of them.",
                refusal(written("LSOA21CD,level,domestic_abuse,DV", "E01029345,1,1,0")));
        assertEquals(
                "table.csv has two columns named 'A': remove or rename one of them.",
                refusal(written("LSOA21CD,level,a,A", "E01029345,1,1,0")));
        assertEquals(
                "table.csv has no column of area codes: name it LSOA21CD.",
                refusal(written("ward,level,a,b", "E05000001,1,1,0")));
        assertEquals(
                "table.csv has a header but no rows: nothing can be taken from it.",
                refusal(written("LSOA21CD,level,a,b")));
        assertTrue(refusal(written("LSOA11CD,level,a,b", "E01029345,1,1,0")).contains("lsoa-2011"));
    }

    @Test
    void sixteenFactorsAreTakenAndAPeriodMustBeSaid() {
        read(written("LSOA21CD,level," + flags(16), "E01029345,1" + ",1".repeat(16)), YEAR);
        assertEquals(16, factors.size());

        TableProbe probe = written("LSOA21CD,level,a,b", "E01029345,1,1,0");
        assertEquals(
                "table.csv has no column 'period': say which period its cases are of, or add the column.",
                assertThrows(UnreadableFileException.class, () -> read(probe, Optional.empty()))
                        .getMessage());
    }

    @Test
    void datesInPlaceOfPeriodsAreRefused() {
        String[] rows = IntStream.range(0, 22)
                .mapToObj(day -> "E01029345,2024-01-" + (10 + day) + ",1,1,0")
                .toArray(String[]::new);
        List<String> lines = new ArrayList<>(List.of("LSOA21CD,period,level,a,b"));
        lines.addAll(List.of(rows));
        TableProbe probe = written(lines.toArray(String[]::new));

        assertTrue(assertThrows(UnreadableFileException.class, () -> read(probe, Optional.empty()))
                .getMessage()
                .startsWith("table.csv has more than 20 different periods in the column period"));
    }

    private static String flags(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(k -> "f" + k).collect(Collectors.joining(","));
    }

    private String refusal(TableProbe probe) {
        return String.valueOf(assertThrows(UnreadableFileException.class, () -> read(probe, YEAR))
                .getMessage());
    }

    private TableProbe written(String... lines) {
        return TableProbe.written(folder, lines)
                .withLoaded(TableProbe.LSOA_2021, "E01029345", "E01029346", "E01029347");
    }

    private TableSummary read(TableProbe probe, Optional<Period> period) {
        factors.clear();
        return CasesFile.read(
                probe.request(),
                TableProbe.LSOA_2021,
                period,
                factors::addAll,
                (area, when, level, flags) -> cases.add(area + " " + when + " "
                        + level.map(known -> known.label()).orElse("no level") + ": "
                        + flags.stream().map(Enum::name).collect(Collectors.joining(" "))));
    }
}
