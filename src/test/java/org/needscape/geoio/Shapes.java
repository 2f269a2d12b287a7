package org.needscape.geoio;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Geometries for tests, written as text. */
public final class Shapes {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private Shapes() {}

    /** A polygon or multipolygon from well-known text. */
    public static MultiPolygon of(String wkt) {
        try {
            Geometry geometry = new WKTReader(FACTORY).read(wkt);
            List<Polygon> parts = new ArrayList<>();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                parts.add((Polygon) geometry.getGeometryN(i));
            }
            return FACTORY.createMultiPolygon(parts.toArray(new Polygon[0]));
        } catch (ParseException e) {
            throw new IllegalArgumentException(wkt, e);
        }
    }

    /** A square of one kilometre whose south-west corner is so many kilometres from the middle of Staffordshire. */
    public static MultiPolygon square(int east, int north) {
        double x = 390_000 + 1000.0 * east;
        double y = 320_000 + 1000.0 * north;
        return of(
                "POLYGON((%1$f %2$f, %1$f %4$f, %3$f %4$f, %3$f %2$f, %1$f %2$f))".formatted(x, y, x + 1000, y + 1000));
    }

    /** Two parts, the first with a hole, and in the hole an island. */
    public static MultiPolygon multipartWithHoleAndIsland() {
        return of("MULTIPOLYGON(((390000 320000,390000 330000,400000 330000,400000 320000,390000 320000),"
                + "(392000 322000,398000 322000,398000 328000,392000 328000,392000 322000)),"
                + "((394000 324000,394000 326000,396000 326000,396000 324000,394000 324000)),"
                + "((405000 320000,405000 321000,406000 321000,406000 320000,405000 320000)))");
    }
}
