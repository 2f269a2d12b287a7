package org.needscape.geoio.shapefile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.geom.Envelope;
import org.needscape.geoio.grid.NationalGrid;

/**
 * Writes polygons on the British National Grid as a zipped shapefile: {@code .shp}, {@code .shx}, {@code .dbf}, {@code .prj} and
 * {@code .cpg} (UTF-8), with further files beside them. The same records give the same bytes. Without records it is a valid file
 * set with no shapes.
 */
public final class ShapefileZip {

    private static final Pattern BASE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final String baseName;
    private final List<DbfField> fields;
    private final Map<String, byte[]> furtherFiles = new LinkedHashMap<>();

    /**
     * @param baseName what the files are called before their ending: letters, digits, hyphens and underscores
     * @param fields at least one, at most 255, with names that differ in more than case
     */
    public ShapefileZip(String baseName, List<DbfField> fields) {
        if (!BASE_NAME.matcher(baseName).matches()) {
            throw new IllegalArgumentException("Not a name for a shapefile: '" + baseName + "'.");
        }
        if (fields.isEmpty() || fields.size() > 255) {
            throw new IllegalArgumentException("A shapefile has 1 to 255 fields, not " + fields.size() + ".");
        }
        Set<String> names = new HashSet<>();
        for (DbfField field : fields) {
            if (!names.add(field.name().toUpperCase(Locale.ROOT))) {
                throw new IllegalArgumentException("A shapefile cannot have two fields " + field.name() + ".");
            }
        }
        this.baseName = baseName;
        this.fields = List.copyOf(fields);
    }

    /** Adds a text file, in UTF-8, behind the shapefile's own. */
    public ShapefileZip withFile(String name, String content) {
        furtherFiles.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /**
     * Writes the zip and leaves the stream open.
     *
     * @param records gone through several times, each time with the same content; coordinates in metres
     * @throws IllegalArgumentException when a value does not fit its field; part of the zip is written by then
     */
    public void write(OutputStream out, Iterable<ShapefileRecord> records) throws IOException {
        Sizes sizes = measure(records);
        ZipOutputStream zip = new ZipOutputStream(out);
        OutputStream buffered = new BufferedOutputStream(zip, 1 << 16);

        start(zip, baseName + ".shp");
        ShpWriter.writeHeader(buffered, sizes.shpBytes, sizes.bounds);
        int number = 0;
        for (ShapefileRecord each : records) {
            ShpWriter.writeRecord(buffered, ++number, each.geometry());
        }
        buffered.flush();

        start(zip, baseName + ".shx");
        ShpWriter.writeHeader(buffered, ShpWriter.HEADER_BYTES + 8L * sizes.count, sizes.bounds);
        long offset = ShpWriter.HEADER_BYTES;
        for (ShapefileRecord each : records) {
            int contentBytes = ShpWriter.contentBytes(each.geometry());
            ShpWriter.writeIndexEntry(buffered, offset, contentBytes);
            offset += ShpWriter.RECORD_HEADER_BYTES + contentBytes;
        }
        buffered.flush();

        start(zip, baseName + ".dbf");
        DbfWriter dbf = new DbfWriter(fields);
        dbf.writeHeader(buffered, sizes.count);
        for (ShapefileRecord each : records) {
            dbf.writeRecord(buffered, each.values());
        }
        dbf.writeEnd(buffered);
        buffered.flush();

        add(zip, baseName + ".prj", NationalGrid.ESRI_WKT.getBytes(StandardCharsets.US_ASCII));
        add(zip, baseName + ".cpg", "UTF-8".getBytes(StandardCharsets.US_ASCII));
        for (Map.Entry<String, byte[]> file : furtherFiles.entrySet()) {
            add(zip, file.getKey(), file.getValue());
        }
        zip.finish();
    }

    private Sizes measure(Iterable<ShapefileRecord> records) {
        int count = 0;
        long shpBytes = ShpWriter.HEADER_BYTES;
        Envelope bounds = new Envelope();
        for (ShapefileRecord each : records) {
            if (each.values().size() != fields.size()) {
                throw new IllegalArgumentException("Record " + (count + 1) + " has "
                        + each.values().size() + " values for " + fields.size() + " fields.");
            }
            count++;
            shpBytes += ShpWriter.RECORD_HEADER_BYTES + ShpWriter.contentBytes(each.geometry());
            bounds.expandToInclude(each.geometry().getEnvelopeInternal());
        }
        return new Sizes(count, shpBytes, bounds);
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        start(zip, name);
        zip.write(content);
    }

    private static void start(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        // A fixed time, so that the same content gives the same bytes.
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private record Sizes(int count, long shpBytes, Envelope bounds) {}
}
