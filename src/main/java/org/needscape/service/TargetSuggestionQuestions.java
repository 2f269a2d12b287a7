package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.service.RejectedException.Violation;
import org.needscape.service.TargetSuggestionQuestion.Method;
import org.needscape.targeting.DistrictFloor;
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
    private static final double USUAL_GAP_PERCENT = 1;

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
        TargetCosts costs = costs(codes);
        TargetConstraints constraints = constraints(scope, codes, costs);
        Optional<Resource> resource = fields.word("resource", TargetSuggestionQuestions::resource);
        List<Double> budgets = budgets(method, resource, constraints, costs);
        boolean robustness = fields.flag("robustness");
        if (robustness && method != Method.BEST) {
            fields.wrong("robustness", "This is looked at for one set: leave it out, or choose the method best.");
        }
        double gapPercent = fields.number("gapPercent", 0, TargetSuggestionQuestion.MOST_GAP_PERCENT)
                .orElse(USUAL_GAP_PERCENT);
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

    private static Resource resource(String code) {
        for (Resource resource : Resource.values()) {
            if (code(resource).equals(code)) {
                return resource;
            }
        }
        throw new IllegalArgumentException("Choose money, caseload, children or areas, not '" + code + "'.");
    }

    /** The word of the API: {@code money}. */
    static String code(Resource resource) {
        return resource.name().toLowerCase(Locale.ROOT);
    }

    private TargetCosts costs(TargetCodeFields codes) {
        Map<Resource, TargetCosts.Rule> rules = new EnumMap<>(Resource.class);
        TargetQuestionFields all = fields.object("costs");
        all.only(Set.of(code(Resource.MONEY), code(Resource.CASELOAD)));
        Map<Resource, Map<AreaCode, Double>> own = new EnumMap<>(Resource.class);
        List<TargetQuestionFields> areas =
                fields.objects("areaCosts", ground.frame().names().size());
        areas.forEach(area -> area.only(Set.of("code", code(Resource.MONEY), code(Resource.CASELOAD))));
        List<Optional<AreaCode>> named = codes.each(areas, "code");
        for (Resource resource : List.of(Resource.MONEY, Resource.CASELOAD)) {
            if (all.has(code(resource))) {
                TargetQuestionFields rule = all.object(code(resource));
                rule.only(Set.of("perArea", "perChild"));
                double most = TargetSuggestionQuestion.MOST_AMOUNT;
                rules.put(
                        resource,
                        new TargetCosts.Rule(
                                rule.number("perArea", 0, most).orElse(0.0),
                                rule.number("perChild", 0, most).orElse(0.0)));
            }
            Map<AreaCode, Double> byArea = new TreeMap<>();
            for (int k = 0; k < areas.size(); k++) {
                Optional<Double> cost = areas.get(k).number(code(resource), 0, TargetSuggestionQuestion.MOST_AMOUNT);
                if (cost.isPresent()) {
                    named.get(k).ifPresent(area -> byArea.put(area, cost.get()));
                }
            }
            if (!byArea.isEmpty()) {
                own.put(resource, byArea);
            }
        }
        return new TargetCosts(rules, own);
    }

    private TargetConstraints constraints(TargetScope scope, TargetCodeFields codes, TargetCosts costs) {
        TargetConstraints constraints = TargetConstraints.NONE;
        TargetQuestionFields limits = fields.object("limits");
        limits.only(Set.of(code(Resource.MONEY), code(Resource.CASELOAD), code(Resource.CHILDREN)));
        for (Resource resource : List.of(Resource.MONEY, Resource.CASELOAD, Resource.CHILDREN)) {
            Optional<Double> most = limits.amount(code(resource), TargetSuggestionQuestion.MOST_AMOUNT);
            if (most.isPresent()) {
                requireCosts(costs, resource);
                constraints = constraints.withLimit(resource, most.get());
            }
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
                    "costs." + code(resource),
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
                fields.wrong("limits." + code(each), "The budgets are limits of the same: leave this one out.");
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

    /** The question as JSON, every field in it that is not as usual. */
    static ObjectNode write(TargetSuggestionQuestion question) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        TargetConstraints constraints = question.constraints();
        question.district()
                .ifPresent(district -> node.put("district", district.code().value()));
        node.put("need", question.need());
        node.put("method", question.method().code());
        ObjectNode limits = node.putObject("limits");
        new TreeMap<>(constraints.limits()).forEach((resource, most) -> limits.put(code(resource), most));
        writeCosts(node, question.costs());
        node.put("areasFrom", constraints.areasFrom());
        putUnlessAny(node, "areasTo", constraints.areasTo());
        putUnlessAny(node, "piecesMost", constraints.piecesMost());
        node.put("pieceAreasLeast", constraints.pieceAreasLeast());
        ArrayNode floors = node.putArray("floors");
        for (DistrictFloor floor : constraints.floors()) {
            floors.addObject()
                    .put("district", floor.district().value())
                    .put("leastAreas", floor.leastAreas())
                    .put("leastNeedSharePercent", PERCENT * floor.leastNeedShareFraction());
        }
        ArrayNode mustHave = node.putArray("mustHave");
        new TreeSet<>(constraints.mustHave()).forEach(area -> mustHave.add(area.value()));
        ArrayNode mustNot = node.putArray("mustNot");
        new TreeSet<>(constraints.mustNot()).forEach(area -> mustNot.add(area.value()));
        question.resource().ifPresent(resource -> node.put("resource", code(resource)));
        ArrayNode budgets = node.putArray("budgets");
        question.budgets().forEach(budgets::add);
        node.put("robustness", question.robustness());
        node.put("gapPercent", PERCENT * question.options().relativeGapFraction());
        node.put("timeLimitSeconds", question.options().timeLimit().toSeconds());
        return node;
    }

    private static void writeCosts(ObjectNode node, TargetCosts costs) {
        ObjectNode rules = node.putObject("costs");
        new TreeMap<>(costs.rules()).forEach((resource, rule) -> rules.putObject(code(resource))
                .put("perArea", rule.perArea())
                .put("perChild", rule.perChild()));
        Map<AreaCode, ObjectNode> byArea = new TreeMap<>();
        new TreeMap<>(costs.own())
                .forEach((resource, own) -> own.forEach((area, cost) -> byArea.computeIfAbsent(
                                area,
                                code -> JsonNodeFactory.instance.objectNode().put("code", code.value()))
                        .put(code(resource), cost)));
        ArrayNode areas = node.putArray("areaCosts");
        byArea.values().forEach(areas::add);
    }

    private static void putUnlessAny(ObjectNode node, String field, int most) {
        if (most < TargetConstraints.NO_LIMIT) {
            node.put(field, most);
        }
    }

    /** What is usual, as JSON. */
    static ObjectNode defaults(List<TargetNeed> needs) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("need", needs.get(0).code());
        node.put("method", Method.BEST.code());
        node.put("areasFrom", 3);
        node.put("areasTo", 5);
        node.put("pieceAreasLeast", 1);
        node.put("gapPercent", USUAL_GAP_PERCENT);
        Map<String, Integer> seconds = new LinkedHashMap<>();
        for (Method method : Method.values()) {
            seconds.put(method.code(), method.usualSeconds());
        }
        ObjectNode limits = node.putObject("timeLimitSeconds");
        seconds.forEach(limits::put);
        return node;
    }
}
