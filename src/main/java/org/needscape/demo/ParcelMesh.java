package org.needscape.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/** The parcels of the county and of the land around it: a Voronoi diagram of the sites, on a grid of one centimetre. */
final class ParcelMesh {

    private final List<Parcel> parcels = new ArrayList<>();

    /**
     * @param sites where parcels grow, all different
     * @param envelope the rectangle that they fill; parcels at its rim are odd and must not belong to the county
     */
    ParcelMesh(List<Coordinate> sites, Envelope envelope) {
        List<List<Coordinate>> rings = rings(sites, envelope);
        Map<Edge, Integer> leftOf = new HashMap<>();
        for (int at = 0; at < rings.size(); at++) {
            for (Edge edge : edges(rings.get(at))) {
                leftOf.put(edge, at);
            }
        }
        for (int at = 0; at < rings.size(); at++) {
            TreeSet<Integer> neighbours = new TreeSet<>();
            for (Edge edge : edges(rings.get(at))) {
                Integer other = leftOf.get(edge.reversed());
                if (other != null) {
                    neighbours.add(other);
                }
            }
            parcels.add(new Parcel(at, sites.get(at), rings.get(at), List.copyOf(neighbours)));
        }
    }

    /** All parcels, in the order of their sites. */
    List<Parcel> parcels() {
        return List.copyOf(parcels);
    }

    /**
     * A straight edge, walked with the parcel on the left.
     *
     * @param from where it starts
     * @param to where it ends
     */
    record Edge(Coordinate from, Coordinate to) {

        Edge reversed() {
            return new Edge(to, from);
        }
    }

    /** The edges of a ring. */
    static List<Edge> edges(List<Coordinate> ring) {
        List<Edge> edges = new ArrayList<>();
        for (int at = 0; at < ring.size(); at++) {
            edges.add(new Edge(ring.get(at), ring.get((at + 1) % ring.size())));
        }
        return edges;
    }

    /** A coordinate on the grid of one centimetre. */
    static Coordinate rounded(double east, double north) {
        return new Coordinate(StrictMath.rint(east * 100) / 100, StrictMath.rint(north * 100) / 100);
    }

    private static List<List<Coordinate>> rings(List<Coordinate> sites, Envelope envelope) {
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(new CoordinateList(sites.toArray(new Coordinate[0])));
        builder.setClipEnvelope(envelope);
        Geometry cells = builder.getDiagram(new GeometryFactory());
        Map<Coordinate, List<Coordinate>> ringOfSite = new HashMap<>();
        for (int at = 0; at < cells.getNumGeometries(); at++) {
            Geometry cell = cells.getGeometryN(at);
            ringOfSite.put((Coordinate) cell.getUserData(), ring(cell.getCoordinates()));
        }
        List<List<Coordinate>> rings = new ArrayList<>();
        for (Coordinate site : sites) {
            List<Coordinate> ring = ringOfSite.get(site);
            if (ring == null) {
                throw new IllegalStateException("No parcel grew from " + site);
            }
            rings.add(ring);
        }
        return rings;
    }

    private static List<Coordinate> ring(Coordinate[] corners) {
        List<Coordinate> ring = new ArrayList<>();
        boolean isCounterClockwise = Orientation.isCCW(corners);
        for (int at = 0; at < corners.length - 1; at++) {
            Coordinate corner = corners[isCounterClockwise ? at : corners.length - 1 - at];
            Coordinate rounded = rounded(corner.x, corner.y);
            if (ring.isEmpty() || !ring.get(ring.size() - 1).equals2D(rounded)) {
                ring.add(rounded);
            }
        }
        if (ring.get(0).equals2D(ring.get(ring.size() - 1))) {
            ring.remove(ring.size() - 1);
        }
        return ring;
    }
}
