package org.needscape.demo;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Which places belong to the county: inside its outline and outside the city. The planned corners are rounded off; the fine
 * shape of the border comes from the parcels along it.
 */
final class CountyOutline {

    private static final int ROUNDINGS = 2;

    private final Polygon county;
    private final IndexedPointInAreaLocator inCounty;
    private final IndexedPointInAreaLocator inCity;

    CountyOutline() {
        GeometryFactory geometries = new GeometryFactory();
        this.county = geometries.createPolygon(rounded(CountyPlan.OUTLINE_KM));
        this.inCounty = new IndexedPointInAreaLocator(county);
        this.inCity = new IndexedPointInAreaLocator(geometries.createPolygon(rounded(CountyPlan.CITY_KM)));
    }

    /** The rectangle around the county. */
    Envelope envelope() {
        return county.getEnvelopeInternal();
    }

    /** Whether a place lies in the unitary city. */
    boolean isCity(Coordinate place) {
        return inCity.locate(place) != Location.EXTERIOR;
    }

    /** Whether a place lies in the county and not in the city. */
    boolean isCounty(Coordinate place) {
        return inCounty.locate(place) != Location.EXTERIOR && !isCity(place);
    }

    /** Chaikin's corner cutting, which needs additions and exact fractions only. */
    private static Coordinate[] rounded(double[][] cornersKm) {
        Coordinate[] corners = new Coordinate[cornersKm.length];
        for (int at = 0; at < corners.length; at++) {
            corners[at] = new Coordinate(
                    CountyPlan.EAST_ORIGIN_METRES + 1000 * cornersKm[at][0],
                    CountyPlan.NORTH_ORIGIN_METRES + 1000 * cornersKm[at][1]);
        }
        for (int pass = 0; pass < ROUNDINGS; pass++) {
            Coordinate[] cut = new Coordinate[2 * corners.length];
            for (int at = 0; at < corners.length; at++) {
                Coordinate from = corners[at];
                Coordinate to = corners[(at + 1) % corners.length];
                cut[2 * at] = new Coordinate(0.75 * from.x + 0.25 * to.x, 0.75 * from.y + 0.25 * to.y);
                cut[2 * at + 1] = new Coordinate(0.25 * from.x + 0.75 * to.x, 0.25 * from.y + 0.75 * to.y);
            }
            corners = cut;
        }
        Coordinate[] ring = new Coordinate[corners.length + 1];
        System.arraycopy(corners, 0, ring, 0, corners.length);
        ring[corners.length] = corners[0].copy();
        return ring;
    }
}
