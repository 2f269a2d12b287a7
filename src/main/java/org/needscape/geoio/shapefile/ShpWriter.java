package org.needscape.geoio.shapefile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes the geometry of a shapefile: outer rings clockwise, holes counter-clockwise.
 *
 * <p>Source: ESRI Shapefile Technical Description, ESRI White Paper, July 1998, pages 3-9 and 23-25.
 */
final class ShpWriter {

    static final int HEADER_BYTES = 100;
    static final int RECORD_HEADER_BYTES = 8;
    static final int FILE_CODE = 9994;
    static final int VERSION = 1000;
    static final int NULL_SHAPE = 0;
    static final int POLYGON = 5;

    private static final int NULL_CONTENT_BYTES = 4;
    private static final int POLYGON_FIXED_BYTES = 44;

    private ShpWriter() {}

    /** The bytes of a record's content, without its header of {@link #RECORD_HEADER_BYTES}. */
    static int contentBytes(MultiPolygon geometry) {
        return geometry.isEmpty()
                ? NULL_CONTENT_BYTES
                : POLYGON_FIXED_BYTES + 4 * ringCount(geometry) + 16 * geometry.getNumPoints();
    }

    /** The header that the .shp and the .shx file share. */
    static void writeHeader(OutputStream out, long fileBytes, Envelope bounds) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putInt(0, FILE_CODE);
        header.putInt(24, words(fileBytes));
        header.order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(28, VERSION);
        header.putInt(32, POLYGON);
        if (!bounds.isNull()) {
            header.position(36);
            putBounds(header, bounds);
        }
        out.write(header.array());
    }

    static void writeIndexEntry(OutputStream out, long offsetBytes, int contentBytes) throws IOException {
        out.write(ByteBuffer.allocate(8)
                .putInt(words(offsetBytes))
                .putInt(words(contentBytes))
                .array());
    }

    static void writeRecord(OutputStream out, int number, MultiPolygon geometry) throws IOException {
        int contentBytes = contentBytes(geometry);
        ByteBuffer buffer = ByteBuffer.allocate(RECORD_HEADER_BYTES + contentBytes);
        buffer.putInt(number).putInt(words(contentBytes)).order(ByteOrder.LITTLE_ENDIAN);
        if (geometry.isEmpty()) {
            buffer.putInt(NULL_SHAPE);
        } else {
            buffer.putInt(POLYGON);
            putBounds(buffer, geometry.getEnvelopeInternal());
            buffer.putInt(ringCount(geometry)).putInt(geometry.getNumPoints());
            putRingStarts(buffer, geometry);
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                Polygon polygon = (Polygon) geometry.getGeometryN(i);
                putRing(buffer, polygon.getExteriorRing(), true);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    putRing(buffer, polygon.getInteriorRingN(hole), false);
                }
            }
        }
        out.write(buffer.array());
    }

    private static void putRingStarts(ByteBuffer buffer, MultiPolygon geometry) {
        int start = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            buffer.putInt(start);
            start += polygon.getExteriorRing().getNumPoints();
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                buffer.putInt(start);
                start += polygon.getInteriorRingN(hole).getNumPoints();
            }
        }
    }

    private static void putRing(ByteBuffer buffer, LinearRing ring, boolean clockwise) {
        CoordinateSequence points = ring.getCoordinateSequence();
        boolean reverse = Orientation.isCCW(points) == clockwise;
        int size = points.size();
        for (int i = 0; i < size; i++) {
            int index = reverse ? size - 1 - i : i;
            buffer.putDouble(points.getX(index)).putDouble(points.getY(index));
        }
    }

    private static void putBounds(ByteBuffer buffer, Envelope bounds) {
        buffer.putDouble(bounds.getMinX())
                .putDouble(bounds.getMinY())
                .putDouble(bounds.getMaxX())
                .putDouble(bounds.getMaxY());
    }

    private static int ringCount(MultiPolygon geometry) {
        int count = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            count += 1 + ((Polygon) geometry.getGeometryN(i)).getNumInteriorRing();
        }
        return count;
    }

    /** Lengths and offsets are counted in 16-bit words. */
    private static int words(long bytes) {
        if (bytes / 2 > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A shapefile holds at most 4 GB of shapes.");
        }
        return (int) (bytes / 2);
    }
}
