package org.needscape.geoio.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.needscape.report.UnreadableFileException;

/** Workbooks as spreadsheet programs write them, and as nobody should. */
class WorkbookReaderTest {

    private static final String ONE = "<row r='1'><c r='A1'><v>1</v></c></row>";

    @Test
    void sheetsAreReadRowByRowAsACsvOfThemWouldBe() throws IOException {
        byte[] bytes = written(workbook -> {
            Worksheet notes = workbook.newWorksheet("Notes");
            notes.value(0, 0, "Source: made up");
            Worksheet sheet = workbook.newWorksheet("Income");
            sheet.value(0, 0, "code");
            sheet.value(0, 2, "Income - Average score ");
            sheet.value(2, 0, "E06000001");
            sheet.value(2, 1, "1,234");
            sheet.value(2, 2, 0.357);
        });

        assertEquals(
                Map.of(
                        "Notes", List.of("1: [Source: made up]"),
                        "Income", List.of("1: [code, , Income - Average score ]", "3: [E06000001, 1,234, 0.357]")),
                read(bytes));
    }

    @Test
    void cellsOfEveryKindAreText() {
        byte[] bytes = new RawWorkbook()
                .texts("<si><t>one</t></si><si><r><t>ri</t></r><r><t>ch</t></r><rPh><t>spoken</t></rPh></si>")
                .sheet(
                        "A",
                        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c>"
                                + "<c r='C1' t='inlineStr'><is><t>in</t></is></c><c r='D1' t='b'><v>1</v></c>"
                                + "<c r='E1' t='e'><v>#N/A</v></c><c r='F1'><v>0.35699999999999998</v></c><c r='G1' s='4'/></row>"
                                + "<row><c><f>1+1</f><v>2</v></c><c><f>A1</f></c><c t='str'><f>\"\"</f><v></v></c></row>")
                .bytes();

        assertEquals(
                Map.of("A", List.of("1: [one, rich, in, TRUE, #N/A, 0.35699999999999998]", "2: [2, =]")), read(bytes));
    }

    @Test
    void hiddenSheetsAreNotRead() {
        byte[] bytes = new RawWorkbook()
                .sheet("A", ONE)
                .sheet("B", ONE, "state='hidden'")
                .sheet("C", ONE, "state='veryHidden'")
                .bytes();

        assertEquals(Map.of("A", List.of("1: [1]")), read(bytes));
    }

