package org.needscape.service;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.layer.LegendClass;
import org.needscape.layer.Ramp;
import org.needscape.need.GapClass;
import org.needscape.stats.Estimate;
import org.needscape.stats.ShrunkRatio;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * The gap between need and response: how many times the number of children who are expected to receive help do receive it, beside whether
 * that is an area of more need than the extent overall. {@code gradient-gap-cin-2024}. Every figure follows from counts that are shown and
 * from what a model tells, so that a hidden count stays hidden: such an area has what is expected of it, and no ratio and no class.
 */
final class GapLayer {

    static final String KEY_PREFIX = "gradient-gap-";
    static final String UNIT = "times what is expected";

    /** What stands in the column of how sure a class is. */
    static final String SURE = "beyond chance";

    static final String NOT_SURE = "within chance";

    private static final int DECIMALS = 2;

    private GapLayer() {}

    /** The layer's key, from that of the rates that it is about. */
    static String key(RateSubject subject) {
        return KEY_PREFIX + subject.key().substring("rate-".length());
    }

    /**
     * What a gap is made from.
     *
     * @param subject the counts and children
     * @param need the layer of the default need score
     * @param needHash what identifies it
     * @param factors the figures that the need score is made from
     * @param deciles national deprivation deciles
     */
    record Inputs(RateSubject subject, Layer need, String needHash, List<StoredSeries> factors, StoredSeries deciles) {

        Inputs {
            factors = List.copyOf(factors);
        }

        /** The same for counts and children of other areas. */
        Inputs with(RateSubject other) {
            return new Inputs(other, need, needHash, factors, deciles);
        }
    }

    static ManifestBuilder manifest(StoreSession session, AreaFrame frame, Inputs inputs) {
        ManifestBuilder manifest = new ManifestBuilder(
                        "Expected children = children aged 0 to 17 x exp(a + b x (national deprivation decile - 5.5) + c x standardised need"
                                + " score), by negative binomial regression over small areas (Poisson where counts vary no more);"
                                + " observed to expected drawn toward 1 by a gamma distribution of mean 1 and variance 1/theta (Clayton"
                                + " and Kaldor 1987), with its 2.5 and 97.5 % points. Coefficients are rounded so that no hidden count can"
                                + " be worked out; areas whose count is hidden get no ratio.")
                .areas(frame)
                .parameter(
                        "counts",
                        inputs.subject().measure().indicatorId() + " "
                                + inputs.subject().period())
                .parameter("population", inputs.subject().childrenPeriod())
                .parameter("needScore", inputs.need().id().value())
                .parameter("deciles", inputs.deciles().key().period().text())
                .parameter("confidence", Double.toString(RateLayer.CONFIDENCE))
                .hiding(inputs.subject().rule())
                .dependsOn(inputs.subject().fingerprint())
                .dependsOn(inputs.needHash())
                .input(session, inputs.deciles().datasets(), inputs.deciles().contentHash());
        for (StoredSeries input : inputs.subject().inputs()) {
            manifest.input(session, input.datasets(), input.contentHash());
        }
        for (StoredSeries factor : inputs.factors()) {
            manifest.input(session, factor.datasets(), factor.contentHash());
        }
        return manifest;
    }

    static Layer build(AreaFrame frame, Inputs inputs, ExpectedHelp expected, ManifestBuilder manifest) {
        RateSubject subject = inputs.subject();
        List<LayerRow> rows = new ArrayList<>();
        frame.names().forEach((code, name) -> rows.add(row(frame, subject, expected, code, name)));
        List<String> cautions = new ArrayList<>();
        subject.rule().ifPresent(rule -> cautions.add(Cautions.hidden(rule)));
        if (rows.stream().anyMatch(row -> row.value().state() == ValueState.SUPPRESSED)) {
            cautions.add(Cautions.GAP_OF_SHOWN);
        }
        cautions.addAll(List.of(Cautions.GAP, Cautions.GAP_CAUSES, expected.statement()));
        if (!subject.caution().isEmpty()) {
            cautions.add(subject.caution());
        }
        MoreThanLive.inLayer(frame, subject).ifPresent(cautions::add);
        return new Layer(
                frame.layerId(key(subject)),
                "Need and response: " + subject.title(),
                LayerKind.GAP,
                frame.extent(),
                frame.geography(),
                subject.period(),
                UNIT,
                DECIMALS,
                "Help compared with similar areas (1 = as expected)",
                sentence(subject, rows),
                columns(subject),
                legend(rows),
                Cautions.of(frame.extent(), cautions.toArray(String[]::new)),
                manifest.build(),
                manifest.release(),
                rows);
    }

