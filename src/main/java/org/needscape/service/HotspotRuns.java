package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.geoio.layer.LayerJson;
import org.needscape.hotspot.HotspotAnalysis;
import org.needscape.hotspot.HotspotFindings;
import org.needscape.hotspot.HotspotInput;
import org.needscape.hotspot.HotspotMethod;
import org.needscape.hotspot.HotspotSettings;
import org.needscape.hotspot.NeighbourKind;
import org.needscape.hotspot.NeighbourKinds;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerKind;
import org.needscape.layer.Manifest;
import org.needscape.need.HotspotClass;
import org.needscape.progress.Job;
import org.needscape.progress.Progress;
import org.needscape.protection.ProtectedObservations;
import org.needscape.spatial.Link;
import org.needscape.spatial.Neighbours;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.ResultStore;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/**
 * Hotspots on demand: a question becomes a job, its answer is kept under the hash of question and data until data of the extent change, so
 * that the same question is answered at once. Safe for many threads.
 */
public final class HotspotRuns {

    /** What the keys of kept layers start with. */
    static final String LAYER_PREFIX = "hotspot-run-";

    private static final String DOCUMENT_PREFIX = "run-";
    private static final int ID_LENGTH = 16;
    private static final int FIRST_POSITION = 100_000;
    private static final int MOST_KEPT = 40;
    private static final int MOST_WAITING = 4;

    /** Draws of all areas and settings together: some minutes of two processors. */
    private static final double MOST_DRAWS = 2.5e10;

    private static final String METHOD =
            "Local statistics of every method with every kind of neighbours; an area is a hotspot when more than half of the settings that"
                    + " tested it find its own value and its neighbours' higher than chance would give, the false discovery rate"
                    + " controlled over the areas tested (Getis and Ord 1992; Anselin 1995; Kulldorff 1997; Benjamini and Hochberg 1995).";

    private final Store store;
    private final LayerService layers;
    private final ProtectedObservations observations;
    private final Adjacency adjacency;
    private final JobService jobs;
    private final Map<String, String> running = new LinkedHashMap<>();

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

    /**
     * What became of a question.
     *
     * @param id under which its answer is, or will be
     * @param job that works on it; empty where the answer is there
     */
    public record Asked(String id, Optional<Job> job) {}

    /** Whether a kept result is a run, which no list of layers names. */
    static boolean isRun(String key) {
        return key.startsWith(LAYER_PREFIX) || key.startsWith(DOCUMENT_PREFIX);
    }

