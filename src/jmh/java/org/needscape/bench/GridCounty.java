package org.needscape.bench;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;

/**
 * A square of areas with wavy common borders, some hundred vertices each: with 23 on a side about as many as Staffordshire has, with 181
 * about as many as England.
 */
final class GridCounty {

    private static final int COUNTY_SIDE = 23;
    private static final int VERTICES_PER_BORDER = 25;
    private static final double CELL_METRES = 1000;
    private static final double WEST_METRES = 380_000;
    private static final double SOUTH_METRES = 300_000;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private GridCounty() {}

    static List<SmallArea> areas() {
        return areas(COUNTY_SIDE);
    }

    static double[] values() {
        return values(COUNTY_SIDE);
    }

    static List<SmallArea> areas(int side) {
        Geography geography = Geography.parse("lsoa-2011");
        List<SmallArea> areas = new ArrayList<>();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                AreaCode code = new AreaCode("E01" + (100_001 + areas.size()));
                areas.add(new SmallArea(new AreaId(geography, code), "Square " + areas.size(), square(row, column)));
            }
        }
        return areas;
    }

    /** A smooth hill with ripples: neighbours are alike, no two areas are the same. */
    static double[] values(int side) {
        double[] values = new double[side * side];
        for (int i = 0; i < values.length; i++) {
            int south = i / side;
            int west = i % side;
            double row = south - side / 2.0;
            double column = west - side / 2.0;
            values[i] = 40 * Math.exp(-(row * row + column * column) / 50) + 5 * Math.sin(i * 0.7);
        }
        return values;
    }

    private static MultiPolygon square(int row, int column) {
        CoordinateList ring = new CoordinateList();
        for (int k = 0; k < VERTICES_PER_BORDER; k++) {
            ring.add(point(row, column + along(k)), false);
        }
        for (int k = 0; k < VERTICES_PER_BORDER; k++) {
            ring.add(point(row + along(k), column + 1), false);
        }
        for (int k = 0; k < VERTICES_PER_BORDER; k++) {
            ring.add(point(row + 1, column + 1 - along(k)), false);
        }
        for (int k = 0; k < VERTICES_PER_BORDER; k++) {
            ring.add(point(row + 1 - along(k), column), false);
        }
        ring.closeRing();
        return FACTORY.createMultiPolygon(new Polygon[] {FACTORY.createPolygon(ring.toCoordinateArray())});
    }

    private static double along(int k) {
        return (double) k / VERTICES_PER_BORDER;
    }

    /** The waves are the same from both sides of a border. */
    private static Coordinate point(double row, double column) {
        double east = WEST_METRES + CELL_METRES * column + 90 * Math.sin(row * 6.1);
        double north = SOUTH_METRES + CELL_METRES * row + 90 * Math.sin(column * 5.3);
        return new Coordinate(Math.rint(east * 100) / 100, Math.rint(north * 100) / 100);
    }
}
