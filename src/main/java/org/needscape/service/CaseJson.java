package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.needscape.cooccurrence.CasePair;
import org.needscape.cooccurrence.CasePrevalence;
import org.needscape.cooccurrence.NoAssociation;
import org.needscape.disclosure.cases.CaseSample;
import org.needscape.disclosure.cases.ShownCases;
import org.needscape.disclosure.cases.ShownCombination;
import org.needscape.disclosure.cases.ShownFactor;
import org.needscape.disclosure.cases.ShownLevel;
import org.needscape.disclosure.cases.ShownNumbers;
import org.needscape.disclosure.cases.ShownPair;
import org.needscape.geoio.layer.LayerNumbers;
import org.needscape.indicator.Value;
import org.needscape.stats.Estimate;

/**
 * Cases as shown, with what follows from the shown counts. A figure that is not given is null, and {@code why} beside it says the
 * reason.
 */
final class CaseJson {

    private static final int SHARE_DECIMALS = 4;
    private static final int RATIO_DECIMALS = 2;
    private static final String HIDDEN = "a count that it takes is hidden to protect children";

    private final ShownCases cases;

    CaseJson(ShownCases cases) {
        this.cases = cases;
    }

    /** Puts everything but the words around it into a document. */
    void put(ObjectNode node) {
        node.putObject("rule")
                .put("leftOutOneIn", CaseSample.ONE_IN)
                .put("largestHiddenCount", cases.rule().threshold())
                .put("zeroIsHidden", cases.rule().zeroIsDisclosive())
                .put("roundedTo", cases.roundingBase())
                .put("minimumDenominator", cases.rule().minimumDenominator());
        node.set("cases", count(cases.cases()));
        factors(node.putArray("factors"), cases.factors());
        ArrayNode pairs = node.putArray("pairs");
        cases.pairs().forEach(pair -> pair(pairs.addObject(), pair));
        numbers(node.putObject("numbers"), cases.numbers());
        if (cases.atHome().isPresent()) {
            atHome(node.putObject("atHome"), cases.atHome().get());
        } else {
            node.putNull("atHome");
        }
        ArrayNode combinations = node.putArray("combinations");
        for (ShownCombination combination : cases.combinations()) {
            ObjectNode one = combinations.addObject();
            combination.factors().forEach(one.putArray("factors")::add);
            one.set("cases", count(combination.cases()));
        }
        ArrayNode levels = node.putArray("levels");
        for (ShownLevel level : cases.levels()) {
            ObjectNode one = levels.addObject().put("level", level.level());
            one.set("cases", count(level.cases()));
            factors(one.putArray("factors"), level.factors());
        }
    }

    private void factors(ArrayNode array, List<ShownFactor> factors) {
        for (ShownFactor factor : factors) {
            ObjectNode one = array.addObject().put("factor", factor.factor());
            one.set("having", count(factor.having()));
            one.set("notHaving", count(factor.notHaving()));
            one.set("notKnown", count(factor.notKnown()));
            Optional<CasePrevalence> prevalence = factor.prevalence();
            Optional<String> why = prevalence.isEmpty()
                    ? Optional.of(HIDDEN)
                    : whyNoShare(prevalence.get().of());
            one.set(
                    "share",
                    why.isPresent()
                            ? nothing()
                            : estimate(prevalence.flatMap(CasePrevalence::shareFraction), SHARE_DECIMALS));
            one.put("why", why.orElse(null));
        }
    }

    private void pair(ObjectNode node, ShownPair pair) {
        node.put("first", pair.first()).put("second", pair.second());
        node.set("both", count(pair.both()));
        node.set("firstOnly", count(pair.firstOnly()));
        node.set("secondOnly", count(pair.secondOnly()));
        node.set("neither", count(pair.neither()));
        Optional<CasePair> found = pair.table();
        Optional<String> why = found.isEmpty()
                ? Optional.of(HIDDEN)
                : whyNoShare(found.get().table().total())
                        .or(() -> found.get().whyNoLift().map(NoAssociation::words));
        Optional<CasePair> table = why.isPresent() ? Optional.empty() : found;
        node.set(
                "togetherShare",
                number(
                        table.map(CasePair::table)
                                .map(counts -> OptionalDouble.of((double) counts.both() / counts.total()))
                                .orElse(OptionalDouble.empty()),
                        SHARE_DECIMALS));
        node.set("lift", estimate(table.flatMap(CasePair::lift), RATIO_DECIMALS));
        node.set("oddsRatio", estimate(table.flatMap(CasePair::oddsRatio), RATIO_DECIMALS));
        node.set("secondGivenFirst", given(table, true));
        node.set("firstGivenSecond", given(table, false));
        node.put("why", why.orElse(null));
        node.put(
                "whyNoOddsRatio",
                why.or(() -> table.flatMap(CasePair::whyNoOddsRatio).map(NoAssociation::words))
                        .orElse(null));
    }

