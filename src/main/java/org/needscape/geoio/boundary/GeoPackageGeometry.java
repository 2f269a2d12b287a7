package org.needscape.geoio.boundary;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * Reads the geometries of a GeoPackage: a header of its own, then well-known binary.
 *
 * <p>Source: OGC 12-128r18, GeoPackage Encoding Standard 1.3.1, 2021, clause 2.1.3.
 */
final class GeoPackageGeometry {

    private static final int HEADER_BYTES = 8;
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};
    private static final int EMPTY_FLAG = 1 << 4;
    private static final int COLLECTION = 7;

    private final GeometryFactory factory;
    private final WKBReader wkb;

    GeoPackageGeometry(GeometryFactory factory) {
        this.factory = factory;
        this.wkb = new WKBReader(factory);
    }

    /** @throws ParseException when it is damaged or no geometry of a GeoPackage */
    Geometry parse(byte[] blob) throws ParseException {
        if (blob.length < HEADER_BYTES || blob[0] != 'G' || blob[1] != 'P') {
            throw new ParseException("Not a GeoPackage geometry.");
        }
        int flags = blob[3] & 0xFF;
        int envelope = flags >> 1 & 7;
        if (envelope >= ENVELOPE_BYTES.length) {
            throw new ParseException("Not a GeoPackage envelope.");
        }
        if ((flags & EMPTY_FLAG) != 0) {
            return factory.createMultiPolygon();
        }
        int start = HEADER_BYTES + ENVELOPE_BYTES[envelope];
        if (blob.length < start + 5) {
            throw new ParseException("The geometry is cut off.");
        }
        ByteBuffer body = ByteBuffer.wrap(blob, start, blob.length - start).slice();
        body.order(body.get(0) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int type = (body.getInt(1) & 0xFFFF) % 1000;
        if (type == COLLECTION) {
            // Collections in collections could go on without end.
            throw new ParseException("A geometry collection is not an area.");
        }
        byte[] bytes = new byte[body.remaining()];
        body.get(bytes);
        try {
            return wkb.read(bytes);
        } catch (IllegalArgumentException | StackOverflowError e) {
            throw new ParseException("The geometry is damaged.");
        }
    }
}
