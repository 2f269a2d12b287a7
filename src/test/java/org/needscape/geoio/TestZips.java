package org.needscape.geoio;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.needscape.geoio.shapefile.DbfField;
import org.needscape.geoio.shapefile.ShapefileRecord;
import org.needscape.geoio.shapefile.ShapefileZip;

/** Good zipped shapefiles, taken apart, spoilt and put together again. */
public final class TestZips {

    private static final int CENTRAL_SIGNATURE = 0x02014b50;

    private TestZips() {}

    /** The files of a good shapefile of two LSOAs of 2021. */
    public static Map<String, byte[]> goodParts() {
        return parts(
                List.of(DbfField.text("LSOA21CD", 9), DbfField.text("LSOA21NM", 20)),
                List.of(
                        new ShapefileRecord(Shapes.square(0, 0), List.of("W01000001", "One")),
                        new ShapefileRecord(Shapes.square(1, 0), List.of("W01000002", "Two"))));
    }

    public static Map<String, byte[]> parts(List<DbfField> fields, List<ShapefileRecord> records) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new ShapefileZip("areas", fields).write(out, records);
            return unzip(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Changes the list of contents: writes a number of 2 or 4 bytes at an offset of the nth entry's header. */
    public static byte[] patched(byte[] zip, int entry, int offset, int bytes, int value) {
        ByteBuffer buffer = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int seen = 0;
        for (int at = 0; at + 4 <= buffer.limit(); at++) {
            if (buffer.getInt(at) == CENTRAL_SIGNATURE && seen++ == entry) {
                if (bytes == 2) {
                    buffer.putShort(at + offset, (short) value);
                } else {
                    buffer.putInt(at + offset, value);
                }
                return buffer.array();
            }
        }
        throw new IllegalArgumentException("The zip has no entry " + entry + ".");
    }
}
