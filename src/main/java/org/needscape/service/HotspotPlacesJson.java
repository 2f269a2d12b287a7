package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.hotspot.HotspotClusters;
import org.needscape.hotspot.HotspotFindings;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;
import org.needscape.service.HotspotPockets.OfDistrict;
import org.needscape.spatial.ScanCluster;

/** Where hotspots of a run lie, as JSON: those that touch one another, circles of a scan, districts, and joins of areas that are high. */
final class HotspotPlacesJson {

    private final HotspotRun run;
    private final Layer layer;
    private final HotspotFindings findings;
    private final List<LayerRow> rows;
    private final List<Integer> ranks;
    private final ObjectNode node;

    /** @param node that is written into */
    HotspotPlacesJson(HotspotRun run, Layer layer, ObjectNode node) {
        this.run = run;
        this.layer = layer;
        this.findings = run.findings();
        this.rows = run.subject().layer().rows();
        this.ranks = HotspotPockets.ranks(run.subject().input().tested());
        this.node = node;
    }

    /** Of the join count alone: how many areas are high, and whether they lie together over the whole map. */
    void joins() {
        run.subject().joint().ifPresent(joint -> {
            ObjectNode joins = node.putObject("joins");
            joins.put("high", run.question().high().code());
            ArrayNode measures = joins.putArray("measures");
            joint.measures().forEach(measure -> measures.addObject()
                    .put("id", measure.key())
                    .put("title", measure.title())
                    .put("known", measure.known())
                    .put("high", measure.high()));
            joint.together().ifPresent(together -> {
                joins.put("highOnAll", together.together().size()).put("known", together.of());
                together.lift().ifPresent(lift -> joins.put("lift", rounded(lift, 2)));
                together.expectedFraction()
                        .ifPresent(share -> joins.put("expected", rounded(share * together.of(), 1)));
            });
            ArrayNode overall = joins.putArray("overall");
            for (int at = 0; at < findings.joins().size(); at++) {
                String kind = run.graphs().get(at).kind().code();
                String title = run.graphs().get(at).kind().title();
                findings.joins().get(at).ifPresent(found -> overall.addObject()
                        .put("neighbours", kind)
                        .put("title", title)
                        .put("bb", rounded(found.count().statistic(), 4))
                        .put("expectation", rounded(found.count().expectation(), 4))
                        .put("variance", rounded(found.count().variance(), 4))
                        .put("z", rounded(found.count().z(), 4))
                        .put("p", found.p())
                        .put("permutedP", rounded(found.permutedP(), 6))
                        .put("draws", found.draws())
                        .put("areas", found.count().areaCount())
                        .put("flagged", found.count().flaggedCount()));
            }
        });
    }

    void clusters() {
        ArrayNode array = node.putArray("clusters");
        List<List<Integer>> clusters =
                HotspotClusters.of(findings, run.graphs().get(0).neighbours());
        for (List<Integer> cluster : clusters) {
            ObjectNode one = array.addObject();
            one.put("number", array.size());
            ArrayNode codes = one.putArray("areas");
            Set<String> districts = new LinkedHashSet<>();
            for (int area : cluster) {
                codes.add(rows.get(area).code().value());
                String district = run.frame().districtNameOf(rows.get(area).code());
                if (!district.isEmpty()) {
                    districts.add(district);
                }
            }
            ArrayNode names = one.putArray("districts");
            districts.forEach(names::add);
            int highest = cluster.stream().min(Comparator.comparing(ranks::get)).orElseThrow();
            one.put("highest", rows.get(highest).name());
            one.put(
                    "sentence",
                    (cluster.size() == 1 ? "One area" : cluster.size() + " areas")
                            + (districts.isEmpty() ? "" : " in " + inWords(new ArrayList<>(districts)))
                            + (cluster.size() == 1 ? ": " : "; the " + run.end().word() + " is ")
                            + rows.get(highest).name() + ".");
        }
    }

    void scan() {
        ArrayNode array = node.putArray("scan");
        findings.scan().flatMap(outcome -> outcome.scanned()).ifPresent(scanned -> {
            for (ScanCluster cluster : scanned.clusters()) {
                if (cluster.p() > run.question().settings().falseDiscoveryFraction()) {
                    continue;
                }
                ObjectNode one = array.addObject();
                one.put("number", array.size());
                ArrayNode codes = one.putArray("areas");
                cluster.codes().stream().map(AreaCode::value).forEach(codes::add);
                one.put("observed", cluster.observed());
                one.put("expected", rounded(cluster.expected(), 1));
                cluster.relativeRisk()
                        .ifPresentOrElse(
                                risk -> one.put("relativeRisk", rounded(risk, 2)), () -> one.putNull("relativeRisk"));
                one.put("radiusMetres", Math.round(cluster.radiusMetres()));
                one.put("p", rounded(cluster.p(), 6));
                one.put(
                        "sentence",
                        String.format(
                                Locale.UK,
                                "%,d where %,.1f were to be expected, in %d %s (p %.4f).",
                                cluster.observed(),
                                cluster.expected(),
                                cluster.codes().size(),
                                cluster.codes().size() == 1 ? "area" : "areas",
                                cluster.p()));
            }
        });
    }

    void districts() {
        ArrayNode array = node.putArray("districts");
        int known = run.subject().input().tested().knownCount();
        for (OfDistrict district : HotspotPockets.of(run)) {
            ObjectNode one = array.addObject();
            one.put("code", district.code());
            one.put("name", district.name());
            one.put("areas", district.areas());
            one.put("hotspots", district.hotspots());
            one.put("sentence", district.sentence());
            ArrayNode pockets = one.putArray("pockets");
            for (int area : district.pockets()) {
                ObjectNode pocket = pockets.addObject();
                name(pocket, area);
                put(pocket, "value", rows.get(area).value(), layer.decimals());
                pocket.put("rank", ranks.get(area));
                pocket.put(
                        "note",
                        run.subject().joint().isPresent()
                                ? HotspotRunLayer.note(run, area)
                                : run.end().rank(ranks.get(area), known) + " " + HotspotRunLayer.note(run, area));
            }
        }
    }

    void name(ObjectNode one, int area) {
        one.put("code", rows.get(area).code().value());
        one.put("name", rows.get(area).name());
    }

    static void put(ObjectNode one, String field, Value value, int decimals) {
        value.number().ifPresentOrElse(number -> one.put(field, rounded(number, decimals)), () -> one.putNull(field));
    }

    static double rounded(double number, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.round(number * scale) / scale;
    }

    static String inWords(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
