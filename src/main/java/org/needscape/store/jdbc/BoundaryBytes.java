package org.needscape.store.jdbc;

import java.nio.ByteBuffer;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Boundaries as the bytes that databases exchange: extended well-known binary in EPSG:27700. Coordinates are rounded to the
 * centimetre on the way in, each by itself, so that shared borders stay shared; a third dimension is left out.
 *
 * <p>Source: Open Geospatial Consortium, 2011, OpenGIS Implementation Standard for Geographic Information - Simple feature access
 * - Part 1, 8.2; the flag and the number of the coordinate system are the extension that PostGIS documents as EWKB.
 */
final class BoundaryBytes {

    private static final int SRID = 27700;
    private static final PrecisionModel CENTIMETRE = new PrecisionModel(100);
    private static final GeometryFactory FACTORY = new GeometryFactory(CENTIMETRE, SRID);

    private static final byte BIG_ENDIAN = 0;
    private static final int POLYGON = 3;
    private static final int MULTIPOLYGON = 6;
    private static final int HAS_SRID = 0x20000000;
    private static final int HEADER_BYTES = 1 + 4;
    private static final int POINT_BYTES = 2 * 8;
    private static final int BOX_POINTS = 5;

    private BoundaryBytes() {}

    static byte[] write(MultiPolygon boundary) {
        ByteBuffer bytes = ByteBuffer.allocate(sizeOf(boundary));
        bytes.put(BIG_ENDIAN).putInt(MULTIPOLYGON | HAS_SRID).putInt(SRID).putInt(boundary.getNumGeometries());
        for (int i = 0; i < boundary.getNumGeometries(); i++) {
            Polygon part = (Polygon) boundary.getGeometryN(i);
            bytes.put(BIG_ENDIAN).putInt(POLYGON).putInt(1 + part.getNumInteriorRing());
            writeRing(bytes, part.getExteriorRing());
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                writeRing(bytes, part.getInteriorRingN(hole));
            }
        }
        return bytes.array();
    }

    /**
     * A box as a polygon of its four corners, not rounded. Without width or height it is not a valid one; its own box is right all
     * the same, which is all that it is compared by.
     */
    static byte[] ofBox(Envelope box) {
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + 4 + 4 + 4 + BOX_POINTS * POINT_BYTES);
        bytes.put(BIG_ENDIAN).putInt(POLYGON | HAS_SRID).putInt(SRID).putInt(1).putInt(BOX_POINTS);
        bytes.putDouble(box.getMinX()).putDouble(box.getMinY());
        bytes.putDouble(box.getMaxX()).putDouble(box.getMinY());
        bytes.putDouble(box.getMaxX()).putDouble(box.getMaxY());
        bytes.putDouble(box.getMinX()).putDouble(box.getMaxY());
        bytes.putDouble(box.getMinX()).putDouble(box.getMinY());
        return bytes.array();
    }

    static MultiPolygon read(byte[] bytes) {
        try {
            return (MultiPolygon) new WKBReader(FACTORY).read(bytes);
        } catch (ParseException notGeometry) {
            throw new IllegalStateException("The store holds a boundary that is not one.", notGeometry);
        }
    }

    private static void writeRing(ByteBuffer bytes, LinearRing ring) {
        CoordinateSequence points = ring.getCoordinateSequence();
        bytes.putInt(points.size());
        for (int i = 0; i < points.size(); i++) {
            bytes.putDouble(CENTIMETRE.makePrecise(points.getX(i))).putDouble(CENTIMETRE.makePrecise(points.getY(i)));
        }
    }

    private static int sizeOf(MultiPolygon boundary) {
        int size = HEADER_BYTES + 4 + 4 + boundary.getNumPoints() * POINT_BYTES;
        for (int i = 0; i < boundary.getNumGeometries(); i++) {
            Polygon part = (Polygon) boundary.getGeometryN(i);
            size += HEADER_BYTES + 4 + (1 + part.getNumInteriorRing()) * 4;
        }
        return size;
    }
}
