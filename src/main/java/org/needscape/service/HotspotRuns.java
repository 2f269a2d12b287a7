package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.hotspot.HotspotAnalysis;
import org.needscape.hotspot.HotspotFindings;
import org.needscape.hotspot.HotspotMethod;
import org.needscape.hotspot.HotspotSettings;
import org.needscape.hotspot.NeighbourKind;
import org.needscape.layer.Layer;
import org.needscape.layer.Manifest;
import org.needscape.need.HotspotClass;
import org.needscape.progress.Job;
import org.needscape.progress.Progress;
import org.needscape.protection.ProtectedObservations;
import org.needscape.spatial.Neighbours;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * Hotspots on demand: a question becomes a job, its answer is kept under the hash of question and data until data of the extent change, so
 * that the same question is answered at once. Safe for many threads.
 */
public final class HotspotRuns {

    private static final int MOST_WAITING = 4;

    private final Store store;
    private final LayerService layers;
    private final ProtectedObservations observations;
    private final Adjacency adjacency;
    private final JobService jobs;
    private final Map<String, String> running = new LinkedHashMap<>();
    private final Remembered<Set<String>> counted = new Remembered<>(16);

    public HotspotRuns(
            Store store,
            LayerService layers,
            ProtectedObservations observations,
            Adjacency adjacency,
            JobService jobs) {
        this.store = store;
        this.layers = layers;
        this.observations = observations;
        this.adjacency = adjacency;
        this.jobs = jobs;
    }

    /** What can be asked of an extent, as JSON. */
    public ObjectNode choices(ExtentName extent) {
        HotspotChoices choices = HotspotChoices.of(layers, extent);
        return choices.json(
                extent,
                store.read(session ->
                        counted.get(session.revision() + " " + extent, () -> new HotspotCounts(session, observations)
                                .keys(extent))));
    }

    /**
     * Takes a question.
     *
     * @param json the settings
     * @throws RejectedException when it cannot be answered, naming the fields
     * @throws NotFoundException when there is no such extent
     */
    public Asked ask(ExtentName extent, String json) {
        HotspotQuestion question = HotspotQuestions.read(extent, json);
        HotspotPreparation.Prepared prepared =
                new HotspotPreparation(store, layers, observations, adjacency).prepare(question);
        String id = prepared.id();
        if (find(extent, id).isPresent()) {
            return new Asked(id, Optional.empty());
        }
        synchronized (running) {
            String name = extent + " " + id;
            Optional<Job> going = Optional.ofNullable(running.get(name))
                    .flatMap(jobs::find)
                    .filter(job -> !job.state().isEnded());
            if (going.isPresent()) {
                return new Asked(id, going);
            }
            if (running.size() >= MOST_WAITING) {
                throw new RejectedException(
                        "", "Other hotspots are being looked for and more wait already: try again in a minute.");
            }
            Job job = jobs.submit(
                    JobService.HOTSPOTS,
                    prepared.heading().title(),
                    progress -> {
                        keep(run(prepared, progress), prepared);
                        return "{\"hotspots\":{\"id\":\"" + id + "\",\"extent\":\"" + extent + "\"}}";
                    },
                    () -> {
                        synchronized (running) {
                            running.remove(name);
                        }
                    });
            if (jobs.isUnfinished(job.id())) {
                running.put(name, job.id());
            }
            return new Asked(id, Optional.of(job));
        }
    }

    /**
     * The answer to a question, as JSON.
     *
     * @throws NotFoundException when it is not kept
     */
    public String document(ExtentName extent, String id) {
        return find(extent, id)
                .orElseThrow(() -> new NotFoundException(
                        "These hotspots are not kept, or not any more since data have changed: look for them again."));
    }

    /**
     * The neighbours of an area.
     *
     * @throws NotFoundException when there is no such extent, geography or area
     */
    public ObjectNode neighbours(ExtentName extent, Geography geography, NeighbourKind kind, AreaCode area) {
        return store.read(session -> {
            if (session.areas().findExtent(extent).isEmpty()
                    || !session.areas().listGeographies(extent).contains(geography)) {
                throw new NotFoundException("The extent " + extent + " has no " + geography + " boundaries.");
            }
            Adjacency.Graph graph = adjacency.get(session, extent, geography, kind);
            Integer index = graph.indexOf().get(area);
            if (index == null) {
                throw new NotFoundException("The extent " + extent + " has no area " + area + ".");
            }
            Map<AreaCode, String> names = session.areas().listNames(extent, geography);
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.put("area", area.value());
            answer.put("kind", kind.code());
            answer.put("title", kind.title());
            ArrayNode list = answer.putArray("neighbours");
            Neighbours neighbours = graph.neighbours();
            for (int k = 0; k < neighbours.degree(index); k++) {
                AreaCode code = graph.codes().get(neighbours.neighbour(index, k));
                list.addObject()
                        .put("code", code.value())
                        .put("name", names.getOrDefault(code, code.value()))
                        .put("weight", neighbours.weight(index, k));
            }
            return answer;
        });
    }