    @Test
    void whatIsNoWorkbookIsNamedAsWhatItIs() throws IOException {
        assertEquals(
                "f.xlsx is a zip archive and no workbook: unpack it and give the table that is inside.",
                refusal(zipOf("table.csv")));
        assertEquals(
                "f.xlsx is an OpenDocument file: save it as xlsx, or the sheet as CSV (UTF-8).",
                refusal(zipOf("mimetype", "content.xml")));
        assertEquals(
                "f.xlsx is no workbook but a document of another kind: give the workbook (xlsx) or the CSV that the publisher"
                        + " offers.",
                refusal(new RawWorkbook().with("xl/workbook.xml", "<document/>").bytes()));
        assertEquals(
                "f.xlsx is a binary workbook (xlsb): save it as xlsx, or the sheet as CSV (UTF-8).",
                refusal(new RawWorkbook()
                        .with(
                                "_rels/.rels",
                                "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>")
                        .bytes()));
        assertEquals(
                "f.xlsx is a workbook of the old kind (xls) or protected by a password: save it as xlsx without a password, or"
                        + " the sheet as CSV (UTF-8).",
                refusal(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}));
        assertFalse(WorkbookReader.looksLikeWorkbook("code,value".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatNoPublisherWouldPutIntoAWorkbookIsRefused() {
        assertEquals(
                "f.xlsx holds macros, which are programs and no data: save it as xlsx without them.",
                refusal(new RawWorkbook()
                        .sheet("A", ONE)
                        .with("xl/vbaProject.bin", "x")
                        .bytes()));
        assertEquals(
                "f.xlsx holds an entry whose name leads out of the zip (/etc/passwd): save it as xlsx in a spreadsheet program"
                        + " and use that.",
                refusal(new RawWorkbook()
                        .sheet("A", ONE)
                        .with("/etc/passwd", "x")
                        .bytes()));
        assertEquals(
                "f.xlsx would unpack to far more than a workbook can need: save it as xlsx in a spreadsheet program and use"
                        + " that.",
                refusal(new RawWorkbook().sheet("A", " ".repeat(11 << 20)).bytes()));
    }

    @Test
    void documentTypesAndEntitiesAreRefusedInEveryPart() {
        String entity = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>";
        String sheet = entity + "<worksheet><sheetData><row r='1'><c t='inlineStr'><is><t>&e;</t></is></c></row>"
                + "</sheetData></worksheet>";
        for (String part : List.of("xl/worksheets/sheet1.xml", "xl/workbook.xml", "_rels/.rels")) {
            String refused =
                    refusal(new RawWorkbook().sheet("A", ONE).with(part, sheet).bytes());
            assertTrue(refused.startsWith("f.xlsx holds a document type definition or entities"), part + refused);
        }
    }

    @Test
    void addressesAndTextsThatNoSheetHasAreRefusedBeforeTheyFillTheMemory() {
        assertEquals(
                "Sheet A of f.xlsx is damaged in row 1: download the workbook again, or save it again in a spreadsheet"
                        + " program.",
                refusal(sheet("<row r='1'><c r='ZZZZZZ1'><v>1</v></c></row>")));
        for (String broken : List.of(
                "<row r='1'><c r='XFE1'><v>1</v></c></row>",
                "<row r='1'><c r='B1'><v>1</v></c><c r='A1'><v>1</v></c></row>",
                "<row r='1'><c r='A1' t='s'><v>2000000000</v></c></row>",
                "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>",
                "<row r='1048577'/>",
                "<row r='2'/><row r='2'/>",
                "<row r='x'/>")) {
            assertTrue(refusal(sheet(broken)).startsWith("Sheet A of f.xlsx is damaged "), broken);
        }
        assertEquals(
                "Sheet A of f.xlsx has a cell with more than 32767 characters, in row 7: correct it and try again.",
                refusal(sheet("<row r='7'><c t='inlineStr'><is><t>" + "x".repeat(32_768) + "</t></is></c></row>")));
        assertEquals(
                "f.xlsx has a cell with more than 32767 characters: save only the sheets that are needed and use that.",
                refusal(new RawWorkbook()
                        .texts("<si><t>" + "x".repeat(32_768) + "</t></si>")
                        .sheet("A", ONE)
                        .bytes()));
    }

    @Test
    void theLastColumnAndRowOfASheetAreRead() {
        List<String> rows = read(sheet("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"))
                .get("A");

        assertEquals(1, rows.size());
        assertTrue(rows.get(0).startsWith("1048576: ["), rows.get(0));
        assertEquals(16_384, rows.get(0).split(",", -1).length);
    }

    @Test
    void partsThatAreMissingOrNoXmlAreDamage() {
        String damaged = "f.xlsx is a damaged workbook: download it again, or save it again in a spreadsheet program.";
        assertEquals(
                damaged,
                refusal(new RawWorkbook()
                        .sheet("A", ONE)
                        .with("xl/_rels/workbook.xml.rels", "no XML")
                        .bytes()));
        assertEquals(
                damaged,
                refusal(new RawWorkbook()
                        .with(
                                "xl/workbook.xml",
                                "<workbook xmlns:r='r'><sheets><sheet name='A' r:id='s'/></sheets></workbook>")
                        .with(
                                "xl/_rels/workbook.xml.rels",
                                "<Relationships><Relationship Id='s' Type='x/worksheet' Target='../../../gone.xml'/></Relationships>")
                        .bytes()));
        byte[] whole = sheet(ONE);
        assertEquals(
                "f.xlsx is a damaged or incomplete workbook: download it again.",
                refusal(Arrays.copyOf(whole, whole.length / 2)));
    }

    /** Whatever a stranger changes in a workbook, it is read or refused in a sentence, and nothing else happens. */
    @Property(tries = 60)
    void aWorkbookWithChangedBytesIsReadOrRefused(@ForAll long seed, @ForAll @Size(12) List<Byte> changes) {
        byte[] bytes = sheet(ONE + "<row r='2'><c r='A2' t='inlineStr'><is><t>text</t></is></c></row>");
        Random random = new Random(seed);
        changes.forEach(change -> bytes[random.nextInt(bytes.length)] = change);
        try {
            read(bytes);
        } catch (UnreadableFileException e) {
            assertTrue(String.valueOf(e.getMessage()).endsWith("."), e.getMessage());
        }
    }

    private static byte[] sheet(String rows) {
        return new RawWorkbook().sheet("A", rows).bytes();
    }

    private interface Content {
        void write(Workbook workbook) throws IOException;
    }

    private static byte[] written(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            content.write(workbook);
        }
        return bytes.toByteArray();
    }

    private static byte[] zipOf(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (java.util.zip.ZipOutputStream zip = new java.util.zip.ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new java.util.zip.ZipEntry(name));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String refusal(byte[] bytes) {
        return String.valueOf(
                assertThrows(UnreadableFileException.class, () -> read(bytes)).getMessage());
    }

    /** The rows of every sheet that is read, as "number: cells". */
    private static Map<String, List<String>> read(byte[] bytes) {
        Path file = null;
        try {
            file = Files.createTempFile("workbook", ".xlsx");
            Files.write(file, bytes);
            Map<String, List<String>> all = new TreeMap<>();
            try (WorkbookReader workbook = WorkbookReader.open(file, Arrays.copyOf(bytes, 4), "f.xlsx")) {
                for (WorkbookSheet sheet : workbook.sheets()) {
                    all.put(sheet.name(), rows(workbook, sheet));
                }
            }
            return all;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            if (file != null) {
                file.toFile().delete();
            }
        }
    }

    private static List<String> rows(WorkbookReader workbook, WorkbookSheet sheet) {
        List<String> found = new ArrayList<>();
        try (SheetRows rows = workbook.open(sheet)) {
            while (rows.advance()) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < rows.size(); column++) {
                    cells.add(rows.get(column));
                }
                found.add(rows.line() + ": " + cells);
            }
        }
        return found;
    }
}