    private JsonNode given(Optional<CasePair> pair, boolean isGivenFirst) {
        return estimate(
                pair.filter(counts -> whyNoShare(
                                        isGivenFirst
                                                ? counts.table().havingFirst()
                                                : counts.table().havingSecond())
                                .isEmpty())
                        .flatMap(counts ->
                                isGivenFirst ? counts.secondGivenFirstFraction() : counts.firstGivenSecondFraction()),
                SHARE_DECIMALS);
    }

    private void numbers(ObjectNode node, ShownNumbers numbers) {
        numbers.factors().forEach(node.putArray("factors")::add);
        node.set("of", number(numbers.of()));
        List<Double> expected = numbers.expectedFractions(cases.factors());
        Optional<String> why = whyNoShares(numbers);
        ArrayNode array = node.putArray("numbers");
        for (int k = 0; k < numbers.cases().size(); k++) {
            ObjectNode one = array.addObject().put("number", k);
            one.put("orMore", numbers.isLastOrMore() && k == numbers.cases().size() - 1);
            one.set("cases", count(numbers.cases().get(k)));
            one.set("share", why.isPresent() ? nothing() : estimate(numbers.shareWith(k, k), SHARE_DECIMALS));
            one.set(
                    "expectedShare",
                    number(
                            expected.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(expected.get(k)),
                            SHARE_DECIMALS));
        }
        node.put("why", why.orElse(null));
        node.put("whyNotExpected", expected.isEmpty() ? HIDDEN : null);
    }

    private void atHome(ObjectNode node, ShownNumbers three) {
        numbers(node, three);
        Optional<String> why = whyNoShares(three);
        node.set("oneOrMore", why.isPresent() ? nothing() : estimate(three.shareWith(1, 3), SHARE_DECIMALS));
        node.set("twoOrMore", why.isPresent() ? nothing() : estimate(three.shareWith(2, 3), SHARE_DECIMALS));
        List<Double> expected = three.expectedFractions(cases.factors());
        OptionalDouble lift = OptionalDouble.empty();
        if (why.isEmpty() && !expected.isEmpty() && expected.get(3) > 0) {
            lift = OptionalDouble.of(three.shareWith(3, 3).orElseThrow().estimate() / expected.get(3));
        }
        node.set("liftOfAllThree", number(lift, RATIO_DECIMALS));
    }

    private Optional<String> whyNoShares(ShownNumbers numbers) {
        OptionalLong of = numbers.of();
        return of.isEmpty() ? Optional.of(HIDDEN) : whyNoShare(of.getAsLong());
    }

    private Optional<String> whyNoShare(long of) {
        int least = Math.max(1, cases.rule().minimumDenominator());
        return of >= least ? Optional.empty() : Optional.of("it would be a share of fewer than " + least + " cases");
    }

    private static ObjectNode count(Value value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set(
                "value",
                value.isKnown()
                        ? JsonNodeFactory.instance.numberNode(
                                Math.round(value.number().orElseThrow()))
                        : nothing());
        return node.put("state", value.state().code());
    }

    static JsonNode estimate(Optional<Estimate> found, int decimals) {
        if (found.isEmpty()) {
            return nothing();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("estimate", number(OptionalDouble.of(found.get().estimate()), decimals));
        node.set("lower", number(OptionalDouble.of(found.get().lower()), decimals));
        node.set("upper", number(OptionalDouble.of(found.get().upper()), decimals));
        return node;
    }

    static JsonNode number(OptionalDouble number, int decimals) {
        return number.isPresent()
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(LayerNumbers.text(number.getAsDouble(), decimals)))
                : nothing();
    }

    private static JsonNode number(OptionalLong number) {
        return number.isPresent() ? JsonNodeFactory.instance.numberNode(number.getAsLong()) : nothing();
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance.nullNode();
    }
}