    private HotspotRun run(HotspotPreparation.Prepared prepared, Progress progress) {
        Map<NeighbourKind, Neighbours> graphs = new LinkedHashMap<>();
        prepared.graphs().forEach(graph -> graphs.put(graph.kind(), graph.neighbours()));
        HotspotFindings findings = HotspotAnalysis.run(
                prepared.subject().input(), graphs, prepared.question().settings(), progress.part(0, 0.9));
        progress.report(0.9, "Comparing with other years and scoring methods.");
        HotspotStability stability = new HotspotStability(
                others(prepared, graphs, prepared.years()), others(prepared, graphs, prepared.recipes()));
        Layer layer = prepared.subject().layer();
        Map<String, String> parameters = new TreeMap<>();
        HotspotQuestions.write(prepared.question())
                .properties()
                .forEach(field -> parameters.put(field.getKey(), text(field.getValue())));
        parameters.put("extent", prepared.question().extent().value());
        parameters.put("geography", layer.geography().code());
        parameters.put("subjectHash", layer.manifest().resultHash());
        Manifest manifest = new Manifest(
                prepared.hash(),
                SoftwareVersion.software(),
                prepared.question().settings().areJoins() ? HotspotPreparation.JOINS : HotspotPreparation.METHOD,
                layer.manifest().inputs(),
                parameters);
        return new HotspotRun(
                prepared.id(),
                prepared.question(),
                prepared.frame(),
                prepared.subject(),
                prepared.graphs(),
                findings,
                stability,
                manifest);
    }

    private static String text(com.fasterxml.jackson.databind.JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }

    private List<HotspotStability.Other> others(
            HotspotPreparation.Prepared prepared, Map<NeighbourKind, Neighbours> graphs, List<LayerHeading> headings) {
        if (headings.isEmpty()) {
            return List.of();
        }
        HotspotSettings asked = prepared.question().settings();
        List<HotspotMethod> local =
                asked.methods().stream().filter(method -> !method.needsCounts()).toList();
        HotspotSettings settings = asked.with(local.isEmpty() ? List.of(HotspotMethod.GI_STAR) : local)
                .analytic();
        List<HotspotStability.Other> others = new ArrayList<>();
        for (LayerHeading heading : headings) {
            Layer layer = layers.get(heading.id());
            Optional<HotspotSubject> subject = store.read(session -> other(session, layer, prepared));
            subject.ifPresent(other -> {
                HotspotFindings findings = HotspotAnalysis.run(other.input(), graphs, settings, Progress.SILENT);
                others.add(new HotspotStability.Other(
                        heading.key(),
                        heading.title(),
                        heading.period(),
                        findings.areas().stream()
                                .map(area -> area.hotspotClass() == HotspotClass.HOT)
                                .toList()));
            });
        }
        return others;
    }

    /** Another layer made ready as the one that was asked for; empty where it cannot be. */
    private Optional<HotspotSubject> other(StoreSession session, Layer layer, HotspotPreparation.Prepared prepared) {
        if (layer.rows().size() != prepared.subject().layer().rows().size()) {
            return Optional.empty();
        }
        try {
            HotspotSubject subject = new HotspotSubjects(session, observations, adjacency)
                    .of(layer, prepared.question().beyondDeprivation());
            return subject.input().tested().knownCount() < 3 ? Optional.empty() : Optional.of(subject);
        } catch (RejectedException e) {
            return Optional.empty();
        }
    }

    private void keep(HotspotRun run, HotspotPreparation.Prepared prepared) {
        Layer layer = HotspotRunLayer.build(run, KeptRuns.LAYER_PREFIX + run.id());
        ObjectNode document = HotspotRunJson.write(
                run,
                layer,
                HotspotChoices.view(
                        prepared.heading(),
                        !prepared.subject().input().counted().isEmpty(),
                        false));
        ExtentName extent = run.question().extent();
        store.write(session -> {
            new KeptRuns(session, extent).save(run, prepared.hash(), layer, document);
            return extent;
        });
    }

    private Optional<String> find(ExtentName extent, String id) {
        return store.read(session -> new KeptRuns(session, extent).findDocument(id));
    }
}
