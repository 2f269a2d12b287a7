package org.needscape.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.cases.ShownCases;
import org.needscape.disclosure.cases.ShownCombination;
import org.needscape.disclosure.cases.ShownFactor;
import org.needscape.disclosure.cases.ShownLevel;
import org.needscape.disclosure.cases.ShownNumbers;
import org.needscape.disclosure.cases.ShownPair;
import org.needscape.indicator.Value;

/** Cases as shown, as the store keeps them: a shown count is its number, a hidden one {@code c}. */
final class CaseSummaries {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HIDDEN = "c";

    private CaseSummaries() {}

    static String toJson(ShownCases cases) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        DisclosurePolicy rule = cases.rule();
        node.putObject("rule")
                .put("largestHiddenCount", rule.threshold())
                .put("zeroIsHidden", rule.zeroIsDisclosive())
                .put("roundingBase", rule.roundingBase())
                .put("minimumDenominator", rule.minimumDenominator())
                .put("protectionWidth", rule.protectionWidth());
        put(node, "cases", cases.cases());
        factors(node.putArray("factors"), cases.factors());
        ArrayNode pairs = node.putArray("pairs");
        for (ShownPair pair : cases.pairs()) {
            ObjectNode one = pairs.addObject().put("first", pair.first()).put("second", pair.second());
            put(one, "both", pair.both());
            put(one, "firstOnly", pair.firstOnly());
            put(one, "secondOnly", pair.secondOnly());
            put(one, "neither", pair.neither());
        }
        numbers(node.putObject("numbers"), cases.numbers());
        cases.atHome().ifPresent(three -> numbers(node.putObject("atHome"), three));
        ArrayNode combinations = node.putArray("combinations");
        for (ShownCombination combination : cases.combinations()) {
            ObjectNode one = combinations.addObject();
            texts(one.putArray("factors"), combination.factors());
            put(one, "cases", combination.cases());
        }
        ArrayNode levels = node.putArray("levels");
        for (ShownLevel level : cases.levels()) {
            ObjectNode one = levels.addObject().put("level", level.level());
            put(one, "cases", level.cases());
            factors(one.putArray("factors"), level.factors());
        }
        return node.toString();
    }

    /** Reads what {@link #toJson} wrote. */
    static ShownCases fromJson(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            List<ShownPair> pairs = new ArrayList<>();
            for (JsonNode pair : node.required("pairs")) {
                pairs.add(new ShownPair(
                        pair.required("first").textValue(),
                        pair.required("second").textValue(),
                        value(pair, "both"),
                        value(pair, "firstOnly"),
                        value(pair, "secondOnly"),
                        value(pair, "neither")));
            }
            List<ShownCombination> combinations = new ArrayList<>();
            for (JsonNode combination : node.required("combinations")) {
                combinations.add(new ShownCombination(texts(combination), value(combination, "cases")));
            }
            List<ShownLevel> levels = new ArrayList<>();
            for (JsonNode level : node.required("levels")) {
                levels.add(new ShownLevel(level.required("level").textValue(), value(level, "cases"), factors(level)));
            }
            return new ShownCases(
                    rule(node.required("rule")),
                    value(node, "cases"),
                    factors(node),
                    pairs,
                    numbers(node.required("numbers")),
                    node.has("atHome") ? Optional.of(numbers(node.required("atHome"))) : Optional.empty(),
                    combinations,
                    levels);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DisclosurePolicy rule(JsonNode node) {
        return new DisclosurePolicy(
                node.required("largestHiddenCount").intValue(),
                node.required("zeroIsHidden").booleanValue(),
                node.required("roundingBase").intValue(),
                node.required("minimumDenominator").intValue(),
                node.required("protectionWidth").intValue());
    }

    private static void factors(ArrayNode array, List<ShownFactor> factors) {
        for (ShownFactor factor : factors) {
            ObjectNode one = array.addObject().put("factor", factor.factor());
            put(one, "having", factor.having());
            put(one, "notHaving", factor.notHaving());
            put(one, "notKnown", factor.notKnown());
        }
    }

    private static List<ShownFactor> factors(JsonNode node) {
        List<ShownFactor> factors = new ArrayList<>();
        for (JsonNode factor : node.required("factors")) {
            factors.add(new ShownFactor(
                    factor.required("factor").textValue(),
                    value(factor, "having"),
                    value(factor, "notHaving"),
                    value(factor, "notKnown")));
        }
        return factors;
    }

    private static void numbers(ObjectNode node, ShownNumbers numbers) {
        texts(node.putArray("factors"), numbers.factors());
        ArrayNode cases = node.putArray("cases");
        numbers.cases().forEach(value -> cases.add(text(value)));
    }

    private static ShownNumbers numbers(JsonNode node) {
        List<Value> cases = new ArrayList<>();
        node.required("cases").forEach(cell -> cases.add(value(cell)));
        return new ShownNumbers(texts(node), cases);
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.required("factors").forEach(text -> texts.add(text.textValue()));
        return texts;
    }

    private static void put(ObjectNode node, String name, Value value) {
        node.set(name, text(value));
    }

    private static JsonNode text(Value value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return value.isKnown() ? nodes.numberNode(Math.round(value.number().orElseThrow())) : nodes.textNode(HIDDEN);
    }

    private static Value value(JsonNode node, String name) {
        return value(node.required(name));
    }

    private static Value value(JsonNode cell) {
        return cell.isNumber() ? Value.known(cell.doubleValue()) : Value.suppressed();
    }
}
