package org.needscape.service;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.needscape.hotspot.HotspotMethod;
import org.needscape.hotspot.NeighbourKinds;
import org.needscape.service.HotspotSubject.Note;
import org.needscape.spatial.NeighbourSummary;
import org.needscape.spatial.Neighbours;

/** What the decision log says of neighbours: how many there are by each kind, what a file and links by hand bring, and what edges mean. */
final class HotspotNeighbourLog {

    private static final String NEIGHBOURS = "Neighbours";

    private final HotspotRun run;
    private final List<Note> notes = new ArrayList<>();

    private HotspotNeighbourLog(HotspotRun run) {
        this.run = run;
    }

    static List<Note> of(HotspotRun run) {
        HotspotNeighbourLog log = new HotspotNeighbourLog(run);
        log.neighbours();
        return log.notes;
    }

    private void add(String format, Object... values) {
        notes.add(new Note(NEIGHBOURS, String.format(Locale.UK, format, values)));
    }

    private void neighbours() {
        for (HotspotRun.Graph graph : run.graphs()) {
            Neighbours neighbours = graph.neighbours();
            NeighbourSummary summary = NeighbourSummary.of(neighbours);
            int islands = summary.isolates().size();
            int pieces = (int)
                    summary.componentSizes().stream().filter(size -> size > 1).count();
            add(
                    "%s: %.1f neighbours on average, at most %d%s%s.",
                    graph.kind().title(),
                    summary.meanNeighbours(),
                    summary.mostNeighbours(),
                    pieces > 1 ? "; the map falls into " + pieces + " pieces" : "",
                    islands == 0
                            ? ""
                            : String.format(
                                    Locale.UK,
                                    "; %,d %s and cannot be tested this way",
                                    islands,
                                    islands == 1 ? "area has none" : "areas have none"));
        }
        listed();
        int links = run.question().links().size();
        if (links > 0) {
            add("%,d %s made neighbours by hand.", links, links == 1 ? "pair of areas was" : "pairs of areas were");
        }
        add(
                "Areas at the edge have fewer neighbours here than on the ground: what lies beyond %s takes no part.",
                run.frame().extent().title());
    }

    private void listed() {
        run.question().list().ifPresent(list -> {
            add("The file lists %,d links (SHA-256 %s).", list.links().size(), list.sha256());
            if (run.question().settings().methods().contains(HotspotMethod.GI_STAR)) {
                ownWeight(list.meanWeight()).ifPresent(sentence -> add("%s", sentence));
            }
            run.graphs().stream()
                    .filter(graph -> graph.kind().equals(NeighbourKinds.LISTED))
                    .map(graph -> graph.neighbours().oneWayCount())
                    .filter(oneWay -> oneWay > 0)
                    .forEach(oneWay -> add(
                            "Links without a link back, which count in the one direction that is given: %,d.", oneWay));
        });
    }

    /**
     * What weights of a list mean for Gi*, which counts an area itself with the weight 1 (Getis and Ord 1992; Ord and Getis 1995): said
     * where an area counts at least twice or at most half as much as a neighbour, which leaves weights of equal neighbours unsaid and
     * rows that sum to 1 not.
     *
     * @param meanWeight of the links of the list, above 0
     */
    static Optional<String> ownWeight(double meanWeight) {
        if (meanWeight > 0.5 && meanWeight < 2) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.UK,
                "The weights of the file are %s on average. In Gi* an area itself has the weight 1, so %s: other weights of the same"
                        + " proportions would find other hotspots. Weights whose mean is about 1 keep the two alike.",
                plain(meanWeight),
                meanWeight < 1
                        ? "its own value counts " + plain(1 / meanWeight) + " times as much as a neighbour's"
                        : "a neighbour's value counts " + plain(meanWeight) + " times as much as its own"));
    }

    /** Two significant digits, never as a power of ten. */
    private static String plain(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(2));
        return String.format(
                Locale.UK, "%,." + Math.max(0, rounded.stripTrailingZeros().scale()) + "f", rounded);
    }
}
