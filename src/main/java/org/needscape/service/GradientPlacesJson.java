package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.needscape.need.ManyPairs;
import org.needscape.need.PlaceComparison;
import org.needscape.need.PlacePair;
import org.needscape.need.PlaceRates;
import org.needscape.need.SlopeTest;

/** What a report says of places beside each other, as JSON. */
final class GradientPlacesJson {

    private GradientPlacesJson() {}

    /** Adds the places, how they compare, and the rates that stand beside. */
    static void put(ObjectNode node, GradientReport report) {
        places(node.putArray("places"), report);
        comparison(node, report);
        comparators(node.putArray("comparators"), report);
    }

    private static void places(ArrayNode places, GradientReport report) {
        for (GradientPlaces.Place place : report.places()) {
            Optional<PlaceRates> rates = report.comparison().flatMap(comparison -> comparison.places().stream()
                    .filter(one -> one.code().equals(place.code()))
                    .findFirst());
            ObjectNode item = places.addObject()
                    .put("code", place.code())
                    .put("name", place.name())
                    .put("kind", place.kind().code());
            item.set("children", ReportNumbers.number(place.children(), 0));
            item.set("count", ReportNumbers.number(place.count(), 0));
            item.put("state", place.count().state().code());
            item.set("crude", ReportNumbers.computed(GradientReportCharts.crude(place), 1));
            item.set(
                    "decile1",
                    rates.map(one -> ReportNumbers.computed(one.decile1(), 1)).orElse(NullNode.getInstance()));
            item.set(
                    "standardised",
                    rates.map(one -> ReportNumbers.computed(one.standardised(), 1))
                            .orElse(NullNode.getInstance()));
            item.set(
                    "indirectRatio",
                    rates.map(one -> ReportNumbers.computed(one.indirectRatio(), 3))
                            .orElse(NullNode.getInstance()));
            item.set(
                    "ratioPerDecile",
                    rates.map(one -> ReportNumbers.computed(one.ratioPerDecile(), 4))
                            .orElse(NullNode.getInstance()));
            item.set(
                    "deciles",
                    GradientReportJson.deciles(rates.map(PlaceRates::groups).orElse(place.deciles())));
            ArrayNode notes = item.putArray("notes");
            place.notes().forEach(notes::add);
            rates.ifPresent(one -> one.notes().stream()
                    .filter(note -> !place.notes().contains(note))
                    .forEach(notes::add));
        }
    }

    private static void comparison(ObjectNode node, GradientReport report) {
        node.put("standard", report.comparison().map(PlaceComparison::standard).orElse(""));
        ObjectNode slopes = node.putObject("slopes");
        if (report.comparison().isPresent()) {
            PlaceComparison comparison = report.comparison().get();
            slopes.set("common", ReportNumbers.computed(comparison.slopes().commonRatioPerDecile(), 4));
            slopes.set("interaction", interaction(comparison.slopes().test()));
            slopes.put("sentence", comparison.slopes().sentence());
        } else {
            slopes.putNull("common").putNull("interaction");
            slopes.put(
                    "sentence",
                    report.question().local()
                            ? "Tenths of this county cannot compare places: choose national tenths for that."
                            : "It takes two places whose counts by tenth may be shown to compare gradients.");
        }
        ArrayNode comparisons = node.putArray("comparisons");
        for (PlacePair pair : report.pairs()) {
            ObjectNode item =
                    comparisons.addObject().put("subject", pair.subject()).put("against", pair.against());
            item.set("ratioAtDecile1", ReportNumbers.computed(pair.ratioAtDecile1(), 3));
            item.set("ratioAtDecile10", ReportNumbers.computed(pair.ratioAtDecile10(), 3));
            item.set("standardisedRatio", ReportNumbers.computed(pair.standardisedRatio(), 3));
            item.set("interactionP", ReportNumbers.number(pair.interaction().p(), 4));
            item.put("finding", pair.finding().code()).put("sentence", pair.sentence());
        }
        node.put("manyPairs", ManyPairs.sentence(report.pairs().size()));
        ArrayNode notes = node.putArray("comparisonNotes");
        report.comparison().ifPresent(comparison -> comparison.notes().forEach(notes::add));
    }

    private static JsonNode interaction(SlopeTest test) {
        if (test.p().isEmpty()) {
            return NullNode.getInstance();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (test instanceof SlopeTest.Wald wald) {
            node.set("chiSquare", ReportNumbers.rounded(wald.z() * wald.z(), 2));
            node.put("degreesOfFreedom", 1);
        } else if (test instanceof SlopeTest.LikelihoodRatio ratio) {
            node.set("chiSquare", ReportNumbers.rounded(ratio.chiSquare(), 2));
            node.put("degreesOfFreedom", ratio.degreesOfFreedom());
        }
        node.set("p", ReportNumbers.number(test.p(), 4));
        return node;
    }

    private static void comparators(ArrayNode comparators, GradientReport report) {
        for (GradientReport.Comparator one : report.comparators()) {
            ObjectNode item = comparators
                    .addObject()
                    .put("code", one.code())
                    .put("name", one.name())
                    .put("kind", one.kind())
                    .put("period", one.period());
            item.set("ratePer10000", ReportNumbers.rounded(one.ratePer10000(), 1));
            item.set(
                    "lower",
                    one.limitsPer10000()
                            .<JsonNode>map(limits -> ReportNumbers.rounded(limits.lower(), 1))
                            .orElse(NullNode.getInstance()));
            item.set(
                    "upper",
                    one.limitsPer10000()
                            .<JsonNode>map(limits -> ReportNumbers.rounded(limits.upper(), 1))
                            .orElse(NullNode.getInstance()));
            item.put("source", one.source());
        }
    }
}
