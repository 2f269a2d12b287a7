package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.service.RejectedException.Violation;
import org.needscape.service.TargetSuggestionQuestion.Method;
import org.needscape.targeting.Resource;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.TargetConstraints;

/** Questions about target areas as JSON. Everything that is wrong is said at once, with its field. */
final class TargetSuggestionQuestions {

    private static final Set<String> FIELDS = Set.of(
            "district",
            "need",
            "method",
            "limits",
            "costs",
            "areaCosts",
            "areasFrom",
            "areasTo",
            "piecesMost",
            "pieceAreasLeast",
            "floors",
            "mustHave",
            "mustNot",
            "resource",
            "budgets",
            "robustness",
            "gapPercent",
            "timeLimitSeconds");

    static final int MOST_AREAS = 1_000_000;

    private static final double PERCENT = 100;

    private final TargetGround ground;
    private final List<TargetNeed> needs;
    private final List<Violation> wrong = new ArrayList<>();
    private final TargetQuestionFields fields;

    private TargetSuggestionQuestions(TargetGround ground, List<TargetNeed> needs, JsonNode json) {
        this.ground = ground;
        this.needs = needs;
        this.fields = TargetQuestionFields.of(json, wrong);
    }

    /**
     * Reads a question.
     *
     * @throws RejectedException naming every field that is wrong
     */
    static TargetSuggestionQuestion read(TargetGround ground, List<TargetNeed> needs, String text) {
        TargetSuggestionQuestions reading = new TargetSuggestionQuestions(ground, needs, DecisionJson.object(text));
        TargetSuggestionQuestion question = reading.question();
        if (!reading.wrong.isEmpty()) {
            throw new RejectedException(reading.wrong);
        }
        return question;
    }

    private TargetSuggestionQuestion question() {
        fields.only(FIELDS);
        Optional<AreaId> district = fields.word("district", this::district);
        TargetScope scope = TargetScope.of(ground, district);
        TargetCodeFields codes = new TargetCodeFields(scope, fields);
        String need = fields.word("need", text -> need(text).code())
                .orElseGet(() -> needs.get(0).code());
        Method method = fields.word("method", Method::parse).orElse(Method.BEST);
        TargetCosts costs = new TargetCostFields(fields)
                .costs(ground.frame().names().size(), areas -> codes.each(areas, TargetCostFields.CODE));
        TargetConstraints constraints = constraints(scope, codes, costs);
        Optional<Resource> resource = fields.word("resource", Resource::parse);
        List<Double> budgets = budgets(method, resource, constraints, costs);
        boolean robustness = fields.flag("robustness");
        if (robustness && method != Method.BEST) {
            fields.wrong("robustness", "This is looked at for one set: leave it out, or choose the method best.");
        }
        double gapPercent = fields.number("gapPercent", 0, TargetSuggestionQuestion.MOST_GAP_PERCENT)
                .orElse(TargetQuestionJson.USUAL_GAP_PERCENT);
        int seconds = fields.whole("timeLimitSeconds", 1, TargetSuggestionQuestion.MOST_SECONDS)
                .orElse(method.usualSeconds());
        return new TargetSuggestionQuestion(
                district,
                need,
                method,
                constraints,
                costs,
                resource,
                budgets,
                robustness,
                new SuggestionOptions(Duration.ofSeconds(seconds), gapPercent / PERCENT));
    }

    private AreaId district(String code) {
        return Optional.of(code)
                .filter(AreaCode::isValid)
                .map(valid -> ground.districts().get(new AreaCode(valid)))
                .orElseThrow(() -> new IllegalArgumentException("Give the code of a district of "
                        + ground.frame().extent().title() + ", or leave this out for all of it."));
    }

    private TargetNeed need(String code) {
        return needs.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no measure of need '" + code + "' here: choose one of the list."));
    }

    private TargetConstraints constraints(TargetScope scope, TargetCodeFields codes, TargetCosts costs) {
        TargetConstraints constraints = TargetConstraints.NONE;
        for (Map.Entry<Resource, Double> most :
                new TargetCostFields(fields).limits().entrySet()) {
            requireCosts(costs, most.getKey());
            constraints = constraints.withLimit(most.getKey(), most.getValue());
        }
        int from = fields.whole("areasFrom", 0, MOST_AREAS).orElse(0);
        int to = fields.whole("areasTo", 1, MOST_AREAS).orElse(TargetConstraints.NO_LIMIT);
        if (from > to) {
            fields.wrong("areasTo", "Give at least " + from + ", the fewest areas, or fewer there.");
        }
        int pieces = fields.whole("piecesMost", 1, MOST_AREAS).orElse(TargetConstraints.NO_LIMIT);
        int least = fields.whole("pieceAreasLeast", 1, MOST_AREAS).orElse(1);
        Set<AreaCode> mustHave = codes.set("mustHave", Set.of());
        Set<AreaCode> mustNot = codes.set("mustNot", mustHave);
        return constraints
                .withAreas(from, to)
                .withPieces(pieces, least)
                .withFloors(codes.floors(scope))
                .withMustHave(mustHave)
                .withMustNot(mustNot);
    }

    private void requireCosts(TargetCosts costs, Resource resource) {
        if (!costs.isSaid(resource)) {
            fields.wrong(
                    "costs." + resource.code(),
                    "Say what help in an area takes of this, per area or per child: else the " + resource.limitNoun()
                            + " cannot be kept to.");
        }
    }

    private List<Double> budgets(
            Method method, Optional<Resource> resource, TargetConstraints constraints, TargetCosts costs) {
        List<Double> budgets =
                fields.amounts("budgets", TargetSuggestionQuestion.MOST_BUDGETS, TargetSuggestionQuestion.MOST_AMOUNT);
        if (method == Method.BEST) {
            boolean isLimited = !constraints.limits().isEmpty() || constraints.areasTo() < MOST_AREAS;
            if (fields.has("budgets") || fields.has("resource")) {
                fields.wrong(
                        fields.has("budgets") ? "budgets" : "resource",
                        "This goes with the methods nested and frontier: leave it out, or choose one of them.");
            }
            if (!isLimited && !fields.has("limits") && !fields.has("areasTo")) {
                fields.wrong(
                        "areasTo", "Say how many areas at most, or give a limit: without one, every area is chosen.");
            }
            return budgets;
        }
        if (resource.isEmpty() && !fields.has("resource")) {
            fields.wrong("resource", "Say what the budgets are of: money, caseload, children or areas.");
        }
        resource.ifPresent(each -> {
            requireCosts(costs, each);
            if (constraints.limits().containsKey(each)) {
                fields.wrong("limits." + each.code(), "The budgets are limits of the same: leave this one out.");
            }
        });
        if (fields.isEmpty("budgets")) {
            fields.wrong("budgets", "Give at least one budget, rising.");
        }
        for (int k = 1; k < budgets.size(); k++) {
            if (budgets.get(k) <= budgets.get(k - 1)) {
                fields.wrong("budgets[" + k + "]", "Each budget is more than the one before.");
            }
        }
        return budgets;
    }
}
