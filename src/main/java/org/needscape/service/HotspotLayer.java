package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.layer.LegendClass;
import org.needscape.layer.Ramp;
import org.needscape.need.Hotspot;
import org.needscape.need.HotspotClass;
import org.needscape.need.HotspotFinder;
import org.needscape.spatial.GetisOrd;
import org.needscape.stats.Alternative;
import org.needscape.store.StoreSession;

/**
 * Hotspots of another layer's values: Getis-Ord Gi* over queen neighbours, two-sided, with the Benjamini-Hochberg false discovery
 * rate controlled over the areas tested. {@code hotspot-SUBJECT}.
 */
final class HotspotLayer {

    private static final String HOT = HotspotClass.HOT.code();
    private static final String COLD = HotspotClass.COLD.code();
    private static final String NOT_SIGNIFICANT = HotspotClass.NOT_SIGNIFICANT.code();
    private static final String NOT_COMPUTED = HotspotClass.NOT_COMPUTED.code();
    private static final int NEIGHBOURS = 3;
    private static final int REASON = 4;

    private final Adjacency adjacency;

    HotspotLayer(Adjacency adjacency) {
        this.adjacency = adjacency;
    }

    /**
     * What hotspots are looked for in.
     *
     * @param key the key of the layer
     * @param name for people, within a sentence, such as "the need score"
     */
    record Subject(String key, String name) {}

    static String key(String subjectKey) {
        return "hotspot-" + subjectKey;
    }

    ManifestBuilder manifest(AreaFrame frame, String subjectKey, String subjectHash) {
        return new ManifestBuilder(
                        "Getis-Ord Gi* (Ord and Getis 1995) over queen neighbours with binary weights, two-sided normal"
                                + " p-values, Benjamini-Hochberg q-values over the areas tested.")
                .areas(frame)
                .parameter("subject", subjectKey)
                .parameter("subjectHash", subjectHash)
                .parameter("neighbours", "queen")
                .parameter("falseDiscoveryRate", Double.toString(HotspotFinder.FALSE_DISCOVERY_FRACTION));
    }

    Layer build(StoreSession session, AreaFrame frame, Subject subjectOf, Layer subject, ManifestBuilder manifest) {
        Adjacency.Graph graph = adjacency.get(session, frame.extent().name(), frame.geography());
        Map<AreaCode, Value> values = new TreeMap<>();
        subject.rows().forEach(row -> values.put(row.code(), row.value()));
        List<Hotspot> found = HotspotFinder.find(
                graph.codes(),
                graph.codes().stream()
                        .map(code -> values.getOrDefault(code, Value.notAvailable()))
                        .toList(),
                graph.neighbours(),
                GetisOrd.GI_STAR,
                Alternative.TWO_SIDED);
        List<LayerRow> rows = found.stream().map(hotspot -> row(frame, hotspot)).toList();
        int tested =
                (int) found.stream().filter(hotspot -> hotspot.z().isKnown()).count();
        return new Layer(
                frame.layerId(key(subjectOf.key())),
                "Hotspots of " + subjectOf.name(),
                LayerKind.HOTSPOT,
                frame.extent(),
                frame.geography(),
                subject.period(),
                subject.unit(),
                subject.decimals(),
                subject.valueLabel(),
                sentence(frame, rows, tested, subjectOf.name()),
                List.of(
                        new LayerColumn("z", "Z", "Gi* z-score", LayerColumn.Type.NUMBER, "standard deviations", 4),
                        new LayerColumn("p", "P", "p-value", LayerColumn.Type.NUMBER, "", 6),
                        new LayerColumn("q", "Q", "q-value (false discovery rate)", LayerColumn.Type.NUMBER, "", 6),
                        new LayerColumn(
                                "neighbours",
                                "NEIGHBOURS",
                                "Neighbours with a value",
                                LayerColumn.Type.WHOLE_NUMBER,
                                "areas",
                                0),
                        new LayerColumn("reason", "REASON", "Why not tested", LayerColumn.Type.TEXT, "", 0)),
                legend(rows),
                Cautions.of(frame.extent(), Cautions.HOTSPOT),
                manifest.build(),
                manifest.release(),
                rows);
    }

