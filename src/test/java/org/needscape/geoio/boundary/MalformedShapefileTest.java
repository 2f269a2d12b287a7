package org.needscape.geoio.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.geoio.BoundaryFiles;
import org.needscape.geoio.Shapes;
import org.needscape.geoio.TestZips;
import org.needscape.geoio.shapefile.DbfField;
import org.needscape.geoio.shapefile.ShapefileRecord;
import org.needscape.report.ImportProblem;
import org.needscape.report.UnreadableFileException;

/** What strangers send instead of a zipped shapefile: one clear sentence each, and nothing is believed before it is there. */
@Timeout(20)
class MalformedShapefileTest {

    private static final String DAMAGED_ZIP =
            "areas.zip is a damaged or incomplete zip file: download or zip it again.";
    private static final String DAMAGED = "areas.zip is damaged or cut off, or cannot be opened: get the file again.";
    private static final String AGAIN = ": zip just the shapefile's own files again and use that.";

    @TempDir
    Path folder;

    private final Map<String, byte[]> parts = TestZips.goodParts();

    @Test
    void goodFileIsRead() throws IOException {
        assertEquals(
                List.of("W01000001", "W01000002"), read(TestZips.zip(parts)).codes());
    }

    @Test
    void partsInAFolderWithCapitalEndingsAndMacRubbishAreFound() throws IOException {
        Map<String, byte[]> renamed = new LinkedHashMap<>();
        parts.forEach((name, content) ->
                renamed.put("LSOA/" + name.replace(".dbf", ".DBF").replace(".shp", ".SHP"), content));
        renamed.put("__MACOSX/LSOA/._areas.shp", new byte[] {1});

        assertEquals(2, read(TestZips.zip(renamed)).areas().size());
    }

    @Test
    void shapefileOutsideOfAZipIsReadWithThePartsBesideIt() throws IOException {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            Files.write(folder.resolve(part.getKey()), part.getValue());
        }

