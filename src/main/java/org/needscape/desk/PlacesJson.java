package org.needscape.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.need.DeprivationLaw;
import org.needscape.need.Gradient;
import org.needscape.need.GradientArea;
import org.needscape.need.PlaceComparison;
import org.needscape.need.PlaceDeciles;
import org.needscape.need.PlacePair;
import org.needscape.need.PlaceRates;
import org.needscape.need.SlopeTest;
import org.needscape.stats.Computed;

/**
 * The comparison of places as it stands in a file. Where small counts are hidden, each place's deciles are first taken together until
 * none of them has a small count, so that nothing that is computed from them can give one away; rates in decile 1 are then given for all
 * places or for none, because the rate of all places together is in the file as well.
 */
final class PlacesJson {

    /** A hidden total could be had from the others and the whole; two cannot. */
    private static final int HIDDEN_TOGETHER = 2;

    private PlacesJson() {}

    static void put(ObjectNode json, Map<String, List<GradientArea>> areas, int suppressUpTo, List<String> notes) {
        List<PlaceDeciles> places = new ArrayList<>();
        areas.forEach((name, rows) -> {
            Gradient gradient = Gradient.of(rows, suppressUpTo == 0 ? 0 : suppressUpTo + 1);
            places.add(new PlaceDeciles(name, name, gradient.groups()));
        });
        if (places.size() < 2) {
            notes.add("Places are not compared: the file has fewer than two.");
        }
        if (places.isEmpty()) {
            return;
        }
        PlaceComparison comparison = PlaceComparison.of(places);
        boolean[] hidden = CountProtection.hidden(
                places.stream().map(PlaceDeciles::count).toList(), suppressUpTo, HIDDEN_TOGETHER);
        boolean hidesFirst = suppressUpTo > 0 && places.stream().anyMatch(PlacesJson::hasNoShowableFirst);
        json.put("reference", comparison.reference());
        ArrayNode common = json.putArray("deciles");
        comparison.commonDeciles().forEach(common::add);
        json.put("standard", comparison.standard());
        ArrayNode list = json.putArray("areas");
        for (int k = 0; k < places.size(); k++) {
            putPlace(list.addObject(), comparison, comparison.places().get(k), hidden[k], hidesFirst);
        }
        putSlopes(json, comparison);
        ArrayNode pairs = json.putArray("pairs");
        comparison.pairs().forEach(pair -> putPair(pairs.addObject(), pair));
        if (places.size() > 2) {
            putLaw(json.putObject("law"), comparison.law());
        }
        notes.addAll(comparison.notes());
    }

    /** Whether decile 1 of a place had to be hidden or taken together with others; not where nobody lives there. */
    private static boolean hasNoShowableFirst(PlaceDeciles place) {
        return place.groups().stream()
                .filter(group -> group.firstDecile() == 1)
                .anyMatch(group -> group.lastDecile() > 1 || !group.count().isKnown());
    }

    private static void putPlace(
            ObjectNode json, PlaceComparison comparison, PlaceRates place, boolean hidden, boolean hidesFirst) {
        json.put("area", place.code());
        json.put("population", place.population());
        putCount(json, place.count(), hidden);
        putRate(json, "crude", place.crude(), hidden);
        putRate(json, "decile_1", place.decile1(), hidden || hidesFirst);
        putRate(json, "directly_standardised", place.standardised(), hidden);
        putRate(json, "indirectly_standardised_ratio", place.indirectRatio(), hidden);
        putRate(json, "rate_ratio", place.ratioPerDecile(), hidden);
        boolean isReference = place.code().equals(comparison.reference());
        if (isReference || hidden) {
            json.putNull("interaction");
        } else {
            putTest(json, comparison.pair(place.code(), comparison.reference()).poissonInteraction());
        }
    }

    private static void putSlopes(ObjectNode json, PlaceComparison comparison) {
        putRate(json, "common_rate_ratio", comparison.slopes().commonRatioPerDecile(), false);
        json.put("dispersion", comparison.slopes().dispersion());
        putTest(json, comparison.slopes().poissonTest());
        json.put("sentence", comparison.slopes().sentence());
    }

    private static void putPair(ObjectNode json, PlacePair pair) {
        json.put("area", pair.subject());
        json.put("against", pair.against());
        putRate(json, "ratio_decile_1", pair.ratioAtDecile1(), false);
        putRate(json, "ratio_decile_10", pair.ratioAtDecile10(), false);
        putRate(json, "standardised_ratio", pair.standardisedRatio(), false);
        putTest(json, pair.poissonInteraction());
        json.put("finding", pair.finding().code());
        json.put("sentence", pair.sentence());
    }

    /** Ratios are for a place one standard deviation less deprived. */
    private static void putLaw(ObjectNode json, DeprivationLaw law) {
        putRate(json, "ratio_decile_1", law.ratioAtDecile1(), false);
        putRate(json, "ratio_middle", law.ratioAtMiddle(), false);
        putRate(json, "ratio_decile_10", law.ratioAtDecile10(), false);
        putTest(json, law.interaction());
        json.put("finding", law.finding().code());
        json.put("sentence", law.sentence());
    }

    private static void putTest(ObjectNode json, SlopeTest test) {
        if (test instanceof SlopeTest.Wald wald) {
            json.putObject("interaction")
                    .put("estimate", wald.estimate())
                    .put("se", wald.standardError())
                    .put("z", wald.z())
                    .put("p", wald.p().orElseThrow());
        } else if (test instanceof SlopeTest.LikelihoodRatio ratio) {
            json.putObject("interaction")
                    .put("chi_square", ratio.chiSquare())
                    .put("degrees_of_freedom", ratio.degreesOfFreedom())
                    .put("p", ratio.p().orElseThrow());
        } else {
            json.putNull("interaction");
        }
    }

    private static void putCount(ObjectNode json, Value count, boolean hidden) {
        if (hidden || !count.isKnown()) {
            json.put(
                    "count",
                    hidden ? ValueState.SUPPRESSED.mark() : count.state().mark());
        } else {
            json.put("count", count.number().orElseThrow());
        }
    }

    /** An estimate under its name and its limits beside it. */
    private static void putRate(ObjectNode json, String name, Computed computed, boolean hidden) {
        for (String part : List.of("", "_lower", "_upper")) {
            if (hidden) {
                json.put(name + part, ValueState.SUPPRESSED.mark());
            } else if (computed.estimate().isEmpty()) {
                json.putNull(name + part);
            }
        }
        if (!hidden && computed.estimate().isPresent()) {
            json.put(name, computed.estimate().get().estimate());
            json.put(name + "_lower", computed.estimate().get().lower());
            json.put(name + "_upper", computed.estimate().get().upper());
        }
    }
}
