package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.needscape.indicator.Value;
import org.needscape.need.Composition;
import org.needscape.need.Fifths;
import org.needscape.need.Gradient;
import org.needscape.need.GradientGroup;
import org.needscape.need.GradientTrend;
import org.needscape.need.ModelChoice;
import org.needscape.need.WhatIf;
import org.needscape.stats.Computed;
import org.needscape.stats.Estimate;
import org.needscape.stats.FunnelPlot;
import org.needscape.stats.LogLinearGradient;

/** A report of a gradient as JSON, as described in the API. A figure that there is none of is null, with a reason beside it. */
final class GradientReportJson {

    private static final String REASON = "reason";

    /** What to mind before anybody reads a difference between places as one in what they do. */
    static final List<String> CAVEATS = List.of(
            "Children are counted in the population of the same year; where that is wrong, the rate is.",
            "Unaccompanied asylum-seeking children are few and live where they were placed; look at the rates with and without them"
                    + " where both are offered.",
            "Rates are by where a child's home is. A place that counts children where they were placed cannot be compared.",
            "Places record and close cases in different ways, and thresholds differ; a difference in rates is a question, not an answer.",
            "Tenths are national, so areas of one tenth are about equally deprived wherever they are, but not in every way alike.");

    private final GradientReport report;

    private GradientReportJson(GradientReport report) {
        this.report = report;
    }

    static ObjectNode write(GradientReport report) {
        return new GradientReportJson(report).document();
    }

    private ObjectNode document() {
        ObjectNode node = object();
        String measured = report.measure().label();
        boolean local = report.question().local();
        node.put("id", report.question().id())
                .put(
                        "title",
                        measured + " by deprivation"
                                + (local ? " inside " + report.extent().title() : "") + ", "
                                + report.period()
                                + (local ? ", by tenths of this county, not national" : ""))
                .put("tenths", local ? "local" : "national")
                .put("measure", report.measure().code())
                .put("label", measured)
                .put("basis", report.measure().basis().words(report.period()))
                .put("period", report.period().text())
                .put("fictional", report.extent().fictional())
                .put("unit", RateLayer.UNIT)
                .put("unaccompanied", report.question().unaccompanied() ? "in" : "out")
                .put("funnelLimits", report.question().widened() ? "adjusted" : "plain");
        node.putObject("extent")
                .put("name", report.extent().name().value())
                .put("title", report.extent().title());
        choices(node.putObject("choices"));
        String sentence = GradientService.sentence(report.measure(), report.period(), report.gradient());
        node.put("sentence", local ? sentence + " Tenths are of this county, not national." : sentence);
        node.set("deciles", deciles(report.county().deciles()));
        fifths(node.putArray("fifths"), Fifths.of(report.county().deciles()));
        indices(node);
        models(node.putObject("models"));
        GradientPlacesJson.put(node, report);
        ArrayNode caveats = node.putArray("caveats");
        if (!local) {
            CAVEATS.forEach(caveats::add);
        }
        report.funnel().ifPresentOrElse(funnel -> node.set("funnel", funnel(funnel)), () -> node.putNull("funnel"));
        whatIf(node.putObject("whatIf"));
        trend(node.putObject("trend"));
        compositions(node.putArray("composition"));
        report.notes().forEach(node.putArray("notes")::add);
        report.cautions().forEach(node.putArray("cautions")::add);
        report.manifest().attributions().forEach(node.putArray("sources")::add);
        report.release().ifPresent(release -> ReleaseJsonViews.put(node, release));
        node.put("resultHash", report.manifest().resultHash());
        return node;
    }

    private void choices(ObjectNode node) {
        ArrayNode gradients = node.putArray("gradients");
        report.offered().gradients().forEach(heading -> gradients
                .addObject()
                .put("id", heading.id())
                .put("measure", heading.measure())
                .put(
                        "label",
                        org.needscape.indicator.Measure.parse(heading.measure()).label())
                .put("period", heading.period()));
        ArrayNode places = node.putArray("places");
        report.offered().places().forEach(place -> places.addObject()
                .put("code", place.code())
                .put("name", place.name())
                .put("kind", place.kind().code())
                .put("chosen", report.places().stream().anyMatch(shown -> shown.code()
                        .equals(place.code()))));
        node.put("unaccompanied", report.offered().unaccompanied());
        node.put("local", report.offered().local());
    }

    private static void fifths(ArrayNode fifths, List<GradientGroup> groups) {
        for (GradientGroup group : groups) {
            ObjectNode item = fifths.addObject()
                    .put("fifth", Fifths.fifthOf(group.firstDecile()))
                    .put("lastFifth", Fifths.fifthOf(group.lastDecile()))
                    .put("label", Fifths.label(group));
            put(item, group);
        }
    }