    /** What can be asked of an extent, as JSON. */
    public ObjectNode choices(ExtentName extent) {
        List<LayerHeading> subjects = subjects(extent);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("extent", extent.value());
        ArrayNode list = answer.putArray("subjects");
        Optional<LayerHeading> usual = usual(subjects);
        for (LayerHeading heading : subjects) {
            list.add(view(heading, usual.filter(heading::equals).isPresent()));
        }
        ArrayNode methods = answer.putArray("methods");
        for (HotspotMethod method : HotspotMethod.values()) {
            methods.addObject()
                    .put("id", method.code())
                    .put("title", method.title())
                    .put("explanation", method.explanation())
                    .put("needsCounts", method.needsCounts())
                    .put("usual", HotspotSettings.USUAL.methods().contains(method));
        }
        ArrayNode kinds = answer.putArray("neighbours");
        for (NeighbourKind kind : NeighbourKinds.OFFERED) {
            kinds.addObject()
                    .put("id", kind.code())
                    .put("title", kind.title())
                    .put("explanation", kind.explanation())
                    .put("usual", NeighbourKinds.USUAL.contains(kind));
        }
        answer.set(
                "usual",
                HotspotQuestions.write(new HotspotQuestion(
                        extent, usual.map(LayerHeading::key).orElse(""), false, HotspotSettings.USUAL, List.of())));
        answer.putObject("limits")
                .put("permutations", HotspotSettings.MOST_PERMUTATIONS)
                .put("settings", HotspotQuestion.MOST_VOTES)
                .put("links", HotspotQuestion.MOST_LINKS);
        return answer;
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
        Prepared prepared = prepare(question);
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

    /** A question with all that it is answered from. */
    private record Prepared(
            String id,
            HotspotQuestion question,
            LayerHeading heading,
            AreaFrame frame,
            HotspotSubject subject,
            List<HotspotRun.Graph> graphs,
            List<LayerHeading> years,
            List<LayerHeading> recipes,
            String hash) {}

    private Prepared prepare(HotspotQuestion question) {
        List<LayerHeading> subjects = subjects(question.extent());
        LayerHeading heading = subjects.stream()
                .filter(each -> each.key().equals(question.subject()))
                .findFirst()
                .orElseThrow(() -> new RejectedException(
                        "subject",
                        "There is no layer " + question.subject()
                                + " in which hotspots could be looked for: choose one of the list."));
        if (question.beyondDeprivation() && !HotspotSubjects.goesBeyondDeprivation(heading)) {
            throw new RejectedException(
                    "beyondDeprivation",
                    "Nothing is left of deprivation when deprivation is taken away: choose another measure.");
        }
        List<LayerHeading> years = otherYears(subjects, heading);
        List<LayerHeading> recipes = heading.kind() == LayerKind.NEED
                ? subjects.stream()
                        .filter(other -> other.kind() == LayerKind.NEED
                                && other.geography().equals(heading.geography())
                                && !other.equals(heading))
                        .toList()
                : List.of();
        Layer layer = layers.get(heading.id());
        List<String> hashed = new ArrayList<>(List.of(
                SoftwareVersion.RESULTS,
                METHOD,
                HotspotQuestions.write(question).toString(),
                layer.manifest().resultHash()));
        for (LayerHeading other : years) {
            hashed.add(layers.get(other.id()).manifest().resultHash());
        }
        for (LayerHeading other : recipes) {
            hashed.add(layers.get(other.id()).manifest().resultHash());
        }
        return store.read(session -> {
            Extent extent = session.areas()
                    .findExtent(question.extent())
                    .orElseThrow(() -> new NotFoundException("There is no extent " + question.extent() + "."));
            AreaFrame frame = AreaFrame.load(session, extent, heading.geography());
            hashed.add(frame.contentHash());
            hashed.addAll(deprivation(session, question, heading.geography()));
            HotspotSubject subject =
                    new HotspotSubjects(session, observations, adjacency).of(layer, question.beyondDeprivation());
            check(question, subject.input());
            requireAreas(question, frame.names().size());
            List<HotspotRun.Graph> graphs = question.settings().neighbours().stream()
                    .map(kind -> new HotspotRun.Graph(
                            kind,
                            linked(adjacency.get(session, extent.name(), heading.geography(), kind), question.links())))
                    .toList();
            String hash = Hashes.ofTexts(hashed);
            return new Prepared(
                    hash.substring(0, ID_LENGTH), question, heading, frame, subject, graphs, years, recipes, hash);
        });
    }

    /** With pairs of areas that are neighbours besides; a pair that follows from the settings already stays as it is. */
    private static Neighbours linked(Adjacency.Graph graph, List<HotspotQuestion.Pair> pairs) {
        Set<String> unknown = new TreeSet<>();
        Map<List<AreaCode>, Link> links = new LinkedHashMap<>();
        Neighbours neighbours = graph.neighbours();
        if (pairs.isEmpty()) {
            return neighbours;
        }
        for (int area = 0; area < neighbours.size(); area++) {
            for (int k = 0; k < neighbours.degree(area); k++) {
                AreaCode from = graph.codes().get(area);
                AreaCode to = graph.codes().get(neighbours.neighbour(area, k));
                links.put(List.of(from, to), new Link(from, to, neighbours.weight(area, k)));
            }
        }
        for (HotspotQuestion.Pair pair : pairs) {
            for (AreaCode code : List.of(pair.first(), pair.second())) {
                if (!graph.indexOf().containsKey(code)) {
                    unknown.add(code.value());
                }
            }
            links.putIfAbsent(List.of(pair.first(), pair.second()), new Link(pair.first(), pair.second(), 1));
            links.putIfAbsent(List.of(pair.second(), pair.first()), new Link(pair.second(), pair.first(), 1));
        }
        if (!unknown.isEmpty()) {
            throw new RejectedException(
                    "links",
                    "Not among the areas: "
                            + String.join(", ", unknown.stream().limit(5).toList())
                            + (unknown.size() > 5 ? " and " + (unknown.size() - 5) + " more" : "")
                            + ". Give codes of the boundaries that are tested.");
        }
        return Neighbours.ofCodes(graph.codes(), links.values());
    }

    private static void check(HotspotQuestion question, HotspotInput input) {
        HotspotSettings settings = question.settings();
        if (settings.methods().contains(HotspotMethod.SCAN) && input.counted().isEmpty()) {
            throw new RejectedException(
                    "methods", "A scan needs counts, and none are known of this measure: leave it out.");
        }
        int known = input.tested().knownCount();
        if (known < 3) {
            throw new RejectedException(
                    "subject",
                    "Only " + known
                            + " areas have a value that can be tested: three are the least. Choose another measure or year.");
        }
        int local = settings.votes() - (settings.methods().contains(HotspotMethod.SCAN) ? 1 : 0);
        if ((double) known * settings.permutations() * local > MOST_DRAWS) {
            long most = 1000 * (long) (MOST_DRAWS / known / local / 1000) - 1;
            throw new RejectedException(
                    "permutations",
                    String.format(
                            java.util.Locale.UK,
                            "%,d permutations of %,d areas in %d settings are more than the service does for one question: ask for at most"
                                    + " %,d, or for fewer settings.",
                            settings.permutations(),
                            known,
                            local,
                            most));
        }
    }

    private static void requireAreas(HotspotQuestion question, int areas) {
        for (NeighbourKind kind : question.settings().neighbours()) {
            if (kind instanceof NeighbourKind.Nearest nearest && nearest.count() >= areas) {
                throw new RejectedException(
                        "neighbours",
                        "Of " + areas + " areas none has " + nearest.count()
                                + " others: ask for fewer nearest neighbours.");
            }
        }
    }

    private List<String> deprivation(StoreSession session, HotspotQuestion question, Geography geography) {
        if (!question.beyondDeprivation()) {
            return List.of();
        }
        SeriesCatalog catalog = SeriesCatalog.of(session, observations, question.extent());
        List<StoredSeries> ranks = new ArrayList<>(catalog.list(SeriesCatalog.IMD_RANK, geography));
        ranks.addAll(catalog.list(SeriesCatalog.IMD_DECILE, geography));
        return ranks.stream().map(StoredSeries::contentHash).toList();
    }

    private HotspotRun run(Prepared prepared, Progress progress) {
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
                METHOD,
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
            Prepared prepared, Map<NeighbourKind, Neighbours> graphs, List<LayerHeading> headings) {
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
    private Optional<HotspotSubject> other(StoreSession session, Layer layer, Prepared prepared) {
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

    private void keep(HotspotRun run, Prepared prepared) {
        Layer layer = HotspotRunLayer.build(run, LAYER_PREFIX + run.id());
        ObjectNode document = HotspotRunJson.write(run, layer, view(prepared.heading(), false));
        ExtentName extent = run.question().extent();
        store.write(session -> {
            ResultStore results = session.results();
            List<ResultStore.Heading> kept = results.list(extent).stream()
                    .filter(result -> isRun(result.key()))
                    .sorted(Comparator.comparingInt(ResultStore.Heading::position))
                    .toList();
            int position =
                    kept.isEmpty() ? FIRST_POSITION : kept.get(kept.size() - 1).position() + 1;
            // Each run is two results.
            results.forgetApart(
                    extent,
                    kept.stream()
                            .limit(Math.max(0, kept.size() / 2 + 1 - MOST_KEPT) * 2L)
                            .map(ResultStore.Heading::key)
                            .toList());
            results.saveApart(new ResultStore.StoredResult(
                    extent, LAYER_PREFIX + run.id(), position, run.title(), prepared.hash(), LayerJson.write(layer)));
            results.saveApart(new ResultStore.StoredResult(
                    extent, DOCUMENT_PREFIX + run.id(), position, run.title(), prepared.hash(), document.toString()));
            return extent;
        });
    }

    private Optional<String> find(ExtentName extent, String id) {
        return store.read(
                session -> session.results().find(extent, DOCUMENT_PREFIX + id).map(ResultStore.StoredResult::content));
    }

    private List<LayerHeading> subjects(ExtentName extent) {
        return layers.list(Optional.of(extent)).stream()
                .filter(HotspotSubjects::isSubject)
                .toList();
    }

    /** The need score if there is one, else the Index of Multiple Deprivation, else the first layer. */
    private static Optional<LayerHeading> usual(List<LayerHeading> subjects) {
        return subjects.stream()
                .filter(heading -> heading.key().equals(AppliedMethod.KEY_PREFIX + DefaultMethod.ID))
                .findFirst()
                .or(() -> subjects.stream()
                        .filter(heading -> heading.key().contains(SeriesCatalog.IMD_SCORE.value()))
                        .findFirst())
                .or(() -> subjects.stream().findFirst());
    }

    /** The same measure of other years, latest first. */
    private static List<LayerHeading> otherYears(List<LayerHeading> subjects, LayerHeading heading) {
        String name = withoutPeriod(heading);
        return subjects.stream()
                .filter(other -> other.kind() == heading.kind()
                        && other.kind() != LayerKind.NEED
                        && other.geography().equals(heading.geography())
                        && !other.equals(heading)
                        && withoutPeriod(other).equals(name))
                .sorted(Comparator.comparing(LayerHeading::period).reversed())
                .toList();
    }

    private static String withoutPeriod(LayerHeading heading) {
        return heading.key().replace("-" + new org.needscape.indicator.Period(heading.period()).slug(), "");
    }

    private static ObjectNode view(LayerHeading heading, boolean usual) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", heading.key())
                .put("layer", heading.id().value())
                .put("title", heading.title())
                .put("kind", heading.kind().code())
                .put("group", heading.kind().group())
                .put("theme", heading.theme())
                .put("period", heading.period())
                .put("geography", heading.geography().code())
                .put("unit", heading.unit())
                .put("beyondDeprivation", HotspotSubjects.goesBeyondDeprivation(heading))
                .put("countsKnown", heading.kind() == LayerKind.RATE)
                .put("usual", usual);
    }
}
