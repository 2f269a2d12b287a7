package org.needscape.service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.protection.ProtectedObservations;
import org.needscape.protection.ProtectedRatio;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/** Of which layers it is known, as far as it may be shown, how many were counted among how many people. */
final class HotspotCounts {

    private static final ProtectedRatio NONE =
            new ProtectedRatio(Value.notAvailable(), Value.notAvailable(), Value.notAvailable());

    private final StoreSession session;
    private final ProtectedObservations observations;

    HotspotCounts(StoreSession session, ProtectedObservations observations) {
        this.session = session;
        this.observations = observations;
    }

    /** Counts and people by area, in the order of a layer's rows. */
    record Counted(List<Value> counts, List<Value> people) {

        Counted {
            counts = List.copyOf(counts);
            people = List.copyOf(people);
        }

        boolean isUsable(int area) {
            return HotspotCounts.isUsable(counts.get(area), people.get(area));
        }
    }

    /** The counts behind a layer; empty where they are not known, or where low values mean more need. */
    Optional<Counted> of(Layer layer) {
        if (layer.kind() == LayerKind.RATE) {
            return Optional.of(new Counted(
                    layer.rows().stream().map(row -> layer.number(row, "count")).toList(),
                    layer.rows().stream()
                            .map(row -> layer.number(row, "children_aged_0_to_17"))
                            .toList()));
        }
        if (layer.kind() != LayerKind.INDICATOR) {
            return Optional.empty();
        }
        ExtentName extent = layer.extent().name();
        return candidates(SeriesCatalog.of(session, observations, extent)).stream()
                .filter(series -> layer.id().value().startsWith(IndicatorLayer.key(series)))
                .filter(series -> series.key().geography().equals(layer.geography()))
                .findFirst()
                .map(series -> ratios(List.of(series), extent).getOrDefault(series.key(), Map.of()))
                .filter(ratios -> sayAsMuchAsValues(ratios.values()))
                .map(ratios -> counted(layer, ratios));
    }

    /** The keys of those layers of measures that {@link #of} finds counts of. */
    Set<String> keys(ExtentName extent) {
        List<StoredSeries> candidates = candidates(SeriesCatalog.of(session, observations, extent));
        Map<SeriesKey, Map<AreaCode, ProtectedRatio>> ratios = ratios(candidates, extent);
        return candidates.stream()
                .filter(series -> sayAsMuchAsValues(
                        ratios.getOrDefault(series.key(), Map.of()).values()))
                .map(IndicatorLayer::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<StoredSeries> candidates(SeriesCatalog catalog) {
        return catalog.all().stream()
                .filter(series -> SeriesCatalog.measureOf(series).isEmpty())
                .filter(series -> IndicatorLayer.kind(series) == LayerKind.INDICATOR)
                .filter(series -> catalog.definition(series).polarity() != Polarity.LOWER_IS_MORE_NEED)
                .toList();
    }

    private Map<SeriesKey, Map<AreaCode, ProtectedRatio>> ratios(List<StoredSeries> series, ExtentName extent) {
        return observations.listRatios(
                session, series.stream().map(StoredSeries::key).toList(), extent);
    }

    /** Where a value is known and its counts are not, the values say more than the counts. */
    private static boolean sayAsMuchAsValues(Collection<ProtectedRatio> ratios) {
        List<ProtectedRatio> known =
                ratios.stream().filter(ratio -> ratio.value().isKnown()).toList();
        return !known.isEmpty() && known.stream().allMatch(ratio -> isUsable(ratio.numerator(), ratio.denominator()));
    }

    private static Counted counted(Layer layer, Map<AreaCode, ProtectedRatio> ratios) {
        List<ProtectedRatio> byArea = layer.rows().stream()
                .map(LayerRow::code)
                .map(code -> ratios.getOrDefault(code, NONE))
                .toList();
        return new Counted(
                byArea.stream().map(ProtectedRatio::numerator).toList(),
                byArea.stream().map(ProtectedRatio::denominator).toList());
    }

    private static boolean isUsable(Value count, Value people) {
        return count.isKnown() && people.isKnown() && people.number().orElse(0) > 0;
    }
}
