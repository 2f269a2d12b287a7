package org.needscape.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.geoio.table.NeighbourListFile.ListedLink;
import org.needscape.hotspot.NeighbourKind;
import org.needscape.hotspot.NeighbourKinds;
import org.needscape.spatial.Link;
import org.needscape.spatial.Neighbours;
import org.needscape.store.StoreSession;

/** Which areas of an extent are neighbours, found once for each kind of neighbours and state of the boundaries. Safe for many threads. */
public final class Adjacency {

    private final Remembered<Graph> graphs = new Remembered<>(12);
    private final Remembered<List<Coordinate>> centres = new Remembered<>(2);

    /**
     * Areas and who borders whom.
     *
     * @param codes in code order
     * @param indexOf the place of a code in them
     * @param neighbours over these places
     */
    record Graph(List<AreaCode> codes, Map<AreaCode, Integer> indexOf, Neighbours neighbours) {

        /**
         * Neighbours that a file lists.
         *
         * @throws RejectedException naming the first row whose code is none of the areas
         */
        static Graph of(List<AreaCode> codes, List<ListedLink> listed) {
            Map<AreaCode, Integer> indexOf = indexOf(codes);
            List<Link> links = new ArrayList<>();
            List<ListedLink> outside = listed.stream()
                    .filter(link -> !indexOf.containsKey(link.area()) || !indexOf.containsKey(link.neighbour()))
                    .toList();
            if (!outside.isEmpty()) {
                ListedLink first = outside.get(0);
                throw new RejectedException(
                        "neighbourList",
                        "Row " + first.row() + ": "
                                + (indexOf.containsKey(first.area()) ? first.neighbour() : first.area())
                                + " is not among the areas that are tested"
                                + (outside.size() == 1
                                        ? ""
                                        : ", and so it is in " + (outside.size() - 1) + " more rows")
                                + ": give codes of their boundary year, and leave out what lies outside.");
            }
            listed.forEach(link -> links.add(new Link(link.area(), link.neighbour(), link.weight())));
            return new Graph(codes, indexOf, Neighbours.ofCodes(codes, links));
        }

        private static Map<AreaCode, Integer> indexOf(List<AreaCode> codes) {
            Map<AreaCode, Integer> indexOf = new HashMap<>();
            for (int i = 0; i < codes.size(); i++) {
                indexOf.put(codes.get(i), i);
            }
            return indexOf;
        }

        /** The areas that share a border or a corner with an area. */
        List<AreaCode> neighboursOf(AreaCode code) {
            Integer index = indexOf.get(code);
            List<AreaCode> found = new ArrayList<>();
            if (index != null) {
                for (int k = 0; k < neighbours.degree(index); k++) {
                    found.add(codes.get(neighbours.neighbour(index, k)));
                }
            }
            return found;
        }
    }

    /** The areas that touch. */
    Graph get(StoreSession session, ExtentName extent, Geography geography) {
        return get(session, extent, geography, NeighbourKinds.QUEEN);
    }

    /** Neighbours of any kind. */
    Graph get(StoreSession session, ExtentName extent, Geography geography, NeighbourKind kind) {
        return graphs.get(name(session, extent, geography) + " " + kind.code(), () -> {
            List<AreaCode> codes = codes(session, extent, geography);
            return new Graph(codes, Graph.indexOf(codes), neighbours(session, extent, geography, kind));
        });
    }

    /** The centres of the areas on the British National Grid, in code order. */
    List<Coordinate> centres(StoreSession session, ExtentName extent, Geography geography) {
        return centres.get(name(session, extent, geography), () -> {
            List<Coordinate> points = new ArrayList<>();
            session.areas()
                    .forEachArea(
                            extent,
                            geography,
                            area -> points.add(area.centroid().getCoordinate()));
            return List.copyOf(points);
        });
    }

    private Neighbours neighbours(StoreSession session, ExtentName extent, Geography geography, NeighbourKind kind) {
        if (kind.rule().isPresent()) {
            return kind.rule().get().neighboursOf(centres(session, extent, geography));
        }
        if (kind instanceof NeighbourKind.Touching touching) {
            List<MultiPolygon> boundaries = new ArrayList<>();
            session.areas().forEachArea(extent, geography, area -> boundaries.add(area.boundary()));
            return touching.contiguity().neighboursOf(boundaries);
        }
        throw new IllegalArgumentException("Neither touching nor distance makes neighbours: " + kind.code());
    }

    private static List<AreaCode> codes(StoreSession session, ExtentName extent, Geography geography) {
        return List.copyOf(session.areas().listNames(extent, geography).keySet());
    }

    private static String name(StoreSession session, ExtentName extent, Geography geography) {
        return extent + " " + geography + " " + session.areas().contentHash(extent, geography);
    }
}
