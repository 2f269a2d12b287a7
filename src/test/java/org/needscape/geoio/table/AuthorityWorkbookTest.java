package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.authority.AuthorityDeprivation;
import org.needscape.geoio.workbook.RawWorkbook;
import org.needscape.report.UnreadableFileException;

/**
 * Files 10 and 11 as the workbooks that the Ministry publishes: a sheet of notes, then one for each index. Sheets and headers, trailing
 * blanks included, are those of the published files; the numbers are made up for the tests.
 */
class AuthorityWorkbookTest {

    private static final String FILE_10_OF_2019 =
            "File_10_-_IoD2019_Local_Authority_District_Summaries__lower-tier__.xlsx";
    private static final String FILE_10_OF_2025 =
            "File_10_-_IoD2025_Local_Authority_District_Summaries__lower-tier__v2.xlsx";
    private static final String DISTRICT_2019 = "Local Authority District code (2019)";
    private static final String NAME_2019 = "Local Authority District name (2019)";

    @TempDir
    private Path folder;

    @Test
    void everySheetOfFile10Of2019IsRead() throws IOException {
        TableProbe probe = workbook(FILE_10_OF_2019, workbook -> {
            notes(workbook);
            sheet(
                    workbook,
                    "IMD",
                    List.of(
                            DISTRICT_2019,
                            NAME_2019,
                            "IMD - Average rank ",
                            "IMD - Rank of average rank ",
                            "IMD - Average score ",
                            "IMD - Rank of average score ",
                            "IMD - Proportion of LSOAs in most deprived 10% nationally ",
                            "IMD - Rank of proportion of LSOAs in most deprived 10% nationally ",
                            "IMD 2019 - Extent ",
                            "IMD 2019 - Rank of extent ",
                            "IMD 2019 - Local concentration ",
                            "IMD 2019 - Rank of local concentration "),
                    List.of("E06000001", "Hartlepool", 22_000.5, 25, 35.037, 10, 0.3621, 10, 0.4973, 12, 32_500.1, 7),
                    List.of(
                            "E07000218",
                            "North Warwickshire",
                            14_000,
                            155,
                            17.4,
                            160,
                            0.0,
                            195,
                            0.08,
                            170,
                            25_000,
                            180));
            sheet(
                    workbook,
                    "Income",
                    List.of(
                            DISTRICT_2019,
                            NAME_2019,
                            "Income - Average score ",
                            "Income scale",
                            "Rank of Income Scale"),
                    List.of("E06000001", "Hartlepool", "0.228", "21,000", 150));
            sheet(
                    workbook,
                    "IDACI",
                    List.of(DISTRICT_2019, NAME_2019, "IDACI - Average rank "),
                    List.of("E06000001", "Hartlepool", 23_456.7));
        });

        AuthorityTables tables = AuthorityFile.read(probe.request(), List.of());

        assertEquals(List.of(), probe.refusals());
        assertEquals("4 read, 4 accepted, 0 refused, 0 outside", probe.counts());
        assertEquals("Indices of Deprivation by local authority districts, 2019", tables.title());
        assertEquals(
                new TreeMap<>(Map.ofEntries(
                        Map.entry("imd average-rank", 22_000.5),
                        Map.entry("imd rank-of-average-rank", 25.0),
                        Map.entry("imd average-score", 35.037),
                        Map.entry("imd rank-of-average-score", 10.0),
                        Map.entry("imd proportion-most-deprived", 0.3621),
                        Map.entry("imd rank-of-proportion-most-deprived", 10.0),
                        Map.entry("imd extent", 0.4973),
                        Map.entry("imd rank-of-extent", 12.0),
                        Map.entry("imd local-concentration", 32_500.1),
                        Map.entry("imd rank-of-local-concentration", 7.0),
                        Map.entry("income average-score", 0.228),
                        Map.entry("income scale", 21_000.0),
                        Map.entry("income rank-of-scale", 150.0),
                        Map.entry("idaci average-rank", 23_456.7))),
                statistics(tables, "E06000001"));
        assertEquals(10, statistics(tables, "E07000218").size());
    }

