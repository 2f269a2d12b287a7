package org.needscape.demo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.needscape.geoio.grid.GridPoint;
import org.needscape.geoio.grid.LongitudeLatitude;
import org.needscape.geoio.grid.Ostn15;
import org.needscape.geoio.shapefile.DbfField;
import org.needscape.geoio.shapefile.ShapefileRecord;
import org.needscape.geoio.shapefile.ShapefileZip;

/** The boundaries as zipped shapefiles, with the fields of the Office for National Statistics' downloads. */
final class BoundaryFiles {

    static final String LSOA_FILE = "LSOA_2021_fictional_BGC.zip";
    static final String DISTRICT_FILE = "LAD_2024_fictional_BGC.zip";

    /** Later than the format's first second, which Java takes for "earlier" and writes again with the machine's time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private BoundaryFiles() {}

    static byte[] lsoas(County county) throws IOException {
        List<DbfField> fields = List.of(
                DbfField.text("LSOA21CD", 9),
                DbfField.text("LSOA21NM", 40),
                DbfField.wholeNumber("BNG_E", 7),
                DbfField.wholeNumber("BNG_N", 7),
                DbfField.number("LONG", 10, 6),
                DbfField.number("LAT", 10, 6));
        List<ShapefileRecord> records = new ArrayList<>();
        for (DemoArea area : county.areas()) {
            GridPoint middle = new GridPoint(area.middle().x, area.middle().y);
            LongitudeLatitude degrees = Ostn15.toLongitudeLatitude(middle).orElseThrow();
            records.add(new ShapefileRecord(
                    multiPolygon(area.boundary()),
                    List.of(
                            area.code(),
                            area.name(),
                            (long) area.middle().x,
                            (long) area.middle().y,
                            degrees.longitudeDegrees(),
                            degrees.latitudeDegrees())));
        }
        return zip("LSOA_2021_fictional_BGC", fields, records);
    }

    static byte[] districts(County county) throws IOException {
        List<DbfField> fields = List.of(DbfField.text("LAD24CD", 9), DbfField.text("LAD24NM", 40));
        List<ShapefileRecord> records = new ArrayList<>();
        for (District district : CountyPlan.DISTRICTS) {
            records.add(new ShapefileRecord(
                    multiPolygon(county.mesh().boundary(district)), List.of(district.code(), district.name())));
        }
        return zip("LAD_2024_fictional_BGC", fields, records);
    }

    private static MultiPolygon multiPolygon(Geometry geometry) {
        return geometry instanceof MultiPolygon multi
                ? multi
                : geometry.getFactory().createMultiPolygon(new Polygon[] {(Polygon) geometry});
    }

    private static byte[] zip(String name, List<DbfField> fields, List<ShapefileRecord> records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ShapefileZip(name, fields).write(out, records);
        return stored(out.toByteArray());
    }

    /**
     * The same zip without compression. What a compressor makes of the same content differs from one machine's library to
     * the next; these files must not.
     */
    private static byte[] stored(byte[] compressed) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(compressed));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                CRC32 checksum = new CRC32();
                checksum.update(content);
                ZipEntry plain = new ZipEntry(entry.getName());
                plain.setMethod(ZipEntry.STORED);
                plain.setSize(content.length);
                plain.setCompressedSize(content.length);
                plain.setCrc(checksum.getValue());
                plain.setTimeLocal(NO_TIME);
                zip.putNextEntry(plain);
                zip.write(content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
