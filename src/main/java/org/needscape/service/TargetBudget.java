package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.service.RejectedException.Violation;
import org.needscape.targeting.Resource;

/**
 * What a choice of areas takes, beside what there is: money, caseload (families or children that workers can take on at a time) and children. An area takes
 * so much, and so much for each child aged 0 to 17 who lives there, unless its own number is given. Where the number of children is not
 * known, what takes so much a child is not known either.
 */
final class TargetBudget {

    private static final int DECIMALS = 2;

    private final TargetCosts costs;
    private final Map<Resource, Double> limits;

    private TargetBudget(TargetCosts costs, Map<Resource, Double> limits) {
        this.costs = costs;
        this.limits = limits;
    }

    /**
     * Reads {@code costs}, {@code areaCosts} and {@code limits} of a request, all of which may be absent.
     *
     * @throws RejectedException naming every field that is wrong
     */
    static TargetBudget read(JsonNode json) {
        List<Violation> wrong = new ArrayList<>();
        TargetCostFields fields = new TargetCostFields(TargetQuestionFields.of(json, wrong));
        TargetBudget budget = new TargetBudget(
                fields.costs(TargetSuggestionQuestions.MOST_AREAS, TargetCodeFields::anywhere), fields.limits());
        if (!wrong.isEmpty()) {
            throw new RejectedException(wrong);
        }
        return budget;
    }

    /** Puts what a choice takes into its tallies, for everything that a cost or a limit was given of. */
    void put(ObjectNode tallies, Collection<AreaCode> chosen, Map<AreaCode, Value> children) {
        ArrayNode items = tallies.putArray("budget");
        put(items, Resource.MONEY, "Money", "£ a year", chosen, children);
        put(
                items,
                Resource.CASELOAD,
                "Caseload",
                "families or children that workers can take on at a time",
                chosen,
                children);
        put(items, Resource.CHILDREN, "Children", "children aged 0 to 17", chosen, children);
    }

    private void put(
            ArrayNode items,
            Resource resource,
            String title,
            String unit,
            Collection<AreaCode> chosen,
            Map<AreaCode, Value> children) {
        Optional<Double> limit = Optional.ofNullable(limits.get(resource));
        if (limit.isEmpty() && (resource == Resource.CHILDREN || !costs.isSaid(resource))) {
            return;
        }
        ObjectNode item = items.addObject();
        item.put("resource", resource.code());
        item.put("title", title);
        item.put("unit", unit);
        item.put("limit", limit.map(TargetBudget::rounded).orElse(null));
        double cost = 0;
        List<AreaCode> unknown = new ArrayList<>();
        for (AreaCode code : chosen) {
            Double each = costs.of(code, children.getOrDefault(code, Value.notAvailable()))
                    .get(resource);
            if (each == null) {
                unknown.add(code);
            } else {
                cost += each;
            }
        }
        if (!unknown.isEmpty()) {
            item.putNull("cost").putNull("left").putNull("within");
            item.put("reason", reason(costs.isSaid(resource), unknown));
            return;
        }
        double taken = cost;
        item.put("cost", rounded(taken));
        item.put("left", limit.map(most -> rounded(most - taken)).orElse(null));
        item.put("within", limit.map(most -> taken <= most).orElse(null));
        item.put("reason", "");
    }

    private static String reason(boolean isPriced, List<AreaCode> unknown) {
        return isPriced
                ? "The number of children of " + unknown.get(0)
                        + (unknown.size() == 1 ? "" : " and of " + (unknown.size() - 1) + " more")
                        + " is not known: give what these areas take themselves."
                : "Nobody said what an area takes: give a cost for each area or each child.";
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
