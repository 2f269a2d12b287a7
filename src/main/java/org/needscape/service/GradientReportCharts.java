package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.needscape.indicator.Value;
import org.needscape.need.Gradient;
import org.needscape.need.GradientGroup;
import org.needscape.need.GradientTrend;
import org.needscape.need.PlaceRates;
import org.needscape.need.WhatIf;
import org.needscape.render.FunnelChart;
import org.needscape.render.GradientChart;
import org.needscape.render.PlacesChart;
import org.needscape.render.Tenths;
import org.needscape.render.TrendChart;
import org.needscape.render.WhatIfChart;
import org.needscape.render.WithLimits;
import org.needscape.stats.ClusteredCount;
import org.needscape.stats.Computed;
import org.needscape.stats.Estimate;
import org.needscape.stats.FunnelPlot;
import org.needscape.stats.Interval;

/** The charts of a report of a gradient, drawn of the same figures that its tables show. */
final class GradientReportCharts {

    /** The names of the charts in addresses. */
    static final List<String> NAMES =
            List.of("deciles", "places", "funnel", "trend", "trend-rate", "trend-count", "what-if");

    private static final String LOCAL_RATE = "Rate per 10,000, tenths of this county";
    private static final String RATE = "Rate per 10,000 children aged 0 to 17";

    private final GradientReport report;
    private final String title;
    private final String marking;

    private GradientReportCharts(GradientReport report) {
        this.report = report;
        this.title = report.measure().label() + ", "
                + report.measure().basis().words(report.period())
                + (report.question().local() ? ", by tenths of this county, not national" : "")
                + (report.question().unaccompanied() ? "" : ", without unaccompanied children")
                + (report.extent().fictional() ? " (fictional data)" : "");
        this.marking = report.release()
                .map(release -> String.join(" ", release.sentences()))
                .orElse("");
    }

    /** @throws NotFoundException when there is no such chart */
    static String svg(GradientReport report, String chart) {
        GradientReportCharts charts = new GradientReportCharts(report);
        return switch (chart) {
            case "deciles" ->
                GradientChart.svg(
                        charts.title,
                        report.question().local() ? LOCAL_RATE : RATE,
                        Gradient.ofGroups(report.county().deciles()),
                        report.question().local() ? Tenths.LOCAL : Tenths.NATIONAL,
                        charts.marking);
            case "places" -> charts.places();
            case "funnel" -> charts.funnel();
            case "trend" -> charts.trend();
            case "trend-rate" -> charts.trend(RATE, period -> drawn(period.ratePer10000()));
            case "trend-count" -> charts.trendOfCounts();
            case "what-if" -> charts.whatIf();
            default ->
                throw new NotFoundException(
                        "There is no chart " + chart + ": there are " + String.join(", ", NAMES) + ".");
        };
    }

    private String places() {
        if (report.question().local()) {
            throw new NotFoundException(
                    "There is no chart of places by tenths of this county: they cannot compare places.");
        }
        List<PlacesChart.Place> drawn = new ArrayList<>();
        for (GradientPlaces.Place place : report.places()) {
            List<GradientGroup> groups = report.comparison()
                    .flatMap(comparison -> comparison.places().stream()
                            .filter(one -> one.code().equals(place.code()))
                            .findFirst())
                    .map(PlaceRates::groups)
                    .orElse(place.deciles());
            List<Value> fitted = GradientReportJson.fitted(groups);
            List<PlacesChart.Mark> marks = new ArrayList<>();
            for (int k = 0; k < groups.size(); k++) {
                GradientGroup group = groups.get(k);
                marks.add(new PlacesChart.Mark(
                        group.firstDecile(),
                        group.lastDecile(),
                        new WithLimits(group.ratePer10000(), group.lower(), group.upper()),
                        fitted.get(k)));
            }
            drawn.add(new PlacesChart.Place(place.name(), marks));
        }
        return PlacesChart.svg(title, RATE, drawn, PlacesChart.Scale.LINEAR, marking);
    }

    private String funnel() {
        GradientReport.Funnel funnel = report.funnel()
                .orElseThrow(() -> new NotFoundException("There is no funnel of "
                        + report.question().id() + ": fewer than two districts have a count."));
        List<FunnelChart.Point> points = new ArrayList<>();
        for (int k = 0; k < funnel.shown().size(); k++) {
            FunnelPlot.Point point = funnel.plot().points().get(k);
            points.add(new FunnelChart.Point(
                    funnel.shown().get(k).name(),
                    funnel.shown().get(k).children().number().orElseThrow(),
                    point.ratePer10000(),
                    FunnelChart.Standing.valueOf(point.position().name())));
        }
        return FunnelChart.svg(
                title,
                RATE,
                funnel.plot().baselinePer10000(),
                points,
                funnel.curve().stream()
                        .map(limits -> new FunnelChart.Limits(
                                limits.population(),
                                limits.lower95(),
                                limits.upper95(),
                                limits.lower998(),
                                limits.upper998()))
                        .toList(),
                funnel.hidden().stream().map(GradientPlaces.Place::name).toList(),
                marking);
    }

