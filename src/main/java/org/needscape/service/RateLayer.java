package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.needscape.area.AreaCode;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Population;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.stats.Interval;
import org.needscape.stats.PoissonInterval;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/** Help and protection per 10,000 children aged 0 to 17, with 95 % limits: {@code rate-cla-2024}. */
final class RateLayer {

    static final double CONFIDENCE = 0.95;
    static final String UNIT = "per 10,000 children aged 0 to 17";

    private static final double PER_CHILDREN = 10_000;

    private RateLayer() {}

    static ManifestBuilder manifest(StoreSession session, AreaFrame frame, RateSubject subject) {
        ManifestBuilder manifest = new ManifestBuilder(
                        "Rate per 10,000 = 10,000 x count / children aged 0 to 17, with exact Poisson limits below 10"
                                + " events and Byar's from 10; "
                                + subject.rule()
                                        .map(rule -> hiding(rule)
                                                + ", as is what would give them away through totals, other years or"
                                                + " earlier releases.")
                                        .orElse(Cautions.NOTHING_HIDDEN))
                .areas(frame)
                .parameter("counts", subject.measure().indicatorId() + " " + subject.period())
                .parameter("population", Population.CHILDREN_0_TO_17 + " " + subject.childrenPeriod())
                .parameter("confidence", Double.toString(CONFIDENCE))
                .hiding(subject.rule())
                .dependsOn(subject.fingerprint());
        for (StoredSeries input : subject.inputs()) {
            manifest.input(session, input.datasets(), input.contentHash());
        }
        return manifest;
    }

    static Layer build(AreaFrame frame, RateSubject subject, ManifestBuilder manifest) {
        List<Value> rates = new ArrayList<>();
        for (AreaCode code : frame.names().keySet()) {
            rates.add(rate(subject, code));
        }
        ValueClasses classes = new ValueClasses(rates, true, 1);
        List<LayerRow> rows = new ArrayList<>();
        frame.names().forEach((code, name) -> {
            Value count = subject.count().apply(code);
            Value inArea = subject.children().apply(code);
            Value rate = rate(subject, code);
            Value lower = rate.map(ignored -> limits(count, inArea).lower());
            Value upper = rate.map(ignored -> limits(count, inArea).upper());
            // Beside the children of the area a count would tell a rate that is hidden.
            Value shown = rate.state() == ValueState.SUPPRESSED ? rate : count;
            List<Cell> cells =
                    new ArrayList<>(List.of(Cell.of(shown), Cell.of(inArea), Cell.of(lower), Cell.of(upper)));
            boolean isOfTooFew = count.isKnown() && !shown.isKnown();
            for (RateSubject.Part part : subject.parts()) {
                cells.add(Cell.of(isOfTooFew ? shown : part.count().apply(code)));
            }
            rows.add(new LayerRow(code, name, frame.districtOf(code), rate, classes.classOf(rate), cells));
        });
        List<String> cautions = new ArrayList<>(List.of(Cautions.EQUAL_CLASSES));
        subject.rule().ifPresent(rule -> cautions.add(0, Cautions.hidden(rule)));
        if (!subject.caution().isEmpty()) {
            cautions.add(0, subject.caution());
        }
        MoreThanLive.inLayer(frame, subject).ifPresent(caution -> cautions.add(0, caution));
        return new Layer(
                frame.layerId(subject.key()),
                subject.title(),
                LayerKind.RATE,
                frame.extent(),
                frame.geography(),
                subject.period(),
                UNIT,
                1,
                subject.measure().label() + " " + UNIT,
                sentence(frame, subject, rates),
                columns(subject),
                classes.legend(rates),
                Cautions.of(frame.extent(), cautions.toArray(String[]::new)),
                manifest.build(),
                manifest.release(),
                rows);
    }

    private static List<LayerColumn> columns(RateSubject subject) {
        List<LayerColumn> columns = new ArrayList<>(List.of(
                number("count", "COUNT", "Children"),
                number("children_aged_0_to_17", "CHILDREN", "Children aged 0 to 17"),
                new LayerColumn("lower", "LOWER", "Lower 95 % limit", LayerColumn.Type.NUMBER, UNIT, 1),
                new LayerColumn("upper", "UPPER", "Upper 95 % limit", LayerColumn.Type.NUMBER, UNIT, 1)));
        for (int at = 0; at < subject.parts().size(); at++) {
            String category = subject.parts().get(at).category();
            int number = at + 1;
            columns.add(number("category_" + number + nameOf(category), "CAT" + number, "Children: " + category));
        }
        return columns;
    }

    private static LayerColumn number(String name, String shortName, String label) {
        return new LayerColumn(name, shortName, label, LayerColumn.Type.WHOLE_NUMBER, "children", 0);
    }

    /** The words of a category as the end of a column's name; empty when nothing of them can stand there. */
    private static String nameOf(String category) {
        String words =
                category.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        return words.isEmpty() ? "" : "_" + words;
    }

    private static String hiding(DisclosurePolicy rule) {
        if (rule.roundingBase() > 0) {
            return "counts are rounded to multiples of " + rule.roundingBase();
        }
        return "counts of " + (rule.zeroIsDisclosive() ? "0" : "1") + " to " + rule.threshold() + " are hidden";
    }

    /**
     * The rate, hidden where its count is or where it is of too few children; not available without children to divide by, and where more
     * children are counted than live there.
     */
    static Value rate(RateSubject subject, AreaCode code) {
        Value count = subject.count().apply(code);
        Value children = subject.children().apply(code);
        if (subject.rule().isPresent()
                && count.isKnown()
                && count.number().getAsDouble() > 0
                && children.number().isPresent()
                && children.number().getAsDouble() > 0
                && children.number().getAsDouble() < subject.rule().get().minimumDenominator()) {
            return Value.suppressed();
        }
        return subject.measure().hasMoreThanLive(count, children)
                ? Value.notAvailable()
                : ValueArithmetic.ratio(count, children, PER_CHILDREN);
    }

    private static Interval limits(Value count, Value children) {
        return PoissonInterval.ofRatePer10000(
                Math.round(count.number().orElseThrow()), children.number().orElseThrow(), CONFIDENCE);
    }

    private static String sentence(AreaFrame frame, RateSubject subject, List<Value> rates) {
        long hidden = rates.stream()
                .filter(rate -> rate.state() == ValueState.SUPPRESSED)
                .count();
        long none = rates.stream()
                .filter(rate -> rate.isKnown() && rate.number().getAsDouble() == 0)
                .count();
        boolean rounds = subject.rule().map(rule -> rule.roundingBase() > 0).orElse(false);
        return "In " + none + " of " + frame.names().size() + " areas "
                + (rounds ? "the number rounds to 0 of " : "there were no ")
                + subject.measure().counted() + " (" + subject.period() + "), in " + hidden
                + (subject.rule().isPresent()
                        ? " the number is hidden to protect children"
                        : " the source of the counts hides the number")
                + "; rates use the population of "
                + subject.childrenPeriod() + ".";
    }
}
