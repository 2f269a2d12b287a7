package org.needscape.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.protection.FigureSource;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/** One measure as it was imported: {@code indicator-ID-PERIOD-GEOGRAPHY}. */
final class IndicatorLayer {

    private final FigureSource observations;

    IndicatorLayer(FigureSource observations) {
        this.observations = observations;
    }

    static String key(StoredSeries series) {
        return "indicator-" + series.key().indicator() + "-"
                + series.key().period().slug() + "-" + series.key().geography().code();
    }

    static String title(StoredSeries series, Indicator indicator) {
        return indicator.label() + ", " + series.key().period();
    }

    static LayerKind kind(StoredSeries series) {
        return SeriesCatalog.isDeprivation(series) ? LayerKind.DEPRIVATION : LayerKind.INDICATOR;
    }

    /** How many decimals a measure is shown with, by its unit. */
    static int decimals(Indicator indicator) {
        return switch (indicator.unit().toLowerCase(Locale.ROOT)) {
            case "persons", "people", "children", "households", "families", "count", "number", "rank", "decile" -> 0;
            case "percent", "%", "index", "per 1,000", "per 10,000" -> 1;
            case "score", "proportion", "proportion 0-1", "z-like score", "0-100" -> 3;
            default -> 2;
        };
    }

    ManifestBuilder manifest(StoreSession session, AreaFrame frame, StoredSeries series, Indicator indicator) {
        Optional<DisclosurePolicy> rule = observations.hiding(session, List.of(series));
        return new ManifestBuilder("The measure as imported; "
                        + (rule.isPresent()
                                ? "small counts of the county's own records are hidden."
                                : Cautions.NOTHING_HIDDEN))
                .areas(frame)
                .parameter("indicator", series.key().indicator().value())
                .parameter("period", series.key().period().text())
                .parameter("edition", series.key().edition())
                .parameter("needDirection", indicator.polarity().words())
                .parameter("sensitivity", indicator.sensitivity().name())
                .hiding(rule)
                .input(session, series.datasets(), series.contentHash());
    }

    Layer build(StoreSession session, AreaFrame frame, StoredSeries series, Indicator indicator) {
        Map<AreaCode, Value> values =
                observations.listValues(session, series.key(), frame.extent().name());
        List<Value> all = frame.names().keySet().stream()
                .map(code -> values.getOrDefault(code, Value.notAvailable()))
                .toList();
        int decimals = decimals(indicator);
        boolean highFirst = indicator.polarity() != Polarity.LOWER_IS_MORE_NEED;
        ValueClasses classes = new ValueClasses(all, highFirst, decimals);
        List<LayerRow> rows = new ArrayList<>();
        frame.names().forEach((code, name) -> {
            Value value = values.getOrDefault(code, Value.notAvailable());
            rows.add(new LayerRow(code, name, frame.districtOf(code), value, classes.classOf(value), List.of()));
        });
        List<String> cautions = new ArrayList<>();
        cautions.add(Cautions.EQUAL_CLASSES);
        if (indicator.polarity() == Polarity.NOT_STATED) {
            cautions.add("It is not stated which end of this measure means more need; dark stands for high values.");
        }
        if (indicator.sensitivity() == Sensitivity.RESTRICTED) {
            observations.hiding(session, List.of(series)).map(Cautions::hidden).ifPresent(cautions::add);
        }
        ManifestBuilder manifest = manifest(session, frame, series, indicator);
        return new Layer(
                frame.layerId(key(series)),
                title(series, indicator),
                kind(series),
                frame.extent(),
                frame.geography(),
                series.key().period().text(),
                indicator.unit(),
                decimals,
                indicator.label(),
                sentence(frame, indicator, values, decimals),
                List.of(),
                classes.legend(all),
                Cautions.of(frame.extent(), cautions.toArray(String[]::new)),
                manifest.build(),
                manifest.release(),
                rows);
    }

    private static String sentence(AreaFrame frame, Indicator indicator, Map<AreaCode, Value> values, int decimals) {
        double[] known = values.values().stream()
                .filter(Value::isKnown)
                .mapToDouble(value -> value.number().getAsDouble())
                .sorted()
                .toArray();
        int areas = frame.names().size();
        if (known.length == 0) {
            return "No area has a value of this measure that can be shown.";
        }
        String middle = known.length + " of " + areas + " areas have a value, from " + write(known[0], decimals)
                + " to " + write(known[known.length - 1], decimals) + " (" + indicator.unit() + ")";
        double[] half = Arrays.copyOfRange(known, known.length / 4, known.length - known.length / 4);
        return middle + "; the middle half lies between " + write(half[0], decimals) + " and "
                + write(half[half.length - 1], decimals) + ".";
    }

    private static String write(double number, int decimals) {
        return String.format(Locale.UK, "%,." + decimals + "f", number);
    }
}
