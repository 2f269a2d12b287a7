package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.service.RejectedException.Violation;

/**
 * What a choice of areas takes, beside what there is: money, places (the caseload that workers have room for) and children. An area takes
 * so much, and so much for each child aged 0 to 17 who lives there, unless its own number is given. Where the number of children is not
 * known, what takes so much a child is not known either.
 */
final class TargetBudget {

    /** More than any county has of anything. */
    private static final double MOST = 1e12;

    private static final int DECIMALS = 2;

    /** What areas take. */
    private enum What {
        MONEY("money", "Money", "£ a year"),
        CASELOAD("caseload", "Places", "families or children that workers can take on at a time"),
        CHILDREN("children", "Children", "children aged 0 to 17");

        private final String code;
        private final String title;
        private final String unit;

        What(String code, String title, String unit) {
            this.code = code;
            this.title = title;
            this.unit = unit;
        }

        static Optional<What> find(String code) {
            for (What what : values()) {
                if (what.code.equals(code)) {
                    return Optional.of(what);
                }
            }
            return Optional.empty();
        }
    }

    private record Rule(double perArea, double perChild) {}

    private final Map<What, Rule> rules = new EnumMap<>(What.class);
    private final Map<What, Double> limits = new EnumMap<>(What.class);
    private final Map<What, Map<AreaCode, Double>> own = new EnumMap<>(What.class);
    private final List<Violation> wrong = new ArrayList<>();

    private TargetBudget() {}

    /**
     * Reads {@code costs}, {@code areaCosts} and {@code limits} of a request, all of which may be absent.
     *
     * @throws RejectedException naming every field that is wrong
     */
    static TargetBudget read(JsonNode json) {
        TargetBudget budget = new TargetBudget();
        budget.readCosts(json.path("costs"));
        budget.readAreaCosts(json.path("areaCosts"));
        budget.readLimits(json.path("limits"));
        if (!budget.wrong.isEmpty()) {
            throw new RejectedException(budget.wrong);
        }
        return budget;
    }

    /** Puts what a choice takes into its tallies, for everything that a cost or a limit was given of. */
    void put(ObjectNode tallies, Collection<AreaCode> chosen, Map<AreaCode, Value> children) {
        ArrayNode items = tallies.putArray("budget");
        for (What what : What.values()) {
            boolean isPriced = what == What.CHILDREN || rules.containsKey(what) || own.containsKey(what);
            if (!limits.containsKey(what) && (what == What.CHILDREN || !isPriced)) {
                continue;
            }
            List<AreaCode> unknown = chosen.stream()
                    .filter(code -> cost(what, code, children).isEmpty())
                    .toList();
            ObjectNode item = items.addObject();
            item.put("resource", what.code);
            item.put("title", what.title);
            item.put("unit", what.unit);
            item.put("limit", limits.containsKey(what) ? rounded(limits.getOrDefault(what, 0.0)) : null);
            if (!unknown.isEmpty()) {
                item.putNull("cost").putNull("left").putNull("within");
                item.put("reason", reason(isPriced, unknown));
                continue;
            }
            double cost = chosen.stream()
                    .mapToDouble(code -> cost(what, code, children).orElseThrow())
                    .sum();
            item.put("cost", rounded(cost));
            item.put("left", limits.containsKey(what) ? rounded(limits.getOrDefault(what, 0.0) - cost) : null);
            if (limits.containsKey(what)) {
                item.put("within", cost <= limits.getOrDefault(what, 0.0));
            } else {
                item.putNull("within");
            }
            item.put("reason", "");
        }
    }

    private static String reason(boolean isPriced, List<AreaCode> unknown) {
        return isPriced
                ? "The number of children of " + unknown.get(0)
                        + (unknown.size() == 1 ? "" : " and of " + (unknown.size() - 1) + " more")
                        + " is not known: give what these areas take themselves."
                : "Nobody said what an area takes: give a cost for each area or each child.";
    }

