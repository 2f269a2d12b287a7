package org.needscape.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.spatial.Contiguity;
import org.needscape.spatial.Link;
import org.needscape.spatial.Neighbours;

/** Neighbours of the areas of a table, from a neighbour list or from boundaries. */
final class NeighbourFile {

    private NeighbourFile() {}

    /** From a CSV with columns {@code id, neighbour} and optionally {@code weight}. Links of areas not in the table are dropped. */
    static Neighbours read(Path file, List<AreaCode> areas, List<String> notices) {
        CsvTable table = CsvTable.read(file);
        List<AreaCode> from = table.codeCells("id");
        List<AreaCode> to = table.codeCells("neighbour");
        List<Value> weights = table.has("weight") ? table.values("weight", notices) : List.of();
        Map<AreaCode, Integer> indices = new HashMap<>();
        areas.forEach(area -> indices.put(area, indices.size()));
        Set<Long> seen = new HashSet<>();
        List<Link> links = new ArrayList<>();
        int outside = 0;
        int self = 0;
        for (int row = 0; row < from.size(); row++) {
            Integer area = indices.get(from.get(row));
            Integer neighbour = indices.get(to.get(row));
            if (area == null || neighbour == null) {
                outside++;
                continue;
            }
            if (!seen.add((long) area * areas.size() + neighbour)) {
                throw new RefusedException(table.at(row, "neighbour") + ": this pair stood in an earlier row already.");
            }
            self += area.equals(neighbour) ? 1 : 0;
            links.add(new Link(from.get(row), to.get(row), weight(table, weights, row)));
        }
        if (outside > 0) {
            notices.add(outside + " links of " + table.fileName() + " name an area that has no row in the values; they"
                    + " were left out.");
        }
        if (self > 0) {
            notices.add(
                    self + " links of " + table.fileName() + " join an area to itself: gi-star takes their weight for"
                            + " the area's own, other methods leave them out.");
        }
        if (links.isEmpty() && table.size() > 0) {
            throw new RefusedException("No link of " + table.fileName()
                    + " joins two areas of the values: check that both use the same codes.");
        }
        Neighbours neighbours = Neighbours.ofCodes(areas, links);
        if (neighbours.oneWayCount() > 0) {
            notices.add(neighbours.oneWayCount() + " links of " + table.fileName()
                    + " have no link back; they are used in the one direction given.");
        }
        return neighbours;
    }

    /** From boundaries that share vertices. Areas of the table without a boundary have no neighbours. */
    static Neighbours fromBoundaries(
            Map<AreaCode, MultiPolygon> boundaries, Contiguity contiguity, List<AreaCode> areas, List<String> notices) {
        List<MultiPolygon> ordered = new ArrayList<>();
        int without = 0;
        for (AreaCode area : areas) {
            MultiPolygon boundary = boundaries.get(area);
            without += boundary == null ? 1 : 0;
            ordered.add(
                    boundary == null
                            ? new MultiPolygon(null, new org.locationtech.jts.geom.GeometryFactory())
                            : boundary);
        }
        if (without == areas.size()) {
            throw new RefusedException(
                    "No area of the values has a boundary in the file: check the code column and the boundary year.");
        }
        if (without > 0) {
            notices.add(without + " areas of the values have no boundary and so no neighbours.");
        }
        int unused = boundaries.size() - (areas.size() - without);
        if (unused > 0) {
            notices.add(unused + " boundaries have no row in the values and were not used.");
        }
        return contiguity.neighboursOf(ordered);
    }

    private static double weight(CsvTable table, List<Value> weights, int row) {
        if (weights.isEmpty()) {
            return 1;
        }
        double weight = weights.get(row)
                .number()
                .orElseThrow(() -> new RefusedException(table.at(row, "weight") + ": a weight must be a number."));
        if (weight < 0) {
            throw new RefusedException(
                    table.at(row, "weight") + ": a weight must be 0 or more, not " + CellText.format(weight) + ".");
        }
        return weight;
    }
}
