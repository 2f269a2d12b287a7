package org.needscape.geoio.layer;

import java.io.IOException;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.needscape.geoio.grid.Ostn15;

/**
 * Writes boundaries as GeoJSON geometries: longitude and latitude by OSTN15 in six decimals (about 10 cm), outer rings
 * counter-clockwise, holes clockwise. Not for several threads at once.
 *
 * <p>Source: RFC 7946, 2016, sections 3.1.6, 3.1.7 and 11.2.
 */
final class Wgs84Json {

    private static final double MILLIONTHS = 1e6;
    private static final int FEWEST_POSITIONS = 4;

    private final double[] degrees = new double[2];
    private long[] positions = new long[1024];

    /** @throws IllegalArgumentException when a point lies outside of the National Grid */
    void write(JsonBytes json, MultiPolygon boundary) throws IOException {
        json.raw("{\"type\":\"MultiPolygon\",\"coordinates\":[");
        for (int i = 0; i < boundary.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) boundary.getGeometryN(i);
            json.raw(i == 0 ? "[" : ",[");
            writeRing(json, polygon.getExteriorRing(), true);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                json.raw(',');
                writeRing(json, polygon.getInteriorRingN(hole), false);
            }
            json.raw(']');
        }
        json.raw("]}");
    }

    private void writeRing(JsonBytes json, LinearRing ring, boolean counterClockwise) throws IOException {
        int count = convert(ring.getCoordinateSequence());
        boolean reverse = Orientation.isCCW(ring.getCoordinateSequence()) != counterClockwise;
        // Points that six decimals cannot tell apart are written once, unless too few would be left.
        boolean all = distinct(count) < FEWEST_POSITIONS;
        json.raw('[');
        for (int i = 0; i < count; i++) {
            int at = reverse ? count - 1 - i : i;
            int before = reverse ? at + 1 : at - 1;
            if (i == 0 || all || !same(at, before)) {
                json.raw(i == 0 ? "[" : ",[").millionths(positions[2 * at]);
                json.raw(',').millionths(positions[2 * at + 1]).raw(']');
            }
        }
        json.raw(']');
    }

    private int convert(CoordinateSequence points) {
        int count = points.size();
        if (positions.length < 2 * count) {
            positions = new long[2 * count];
        }
        for (int i = 0; i < count; i++) {
            if (!Ostn15.toLongitudeLatitude(points.getX(i), points.getY(i), degrees)) {
                throw new IllegalArgumentException("A boundary has a point outside of the National Grid.");
            }
            positions[2 * i] = Math.round(degrees[0] * MILLIONTHS);
            positions[2 * i + 1] = Math.round(degrees[1] * MILLIONTHS);
        }
        return count;
    }

    private int distinct(int count) {
        int distinct = 1;
        for (int i = 1; i < count; i++) {
            if (!same(i, i - 1)) {
                distinct++;
            }
        }
        return distinct;
    }

    private boolean same(int one, int other) {
        return positions[2 * one] == positions[2 * other] && positions[2 * one + 1] == positions[2 * other + 1];
    }
}
