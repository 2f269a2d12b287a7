package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.indicator.Value;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerId;
import org.needscape.layer.LayerRow;
import org.needscape.layer.LegendClass;
import org.needscape.layer.Ramp;

/**
 * How sure the ranks of a need score are, as layers of their own: in how many cases an area is among the highest-need tenth, and how far
 * apart the ranks are between which it lies in 90 of 100 cases. They are made of the layer of the score and of nothing else.
 */
enum SurenessLayers {
    PROBABILITY(
            "need-probability-",
            "Chance of the highest-need tenth",
            "percent of cases",
            "In the highest-need tenth",
            List.of(
                    new Step("sure", "95 to 100 % of cases", 95),
                    new Step("likely", "50 to under 95 %", 50),
                    new Step("possible", "5 to under 50 %", 5),
                    new Step("unlikely", "under 5 %", 0))) {
        @Override
        Value value(Layer score, LayerRow row, int ranked) {
            return score.number(row, "probability_highest_need_tenth").map(share -> share * 100);
        }

        @Override
        String sentence(Layer score, List<LayerRow> rows) {
            long sure = count(rows, "sure");
            long open = count(rows, "likely") + count(rows, "possible");
            return sure
                    + " areas are in the highest-need tenth in at least 95 of 100 cases, whatever weights within reason and"
                    + " chance do; of " + open + " more it cannot be said.";
        }
    },
    INTERVAL(
            "need-interval-",
            "Spread of the rank",
            "ranks",
            "Spread of the rank in 90 of 100 cases",
            List.of(
                    new Step("wide", "more than a fifth of all ranks", 20),
                    new Step("broad", "more than a tenth", 10),
                    new Step("middling", "more than a twentieth", 5),
                    new Step("narrow", "a twentieth of all ranks or less", 0))) {
        @Override
        Value value(Layer score, LayerRow row, int ranked) {
            double low = score.number(row, "rank_low").number().orElse(0);
            return score.number(row, "rank_high").map(high -> high - low);
        }

        @Override
        double inClasses(double width, int ranked) {
            // A step holds what is above it, so what lies on it belongs to the one below.
            return Math.nextDown(100 * width / ranked);
        }

        @Override
        String sentence(Layer score, List<LayerRow> rows) {
            return "In " + count(rows, "narrow") + " of " + rows.size()
                    + " areas nine of ten cases agree on the rank to a twentieth of all ranks; in "
                    + count(rows, "wide") + " they differ by more than a fifth.";
        }
    };

    /** A class of the legend and the least that is in it. */
    private record Step(String code, String label, double least) {}

    private final String keyPrefix;
    private final String title;
    private final String unit;
    private final String valueLabel;

    @SuppressWarnings("ImmutableEnumChecker") // always made by List.of
    private final List<Step> steps;

    SurenessLayers(String keyPrefix, String title, String unit, String valueLabel, List<Step> steps) {
        this.keyPrefix = keyPrefix;
        this.title = title;
        this.unit = unit;
        this.valueLabel = valueLabel;
        this.steps = steps;
    }

    abstract Value value(Layer score, LayerRow row, int ranked);

    abstract String sentence(Layer score, List<LayerRow> rows);

    /** What of a value decides about its class. */
    double inClasses(double value, int ranked) {
        return value;
    }

    /**
     * The layer that goes with the one of a score; empty for a layer of something else, and for a score that an earlier version of the
     * program kept without saying how sure its ranks are.
     */
    Optional<String> keyOf(Layer score, String key) {
        return key.startsWith(AppliedMethod.KEY_PREFIX)
                        && score.columns().stream()
                                .anyMatch(column -> column.name().equals("rank_low"))
                ? Optional.of(keyPrefix + key.substring(AppliedMethod.KEY_PREFIX.length()))
                : Optional.empty();
    }

    String title(String score) {
        return title + score.replaceFirst("^Need score", "");
    }

    String unit() {
        return unit;
    }

    /** The layer made of the one of a score. */
    Layer of(Layer score, LayerId id) {
        int ranked =
                (int) score.rows().stream().filter(row -> row.value().isKnown()).count();
        List<LayerRow> rows = new ArrayList<>();
        for (LayerRow row : score.rows()) {
            Value value = value(score, row, ranked);
            rows.add(new LayerRow(
                    row.code(),
                    row.name(),
                    row.district(),
                    value,
                    value.number().isPresent()
                            ? classOf(inClasses(value.number().getAsDouble(), ranked))
                            : value.state().code(),
                    List.of(
                            Cell.of(row.value()),
                            Cell.of(score.number(row, "rank")),
                            Cell.of(score.number(row, "rank_low")),
                            Cell.of(score.number(row, "rank_high")))));
        }
        return new Layer(
                id,
                title(score.title()),
                score.kind(),
                score.extent(),
                score.geography(),
                score.period(),
                unit,
                this == PROBABILITY ? 1 : 0,
                valueLabel,
                sentence(score, rows),
                List.of(
                        new LayerColumn(
                                "score",
                                "SCORE",
                                "Need score",
                                LayerColumn.Type.NUMBER,
                                score.unit(),
                                score.decimals()),
                        rank("rank", "RANK", "Rank (1 = most need)"),
                        rank("rank_low", "RANK_LOW", label(score, "rank_low")),
                        rank("rank_high", "RANK_HIGH", label(score, "rank_high"))),
                legend(rows),
                score.cautions(),
                score.manifest(),
                score.release(),
                rows);
    }

    private static LayerColumn rank(String name, String shortName, String label) {
        return new LayerColumn(name, shortName, label, LayerColumn.Type.WHOLE_NUMBER, "rank", 0);
    }

    private static String label(Layer score, String column) {
        return score.columns().stream()
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow()
                .label();
    }

    private String classOf(double value) {
        return steps.stream()
                .filter(step -> value >= step.least())
                .findFirst()
                .orElse(steps.get(steps.size() - 1))
                .code();
    }

    private List<LegendClass> legend(List<LayerRow> rows) {
        List<LegendClass> legend = new ArrayList<>();
        for (int k = 0; k < steps.size(); k++) {
            Step step = steps.get(k);
            legend.add(new LegendClass(
                    step.code(),
                    step.label(),
                    this == PROBABILITY ? Ramp.colour(k + 1, steps.size()) : Ramp.unsure(k + 1, steps.size()),
                    (int) count(rows, step.code())));
        }
        legend.addAll(ValueClasses.states(rows.stream().map(LayerRow::value).toList()));
        return legend;
    }

    private static long count(List<LayerRow> rows, String code) {
        return rows.stream().filter(row -> row.valueClass().equals(code)).count();
    }
}