    static ArrayNode deciles(List<GradientGroup> groups) {
        ArrayNode deciles = JsonNodeFactory.instance.arrayNode();
        List<Value> fitted = fitted(groups);
        for (int k = 0; k < groups.size(); k++) {
            GradientGroup group = groups.get(k);
            ObjectNode item = deciles.addObject()
                    .put("decile", group.firstDecile())
                    .put("lastDecile", group.lastDecile())
                    .put("label", group.label());
            put(item, group);
            item.set("fittedPer10000", ReportNumbers.number(fitted.get(k), 1));
        }
        return deciles;
    }

    private static void put(ObjectNode item, GradientGroup group) {
        item.put("population", Math.round(group.population()));
        item.set("count", ReportNumbers.number(group.count(), 0));
        item.set("ratePer10000", ReportNumbers.number(group.ratePer10000(), 1));
        item.set("lower", ReportNumbers.number(group.lower(), 1));
        item.set("upper", ReportNumbers.number(group.upper(), 1));
        item.put("state", group.count().state().code());
    }

    /** The fitted rate of each group; not available where no line can be fitted. */
    static List<Value> fitted(List<GradientGroup> groups) {
        Optional<LogLinearGradient> fit = Gradient.ofGroups(groups).fit();
        if (fit.isEmpty()) {
            return groups.stream().map(group -> Value.notAvailable()).toList();
        }
        double[] midpoints = LogLinearGradient.midpoints(
                groups.stream().mapToDouble(GradientGroup::population).toArray());
        return java.util.Arrays.stream(midpoints)
                .mapToObj(midpoint -> Value.ofFinite(fit.get().ratePer10000At(midpoint)))
                .toList();
    }

    private void indices(ObjectNode node) {
        Optional<LogLinearGradient> fit = report.gradient().fit();
        node.set(
                "sii",
                fit.<JsonNode>map(found -> ReportNumbers.estimate(found.sii(), 2))
                        .orElse(NullNode.getInstance()));
        node.set(
                "rii",
                fit.<JsonNode>map(found -> ReportNumbers.estimate(found.rii(), 5))
                        .orElse(NullNode.getInstance()));
        node.set(
                "timesHigher",
                fit.<JsonNode>map(found -> ReportNumbers.rounded(found.timesHigher(), 2))
                        .orElse(NullNode.getInstance()));
        if (fit.isPresent()) {
            Estimate rii = fit.get().rii();
            ObjectNode limits = node.putObject("timesHigherLimits");
            limits.set("lower", ReportNumbers.rounded(1 / rii.upper(), 2));
            limits.set("upper", ReportNumbers.rounded(1 / rii.lower(), 2));
        } else {
            node.putNull("timesHigherLimits");
        }
        ObjectNode untransformed = node.putObject("siiUntransformed");
        Computed sii = report.linear()
                .map(line -> line.sii(GradientGroup.CONFIDENCE_FRACTION))
                .orElse(Computed.not("Not computed: the tenths have too few counts that may be shown."));
        untransformed.set("value", ReportNumbers.computed(sii, 2));
        untransformed.put(REASON, sii.reason());
        report.simulated()
                .ifPresentOrElse(
                        simulated -> {
                            ObjectNode check = node.putObject("simulated");
                            check.set("sii", ReportNumbers.estimate(simulated.sii(), 2));
                            check.set("rii", ReportNumbers.estimate(simulated.rii(), 5));
                            check.put("draws", simulated.draws()).put("seed", simulated.seed());
                        },
                        () -> node.putNull("simulated"));
    }

    private void models(ObjectNode node) {
        ModelChoice choice = report.models().choice();
        node.put("used", choice.used().code())
                .put("statement", choice.statement())
                .put("basis", report.models().basis())
                .put("areas", report.models().areas());
        node.set("dispersion", ReportNumbers.number(choice.dispersion(), 2));
        node.set("theta", ReportNumbers.number(choice.theta(), 2));
        ArrayNode rows = node.putArray("rows");
        for (ModelChoice.Row row : choice.rows()) {
            ObjectNode item = rows.addObject().put("model", row.model());
            item.set("ratioPerDecile", ReportNumbers.estimate(row.ratio(), 4));
            item.set("slope", ReportNumbers.rounded(row.slope(), 4));
            item.set("standardError", ReportNumbers.rounded(row.standardError(), 4));
            item.put("limits", row.limits());
        }
    }

