package org.needscape.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.Geography;
import org.needscape.hotspot.HotspotInput;
import org.needscape.hotspot.HotspotMethod;
import org.needscape.hotspot.HotspotSettings;
import org.needscape.hotspot.NeighbourKind;
import org.needscape.hotspot.NeighbourKinds;
import org.needscape.layer.Layer;
import org.needscape.protection.ProtectedObservations;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.Link;
import org.needscape.spatial.Neighbours;
import org.needscape.spatial.NotComputed;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/** Finds everything that a question about hotspots is answered from, or says why it cannot be answered. */
final class HotspotPreparation {

    static final String METHOD =
            "Local statistics of every method with every kind of neighbours; an area is a hotspot when more than half of the settings that"
                    + " tested it find its own value and its neighbours' higher than chance would give, the false discovery rate"
                    + " controlled over the areas tested (Getis and Ord 1992; Anselin 1995; Kulldorff 1997; Benjamini and Hochberg 1995).";

    static final String JOINS =
            "Areas that are high on every measure chosen, and whether they lie next to each other: global and local join counts of each kind"
                    + " of neighbours with permutations, an area being a hotspot when more than half of the settings that tested it find"
                    + " more such neighbours than chance would give, the false discovery rate controlled over the areas tested (Cliff and"
                    + " Ord 1981; Anselin and Li 2019; Benjamini and Hochberg 1995).";

    private static final int ID_LENGTH = 16;

    /** Draws of all areas and settings together: some minutes of two processors. */
    private static final double MOST_DRAWS = 2.5e10;

    private final Store store;
    private final LayerService layers;
    private final ProtectedObservations observations;
    private final Adjacency adjacency;

    HotspotPreparation(Store store, LayerService layers, ProtectedObservations observations, Adjacency adjacency) {
        this.store = store;
        this.layers = layers;
        this.observations = observations;
        this.adjacency = adjacency;
    }

    /** A question with all that it is answered from. */
    record Prepared(
            String id,
            HotspotQuestion question,
            LayerHeading heading,
            AreaFrame frame,
            HotspotSubject subject,
            List<HotspotRun.Graph> graphs,
            List<LayerHeading> years,
            List<LayerHeading> recipes,
            String hash) {

        Prepared {
            graphs = List.copyOf(graphs);
            years = List.copyOf(years);
            recipes = List.copyOf(recipes);
        }
    }

    /** @throws RejectedException naming the field that stands in the way */
    Prepared prepare(HotspotQuestion question) {
        HotspotChoices choices = HotspotChoices.of(layers, question.extent());
        LayerHeading heading = choices.get(question.subject(), "subject");
        List<LayerHeading> measures = measures(choices, question, heading);
        if (question.beyondDeprivation() && !measures.stream().allMatch(HotspotSubjects::goesBeyondDeprivation)) {
            throw new RejectedException(
                    "beyondDeprivation",
                    "Nothing is left of deprivation when deprivation is taken away: choose another measure.");
        }
        boolean areJoins = question.settings().areJoins();
        List<LayerHeading> years = areJoins ? List.of() : choices.otherYears(heading);
        List<LayerHeading> recipes = areJoins ? List.of() : choices.otherRecipes(heading);
        List<Layer> asked =
                measures.stream().map(measure -> layers.get(measure.id())).toList();
        List<String> hashed = new ArrayList<>(List.of(
                SoftwareVersion.RESULTS,
                areJoins ? JOINS : METHOD,
                HotspotQuestions.write(question).toString()));
        asked.forEach(layer -> hashed.add(layer.manifest().resultHash()));
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
            HotspotSubject subject = subject(session, question, asked);
            check(question, subject.input());
            requireAreas(question, frame.names().size());
            List<HotspotRun.Graph> graphs = question.settings().neighbours().stream()
                    .map(kind ->
                            new HotspotRun.Graph(kind, linked(graph(session, question, frame, kind), question.links())))
                    .toList();
            String hash = Hashes.ofTexts(hashed);
            return new Prepared(
                    hash.substring(0, ID_LENGTH), question, heading, frame, subject, graphs, years, recipes, hash);
        });
    }

    private static List<LayerHeading> measures(HotspotChoices choices, HotspotQuestion question, LayerHeading heading) {
        List<LayerHeading> measures = new ArrayList<>(List.of(heading));
        for (String key : question.with()) {
            LayerHeading other = choices.get(key, "with");
            if (!other.geography().equals(heading.geography())) {
                throw new RejectedException(
                        "with",
                        other.title() + " is of other boundaries (" + other.geography() + ") than " + heading.title()
                                + " (" + heading.geography() + "): choose measures of the same areas.");
            }
            measures.add(other);
        }
        return measures;
    }

    private HotspotSubject subject(StoreSession session, HotspotQuestion question, List<Layer> asked) {
        HotspotSubjects subjects = new HotspotSubjects(session, observations, adjacency);
        List<HotspotSubject> ready = asked.stream()
                .map(layer -> subjects.of(layer, question.beyondDeprivation()))
                .toList();
        return question.settings().areJoins()
                ? HotspotJoint.subject(question.measures(), ready, question.high())
                : ready.get(0);
    }

    private Adjacency.Graph graph(StoreSession session, HotspotQuestion question, AreaFrame frame, NeighbourKind kind) {
        return kind.equals(NeighbourKinds.LISTED)
                ? Adjacency.Graph.of(
                        List.copyOf(frame.names().keySet()),
                        question.list().orElseThrow().links())
                : adjacency.get(session, frame.extent().name(), frame.geography(), kind);
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
            throw new RejectedException("subject", tooFew(input.tested(), known));
        }
        int local = settings.votes() - (settings.methods().contains(HotspotMethod.SCAN) ? 1 : 0);
        if ((double) known * settings.permutations() * local > MOST_DRAWS) {
            long most = 1000 * (long) (MOST_DRAWS / known / local / 1000) - 1;
            throw new RejectedException(
                    "permutations",
                    String.format(
                            Locale.UK,
                            "%,d permutations of %,d areas in %d settings are more than the service does for one question: ask for at most"
                                    + " %,d, or for fewer settings.",
                            settings.permutations(),
                            known,
                            local,
                            most));
        }
    }

    private static String tooFew(AreaValues tested, int known) {
        boolean isAllZero = known == 0
                && IntStream.range(0, tested.size()).anyMatch(area -> tested.reason(area)
                        .filter(NotComputed.CONSTANT::equals)
                        .isPresent());
        if (isAllZero) {
            return "Every count that is shown is zero, so there is nothing to compare. Choose another measure or year.";
        }
        return switch (known) {
                    case 0 -> "No area has";
                    case 1 -> "Only 1 area has";
                    default -> "Only " + known + " areas have";
                }
                + " a value that can be tested: three are the least. Choose another measure or year.";
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
}