    /** The finding on one area, for people. */
    static String inWords(LayerRow row) {
        String group = row.cells().get(NEIGHBOURS) instanceof Cell.OfNumber cell
                        && cell.value().number().orElse(0) == 1
                ? "It and its one neighbour have "
                : "It and its " + neighbours(row) + " neighbours have ";
        if (row.valueClass().equals(HOT)) {
            return "Hotspot. " + group + "higher values than chance would give.";
        }
        if (row.valueClass().equals(COLD)) {
            return "Lower cluster. " + group + "lower values than chance would give.";
        }
        return row.valueClass().equals(NOT_SIGNIFICANT)
                ? "Not a hotspot: chance alone could give values like these."
                : "Not tested: " + reasonInWords(row) + ".";
    }

    private static int neighbours(LayerRow row) {
        return row.cells().get(NEIGHBOURS) instanceof Cell.OfNumber cell
                ? (int) cell.value().number().orElse(0)
                : 0;
    }

    /** Why an area was not tested, for people. */
    private static String reasonInWords(LayerRow row) {
        String reason = row.cells().get(REASON) instanceof Cell.OfText text ? text.text() : "";
        return switch (reason) {
            case "isolate" -> "it has no neighbour with a known value";
            case "suppressed" -> "its value is hidden to protect children";
            case "no-population" -> "nobody is counted there";
            case "constant" -> "the values do not vary";
            default -> "its value is not available";
        };
    }

    private static LayerRow row(AreaFrame frame, Hotspot hotspot) {
        AreaCode code = hotspot.area();
        return new LayerRow(
                code,
                frame.names().getOrDefault(code, code.value()),
                frame.districtOf(code),
                hotspot.value(),
                hotspot.hotspotClass().code(),
                List.of(
                        Cell.of(hotspot.z()),
                        Cell.of(hotspot.p()),
                        Cell.of(hotspot.q()),
                        Cell.of(hotspot.neighbourCount()),
                        Cell.of(hotspot.reason())));
    }

    private static List<LegendClass> legend(List<LayerRow> rows) {
        List<LegendClass> legend = new ArrayList<>();
        legend.add(new LegendClass(HOT, "hotspot: higher than chance would give", Ramp.HOT, count(rows, HOT)));
        legend.add(new LegendClass(
                NOT_SIGNIFICANT, "not significant", Ramp.NOT_SIGNIFICANT, count(rows, NOT_SIGNIFICANT)));
        legend.add(new LegendClass(COLD, "lower cluster", Ramp.COLD, count(rows, COLD)));
        if (count(rows, NOT_COMPUTED) > 0) {
            legend.add(new LegendClass(NOT_COMPUTED, "not tested", Ramp.NOT_COMPUTED, count(rows, NOT_COMPUTED)));
        }
        return legend;
    }

    private static int count(List<LayerRow> rows, String hotspotClass) {
        return (int) rows.stream()
                .filter(row -> row.valueClass().equals(hotspotClass))
                .count();
    }

    private static String sentence(AreaFrame frame, List<LayerRow> rows, int tested, String what) {
        Map<String, Integer> hotByDistrict = new TreeMap<>();
        for (LayerRow row : rows) {
            if (row.valueClass().equals(HOT)) {
                hotByDistrict.merge(frame.districtNameOf(row.code()), 1, Integer::sum);
            }
        }
        int hot = count(rows, HOT);
        String where = hotByDistrict.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .max(Map.Entry.comparingByValue())
                .map(entry -> "; " + entry.getValue() + " of them in " + entry.getKey())
                .orElse("");
        return hot + " of " + tested + " areas tested are hotspots" + where + ": by " + what
                + ", they and their neighbours have more need than chance would give.";
    }
}