    private String trend() {
        return trend("Times higher at the most deprived end", period -> drawn(period.timesHigher()));
    }

    private String trendOfCounts() {
        return trend(
                "Number of " + report.measure().counted(),
                period -> new WithLimits(period.count(), Value.notAvailable(), Value.notAvailable()));
    }

    private String trend(String label, java.util.function.Function<GradientTrend.PeriodGradient, WithLimits> value) {
        List<TrendChart.Step> steps = report.trend().periods().stream()
                .map(period -> new TrendChart.Step(period.period(), value.apply(period), period.breakBefore()))
                .toList();
        return TrendChart.svg(
                title, label, List.of(new TrendChart.Series(report.extent().title(), steps)), marking);
    }

    private String whatIf() {
        List<WhatIfChart.Row> rows = new ArrayList<>();
        for (WhatIf.Outcome outcome : report.whatIfs()) {
            if (outcome instanceof WhatIf.Outcome.Supposed supposed) {
                rows.add(new WhatIfChart.Row(
                        shortened(supposed.whatIf().label()),
                        whole(supposed.whatIf().avoided())));
            } else if (outcome instanceof WhatIf.Outcome.Not not) {
                rows.add(new WhatIfChart.Row(
                        not.label(), WithLimits.unknown(Value.notAvailable().state())));
            }
        }
        return WhatIfChart.svg(title, "Fewer " + report.measure().counted(), rows, marking);
    }

    /** What fits on a line of the chart; the table has it in full. */
    private static String shortened(String label) {
        return label.startsWith("no gradient") ? "no gradient" : label.replace("every tenth as", "all as");
    }

    /** Children are not drawn in tenths of a child. */
    private static WithLimits whole(Estimate children) {
        return WithLimits.of(Math.rint(children.estimate()), Math.rint(children.lower()), Math.rint(children.upper()));
    }

    /** The rate of all of a place. */
    static Computed crude(GradientPlaces.Place place) {
        double children = place.children().number().orElse(0);
        if (!place.count().isKnown() || children <= 0) {
            return Computed.not("Not computed: the count or the number of children is not known.");
        }
        long events = Math.round(place.count().number().orElseThrow());
        Interval limits = new ClusteredCount(events, place.designEffect())
                .limitsOfRatePer10000(children, GradientGroup.CONFIDENCE_FRACTION);
        return Computed.of(new Estimate(10_000 * events / children, limits.lower(), limits.upper()));
    }

    /** What a funnel shows, in a sentence. */
    static String sentence(GradientReport.Funnel funnel) {
        List<String> higher = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        for (int k = 0; k < funnel.shown().size(); k++) {
            String standing = funnel.plot().points().get(k).position().name();
            if (standing.endsWith("998")) {
                (standing.startsWith("HIGH") ? higher : lower)
                        .add(funnel.shown().get(k).name());
            }
        }
        if (higher.isEmpty() && lower.isEmpty()) {
            return "No district lies outside the 99.8 % limits: the differences between them may be chance.";
        }
        List<String> parts = new ArrayList<>();
        if (!higher.isEmpty()) {
            parts.add("above the 99.8 % limits: " + String.join(", ", higher));
        }
        if (!lower.isEmpty()) {
            parts.add("below them: " + String.join(", ", lower));
        }
        return "More than chance lies behind the rates of some districts; " + String.join("; ", parts)
                + ". Deprivation may explain it: compare at equal deprivation above.";
    }

    /** What a flatter gradient would mean, in a sentence. */
    static String whatIfSentence(GradientReport report) {
        return report.whatIfs().stream()
                .filter(outcome -> outcome instanceof WhatIf.Outcome.Supposed supposed
                        && supposed.whatIf().share() == 0.5)
                .map(outcome -> ((WhatIf.Outcome.Supposed) outcome).whatIf())
                .findFirst()
                .map(half -> String.format(
                        Locale.UK,
                        "Were the gradient half as steep, with the least deprived areas as they are, there would be about %,.0f fewer"
                                + " %s (95 %% limits %,.0f to %,.0f). It is arithmetic, not a forecast.",
                        half.avoided().estimate(),
                        report.measure().counted(),
                        half.avoided().lower(),
                        half.avoided().upper()))
                .orElse("It cannot be said what a flatter gradient would mean: counts are too few or hidden.");
    }

    private static WithLimits drawn(Computed computed) {
        return computed.estimate()
                .map(GradientReportCharts::drawn)
                .orElse(WithLimits.unknown(Value.notAvailable().state()));
    }

    private static WithLimits drawn(Estimate estimate) {
        return WithLimits.of(estimate.estimate(), estimate.lower(), estimate.upper());
    }
}
