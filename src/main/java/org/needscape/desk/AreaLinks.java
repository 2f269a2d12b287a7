package org.needscape.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.needscape.area.AreaCode;
import org.needscape.spatial.DistanceRule;
import org.needscape.spatial.Link;
import org.needscape.spatial.NearestNeighbours;
import org.needscape.spatial.NeighbourSummary;
import org.needscape.spatial.Neighbours;

/** The neighbours of the areas of a table: from a list, from boundaries that touch, or by distance, with bridges. */
final class AreaLinks {

    private static final int NAMED = 5;

    private AreaLinks() {}

    /** The neighbours; without any way to tell them, none. What must be known of them is said in the notices. */
    static Neighbours of(HotspotsRequest request, List<AreaCode> areas, Shapes shapes, List<String> notices) {
        HotspotsRequest.Links links = request.links();
        if (links.isNone()) {
            return Neighbours.ofLists(new int[areas.size()][0]);
        }
        Neighbours neighbours;
        if (links.list().isPresent()) {
            neighbours = NeighbourFile.read(links.list().get(), areas, notices);
        } else if (links.rule().isPresent()) {
            neighbours =
                    byDistance(links.rule().get(), AreaCentres.of(request, areas, shapes, notices), areas, notices);
        } else {
            neighbours =
                    NeighbourFile.fromBoundaries(shapes.get(), request.options().contiguity(), areas, notices);
        }
        Neighbours bridged = bridged(neighbours, links.bridges(), areas);
        describe(bridged, areas, notices);
        return bridged;
    }

    private static Neighbours byDistance(
            DistanceRule rule, List<Optional<Coordinate>> centres, List<AreaCode> areas, List<String> notices) {
        List<AreaCode> placed = new ArrayList<>();
        for (int area = 0; area < areas.size(); area++) {
            if (centres.get(area).isPresent()) {
                placed.add(areas.get(area));
            }
        }
        if (placed.size() < areas.size()) {
            notices.add(
                    (areas.size() - placed.size()) + " areas have no known place and so no neighbours by distance.");
        }
        if (rule instanceof NearestNeighbours nearest && nearest.count() >= placed.size()) {
            throw new RefusedException("Of " + placed.size() + " areas none has " + nearest.count()
                    + " others: ask for fewer with --nearest.");
        }
        Neighbours among =
                rule.neighboursOf(centres.stream().flatMap(Optional::stream).toList());
        List<Link> links = new ArrayList<>();
        for (int area = 0; area < among.size(); area++) {
            for (int k = 0; k < among.degree(area); k++) {
                links.add(new Link(placed.get(area), placed.get(among.neighbour(area, k)), among.weight(area, k)));
            }
        }
        return Neighbours.ofCodes(areas, links);
    }

    private static Neighbours bridged(Neighbours neighbours, HotspotsRequest.Bridges bridges, List<AreaCode> areas) {
        Set<AreaCode> known = new HashSet<>(areas);
        List<Link> links = new ArrayList<>();
        for (String pair : bridges.pairs()) {
            String[] ends = pair.split(",", -1);
            links.add(bridge("--bridge " + pair, ends[0].strip(), ends[1].strip(), known));
        }
        if (bridges.list().isPresent()) {
            CsvTable table = CsvTable.read(bridges.list().get());
            List<String> from = table.texts("id");
            List<String> to = table.texts("neighbour");
            for (int row = 0; row < table.size(); row++) {
                links.add(bridge(table.at(row, "neighbour"), from.get(row), to.get(row), known));
            }
        }
        return neighbours.bridged(areas, links);
    }

    private static Link bridge(String where, String from, String to, Set<AreaCode> known) {
        for (String end : List.of(from, to)) {
            if (!AreaCode.isValid(end) || !known.contains(new AreaCode(end))) {
                throw new RefusedException(where + ": the values have no area " + end + "; name two of theirs.");
            }
        }
        if (from.equals(to)) {
            throw new RefusedException(where + ": a bridge joins two different areas.");
        }
        return new Link(new AreaCode(from), new AreaCode(to), 1);
    }

    private static void describe(Neighbours neighbours, List<AreaCode> areas, List<String> notices) {
        NeighbourSummary summary = NeighbourSummary.of(neighbours);
        int isolates = summary.isolates().size();
        if (isolates > 0) {
            String named = summary.isolates().stream()
                    .limit(NAMED)
                    .map(area -> areas.get(area).value())
                    .collect(Collectors.joining(", "));
            notices.add(isolates + (isolates == 1 ? " area has" : " areas have") + " no neighbour: " + named
                    + (isolates > NAMED ? ", …" : "") + ".");
        }
        List<Integer> groups =
                summary.componentSizes().stream().filter(size -> size > 1).toList();
        if (groups.size() > 1) {
            String sizes = groups.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
            notices.add("The neighbours fall into " + groups.size() + " groups that nothing joins, of " + sizes
                    + (groups.size() > NAMED ? ", …" : "") + " areas; --bridge joins them.");
        }
    }
}
