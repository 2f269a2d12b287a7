package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.render.FunnelChart;
import org.needscape.render.ScatterChart;
import org.needscape.render.TrendChart;
import org.needscape.render.WithLimits;

/** The charts of whole authorities, drawn of the same documents that their tables are of. */
final class AuthorityCharts {

    private static final String RATE = "Rate per 10,000 children aged 0 to 17";
    private static final String RATE_FIELD = "ratePer10000";

    private AuthorityCharts() {}

    /**
     * Rates against deprivation, with the fitted curve.
     *
     * @param gradient over authorities, as the service answers
     * @param chosen code of the authority that is named; empty for none
     */
    static String scatter(JsonNode gradient, String chosen) {
        List<ScatterChart.Point> points = new ArrayList<>();
        List<ScatterChart.Fitted> curve = new ArrayList<>();
        for (JsonNode one : gradient.required("authorities")) {
            double score = one.required("score").doubleValue();
            if (one.required(RATE_FIELD).isNumber()) {
                points.add(new ScatterChart.Point(
                        text(one, "name"),
                        score,
                        one.required(RATE_FIELD).doubleValue(),
                        text(one, "code").equals(chosen)));
            }
            if (one.required("fittedPer10000").isNumber()) {
                curve.add(new ScatterChart.Fitted(
                        score, one.required("fittedPer10000").doubleValue()));
            }
        }
        String score = "Average score (IMD "
                + gradient.required("deprivation").required("indexYear").intValue() + "), higher = more deprived";
        return ScatterChart.svg(title(gradient), score, RATE, points, curve, hidden(gradient), "");
    }

    /**
     * Rates against the number of children, with the limits of chance.
     *
     * @param gradient over authorities, as the service answers
     * @param adjusted whether the limits allow for authorities that differ more than by chance
     * @throws NotFoundException when there is no funnel of these figures
     */
    static String funnel(JsonNode gradient, boolean adjusted) {
        JsonNode funnel = gradient.required("funnel");
        if (funnel.isNull()) {
            throw new NotFoundException(
                    "There is no funnel of these figures: fewer than two authorities have a number.");
        }
        List<FunnelChart.Point> points = new ArrayList<>();
        for (JsonNode one : funnel.required("points")) {
            points.add(new FunnelChart.Point(
                    text(one, "name"),
                    one.required("children").doubleValue(),
                    one.required(RATE_FIELD).doubleValue(),
                    standing(text(one, adjusted ? "adjustedClass" : "class"))));
        }
        List<FunnelChart.Limits> curve = new ArrayList<>();
        for (JsonNode one : funnel.required(adjusted ? "adjustedCurve" : "curve")) {
            curve.add(new FunnelChart.Limits(
                    one.required("children").doubleValue(),
                    one.required("lower95").doubleValue(),
                    one.required("upper95").doubleValue(),
                    one.required("lower998").doubleValue(),
                    one.required("upper998").doubleValue()));
        }
        double baseline = funnel.required("baselinePer10000").doubleValue();
        return FunnelChart.svg(title(gradient), RATE, baseline, points, curve, hidden(gradient), "");
    }

    /**
     * The rate of an authority by period, with its neighbours, its region and the country.
     *
     * @param authority as the service answers
     * @param measure key of the measure; empty for the first that there are figures of
     * @throws NotFoundException when the authority has no figures of it
     */
    static String trend(JsonNode authority, String measure) {
        JsonNode figures = figures(authority, measure);
        List<TrendChart.Series> series = new ArrayList<>();
        series.add(series(text(authority, "name"), figures, AuthorityCharts::rate));
        Map<String, List<TrendChart.Step>> beside = new LinkedHashMap<>();
        for (JsonNode row : figures.required("rows")) {
            for (JsonNode one : row.required("comparators")) {
                beside.computeIfAbsent(text(one, "name"), name -> new ArrayList<>())
                        .add(new TrendChart.Step(text(row, "period"), rate(one), false));
            }
        }
        beside.forEach((name, steps) -> series.add(new TrendChart.Series(name, steps)));
        int most = Math.min(series.size(), TrendChart.MOST_SERIES);
        return TrendChart.svg(title(authority, figures), RATE, series.subList(0, most), "");
    }

    /** The number of an authority by period, by itself. @throws NotFoundException when the authority has no figures of the measure */
    static String trendOfCounts(JsonNode authority, String measure) {
        JsonNode figures = figures(authority, measure);
        TrendChart.Series counts = series(text(authority, "name"), figures, row -> value(row, "count"));
        return TrendChart.svg(title(authority, figures), "Number of " + text(figures, "counted"), List.of(counts), "");
    }

    private static TrendChart.Series series(String name, JsonNode figures, Function<JsonNode, WithLimits> value) {
        List<TrendChart.Step> steps = new ArrayList<>();
        for (JsonNode row : figures.required("rows")) {
            steps.add(new TrendChart.Step(
                    text(row, "period"),
                    value.apply(row),
                    row.required("breakBefore").booleanValue()));
        }
        return new TrendChart.Series(name, steps);
    }

    private static JsonNode figures(JsonNode authority, String measure) {
        for (JsonNode one : authority.required("measures")) {
            if (measure.isEmpty() || text(one, "measure").equals(measure)) {
                return one;
            }
        }
        throw new NotFoundException(text(authority, "name") + " has no figures of that measure.");
    }

    private static WithLimits rate(JsonNode row) {
        WithLimits number = value(row, RATE_FIELD);
        JsonNode lower = row.required("lower");
        JsonNode upper = row.required("upper");
        return number.value().isKnown() && lower.isNumber() && upper.isNumber()
                ? new WithLimits(number.value(), Value.known(lower.doubleValue()), Value.known(upper.doubleValue()))
                : number;
    }

    private static WithLimits value(JsonNode row, String field) {
        JsonNode number = row.required(field);
        if (number.isNumber()) {
            return WithLimits.exact(number.doubleValue());
        }
        boolean hidden = row.path("state").asText().equals(ValueState.SUPPRESSED.code());
        return WithLimits.unknown(hidden ? ValueState.SUPPRESSED : ValueState.NOT_AVAILABLE);
    }

    /** The names of authorities whose number is hidden. */
    private static List<String> hidden(JsonNode gradient) {
        List<String> hidden = new ArrayList<>();
        for (String list : List.of("authorities", "notPlaced")) {
            for (JsonNode one : gradient.required(list)) {
                if (text(one, "state").equals(ValueState.SUPPRESSED.code())) {
                    hidden.add(text(one, "name"));
                }
            }
        }
        return hidden;
    }

    private static FunnelChart.Standing standing(String code) {
        return switch (code) {
            case "high-998" -> FunnelChart.Standing.HIGH_998;
            case "high-95" -> FunnelChart.Standing.HIGH_95;
            case "low-95" -> FunnelChart.Standing.LOW_95;
            case "low-998" -> FunnelChart.Standing.LOW_998;
            default -> FunnelChart.Standing.WITHIN;
        };
    }

    private static String title(JsonNode gradient) {
        return text(gradient, "title") + (gradient.required("fictional").booleanValue() ? " (fictional data)" : "");
    }

    private static String title(JsonNode authority, JsonNode figures) {
        return text(figures, "label") + ", " + text(authority, "name")
                + (authority.required("fictional").booleanValue() ? " (fictional data)" : "");
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).asText();
    }
}
