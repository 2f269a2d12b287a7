package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.hotspot.AreaFinding;
import org.needscape.hotspot.HotspotFindings;
import org.needscape.hotspot.NeighbourKinds;
import org.needscape.hotspot.SettingFinding;
import org.needscape.hotspot.Vote;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;
import org.needscape.layer.Manifest;
import org.needscape.service.HotspotSubject.Note;
import org.needscape.spatial.NotComputed;

/** A run of hotspots as JSON. */
final class HotspotRunJson {

    private final HotspotRun run;
    private final Layer layer;
    private final HotspotFindings findings;
    private final List<LayerRow> rows;
    private final HotspotPlacesJson places;
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private HotspotRunJson(HotspotRun run, Layer layer) {
        this.run = run;
        this.layer = layer;
        this.findings = run.findings();
        this.rows = run.subject().layer().rows();
        this.places = new HotspotPlacesJson(run, layer, node);
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
        json.places.joins();
        json.areas();
        json.places.clusters();
        json.places.scan();
        json.places.districts();
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
            places.name(one, area);
            one.put("district", rows.get(area).district());
            HotspotPlacesJson.put(one, "value", rows.get(area).value(), layer.decimals());
            one.put("state", rows.get(area).value().state().code());
            one.put("class", finding.hotspotClass().code());
            one.put("foundBy", finding.foundBy());
            one.put("coldBy", finding.coldBy());
            one.put("of", finding.of());
            HotspotPlacesJson.put(one, "z", HotspotRunLayer.z(findings, area), 4);
            HotspotPlacesJson.put(one, "p", HotspotRunLayer.p(findings, area), 6);
            HotspotPlacesJson.put(one, "q", HotspotRunLayer.q(findings, area), 6);
            one.put("reason", findings.reason(area).map(NotComputed::code).orElse(""));
            ArrayNode missed = one.putArray("missedBy");
            if (finding.foundBy() > 0) {
                findings.notSaying(Vote.HOT, area).forEach(setting -> missed.add(setting.code()));
            } else if (finding.coldBy() > 0) {
                findings.notSaying(Vote.COLD, area).forEach(setting -> missed.add(setting.code()));
            }
            HotspotPlacesJson.put(
                    one,
                    "hotIn",
                    years ? Value.known(run.stability().hotYears(findings, area)) : Value.notApplicable(),
                    0);
            HotspotPlacesJson.put(
                    one, "hotOf", years ? Value.known(run.stability().yearCount()) : Value.notApplicable(), 0);
            if (run.subject().joint().isPresent()) {
                HotspotPlacesJson.put(one, "joins", HotspotRunLayer.joins(findings, area), 4);
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
                    places.name(neighbour, graph.neighbours().neighbour(area, k));
                    neighbour.put("weight", graph.neighbours().weight(area, k));
                }
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
}