    private OptionalDouble cost(What what, AreaCode code, Map<AreaCode, Value> children) {
        Double itself = own.getOrDefault(what, Map.of()).get(code);
        if (itself != null) {
            return OptionalDouble.of(itself);
        }
        Value living = children.getOrDefault(code, Value.notAvailable());
        if (what == What.CHILDREN) {
            return living.number();
        }
        Rule rule = rules.get(what);
        if (rule == null) {
            return OptionalDouble.empty();
        }
        return rule.perChild() == 0
                ? OptionalDouble.of(rule.perArea())
                : living.map(number -> rule.perArea() + rule.perChild() * number)
                        .number();
    }

    private void readCosts(JsonNode costs) {
        fields("costs", costs).forEach(name -> {
            Optional<What> what = What.find(name).filter(found -> found != What.CHILDREN);
            if (what.isEmpty()) {
                wrong.add(new Violation("costs." + name, "Costs are money or caseload."));
                return;
            }
            String field = "costs." + name;
            fields(field, costs.path(name)).stream()
                    .filter(inner -> !Set.of("perArea", "perChild").contains(inner))
                    .forEach(inner -> wrong.add(
                            new Violation(field + "." + inner, "There is no field of this name: leave it out.")));
            rules.put(
                    what.get(),
                    new Rule(
                            number(costs.path(name).path("perArea"), field + ".perArea"),
                            number(costs.path(name).path("perChild"), field + ".perChild")));
        });
    }

    private void readAreaCosts(JsonNode costs) {
        if (costs.isMissingNode() || costs.isNull()) {
            return;
        }
        if (!costs.isArray()) {
            wrong.add(new Violation("areaCosts", "Give a list of areas with what each takes."));
            return;
        }
        for (int k = 0; k < costs.size(); k++) {
            String field = "areaCosts[" + k + "]";
            JsonNode item = costs.get(k);
            String code = item.path("code").asText();
            if (!item.path("code").isTextual() || !AreaCode.isValid(code)) {
                wrong.add(new Violation(field + ".code", "Give the code of an area, such as E01029345."));
                continue;
            }
            for (String name : fields(field, item)) {
                Optional<What> what = What.find(name).filter(found -> found != What.CHILDREN);
                if (what.isPresent()) {
                    own.computeIfAbsent(what.get(), ignored -> new HashMap<>())
                            .put(new AreaCode(code), number(item.path(name), field + "." + name));
                } else if (!name.equals("code")) {
                    wrong.add(new Violation(field + "." + name, "There is no field of this name: leave it out."));
                }
            }
        }
    }

    private void readLimits(JsonNode json) {
        fields("limits", json).forEach(name -> {
            Optional<What> what = What.find(name);
            if (what.isEmpty()) {
                wrong.add(new Violation("limits." + name, "Limits are money, caseload or children."));
                return;
            }
            JsonNode limit = json.path(name);
            if (limit.isNumber() && limit.doubleValue() == 0) {
                wrong.add(new Violation(
                        "limits." + name, "A budget of 0 reaches nothing: give more than 0, or leave the limit out."));
            } else if (!limit.isNull()) {
                limits.put(what.get(), number(limit, "limits." + name));
            }
        });
    }

    private Set<String> fields(String field, JsonNode json) {
        Set<String> names = new TreeSet<>();
        if (json.isObject()) {
            json.fieldNames().forEachRemaining(names::add);
        } else if (!json.isMissingNode() && !json.isNull()) {
            wrong.add(new Violation(field, "Give an object here."));
        }
        return names;
    }

    /** A number that is 0 or more; 0 where there is none. */
    private double number(JsonNode json, String field) {
        if (json.isMissingNode() || json.isNull()) {
            return 0;
        }
        double number = json.asDouble(-1);
        if (!json.isNumber() || !(number >= 0 && number <= MOST)) {
            wrong.add(new Violation(field, "Give a number from 0 to 1,000,000,000,000."));
            return 0;
        }
        return number;
    }

    private static BigDecimal rounded(double number) {
        return BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
