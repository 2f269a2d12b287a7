package org.needscape.geoio.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.RealData;
import org.needscape.progress.Progress;
import org.needscape.report.UnreadableFileException;

class TableFileTest {

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    @Test
    void rowsCarryTheLineTheyBeginOnAndBlankOnesArePassedOver() {
        assertEquals(
                List.of("2: E1|a\nb", "4: E2|x", "7: E3|y"),
                rows("LSOA11CD,name\nE1,\"a\nb\"\nE2,x\n\n,\nE3,y\n\n,,\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyKindOfLineEndGivesTheSameRows() {
        List<String> expected = List.of("2: E1|1", "3: E2|2");
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            String text = String.join(end, "LSOA11CD,v", "E1,1", "E2,2");
            assertEquals(expected, rows(text.getBytes(StandardCharsets.UTF_8)));
            assertEquals(expected, rows((text + end).getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void readsUtf8WithAndWithoutByteOrderMarkAndWindows1252() {
        String text = "LSOA11CD,name\nE1,Ynys M\u00F4n\n";
        List<String> expected = List.of("2: E1|Ynys M\u00F4n");
        assertEquals(expected, rows(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(expected, rows(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));
        assertEquals(List.of(), notes);
        assertEquals(expected, rows(text.getBytes(Charset.forName("windows-1252"))));
        assertEquals(List.of("table.csv is not in UTF-8; it was read as Windows-1252."), notes);
    }

    @Test
    void theEncodingIsDecidedOnTheWholeFile() {
        String text = "LSOA11CD,name\n" + "E1,plain\n".repeat(50_000) + "E2,caf\u00E9\n";
        List<String> rows = rows(text.getBytes(Charset.forName("windows-1252")));
        assertEquals("50002: E2|caf\u00E9", rows.get(rows.size() - 1));
    }

    @Test
    void aCompressedTableIsTheSameTable() throws IOException {
        assertEquals(List.of("2: E1|1"), rows(gzip("LSOA11CD,v\nE1,1\n")));
    }

    @Test
    void headersAreTrimmedAndTheirBlanksCollapsed() {
        try (TableFile table =
                open("table.csv", " LSOA11CD , two\u00A0 words ,,\n1,2,,\n".getBytes(StandardCharsets.UTF_8))) {
            assertEquals(List.of("LSOA11CD", "two words"), table.header().names());
            assertEquals(1, table.header().find("TWO WORDS").orElseThrow());
        }
    }

    @Test
    void titleLinesOfASavedSheetStandBeforeTheHeader() {
        String text = "Population estimates,,\nSource: ONS,,\n,,\nLSOA 2021 Code,Total,F0\nE1,5,2\n";
        assertEquals(List.of("5: E1|5|2"), rows(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void commasInQuotesBelongToTheCell() {
        assertEquals(
                List.of("2: E1|Kingston upon Hull, City of|1,296"),
                rows("LSOA11CD,name,v\nE1,\"Kingston upon Hull, City of\",\"1,296\"\n"
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anEmptyFileAndOneWithoutRowsSayWhatIsWrong() {
        assertRefused("table.csv is empty: nothing is in it.", "");
        assertRefused("table.csv is empty: it has no header and no rows.", "\n,,\n \n");
        assertRefused("table.csv has a header but no rows: nothing can be taken from it.", "LSOA11CD,v\n\n");
    }

    @Test
    void twoColumnsOfOneNameAreRefused() {
        assertRefused(
                "table.csv has two columns named 'COUNT': remove or rename one of them.",
                "LSOA11CD,count, COUNT \nE1,1,2\n");
    }

    @Test
    void columnsWithoutNameAreNotTheSameColumn() {
        assertEquals(List.of("2: 0||E1|1"), rows(",,LSOA11CD,v\n0,,E1,1\n".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsReportedWithItsLine() {
        assertRefused(
                "table.csv cannot be read from line 3 on: look for a quotation mark that is not closed or not doubled.",
                "LSOA11CD,v\nE1,1\nE2,\"2\nE3,3\n");
        assertRefused(
                "table.csv cannot be read from line 2 on: look for a quotation mark that is not closed or not doubled.",
                "LSOA11CD,v\nE1,\"a\" b\n");
    }

    @Test
    void aRowWithoutEndStopsBeforeItFillsTheMemory() {
        String text = "LSOA11CD,v\nE1,\"" + "x,y\n".repeat(400_000);
        String message = refusal("table.csv", text.getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "table.csv has a row with more than 1000000 characters, beginning on line 2: look for a quotation mark that is not closed.",
                message);
    }

    @Test
    void cellsAndColumnsHaveLimits() {
        assertTrue(refusal("table.csv", ("LSOA11CD,v\nE1," + "x".repeat(40_000)).getBytes(StandardCharsets.UTF_8))
                .startsWith("table.csv has a cell with more than 32767 characters in the row that begins on line 2"));
        assertTrue(refusal("table.csv", ("LSOA11CD" + ",a".repeat(5_000) + "\nE1").getBytes(StandardCharsets.UTF_8))
                .startsWith("table.csv has more than 4000 columns"));
    }

    @Test
    void otherFormatsAreNamed() throws IOException {
        assertEquals(
                "counts.xlsx is a spreadsheet workbook: save the sheet as CSV (UTF-8) and give that file.",
                refusal("counts.xlsx", new byte[] {'P', 'K', 3, 4, 20, 0}));
        assertEquals(
                "counts.csv is a spreadsheet workbook: save the sheet as CSV (UTF-8) and give that file.",
                refusal("counts.csv", new byte[] {'P', 'K', 3, 4, 20, 0}));
        assertEquals(
                "counts.zip is a zip archive: unpack it and give the CSV file that is inside.",
                refusal("counts.zip", new byte[] {'P', 'K', 3, 4, 20, 0}));
        assertEquals(
                "old.xls is a spreadsheet workbook: save the sheet as CSV (UTF-8) and give that file.",
                refusal("old.xls", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}));
        assertEquals(
                "table.csv is in the encoding UTF-16: save it as CSV (UTF-8) and give that file.",
                refusal("table.csv", "\uFEFFLSOA11CD,v\n".getBytes(StandardCharsets.UTF_16LE)));
        assertEquals(
                "table.csv is not a table in text form: save it as CSV (UTF-8) and give that file.",
                refusal("table.csv", "LSOA11CD,v\nE1,\0\n".getBytes(StandardCharsets.UTF_8)));
        byte[] cut = gzip("LSOA11CD,v\n" + "E1,1\n".repeat(1_000));
        assertEquals(
                "table.csv.gz is damaged: its compressed data end too early or are not valid. Download it again.",
                refusal("table.csv.gz", Arrays.copyOf(cut, cut.length - 20)));
    }

    @Test
    void anotherSeparatorIsNamed() {
        assertRefused(
                "table.csv is separated by semicolons: save it with commas between the columns.", "LSOA11CD;v\nE1;1\n");
        assertRefused(
                "table.csv is separated by tabs: save it with commas between the columns.", "LSOA11CD\tv\nE1\t1\n");
    }

    @Test
    void aMissingFileAndAFolderAreRefusedInOneSentence() {
        assertEquals(
                "gone.csv cannot be found: check its name and folder.",
                assertThrows(UnreadableFileException.class, () -> openPath(folder.resolve("gone.csv")))
                        .getMessage());
        assertEquals(
                folder.getFileName() + " cannot be read: check that it is a file and may be read.",
                assertThrows(UnreadableFileException.class, () -> openPath(folder))
                        .getMessage());
    }

    @Test
    void aPublishedWorkbookIsNamedAsOne() {
        Path workbook =
                RealData.require("deprivation/as_published/File_1_-_IMD2019_Index_of_Multiple_Deprivation.xlsx");
        assertEquals(
                "File_1_-_IMD2019_Index_of_Multiple_Deprivation.xlsx is a spreadsheet workbook: save the sheet as CSV (UTF-8) and give that file.",
                assertThrows(UnreadableFileException.class, () -> openPath(workbook))
                        .getMessage());
    }

    @Test
    void progressGrowsToOne() {
        Path file = TableProbe.write(
                folder, "long.csv", ("LSOA11CD,v\n" + "E1,1\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
        List<Double> heard = new ArrayList<>();
        try (TableFile table = TableFile.open(
                file, "long.csv", cells -> true, notes::add, (fraction, message) -> heard.add(fraction))) {
            table.forEachRow(row -> {});
        }
        assertEquals(1.0, heard.get(heard.size() - 1));
        assertEquals(heard.stream().sorted().toList(), heard);
    }

    private void assertRefused(String message, String text) {
        assertEquals(message, refusal("table.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private String refusal(String name, byte[] bytes) {
        return assertThrows(UnreadableFileException.class, () -> {
                    try (TableFile table = open(name, bytes)) {
                        table.forEachRow(row -> {});
                    }
                })
                .getMessage();
    }

    private List<String> rows(byte[] bytes) {
        List<String> rows = new ArrayList<>();
        try (TableFile table = open("table.csv", bytes)) {
            table.forEachRow(row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.size(); i++) {
                    cells.add(row.get(i));
                }
                rows.add(row.line() + ": " + String.join("|", cells));
            });
        }
        return rows;
    }

    private TableFile open(String name, byte[] bytes) {
        return openPath(TableProbe.write(folder, name, bytes));
    }

    private TableFile openPath(Path path) {
        return TableFile.open(
                path,
                path.getFileName().toString(),
                cells -> !CodeColumn.findAll(cells).isEmpty(),
                notes::add,
                Progress.SILENT);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
