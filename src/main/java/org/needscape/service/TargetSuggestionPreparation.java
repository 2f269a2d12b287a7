package org.needscape.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Value;
import org.needscape.protection.ProtectedObservations;
import org.needscape.service.TargetSuggestionQuestion.Method;
import org.needscape.spatial.Neighbours;
import org.needscape.store.Store;
import org.needscape.targeting.Candidate;
import org.needscape.targeting.Resource;
import org.needscape.targeting.TargetQuestion;

/** Finds everything that a question about target areas is answered from, or says why it cannot be answered. */
final class TargetSuggestionPreparation {

    static final String METHOD =
            "The set of areas that reaches most need within the constraints, by branch and bound with priced limits (Geoffrion 1974) and"
                    + " bounds of connected pieces (Wong 1984; Fischetti et al. 2017).";

    private static final int ID_LENGTH = 16;

    /** More areas would take the search for a set longer than a board waits. */
    private static final int MOST_CANDIDATES = 2_000;

    private final Store store;
    private final LayerService layers;
    private final ProtectedObservations observations;
    private final TargetSetService sets;

    TargetSuggestionPreparation(
            Store store, LayerService layers, ProtectedObservations observations, TargetSetService sets) {
        this.store = store;
        this.layers = layers;
        this.observations = observations;
        this.sets = sets;
    }

    /**
     * A question with all that it is answered from.
     *
     * @param id under which its answer is kept
     * @param hash of the question and the data
     * @param solved the question as the search takes it
     */
    record Prepared(
            String id,
            String hash,
            TargetSuggestionQuestion question,
            TargetScope scope,
            TargetNeed need,
            TargetQuestion solved) {

        /** For the list of jobs. */
        String title() {
            return question.method().title() + ", " + scope.title();
        }
    }

    /** The measures of need of an extent. */
    List<TargetNeed> needs(TargetGround ground) {
        return store.read(session -> TargetNeeds.list(
                layers,
                SeriesCatalog.of(session, observations, ground.frame().extent().name()),
                ground));
    }

    /** @throws RejectedException naming every field that stands in the way */
    Prepared prepare(ExtentName extent, String json) {
        TargetGround ground = sets.ground(extent);
        List<TargetNeed> needs = needs(ground);
        TargetSuggestionQuestion question = TargetSuggestionQuestions.read(ground, needs, json);
        TargetScope scope = TargetScope.of(ground, question.district());
        TargetNeed need = needs.stream()
                .filter(each -> each.code().equals(question.need()))
                .findFirst()
                .orElseThrow();
        if (scope.areas().size() > MOST_CANDIDATES) {
            throw new RejectedException(
                    "district",
                    "These are " + scope.areas().size() + " areas, and sets are looked for among at most "
                            + MOST_CANDIDATES + ": choose a district.");
        }
        if (scope.areas().stream().noneMatch(area -> need.of(area).isKnown())) {
            throw new RejectedException(
                    "need", "No area of " + scope.title() + " has a value of this that is known: choose another.");
        }
        TargetQuestion solved = new TargetQuestion(
                scope.areas().stream()
                        .map(area -> candidate(question, scope, need, area))
                        .toList(),
                neighbours(scope),
                question.constraints());
        String hash = hash(question, need, solved);
        return new Prepared(hash.substring(0, ID_LENGTH), hash, question, scope, need, solved);
    }

    private String hash(TargetSuggestionQuestion question, TargetNeed need, TargetQuestion solved) {
        List<String> hashed = new ArrayList<>(List.of(
                SoftwareVersion.RESULTS,
                METHOD,
                TargetQuestionJson.write(question).toString(),
                need.layer().manifest().resultHash()));
        solved.candidates().forEach(candidate -> hashed.add(candidate.toString()));
        for (int area = 0; area < solved.neighbours().size(); area++) {
            StringBuilder links = new StringBuilder();
            for (int k = 0; k < solved.neighbours().degree(area); k++) {
                links.append(solved.neighbours().neighbour(area, k)).append(' ');
            }
            hashed.add(links.toString());
        }
        if (question.method() == Method.BEST && question.robustness()) {
            // Other scoring methods and years have a part in it.
            hashed.add(layers.revision());
        }
        return Hashes.ofTexts(hashed);
    }

    private static Candidate candidate(
            TargetSuggestionQuestion question, TargetScope scope, TargetNeed need, AreaCode area) {
        Value children = scope.ground().children().getOrDefault(area, Value.notAvailable());
        Map<Resource, Double> costs = question.costs().of(area, children);
        OptionalDouble number = need.of(area).number();
        return number.isPresent()
                ? Candidate.of(area, scope.districtOf(area), number.getAsDouble(), costs)
                : Candidate.withoutNeed(area, scope.districtOf(area), costs);
    }

    /** Which of the areas touch each other. */
    private static Neighbours neighbours(TargetScope scope) {
        Map<AreaCode, Integer> places = new HashMap<>();
        scope.areas().forEach(area -> places.put(area, places.size()));
        int[][] lists = new int[scope.areas().size()][];
        for (int k = 0; k < lists.length; k++) {
            lists[k] = scope.ground().graph().neighboursOf(scope.areas().get(k)).stream()
                    .filter(places::containsKey)
                    .mapToInt(area -> places.getOrDefault(area, 0))
                    .sorted()
                    .toArray();
        }
        return Neighbours.ofLists(lists);
    }
}
