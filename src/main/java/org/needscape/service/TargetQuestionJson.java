package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.service.TargetSuggestionQuestion.Method;
import org.needscape.targeting.DistrictFloor;
import org.needscape.targeting.TargetConstraints;

/** Questions about target areas as they are written back, with what is usual in them. */
final class TargetQuestionJson {

    static final double USUAL_GAP_PERCENT = 1;

    private static final double PERCENT = 100;

    private TargetQuestionJson() {}

    /** The question as JSON, every field in it that is not as usual. */
    static ObjectNode write(TargetSuggestionQuestion question) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        TargetConstraints constraints = question.constraints();
        question.district()
                .ifPresent(district -> node.put("district", district.code().value()));
        node.put("need", question.need());
        node.put("method", question.method().code());
        ObjectNode limits = node.putObject("limits");
        new TreeMap<>(constraints.limits()).forEach((resource, most) -> limits.put(resource.code(), most));
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
        question.resource().ifPresent(resource -> node.put("resource", resource.code()));
        ArrayNode budgets = node.putArray("budgets");
        question.budgets().forEach(budgets::add);
        node.put("robustness", question.robustness());
        node.put("gapPercent", PERCENT * question.options().relativeGapFraction());
        node.put("timeLimitSeconds", question.options().timeLimit().toSeconds());
        return node;
    }

    private static void writeCosts(ObjectNode node, TargetCosts costs) {
        ObjectNode rules = node.putObject("costs");
        new TreeMap<>(costs.rules()).forEach((resource, rule) -> rules.putObject(resource.code())
                .put("perArea", rule.perArea())
                .put("perChild", rule.perChild()));
        Map<AreaCode, ObjectNode> byArea = new TreeMap<>();
        new TreeMap<>(costs.own())
                .forEach((resource, own) -> own.forEach((area, cost) -> byArea.computeIfAbsent(
                                area,
                                code -> JsonNodeFactory.instance.objectNode().put("code", code.value()))
                        .put(resource.code(), cost)));
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
        ObjectNode seconds = node.putObject("timeLimitSeconds");
        for (Method method : Method.values()) {
            seconds.put(method.code(), method.usualSeconds());
        }
        return node;
    }
}
