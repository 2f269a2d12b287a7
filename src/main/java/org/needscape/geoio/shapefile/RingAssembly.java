package org.needscape.geoio.shapefile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes polygons of a shapefile's loose rings. A clockwise ring is an outer one and a counter-clockwise ring a hole in the smallest
 * outer ring around it. A hole with nothing around it is an outer ring that was wound the wrong way; where no ring is clockwise, the
 * winding says nothing and each ring's depth inside the others decides.
 */
final class RingAssembly {

    private RingAssembly() {}

    static MultiPolygon assemble(List<LinearRing> rings, GeometryFactory factory) {
        if (rings.size() == 1) {
            return factory.createMultiPolygon(new Polygon[] {factory.createPolygon(rings.get(0))});
        }
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (LinearRing ring : rings) {
            (Orientation.isCCW(ring.getCoordinateSequence()) ? holes : shells).add(ring);
        }
        if (shells.isEmpty()) {
            holes.clear();
            for (int i = 0; i < rings.size(); i++) {
                (depth(i, rings) % 2 == 0 ? shells : holes).add(rings.get(i));
            }
        }
        List<List<LinearRing>> holesOfShell = new ArrayList<>();
        shells.forEach(shell -> holesOfShell.add(new ArrayList<>()));
        int windingShells = shells.size();
        for (LinearRing hole : holes) {
            int owner = smallestAround(hole, shells.subList(0, windingShells));
            if (owner < 0) {
                shells.add(hole);
                holesOfShell.add(new ArrayList<>());
            } else {
                holesOfShell.get(owner).add(hole);
            }
        }
        Polygon[] polygons = new Polygon[shells.size()];
        for (int i = 0; i < polygons.length; i++) {
            polygons[i] =
                    factory.createPolygon(shells.get(i), holesOfShell.get(i).toArray(new LinearRing[0]));
        }
        return factory.createMultiPolygon(polygons);
    }

    private static int depth(int ring, List<LinearRing> rings) {
        int depth = 0;
        for (int other = 0; other < rings.size(); other++) {
            if (other != ring && isInside(rings.get(ring), rings.get(other))) {
                depth++;
            }
        }
        return depth;
    }

    private static int smallestAround(LinearRing hole, List<LinearRing> shells) {
        int best = -1;
        double bestArea = Double.POSITIVE_INFINITY;
        for (int i = 0; i < shells.size(); i++) {
            LinearRing shell = shells.get(i);
            double area = shell.getEnvelopeInternal().getArea();
            if (area < bestArea && isInside(hole, shell)) {
                best = i;
                bestArea = area;
            }
        }
        return best;
    }

    private static boolean isInside(LinearRing inner, LinearRing outer) {
        if (!outer.getEnvelopeInternal().covers(inner.getEnvelopeInternal())) {
            return false;
        }
        Coordinate[] outline = outer.getCoordinates();
        for (Coordinate point : inner.getCoordinates()) {
            int location = PointLocation.locateInRing(point, outline);
            if (location != Location.BOUNDARY) {
                return location == Location.INTERIOR;
            }
        }
        return true;
    }
}