    @Test
    void file10Of2025AndFile11AreToldApartByTheirColumnsOfCodes() throws IOException {
        AuthorityTables districts = AuthorityFile.read(
                workbook(FILE_10_OF_2025, workbook -> {
                            notes(workbook);
                            sheet(
                                    workbook,
                                    "IMD",
                                    List.of(
                                            "Local Authority District code (2024)",
                                            "Local Authority District name (2024)",
                                            "IMD - Average score ",
                                            "IMD25 - Extent",
                                            "IMD25 - Local concentration"),
                                    List.of("E07000218", "North Warwickshire", 18.2, 0.09, 25_500));
                        })
                        .request(),
                List.of());
        AuthorityTables upperTier = AuthorityFile.read(
                workbook(
                                "File_11.xlsx",
                                workbook -> sheet(
                                        workbook,
                                        "IMD",
                                        List.of(
                                                "Upper Tier Local Authority District code (2019)",
                                                "Upper Tier Local Authority District name (2019)",
                                                "IMD - Average score "),
                                        List.of("E10000031", "Warwickshire", 14.18)))
                        .request(),
                List.of());

        assertEquals(2025, districts.deprivation().get(0).indexYear());
        assertEquals(3, districts.deprivation().size());
        assertEquals("Indices of Deprivation by local authority districts, 2025", districts.title());
        assertEquals("Indices of Deprivation by upper-tier local authorities, 2019", upperTier.title());
        assertEquals(Map.of("imd average-score", 14.18), statistics(upperTier, "E10000031"));
    }

    @Test
    void aSupersededFirstVersionOf2025IsWarnedOf() throws IOException {
        String warning =
                " seems to be a superseded first version: the publisher replaced Files 10 and 11 of 2025 by v2 on 17"
                        + " November 2025, because areas had been counted to wrong districts. If it is not v2, import v2 in its place.";
        String first = FILE_10_OF_2025.replace("__v2", "__");

        assertEquals(List.of(first + warning), notesOf(first, "2024"));
        assertEquals(List.of(), notesOf(FILE_10_OF_2025, "2024"));
        assertEquals(List.of(), notesOf("File 11 upper tier (v3).xlsx", "2024"));
        assertEquals(List.of(), notesOf("districts_2025.xlsx", "2024"));
        assertEquals(List.of(), notesOf(FILE_10_OF_2019, "2019"));
    }

    @Test
    void refusedCellsAreNamedBySheetRowAndColumn() throws IOException {
        String header = "<row r='3'><c r='A3' t='inlineStr'><is><t>" + DISTRICT_2019
                + "</t></is></c><c r='B3' t='inlineStr'><is><t>IMD - Average score </t></is></c></row>";
        TableProbe probe = TableProbe.bytes(
                folder,
                "file.xlsx",
                new RawWorkbook()
                        .sheet(
                                "Notes",
                                "<row r='1'><c t='inlineStr'><is><t>same</t></is></c><c r='B1' t='inlineStr'><is><t>same</t></is></c></row>")
                        .sheet(
                                "IMD",
                                header
                                        + row(4, "E06000001", "t='e'><v>#N/A</v>")
                                        + row(5, "E06000002", "><f>B4</f>")
                                        + row(6, "E06000003", "><f>1+1</f><v>29.8</v>")
                                        + row(7, "North", "><v>3</v>")
                                        + row(8, "E06000004", "><v>1</v></c><c r='C8'><v>7</v>")
                                        + row(9, "E06000005", "/><c r='D9' s='1'>"))
                        .bytes());

        AuthorityTables tables = AuthorityFile.read(probe.request(), List.of());

        assertEquals(
                List.of(
                        "4 [sheet IMD, IMD - Average score] : The cell holds an error of the spreadsheet.",
                        "5 [sheet IMD, IMD - Average score] : The cell holds a formula without a result.",
                        "7 [sheet IMD, Local Authority District code (2019)] : The cell has no code of an authority.",
                        "8 [sheet IMD] : The row has 3 cells where the header has 2."),
                probe.refusals());
        assertEquals(Map.of("imd average-score", 29.8), statistics(tables, "E06000003"));
        // A cell that is empty is not available, and the row is there.
        assertEquals(
                "not-available", tables.deprivation().get(1).value().state().code());
        assertEquals(
                List.of("The workbook has formulas: the results that were saved with it were taken."),
                probe.report().notes());
    }