        BoundaryFiles.Reading reading = BoundaryFiles.read(folder.resolve("areas.shp"), "lsoa-2021");
        assertEquals(BoundaryFormat.SHAPEFILE, reading.summary().format());
        assertEquals(List.of("W01000001", "W01000002"), reading.codes());
    }

    @Test
    void somethingElseThanBoundariesIsRefused() {
        String message =
                "areas.zip is neither a zip file with a shapefile, nor a GeoPackage, nor GeoJSON: save the boundaries as one of them.";
        assertEquals(message, refusal("code,name\nW01000001,One\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(message, refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 0}));
        assertEquals("areas.zip is empty: get the file again.", refusal(new byte[0]));
    }

    @Test
    void missingFileIsRefused() {
        UnreadableFileException e = assertThrows(
                UnreadableFileException.class, () -> BoundaryFiles.read(folder.resolve("none.zip"), "lsoa-2021"));
        assertEquals("There is no file none.zip: check its name and folder.", e.getMessage());
    }

    @Test
    void truncatedZipIsRefusedAtEveryLength() {
        byte[] zip = TestZips.zip(parts);
        for (int length = 4; length < zip.length; length += 7) {
            assertEquals(DAMAGED_ZIP, refusal(Arrays.copyOf(zip, length)), "cut at " + length);
        }
    }

    @Test
    void damagedBytesInsideOfTheZipAreRefusedOrReadButNeverFailOtherwise() {
        byte[] zip = TestZips.zip(parts);
        for (int at = 4; at < zip.length; at += 11) {
            byte[] spoilt = zip.clone();
            spoilt[at] ^= 0x55;
            try {
                read(spoilt);
            } catch (UnreadableFileException e) {
                assertTrue(e.getMessage().contains("areas.zip"), e.getMessage());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void damagedBytesInsideOfThePartsAreRefusedOrReportedButNeverFailOtherwise() {
        for (String ending : List.of("shp", "dbf", "prj")) {
            byte[] original = parts.get("areas." + ending);
            // GeoTools' parser takes its time over a text that it does not know.
            int step = ending.equals("prj") ? 83 : 1;
            for (int at = 0; at < original.length; at += step) {
                for (int flip : new int[] {0xFF}) {
                    byte[] spoilt = original.clone();
                    spoilt[at] ^= (byte) flip;
                    try {
                        read(TestZips.zip(with("areas." + ending, spoilt)));
                    } catch (UnreadableFileException e) {
                        assertTrue(e.getMessage().contains("areas.zip"), e.getMessage());
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        }
    }

    @Test
    void zipWithoutAShapefileIsRefused() {
        assertEquals(
                "areas.zip holds no shapefile: it needs a .shp file with its .dbf and .prj.",
                refusal(TestZips.zip(Map.of("read.txt", new byte[] {1}))));
        assertEquals(
                "areas.zip holds no shapefile: it needs a .shp file with its .dbf and .prj.",
                refusal(TestZips.zip(Map.of())));
    }

    @Test
    void zipInAZipIsNotFollowed() {
        assertEquals(
                "areas.zip holds another zip file and no shapefile: unpack it and use the zip inside.",
                refusal(TestZips.zip(Map.of("inner.zip", TestZips.zip(parts)))));
    }

    @Test
    void severalShapefilesAreRefused() {
        assertEquals(
                "areas.zip holds 2 shapefiles: zip the one with the boundaries by itself.",
                refusal(TestZips.zip(with("more.shp", parts.get("areas.shp")))));
    }

    @Test
    void missingPartsAreNamed() throws IOException {
        assertEquals(
                "areas.zip lacks the .dbf file of its shapefile, without which areas have no codes: add it and try again.",
                refusal(TestZips.zip(without("areas.dbf"))));
        assertEquals(
                "areas.zip lacks the .prj file of its shapefile, so nobody can tell where its coordinates are: add it and try"
                        + " again.",
                refusal(TestZips.zip(without("areas.prj"))));
        assertEquals(2, read(TestZips.zip(without("areas.shx"))).areas().size());
        assertEquals(2, read(TestZips.zip(without("areas.cpg"))).areas().size());
    }

    @Test
    void entriesThatLeadOutOfTheZipAreRefused() {
        for (String name : List.of("../evil.txt", "a/../../evil.txt", "/etc/evil", "C:/evil", "..\\evil.txt", "a\0b")) {
            assertEquals(
                    "areas.zip holds an entry whose name leads out of the zip (" + name.replace('\0', '?') + ")"
                            + AGAIN,
                    refusal(TestZips.zip(with(name, new byte[] {1}))));
        }
    }

    @Test
    void duplicateNamesAreRefused() {
        assertEquals(
                "areas.zip holds two entries of the same name (AREAS.shp)" + AGAIN,
                refusal(TestZips.zip(with("AREAS.shp", new byte[] {1}))));
    }

    @Test
    void symbolicLinksAndPasswordsAndStrangePackingAreRefused() {
        byte[] zip = TestZips.zip(parts);
        assertEquals(
                "areas.zip holds a symbolic link (areas.shp)" + AGAIN,
                refusal(TestZips.patched(zip, 0, 38, 4, 0xA1FF << 16)));
        assertEquals("areas.zip is protected by a password" + AGAIN, refusal(TestZips.patched(zip, 0, 8, 2, 9)));
        assertEquals(
                "areas.zip is packed in a way that is not supported" + AGAIN,
                refusal(TestZips.patched(zip, 0, 10, 2, 12)));
    }

    @Test
    void bombsAreRefusedBeforeTheyGoOff() {
        // 64 MiB of nothing pack to 64 kB, 1,000 to 1.
        assertEquals(
                "areas.zip would unpack to far more than boundaries can need" + AGAIN,
                refusal(TestZips.zip(with("areas.sbx", new byte[64 << 20]))));
        // Two entries that share the same packed bytes claim more than the zip is long.
        byte[] zip = TestZips.zip(parts);
        assertEquals(
                "areas.zip claims to hold more than its own size" + AGAIN,
                refusal(TestZips.patched(TestZips.patched(zip, 0, 20, 4, zip.length), 1, 20, 4, zip.length)));
        // Too many entries.
        Map<String, byte[]> many = new LinkedHashMap<>(parts);
        for (int i = 0; i < 1_000; i++) {
            many.put("f" + i, new byte[0]);
        }
        assertEquals(
                "areas.zip holds 1005 files, more than a zip of boundaries can need" + AGAIN,
                refusal(TestZips.zip(many)));
    }

    @Test
    void contentThatIsLongerThanPromisedIsRefused() {
        assertEquals(DAMAGED, refusal(TestZips.patched(TestZips.zip(parts), 0, 24, 4, 150)));
    }

    @Test
    void headersThatClaimTwoGigabytesAreRefused() {
        ByteBuffer shp = ByteBuffer.wrap(parts.get("areas.shp").clone());
        shp.putInt(24, 1 << 30);
        assertEquals(DAMAGED, refusal(TestZips.zip(with("areas.shp", shp.array()))));
        // The first record's length as well.
        shp.putInt(104, 1 << 29);
        assertEquals(DAMAGED, refusal(TestZips.zip(with("areas.shp", shp.array()))));
        shp.putInt(104, 100 << 20);
        assertEquals(DAMAGED, refusal(TestZips.zip(with("areas.shp", shp.array()))));

        ByteBuffer dbf = ByteBuffer.wrap(parts.get("areas.dbf").clone()).order(ByteOrder.LITTLE_ENDIAN);
        dbf.putInt(4, Integer.MAX_VALUE);
        assertEquals(DAMAGED, refusal(TestZips.zip(with("areas.dbf", dbf.array()))));
    }

    @Test
    void shapesAndRowsThatDoNotCountAlikeAreRefused() {
        Map<String, byte[]> one = TestZips.parts(
                List.of(DbfField.text("LSOA21CD", 9), DbfField.text("LSOA21NM", 20)),
                List.of(new ShapefileRecord(Shapes.square(0, 0), List.of("W01000001", "One"))));

        assertEquals(
                "areas.zip has fewer rows in its .dbf file (1) than shapes in its .shp file, so nobody can tell which belong"
                        + " together: get the file again.",
                refusal(TestZips.zip(with("areas.dbf", one.get("areas.dbf")))));
        assertEquals(
                "areas.zip has more rows in its .dbf file (2) than shapes in its .shp file, so nobody can tell which belong"
                        + " together: get the file again.",
                refusal(TestZips.zip(with("areas.shp", one.get("areas.shp")))));
    }

    @Test
    void claimsOfMorePointsThanARecordHoldsRefuseTheRecordOnly() throws IOException {
        byte[] shp = parts.get("areas.shp").clone();
        ByteBuffer.wrap(shp).order(ByteOrder.LITTLE_ENDIAN).putInt(108 + 40, Integer.MAX_VALUE);

        BoundaryFiles.Reading reading = read(TestZips.zip(with("areas.shp", shp)));
        assertEquals(List.of("W01000002"), reading.codes());
        ImportProblem problem = reading.report().problems().get(0);
        assertEquals(1, problem.row());
        assertEquals("Its boundary claims more points than the record holds.", problem.reason());
        assertEquals(2, reading.report().read());
        assertEquals(1, reading.report().refused());
    }

    @Test
    void namesInWindowsCharactersAreReadWithoutACpgFile() throws IOException {
        Map<String, byte[]> cp1252 = new LinkedHashMap<>(TestZips.parts(
                List.of(DbfField.text("LSOA21CD", 9), DbfField.text("LSOA21NM", 20)),
                List.of(new ShapefileRecord(Shapes.square(0, 0), List.of("W01000001", "Ynys M?n 001A")))));
        byte[] dbf = cp1252.get("areas.dbf");
        // ô is the byte F4 in windows-1252, which no UTF-8 text can hold there.
        for (int i = 97; i < dbf.length; i++) {
            if (dbf[i] == '?') {
                dbf[i] = "ô".getBytes(Charset.forName("windows-1252"))[0];
            }
        }
        cp1252.remove("areas.cpg");
        assertEquals(
                "Ynys Môn 001A", read(TestZips.zip(cp1252)).area("W01000001").name());

        // A .cpg file that says UTF-8 against the evidence does not help it.
        cp1252.put("areas.cpg", "UTF-8".getBytes(StandardCharsets.US_ASCII));
        BoundaryFiles.Reading reading = read(TestZips.zip(cp1252));
        assertEquals("Ynys Môn 001A", reading.area("W01000001").name());
        assertEquals(
                List.of("Its names were read as windows-1252."),
                reading.report().notes());
    }

    @Test
    void welshNamesAreReadAsUtf8WithAndWithoutACpgFile() throws IOException {
        Map<String, byte[]> welsh = new LinkedHashMap<>(TestZips.parts(
                List.of(DbfField.text("LSOA21CD", 9), DbfField.text("LSOA21NM", 8)),
                // The last letter of the second is cut in half by the field's end, as programs do.
                List.of(new ShapefileRecord(Shapes.square(0, 0), List.of("W01000001", "Llŷn Ŵ")))));
        assertEquals("Llŷn Ŵ", read(TestZips.zip(welsh)).area("W01000001").name());
        welsh.remove("areas.cpg");
        assertEquals("Llŷn Ŵ", read(TestZips.zip(welsh)).area("W01000001").name());
    }

    @Test
    void nullShapesDoubleCodesAndMissingCodesAreRefusedOneByOne() throws IOException {
        BoundaryFiles.Reading reading = read(TestZips.zip(TestZips.parts(
                List.of(DbfField.text("LSOA21CD", 9), DbfField.text("LSOA21NM", 20)),
                List.of(
                        new ShapefileRecord(Shapes.square(0, 0), List.of("W01000001", "")),
                        new ShapefileRecord(Shapes.of("MULTIPOLYGON EMPTY"), List.of("W01000002", "Two")),
                        new ShapefileRecord(Shapes.square(1, 0), List.of("W01000001", "One again")),
                        new ShapefileRecord(Shapes.square(2, 0), List.of("", "Nameless")),
                        new ShapefileRecord(Shapes.square(3, 0), List.of("W 1", "Blank inside"))))));

        assertEquals(List.of("W01000001"), reading.codes());
        assertEquals("W01000001", reading.area("W01000001").name());
        assertEquals(
                List.of(
                        "2  W01000002 It has no boundary.",
                        "3 LSOA21CD W01000001 The code stands in the file before.",
                        "4 LSOA21CD  It has no code.",
                        "5 LSOA21CD  Its code has characters that no area code has."),
                reading.report().problems().stream()
                        .map(problem ->
                                problem.row() + " " + problem.field() + " " + problem.area() + " " + problem.reason())
                        .toList());
    }

    @Test
    void fictionalAndRealAreasNeverShareAFile() {
        assertEquals(
                "areas.zip mixes areas of the fictional county with real ones: import them from two files.",
                refusal(TestZips.zip(TestZips.parts(
                        List.of(DbfField.text("LSOA21CD", 9)),
                        List.of(
                                new ShapefileRecord(Shapes.square(0, 0), List.of("E01999001")),
                                new ShapefileRecord(Shapes.square(1, 0), List.of("E01000001")))))));
    }

    @Test
    void columnsThatSayNothingAreListed() {
        assertEquals(
                "areas.zip has no column LSOA21CD with the areas' codes; its columns are code, id.",
                refusal(TestZips.zip(TestZips.parts(
                        List.of(DbfField.text("code", 9), DbfField.text("id", 9)),
                        List.of(new ShapefileRecord(Shapes.square(0, 0), List.of("E01000001", "1")))))));
    }

    @Test
    void districtCodesInAFileOfSmallAreasAreNotDistricts() {
        assertEquals(
                "areas.zip holds lsoa-2021 boundaries (column LSOA21CD), not lad-2024: give its geography as lsoa-2021.",
                refusal(
                        TestZips.zip(TestZips.parts(
                                List.of(DbfField.text("LSOA21CD", 9), DbfField.text("LAD24CD", 9)),
                                List.of(new ShapefileRecord(Shapes.square(0, 0), List.of("E01000001", "E07000192"))))),
                        "lad-2024"));
    }

    private BoundaryFiles.Reading read(byte[] content) throws IOException {
        return BoundaryFiles.read(Files.write(folder.resolve("areas.zip"), content), "lsoa-2021");
    }

    private String refusal(byte[] content) {
        return refusal(content, "lsoa-2021");
    }

    private String refusal(byte[] content, String geography) {
        return assertThrows(
                        UnreadableFileException.class,
                        () -> BoundaryFiles.read(Files.write(folder.resolve("areas.zip"), content), geography))
                .getMessage();
    }

    private Map<String, byte[]> with(String name, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(name, content);
        return changed;
    }

    private Map<String, byte[]> without(String name) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.remove(name);
        return changed;
    }
}
