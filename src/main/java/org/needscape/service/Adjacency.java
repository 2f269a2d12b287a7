package org.needscape.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.spatial.Contiguity;
import org.needscape.spatial.Neighbours;
import org.needscape.store.StoreSession;

/** Which areas of an extent share a border, found once per state of the store. Safe for many threads. */
public final class Adjacency {

    private final Remembered<Graph> graphs = new Remembered<>(4);

    /**
     * Areas and who borders whom.
     *
     * @param codes in code order
     * @param indexOf the place of a code in them
     * @param neighbours over these places
     */
    record Graph(List<AreaCode> codes, Map<AreaCode, Integer> indexOf, Neighbours neighbours) {

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

    Graph get(StoreSession session, ExtentName extent, Geography geography) {
        String areas = session.areas().contentHash(extent, geography);
        return graphs.get(extent + " " + geography + " " + areas, () -> {
            List<AreaCode> codes = new ArrayList<>();
            List<MultiPolygon> boundaries = new ArrayList<>();
            session.areas().forEachArea(extent, geography, area -> {
                codes.add(area.id().code());
                boundaries.add(area.boundary());
            });
            Map<AreaCode, Integer> indexOf = new HashMap<>();
            for (int i = 0; i < codes.size(); i++) {
                indexOf.put(codes.get(i), i);
            }
            return new Graph(List.copyOf(codes), indexOf, Contiguity.QUEEN.neighboursOf(boundaries));
        });
    }
}
