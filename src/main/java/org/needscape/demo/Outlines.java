package org.needscape.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Turns groups of parcels into polygons by walking the borders between different groups. */
final class Outlines {

    private static final int CALMINGS = 12;

    private final GeometryFactory geometries;
    private final List<Parcel> parcels;
    private final BorderLines lines;
    private final Map<ParcelMesh.Edge, Integer> leftOf = new HashMap<>();

    Outlines(long seed, List<Parcel> parcels, GeometryFactory geometries) {
        this.parcels = parcels;
        this.lines = new BorderLines(seed);
        this.geometries = geometries;
        for (Parcel parcel : parcels) {
            for (ParcelMesh.Edge edge : ParcelMesh.edges(parcel.ring())) {
                leftOf.put(edge, parcel.index());
            }
        }
    }

    /**
     * Calms borders until the groups make a valid coverage: no polygon crosses itself or another.
     *
     * @param groupOf the group of each parcel, {@link RegionGrowth#NONE} outside
     */
    void settle(int[] groupOf) {
        for (int round = 0; round < CALMINGS; round++) {
            SortedMap<Integer, Geometry> drawn = polygons(groupOf);
            List<Integer> groups = List.copyOf(drawn.keySet());
            Geometry[] polygons = drawn.values().toArray(new Geometry[0]);
            Geometry[] faults = CoverageValidator.validate(polygons);
            List<Integer> unsettled = new ArrayList<>();
            for (int at = 0; at < polygons.length; at++) {
                if (faults[at] != null || !polygons[at].isValid()) {
                    unsettled.add(groups.get(at));
                }
            }
            if (unsettled.isEmpty()) {
                return;
            }
            for (ParcelMesh.Edge edge : borders(groupOf)) {
                if (unsettled.contains(groupOf[leftOf(edge)])) {
                    lines.calm(edge);
                }
            }
        }
        throw new IllegalStateException("The borders still cross after " + CALMINGS + " rounds");
    }

    /** The polygons of all groups, by group. */
    SortedMap<Integer, Geometry> polygons(int[] groupOf) {
        TreeMap<Integer, Map<Coordinate, ParcelMesh.Edge>> bordersOf = new TreeMap<>();
        for (ParcelMesh.Edge edge : borders(groupOf)) {
            ParcelMesh.Edge before = bordersOf
                    .computeIfAbsent(groupOf[leftOf(edge)], group -> new LinkedHashMap<>())
                    .put(edge.from(), edge);
            if (before != null) {
                throw new IllegalStateException("A border meets itself at " + edge.from());
            }
        }
        TreeMap<Integer, Geometry> polygons = new TreeMap<>();
        bordersOf.forEach((group, borders) -> polygons.put(group, polygon(borders)));
        return polygons;
    }

    private int leftOf(ParcelMesh.Edge edge) {
        return leftOf.getOrDefault(edge, RegionGrowth.NONE);
    }

    /** The edges with a group on their left and another, or none, on their right. */
    private List<ParcelMesh.Edge> borders(int[] groupOf) {
        List<ParcelMesh.Edge> borders = new ArrayList<>();
        for (Parcel parcel : parcels) {
            int group = groupOf[parcel.index()];
            for (ParcelMesh.Edge edge : ParcelMesh.edges(parcel.ring())) {
                int right = leftOf(edge.reversed());
                int other = right == RegionGrowth.NONE ? RegionGrowth.NONE : groupOf[right];
                if (group != RegionGrowth.NONE && group != other) {
                    borders.add(edge);
                }
            }
        }
        return borders;
    }

    private Geometry polygon(Map<Coordinate, ParcelMesh.Edge> borders) {
        List<LinearRing> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        while (!borders.isEmpty()) {
            Coordinate start = borders.keySet().iterator().next();
            List<Coordinate> ring = new ArrayList<>();
            Coordinate at = start;
            do {
                ParcelMesh.Edge edge = borders.remove(at);
                if (edge == null) {
                    throw new IllegalStateException("A border ends at " + at);
                }
                ring.addAll(lines.walk(edge));
                at = edge.to();
            } while (!at.equals2D(start));
            ring.add(ring.get(0));
            Coordinate[] corners = ring.stream().map(Coordinate::copy).toArray(Coordinate[]::new);
            (Orientation.isCCW(corners) ? shells : holes).add(geometries.createLinearRing(corners));
        }
        List<Polygon> polygons = new ArrayList<>();
        for (LinearRing shell : shells) {
            Polygon filled = geometries.createPolygon(shell);
            LinearRing[] inside =
                    holes.stream().filter(hole -> filled.covers(hole)).toArray(LinearRing[]::new);
            polygons.add(geometries.createPolygon(shell, inside));
        }
        return polygons.size() == 1 ? polygons.get(0) : geometries.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }
}
