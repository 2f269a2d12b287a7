package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.hotspot.AreaFinding;
import org.needscape.hotspot.HotspotClusters;
import org.needscape.hotspot.HotspotFindings;
import org.needscape.hotspot.NeighbourKinds;
import org.needscape.hotspot.SettingFinding;
import org.needscape.hotspot.Vote;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;
import org.needscape.layer.Manifest;
import org.needscape.service.HotspotPockets.OfDistrict;
import org.needscape.service.HotspotSubject.Note;
import org.needscape.spatial.NotComputed;
import org.needscape.spatial.ScanCluster;

/** A run of hotspots as JSON. */
final class HotspotRunJson {

    private final HotspotRun run;
    private final Layer layer;
    private final HotspotFindings findings;
    private final List<LayerRow> rows;
    private final List<Integer> ranks;
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private HotspotRunJson(HotspotRun run, Layer layer) {
        this.run = run;
        this.layer = layer;
        this.findings = run.findings();
        this.rows = run.subject().layer().rows();
        this.ranks = HotspotPockets.ranks(run.subject().input().tested());
    }

    /**
     * The document of a run.
     *
     * @param layer what was found, as a layer
     * @param subject what was tested, as it stands in the list of subjects
     */
    static ObjectNode write(HotspotRun run, Layer layer, JsonNode subject) {
        HotspotRunJson json = new HotspotRunJson(run, layer);
        json.head(subject);
        json.settings();
        json.legend();
        json.agreement();
        json.joins();
        json.areas();
        json.clusters();
        json.scan();
        json.districts();
        json.stability();
        json.end();
        return json.node;
    }

    private void head(JsonNode subject) {
        node.put("id", run.id());
        node.put("title", run.title());
        node.put("sentence", layer.sentence());
        node.putObject("extent")
                .put("name", layer.extent().name().value())
                .put("title", layer.extent().title())
                .put("fictional", layer.extent().fictional());
        node.put("geography", layer.geography().code());
        node.put("period", layer.period());
        node.put("unit", layer.unit());
        node.put("decimals", layer.decimals());
        node.put("valueLabel", layer.valueLabel());
        node.set("subject", subject);
        node.set("settings", HotspotQuestions.write(run.question()));
        ObjectNode links = node.putObject("links");
        String address = "/api/v1/layers/" + layer.id();
        links.put("values", address + "/values");
        for (LayerFormat format : LayerFormat.values()) {
            if (format.isExport()) {
                links.put(format.code(), address + format.suffix());
            }
        }
        links.put("map", "/?layer=" + layer.id());
        links.put("geometry", "/api/v1/extents/" + layer.extent().name() + "/geometries/" + layer.geography());
    }

    private void settings() {
        ArrayNode runs = node.putArray("runs");
        for (SettingFinding setting : findings.settings()) {
            ObjectNode one = runs.addObject();
            one.put("setting", setting.code());
            one.put("method", setting.method().code());
            one.put("neighbours", setting.neighbours().map(kind -> kind.code()).orElse(""));
            one.put("title", setting.title());
            one.put("tested", setting.testedCount());
            one.put("hot", setting.count(Vote.HOT));
            one.put("cold", setting.count(Vote.COLD));
            one.put("outliers", setting.count(Vote.OUTLIER));
        }
    }

    private void legend() {
        ArrayNode legend = node.putArray("legend");
        layer.legend().forEach(entry -> legend.addObject()
                .put("class", entry.code())
                .put("label", entry.label())
                .put("colour", entry.colour())
                .put("count", entry.areaCount()));
    }