    @Test
    void aWorkbookWithoutAKnownSheetAndOneWithoutRowsAreRefused() throws IOException {
        String other = refusal(workbook("other.xlsx", AuthorityWorkbookTest::notes));
        assertTrue(other.startsWith("other.xlsx is no file about authorities that is known: give a file of"), other);
        assertEquals(
                "empty.xlsx is an empty workbook: none of its sheets has a row.",
                refusal(TableProbe.bytes(
                        folder, "empty.xlsx", new RawWorkbook().sheet("A", "").bytes())));
        assertEquals(
                "Sheet IMD of bare.xlsx has a header but no rows: nothing can be taken from it.",
                refusal(workbook(
                        "bare.xlsx",
                        workbook -> sheet(workbook, "IMD", List.of(DISTRICT_2019, "IMD - Average score ")))));
    }

    @Test
    void moreRowsThanAnyFileAboutAuthoritiesHasAreRefused() {
        String line = "E06000001,1\n";
        TableProbe probe = TableProbe.named(
                folder, "long.csv", "ltla19_code,Score\n" + line.repeat((int) AuthorityFile.MAX_ROWS + 1));

        assertEquals(
                "long.csv has more than 500000 rows: no file about authorities is that long. Give only the rows that are"
                        + " needed.",
                refusal(probe));
    }

    private List<String> notesOf(String name, String vintage) throws IOException {
        TableProbe probe = workbook(
                name,
                workbook -> sheet(
                        workbook,
                        "IMD",
                        List.of("Local Authority District code (" + vintage + ")", "IMD - Average score "),
                        List.of("E07000218", 18.2)));
        AuthorityFile.read(probe.request(), List.of());
        return probe.report().notes();
    }

    private static String row(int number, String code, String cell) {
        return "<row r='" + number + "'><c r='A" + number + "' t='inlineStr'><is><t>" + code + "</t></is></c><c r='B"
                + number + "' " + cell + "</c></row>";
    }

    private static Map<String, Double> statistics(AuthorityTables tables, String code) {
        Map<String, Double> found = new TreeMap<>();
        for (AuthorityDeprivation one : tables.deprivation()) {
            if (one.authority().value().equals(code)) {
                found.put(
                        one.index() + " " + one.statistic(),
                        one.value().number().orElseThrow());
            }
        }
        return found;
    }

    private static String refusal(TableProbe probe) {
        return String.valueOf(
                assertThrows(UnreadableFileException.class, () -> AuthorityFile.read(probe.request(), List.of()))
                        .getMessage());
    }

    private interface Content {
        void write(Workbook workbook);
    }

    private TableProbe workbook(String name, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            content.write(workbook);
        }
        return TableProbe.bytes(folder, name, bytes.toByteArray());
    }

    private static void notes(Workbook workbook) {
        Worksheet notes = workbook.newWorksheet("Notes");
        notes.value(0, 0, "The English Indices of Deprivation: summaries by local authority district");
        notes.value(3, 0, "Average score");
        notes.value(3, 1, "Average score");
    }

    private static void sheet(Workbook workbook, String name, List<?>... rows) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].size(); column++) {
                Object cell = rows[row].get(column);
                if (cell instanceof Number number) {
                    sheet.value(row, column, number);
                } else {
                    sheet.value(row, column, String.valueOf(cell));
                }
            }
        }
    }
}
