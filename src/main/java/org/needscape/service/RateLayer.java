package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Measure;
import org.needscape.indicator.SeriesKey;
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

    private final ProtectedObservations observations;

    RateLayer(ProtectedObservations observations) {
        this.observations = observations;
    }

    static String key(Measure measure, StoredSeries counts) {
        return "rate-" + measure.code() + "-" + counts.key().period().slug();
    }

    static String title(Measure measure, StoredSeries counts) {
        return measure.label() + ", " + counts.key().period();
    }

    ManifestBuilder manifest(StoreSession session, AreaFrame frame, StoredSeries counts, StoredSeries children) {
        return new ManifestBuilder(
                        "Rate per 10,000 = 10,000 x count / children aged 0 to 17, with exact Poisson limits below 10"
                                + " events and Byar's from 10; counts of 1 to "
                                + observations.policy().threshold()
                                + " and what derives from them are hidden.")
                .areas(frame)
                .parameter(
                        "counts", counts.key().indicator() + " " + counts.key().period())
                .parameter(
                        "population",
                        children.key().indicator() + " " + children.key().period())
                .parameter("confidence", Double.toString(CONFIDENCE))
                .parameter(
                        "largestHiddenCount",
                        Integer.toString(observations.policy().threshold()))
                .input(session, counts.datasets(), counts.contentHash())
                .input(session, children.datasets(), children.contentHash());
    }

    Layer build(StoreSession session, AreaFrame frame, Measure measure, StoredSeries counts, StoredSeries children) {
        Map<SeriesKey, Map<AreaCode, Value>> values = observations.listValues(
                session, List.of(counts.key(), children.key()), frame.extent().name());
        Map<AreaCode, Value> countOf = values.getOrDefault(counts.key(), Map.of());
        Map<AreaCode, Value> childrenOf = values.getOrDefault(children.key(), Map.of());
        List<Value> rates = new ArrayList<>();
        for (AreaCode code : frame.names().keySet()) {
            rates.add(ValueArithmetic.ratio(valueOf(countOf, code), valueOf(childrenOf, code), PER_CHILDREN));
        }
        ValueClasses classes = new ValueClasses(rates, true, 1);
        List<LayerRow> rows = new ArrayList<>();
        frame.names().forEach((code, name) -> {
            Value count = valueOf(countOf, code);
            Value inArea = valueOf(childrenOf, code);
            Value rate = ValueArithmetic.ratio(count, inArea, PER_CHILDREN);
            Value lower = rate.map(ignored -> limits(count, inArea).lower());
            Value upper = rate.map(ignored -> limits(count, inArea).upper());
            rows.add(new LayerRow(
                    code,
                    name,
                    frame.districtOf(code),
                    rate,
                    classes.classOf(rate),
                    List.of(Cell.of(count), Cell.of(inArea), Cell.of(lower), Cell.of(upper))));
        });
        ManifestBuilder manifest = manifest(session, frame, counts, children);
        return new Layer(
                frame.layerId(key(measure, counts)),
                title(measure, counts),
                LayerKind.RATE,
                frame.extent(),
                frame.geography(),
                counts.key().period().text(),
                UNIT,
                1,
                measure.label() + " " + UNIT,
                sentence(frame, measure, rates, counts, children),
                List.of(
                        new LayerColumn("count", "COUNT", "Children", LayerColumn.Type.WHOLE_NUMBER, "children", 0),
                        new LayerColumn(
                                "children_aged_0_to_17",
                                "CHILDREN",
                                "Children aged 0 to 17",
                                LayerColumn.Type.WHOLE_NUMBER,
                                "children",
                                0),
                        new LayerColumn("lower", "LOWER", "Lower 95 % limit", LayerColumn.Type.NUMBER, UNIT, 1),
                        new LayerColumn("upper", "UPPER", "Upper 95 % limit", LayerColumn.Type.NUMBER, UNIT, 1)),
                classes.legend(rates),
                Cautions.of(frame.extent(), Cautions.HIDDEN, Cautions.EQUAL_CLASSES),
                manifest.build(),
                manifest.release(),
                rows);
    }

    private static Interval limits(Value count, Value children) {
        return PoissonInterval.ofRatePer10000(
                Math.round(count.number().orElseThrow()), children.number().orElseThrow(), CONFIDENCE);
    }

    private static Value valueOf(Map<AreaCode, Value> values, AreaCode code) {
        return values.getOrDefault(code, Value.notAvailable());
    }

    private static String sentence(
            AreaFrame frame, Measure measure, List<Value> rates, StoredSeries counts, StoredSeries children) {
        long hidden = rates.stream()
                .filter(rate -> rate.state() == ValueState.SUPPRESSED)
                .count();
        long none = rates.stream()
                .filter(rate -> rate.isKnown() && rate.number().getAsDouble() == 0)
                .count();
        return "In " + none + " of " + frame.names().size() + " areas there were no " + measure.counted() + " ("
                + counts.key().period() + "), in " + hidden
                + " the number is hidden to protect children; rates use the population of "
                + children.key().period() + ".";
    }
}