    /** Of the join count alone: how many areas are high, and whether they lie together over the whole map. */
    private void joins() {
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

    private void agreement() {
        Map<Integer, Integer> areas = new TreeMap<>(Comparator.reverseOrder());
        for (int votes = 1; votes <= findings.settings().size(); votes++) {
            areas.put(votes, 0);
        }
        findings.areas().stream()
                .filter(area -> area.foundBy() > 0)
                .forEach(area -> areas.merge(area.foundBy(), 1, Integer::sum));
        ArrayNode agreement = node.putArray("agreement");
        areas.forEach((votes, count) -> agreement
                .addObject()
                .put("foundBy", votes)
                .put("of", findings.settings().size())
                .put("areas", count));
    }

    private void areas() {
        ArrayNode areas = node.putArray("areas");
        boolean years = run.stability().yearCount() > 1;
        for (int area = 0; area < rows.size(); area++) {
            AreaFinding finding = findings.areas().get(area);
            ObjectNode one = areas.addObject();
            name(one, area);
            one.put("district", rows.get(area).district());
            put(one, "value", rows.get(area).value(), layer.decimals());
            one.put("state", rows.get(area).value().state().code());
            one.put("class", finding.hotspotClass().code());
            one.put("foundBy", finding.foundBy());
            one.put("coldBy", finding.coldBy());
            one.put("of", finding.of());
            put(one, "z", HotspotRunLayer.z(findings, area), 4);
            put(one, "p", HotspotRunLayer.p(findings, area), 6);
            put(one, "q", HotspotRunLayer.q(findings, area), 6);
            one.put("reason", findings.reason(area).map(NotComputed::code).orElse(""));
            ArrayNode missed = one.putArray("missedBy");
            if (finding.foundBy() > 0) {
                findings.notSaying(Vote.HOT, area).forEach(setting -> missed.add(setting.code()));
            } else if (finding.coldBy() > 0) {
                findings.notSaying(Vote.COLD, area).forEach(setting -> missed.add(setting.code()));
            }
            put(one, "hotIn", years ? Value.known(run.stability().hotYears(findings, area)) : Value.notApplicable(), 0);
            put(one, "hotOf", years ? Value.known(run.stability().yearCount()) : Value.notApplicable(), 0);
            if (run.subject().joint().isPresent()) {
                put(one, "joins", HotspotRunLayer.joins(findings, area), 4);
            }
            one.put("note", HotspotRunLayer.note(run, area));
            listed(one, area);
        }
    }

    /** The neighbours of a file, which nobody else could tell. */
    private void listed(ObjectNode one, int area) {
        for (HotspotRun.Graph graph : run.graphs()) {
            if (graph.kind().equals(NeighbourKinds.LISTED)) {
                ArrayNode listed = one.putArray("listed");
                for (int k = 0; k < graph.neighbours().degree(area); k++) {
                    ObjectNode neighbour = listed.addObject();
                    name(neighbour, graph.neighbours().neighbour(area, k));
                    neighbour.put("weight", graph.neighbours().weight(area, k));
                }
            }
        }
    }

    private void clusters() {
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

    private void scan() {
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

    private void districts() {
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

    private void stability() {
        ObjectNode stability = node.putObject("stability");
        stability.put(
                "sentence",
                run.subject().joint().isPresent() ? "" : run.stability().sentence(findings));
        others(stability.putArray("years"), run.stability().years(), true);
        others(stability.putArray("recipes"), run.stability().recipes(), false);
    }

    private void others(ArrayNode array, List<HotspotStability.Other> others, boolean years) {
        for (HotspotStability.Other other : others) {
            array.addObject()
                    .put("subject", other.subject())
                    .put("title", other.title())
                    .put("period", other.period())
                    .put("hot", other.hotCount())
                    .put("same", other.sameAs(findings))
                    .put("sentence", other.sentence(findings, years));
        }
    }

    private void end() {
        ArrayNode log = node.putArray("log");
        for (Note note : HotspotLog.of(run)) {
            log.addObject().put("topic", note.topic()).put("sentence", note.sentence());
        }
        ArrayNode cautions = node.putArray("cautions");
        layer.cautions().forEach(cautions::add);
        Manifest manifest = run.manifest();
        ObjectNode made = node.putObject("manifest");
        made.put("resultHash", manifest.resultHash());
        made.put("software", manifest.software());
        made.put("method", manifest.method());
        ArrayNode inputs = made.putArray("inputs");
        manifest.inputs().forEach(input -> inputs.addObject()
                .put("title", input.title())
                .put("source", input.source())
                .put("licence", input.licence())
                .put("sha256", input.sha256()));
        ObjectNode parameters = made.putObject("parameters");
        manifest.parameters().forEach(parameters::put);
        ArrayNode sources = made.putArray("attributions");
        manifest.attributions().forEach(sources::add);
    }

    private void name(ObjectNode one, int area) {
        one.put("code", rows.get(area).code().value());
        one.put("name", rows.get(area).name());
    }

    private static void put(ObjectNode one, String field, Value value, int decimals) {
        value.number().ifPresentOrElse(number -> one.put(field, rounded(number, decimals)), () -> one.putNull(field));
    }

    private static double rounded(double number, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.round(number * scale) / scale;
    }

    static String inWords(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
