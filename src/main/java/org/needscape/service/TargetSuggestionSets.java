package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.needscape.area.AreaCode;
import org.needscape.targeting.Frontier;
import org.needscape.targeting.Frontier.Rule;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.Undecided;

/** The sets for several budgets as JSON: those that only grow, and what each budget reaches under each rule. */
final class TargetSuggestionSets {

    private static final int DECIMALS = 2;

    private final TargetSuggestionJson json;

    TargetSuggestionSets(TargetSuggestionJson json) {
        this.json = json;
    }

    /** Sets that only grow; a budget that no set keeps to says why. */
    void nested(ArrayNode array, List<Double> budgets, List<SuggestionOutcome> outcomes) {
        List<AreaCode> before = new ArrayList<>();
        for (int k = 0; k < budgets.size(); k++) {
            ObjectNode node = array.addObject();
            node.put("budget", TargetSuggestionJson.rounded(budgets.get(k), DECIMALS));
            outcome(node, outcomes.get(k));
            ArrayNode added = node.putArray("added");
            List<AreaCode> held = List.copyOf(before);
            outcomes.get(k).suggestion().ifPresent(found -> {
                found.areas().stream().filter(area -> !held.contains(area)).forEach(area -> added.add(area.value()));
                before.clear();
                before.addAll(found.areas());
            });
        }
    }

    /** What each budget reaches under each rule, and what each rule costs in need. */
    void frontier(ArrayNode array, Frontier frontier) {
        Map<String, Rule> rules = new LinkedHashMap<>();
        List.of(Rule.FREE, Rule.CONTIGUOUS, Rule.NESTED, Rule.FLOOR)
                .forEach(rule -> rules.put(rule.name().toLowerCase(Locale.ROOT), rule));
        for (Frontier.Point point : frontier.points()) {
            ObjectNode node = array.addObject();
            node.put("budget", TargetSuggestionJson.rounded(point.limit(), DECIMALS));
            for (Map.Entry<String, Rule> rule : rules.entrySet()) {
                SuggestionOutcome outcome = point.outcomes().get(rule.getValue());
                if (outcome != null) {
                    outcome(node.putObject(rule.getKey()), outcome);
                }
            }
            ObjectNode price = node.putObject("price");
            for (Map.Entry<String, Rule> rule : rules.entrySet()) {
                if (rule.getValue() != Rule.FREE) {
                    OptionalDouble lost = point.price(rule.getValue());
                    price.put(
                            rule.getKey(),
                            lost.isPresent() ? TargetSuggestionJson.rounded(lost.getAsDouble(), DECIMALS) : null);
                }
            }
        }
    }

    private void outcome(ObjectNode node, SuggestionOutcome outcome) {
        outcome.suggestion().ifPresent(found -> node.setAll(json.heading(found)));
        ArrayNode areas = node.putArray("areas");
        outcome.suggestion()
                .ifPresentOrElse(found -> codes(areas, found.areas()), () -> node.put("need", (Double) null));
        String why = outcome instanceof Undecided undecided
                ? undecided.sentence()
                : outcome.conflict()
                        .map(conflict -> "No set keeps to: "
                                + json.named(String.join(
                                        " ",
                                        conflict.parts().stream()
                                                .map(part -> part.sentence())
                                                .toList())))
                        .orElse(null);
        node.put("sentence", why);
    }

    private static void codes(ArrayNode array, Collection<AreaCode> codes) {
        codes.forEach(code -> array.add(code.value()));
    }
}
