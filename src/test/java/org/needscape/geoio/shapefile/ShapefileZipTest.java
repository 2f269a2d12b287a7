package org.needscape.geoio.shapefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.geoio.Ogrinfo;
import org.needscape.geoio.Shapes;

class ShapefileZipTest {

    private static final List<DbfField> FIELDS =
            List.of(DbfField.text("LSOA21CD", 9), DbfField.text("LSOA21NM", 20), DbfField.number("VALUE", 8, 2));

    @TempDir
    Path folder;

    @Test
    void everyRecordIsReadByGdalWithItsHolesIslandsAndWelshName() throws Exception {
        String text = Ogrinfo.readZip(write(List.of(
                new ShapefileRecord(Shapes.multipartWithHoleAndIsland(), List.of("W01000001", "Llŷn a'r Ŵyl", 12.345)),
                new ShapefileRecord(Shapes.square(30, 0), List.of("W01000002", "Two", ShapefileRecord.BLANK)),
                new ShapefileRecord(Shapes.of("MULTIPOLYGON EMPTY"), List.of("W01000003", "", -1)))));

        assertTrue(text.contains("Feature Count: 3"), text);
        assertTrue(text.contains("ID[\"EPSG\",27700]]"), text);
        assertTrue(text.contains("LSOA21NM (String) = Llŷn a'r Ŵyl"), text);
        // Written from the shortest decimal of the double, half to even.
        assertTrue(text.contains("VALUE (Real) = 12.34\n"), text);
        assertTrue(text.contains("VALUE (Real) = (null)"), text);
        assertTrue(text.contains("VALUE (Real) = -1.00"), text);
        assertTrue(text.contains("LSOA21NM (String) = (null)"), text);
        assertTrue(
                text.contains("MULTIPOLYGON (((390000 320000,390000 330000,400000 330000,400000 320000,390000 320000),"
                        + "(392000 322000,398000 322000,398000 328000,392000 328000,392000 322000)),"),
                text);
        assertFalse(text.contains("Warning"), text);
        assertFalse(text.contains("ERROR"), text);
    }

    @Test
    void withoutRecordsItIsAValidEmptyFileSet() throws Exception {
        String text = Ogrinfo.readZip(write(List.of()));

        assertTrue(text.contains("Feature Count: 0"), text);
        assertTrue(text.contains("VALUE: Real (8.2)"), text);
        assertFalse(text.contains("ERROR"), text);
    }

    @Test
    void sameRecordsGiveTheSameBytes() throws IOException {
        List<ShapefileRecord> records =
                List.of(new ShapefileRecord(Shapes.square(0, 0), List.of("W01000001", "One", 1)));

        assertArrayEquals(Files.readAllBytes(write(records)), Files.readAllBytes(write(records)));
    }

    @Test
    void longTextIsCutBetweenCharacters() throws Exception {
        // 19 letters and a two-byte letter take 21 bytes, one more than the field has.
        String text = Ogrinfo.readZip(write(
                List.of(new ShapefileRecord(Shapes.square(0, 0), List.of("W01000001", "abcdefghijklmnopqrsŷ", 1)))));

        assertTrue(text.contains("LSOA21NM (String) = abcdefghijklmnopqrs\n"), text);
    }

    @Test
    void numberThatDoesNotFitIsRefusedRatherThanCut() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> write(
                        List.of(new ShapefileRecord(Shapes.square(0, 0), List.of("W01000001", "One", 123_456_789)))));

        assertEquals("Field VALUE of length 8 cannot hold 123456789.00.", e.getMessage());
    }

    @Test
    void notANumberIsNeverWritten() {
        assertThrows(
                IllegalArgumentException.class,
                () -> write(
                        List.of(new ShapefileRecord(Shapes.square(0, 0), List.of("W01000001", "One", Double.NaN)))));
    }

    @Test
    void twoFieldsOfOneNameAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ShapefileZip("x", List.of(DbfField.text("Code", 9), DbfField.text("CODE", 9))));
    }

    private Path write(List<ShapefileRecord> records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ShapefileZip("areas", FIELDS).withFile("READ.txt", "Llŷn").write(out, records);
        return Files.write(Files.createTempFile(folder, "areas", ".zip"), out.toByteArray());
    }
}