    /** The finding on one area, for people. */
    static String inWords(Layer layer, LayerRow row) {
        String need = text(layer, row, "need");
        String more = need.isEmpty()
                ? ""
                : (need.equals("high") ? "More" : "Less") + " need than "
                        + layer.extent().title() + " overall";
        if (!row.value().isKnown()) {
            String why = "how much help reaches it is " + row.value().state().words() + ".";
            return more.isEmpty() ? "Its need and response cannot be compared: " + why : more + "; " + why;
        }
        String times = String.format(
                Locale.UK,
                "%.1f times what is expected, %.1f to %.1f",
                row.value().number().orElseThrow(),
                layer.number(row, "lower").number().orElseThrow(),
                layer.number(row, "upper").number().orElseThrow());
        if (text(layer, row, "certainty").equals(NOT_SURE)) {
            return more + ", and help within chance of that in similar areas (" + times + ").";
        }
        return more + ", and " + (text(layer, row, "response").equals("high") ? "more" : "less")
                + " help than similar areas (" + times + ").";
    }

    private static String text(Layer layer, LayerRow row, String column) {
        for (int at = 0; at < layer.columns().size(); at++) {
            if (layer.columns().get(at).name().equals(column) && row.cells().get(at) instanceof Cell.OfText cell) {
                return cell.text();
            }
        }
        throw new IllegalArgumentException("Layer " + layer.id() + " has no column " + column + " of texts.");
    }

    private static LayerRow row(
            AreaFrame frame, RateSubject subject, ExpectedHelp expected, AreaCode code, String name) {
        Value number = expected.number(code);
        Value per10000 = expected.per10000(code);
        // Where the rate is hidden, a ratio would tell it; so would a count beside the children of the area.
        Value rate = RateLayer.rate(subject, code);
        Value count = rate.isKnown() ? subject.count().apply(code) : rate;
        Value known = count.isKnown() && !number.isKnown() ? Value.notAvailable() : count;
        Value ratio = known.map(counted -> estimate(counted, number, expected).estimate());
        Value lower = known.map(counted -> estimate(counted, number, expected).lower());
        Value upper = known.map(counted -> estimate(counted, number, expected).upper());
        double overall = expected.overallPer10000();
        boolean isKnown = ratio.isKnown();
        GapClass gap =
                GapClass.of(per10000.number().orElse(0), overall, ratio.number().orElse(0));
        boolean isSure =
                isKnown && (lower.number().orElseThrow() > 1 || upper.number().orElseThrow() < 1);
        return new LayerRow(
                code,
                name,
                frame.districtOf(code),
                ratio,
                isKnown ? gap.code() : ratio.state().code(),
                List.of(
                        Cell.of(lower),
                        Cell.of(upper),
                        Cell.of(number.isKnown() ? (gap.isHighNeed() ? "high" : "low") : ""),
                        Cell.of(isKnown ? (gap.isHighResponse() ? "high" : "low") : ""),
                        Cell.of(isKnown ? (isSure ? SURE : NOT_SURE) : ""),
                        Cell.of(number),
                        Cell.of(per10000),
                        Cell.of(count),
                        Cell.of(subject.children().apply(code))));
    }