    private static ObjectNode funnel(GradientReport.Funnel funnel) {
        ObjectNode node = object();
        node.set("baselinePer10000", ReportNumbers.rounded(funnel.plot().baselinePer10000(), 1));
        node.set("dispersion", ReportNumbers.number(funnel.plot().dispersion(), 2));
        node.put("sentence", GradientReportCharts.sentence(funnel));
        ArrayNode points = node.putArray("points");
        for (int k = 0; k < funnel.shown().size(); k++) {
            GradientPlaces.Place place = funnel.shown().get(k);
            FunnelPlot.Point point = funnel.plot().points().get(k);
            ObjectNode item = point(points, place);
            item.set("ratePer10000", ReportNumbers.rounded(point.ratePer10000(), 1));
            item.set("expected", ReportNumbers.rounded(point.expected(), 1));
            item.put("class", point.position().code());
        }
        for (GradientPlaces.Place place : funnel.hidden()) {
            point(points, place)
                    .putNull("ratePer10000")
                    .putNull("expected")
                    .put("class", place.count().state().code());
        }
        ArrayNode curve = node.putArray("curve");
        for (FunnelPlot.Limits limits : funnel.curve()) {
            ObjectNode item = curve.addObject();
            item.set("children", ReportNumbers.rounded(limits.population(), 0));
            item.set("lower95", ReportNumbers.rounded(limits.lower95(), 1));
            item.set("upper95", ReportNumbers.rounded(limits.upper95(), 1));
            item.set("lower998", ReportNumbers.rounded(limits.lower998(), 1));
            item.set("upper998", ReportNumbers.rounded(limits.upper998(), 1));
        }
        return node;
    }

    private static ObjectNode point(ArrayNode points, GradientPlaces.Place place) {
        ObjectNode item = points.addObject().put("code", place.code()).put("name", place.name());
        item.set("children", ReportNumbers.number(place.children(), 0));
        item.set("count", ReportNumbers.number(place.count(), 0));
        item.put("state", place.count().state().code());
        return item;
    }

    private void whatIf(ObjectNode node) {
        node.put("sentence", GradientReportCharts.whatIfSentence(report));
        ArrayNode rows = node.putArray("rows");
        for (WhatIf.Outcome outcome : report.whatIfs()) {
            ObjectNode item = rows.addObject();
            if (outcome instanceof WhatIf.Outcome.Supposed supposed) {
                WhatIf whatIf = supposed.whatIf();
                item.set("share", ReportNumbers.rounded(whatIf.share(), 2));
                item.put("label", whatIf.label());
                item.set("expected", ReportNumbers.rounded(whatIf.expected(), 0));
                item.set("avoided", ReportNumbers.estimate(whatIf.avoided(), 0));
                item.set("avoidedFraction", ReportNumbers.estimate(whatIf.avoidedFraction(), 3));
                item.put(REASON, "");
            } else if (outcome instanceof WhatIf.Outcome.Not not) {
                item.putNull("share").put("label", not.label());
                item.putNull("expected").putNull("avoided").putNull("avoidedFraction");
                item.put(REASON, not.reason());
            }
        }
    }

    private void trend(ObjectNode node) {
        node.put("sentence", report.trend().sentence());
        node.put("caution", report.trend().caution());
        ArrayNode rows = node.putArray("rows");
        for (GradientTrend.PeriodGradient period : report.trend().periods()) {
            ObjectNode item = rows.addObject().put("period", period.period());
            item.set("count", ReportNumbers.number(period.count(), 0));
            item.put("state", period.count().state().code());
            item.set("children", ReportNumbers.rounded(period.population(), 0));
            item.set("ratePer10000", ReportNumbers.computed(period.ratePer10000(), 1));
            item.set("timesHigher", ReportNumbers.computed(period.timesHigher(), 2));
            item.set("sii", ReportNumbers.computed(period.sii(), 2));
            item.put("breakBefore", period.breakBefore());
            item.put("note", (period.note() + " " + period.timesHigher().reason()).strip());
        }
    }

    private void compositions(ArrayNode compositions) {
        for (Composition composition : report.compositions()) {
            ObjectNode item = compositions.addObject().put("breakdown", composition.breakdown());
            ArrayNode rows = item.putArray("rows");
            for (Composition.Part part : composition.parts()) {
                ObjectNode row = rows.addObject().put("category", part.category());
                row.set("count", ReportNumbers.number(part.count(), 0));
                row.put("state", part.count().state().code());
                row.set("share", ReportNumbers.computed(part.share(), 4));
            }
            composition.notes().forEach(item.putArray("notes")::add);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
