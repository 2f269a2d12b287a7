package org.needscape.spatial;

import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Which areas touch, found from the vertices that their boundaries share. Vertices are snapped to 1 cm first, because the same
 * corner may come with different rounding from each side; boundaries must therefore be in metres, and neighbouring boundaries
 * must have been drawn with common vertices, as the Office for National Statistics does. No geometry is intersected, so a gap
 * or an overlap between boundaries of different sources finds no neighbours.
 */
public enum Contiguity {
    /** Areas that share at least one vertex: corners count. */
    QUEEN("queen") {
        @Override
        void addRing(int area, CoordinateSequence ring, SharedKeys vertices, SharedKeys edges) {
            for (int k = 1; k < ring.size(); k++) {
                vertices.add(snap(ring, k), area);
            }
        }
    },
    /** Areas that share at least one edge, two vertices in a row. */
    ROOK("rook") {
        @Override
        void addRing(int area, CoordinateSequence ring, SharedKeys vertices, SharedKeys edges) {
            int last = ring.size() == 0 ? 0 : vertices.add(snap(ring, 0), area);
            for (int k = 1; k < ring.size(); k++) {
                int next = vertices.add(snap(ring, k), area);
                if (next != last) {
                    edges.add(((long) Math.min(last, next) << 32) | Math.max(last, next), area);
                }
                last = next;
            }
        }
    };

    private static final double CELLS_PER_METRE = 100;

    /**
     * Shifts the snapping grid by an odd fraction of a cell. Publishers round to whole decimals; with the shift no such
     * coordinate lies on the edge of a cell, where rounding errors of 1e-7 m would part what belongs together.
     */
    private static final double GRID_SHIFT_METRES = 0.0023719;

    private final String code;

    Contiguity(String code) {
        this.code = code;
    }

    /** The word of the command line. */
    public String code() {
        return code;
    }

    /**
     * The neighbours of each area; the relation goes both ways.
     *
     * @param boundaries polygons or multi-polygons in metres; an empty one has no neighbours
     * @return links of weight 1, over the indices of the list
     */
    public Neighbours neighboursOf(List<? extends Geometry> boundaries) {
        int points = 0;
        for (Geometry boundary : boundaries) {
            points = Math.addExact(points, boundary.getNumPoints());
        }
        SharedKeys vertices = new SharedKeys(points);
        SharedKeys edges = new SharedKeys(this == ROOK ? points : 0);
        for (int area = 0; area < boundaries.size(); area++) {
            Geometry boundary = boundaries.get(area);
            for (int part = 0; part < boundary.getNumGeometries(); part++) {
                if (boundary.getGeometryN(part) instanceof Polygon polygon) {
                    addPolygon(area, polygon, vertices, edges);
                }
            }
        }
        return (this == ROOK ? edges : vertices).toNeighbours(boundaries.size());
    }

    private void addPolygon(int area, Polygon polygon, SharedKeys vertices, SharedKeys edges) {
        addRing(area, polygon.getExteriorRing(), vertices, edges);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            addRing(area, polygon.getInteriorRingN(hole), vertices, edges);
        }
    }

    private void addRing(int area, LinearRing ring, SharedKeys vertices, SharedKeys edges) {
        addRing(area, ring.getCoordinateSequence(), vertices, edges);
    }

    abstract void addRing(int area, CoordinateSequence ring, SharedKeys vertices, SharedKeys edges);

    static long snap(CoordinateSequence ring, int k) {
        long x = (long) Math.floor((ring.getX(k) + GRID_SHIFT_METRES) * CELLS_PER_METRE);
        long y = (long) Math.floor((ring.getY(k) + GRID_SHIFT_METRES) * CELLS_PER_METRE);
        return (x << 32) ^ (y & 0xFFFFFFFFL);
    }
}