    private static Estimate estimate(double count, Value expected, ExpectedHelp help) {
        return ShrunkRatio.of(count, expected.number().orElseThrow(), help.variance(), RateLayer.CONFIDENCE);
    }

    private static List<LayerColumn> columns(RateSubject subject) {
        return List.of(
                new LayerColumn("lower", "LOWER", "Lower 95 % limit", LayerColumn.Type.NUMBER, UNIT, DECIMALS),
                new LayerColumn("upper", "UPPER", "Upper 95 % limit", LayerColumn.Type.NUMBER, UNIT, DECIMALS),
                text("need", "NEED", "Need"),
                text("response", "RESPONSE", "Response"),
                text("certainty", "CERTAINTY", "Difference"),
                new LayerColumn("expected", "EXPECTED", "Expected children", LayerColumn.Type.NUMBER, "children", 1),
                new LayerColumn(
                        "expected_per_10000", "EXP_RATE", "Expected rate", LayerColumn.Type.NUMBER, RateLayer.UNIT, 1),
                new LayerColumn(
                        "count",
                        "COUNT",
                        "Children: " + subject.measure().label(),
                        LayerColumn.Type.WHOLE_NUMBER,
                        "children",
                        0),
                new LayerColumn(
                        "children_aged_0_to_17",
                        "CHILDREN",
                        "Children aged 0 to 17",
                        LayerColumn.Type.WHOLE_NUMBER,
                        "children",
                        0));
    }

    private static LayerColumn text(String name, String shortName, String label) {
        return new LayerColumn(name, shortName, label, LayerColumn.Type.TEXT, "", 0);
    }

    private static List<LegendClass> legend(List<LayerRow> rows) {
        Map<GapClass, String> colours = new EnumMap<>(Map.of(
                GapClass.HIGH_NEED_LOW_RESPONSE, Ramp.MORE_NEED_LESS_HELP,
                GapClass.HIGH_NEED_HIGH_RESPONSE, Ramp.MORE_NEED_MORE_HELP,
                GapClass.LOW_NEED_LOW_RESPONSE, Ramp.LESS_NEED_LESS_HELP,
                GapClass.LOW_NEED_HIGH_RESPONSE, Ramp.LESS_NEED_MORE_HELP));
        List<LegendClass> legend = new ArrayList<>();
        colours.forEach((gap, colour) -> legend.add(new LegendClass(gap.code(), gap.label(), colour, (int)
                rows.stream().filter(row -> row.valueClass().equals(gap.code())).count())));
        legend.addAll(ValueClasses.states(rows.stream().map(LayerRow::value).toList()));
        return legend;
    }

    private static String sentence(RateSubject subject, List<LayerRow> rows) {
        long known = rows.stream().filter(row -> row.value().isKnown()).count();
        String what = " (" + subject.measure().counted() + ", " + subject.period() + ")";
        long within = known
                - java.util.Arrays.stream(GapClass.values())
                        .mapToLong(gap -> sure(rows, gap))
                        .sum();
        if (within == known) {
            return "In none of " + known
                    + " areas with a number does help differ from that in similar areas by more than chance" + what
                    + ".";
        }
        return sure(rows, GapClass.HIGH_NEED_LOW_RESPONSE) + " of " + known
                + " areas with a number have high need and, beyond chance, less help than similar areas" + what + "; "
                + sure(rows, GapClass.HIGH_NEED_HIGH_RESPONSE) + " have high need and more help, "
                + sure(rows, GapClass.LOW_NEED_HIGH_RESPONSE) + " low need and more help, "
                + sure(rows, GapClass.LOW_NEED_LOW_RESPONSE) + " low need and less help. In the other " + within
                + ", help is within chance of that in similar areas.";
    }

    private static long sure(List<LayerRow> rows, GapClass gap) {
        return rows.stream()
                .filter(row -> row.valueClass().equals(gap.code()))
                .filter(row -> row.cells().contains(Cell.of(SURE)))
                .count();
    }
}
