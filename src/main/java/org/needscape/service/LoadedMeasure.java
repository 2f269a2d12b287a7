package org.needscape.service;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.needscape.area.Geography;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.store.ObservationStore.StoredSeries;

/**
 * A measure that an extent has figures of.
 *
 * @param indicator what it is
 * @param bareCount whether it is high where many people live, so that no scoring method may take it
 * @param periods for each geography of the figures, the periods, latest first
 */
public record LoadedMeasure(Indicator indicator, boolean bareCount, SortedMap<Geography, List<String>> periods) {

    public LoadedMeasure {
        periods = Collections.unmodifiableSortedMap(new TreeMap<>(periods));
    }

    /** The measures of a catalogue, in the order of their labels. */
    static List<LoadedMeasure> list(SeriesCatalog catalog) {
        Map<IndicatorId, LoadedMeasure> measures = new LinkedHashMap<>();
        for (StoredSeries series : catalog.all()) {
            measures.computeIfAbsent(series.key().indicator(), id -> of(catalog, series));
        }
        List<LoadedMeasure> sorted = new ArrayList<>(measures.values());
        sorted.sort(Comparator.comparing((LoadedMeasure measure) -> measure.indicator.label())
                .thenComparing(measure -> measure.indicator.id()));
        return sorted;
    }

    private static LoadedMeasure of(SeriesCatalog catalog, StoredSeries any) {
        IndicatorId id = any.key().indicator();
        SortedMap<Geography, List<String>> periods = new TreeMap<>();
        for (Geography geography : catalog.geographies()) {
            List<String> texts = catalog.list(id, geography).stream()
                    .map(series -> series.key().period().text())
                    .toList();
            if (!texts.isEmpty()) {
                periods.put(geography, texts);
            }
        }
        return new LoadedMeasure(catalog.definition(any), isBareCount(catalog, any), periods);
    }

    /** Whether a scoring method refuses a series, because it counts people and not how many of those who live there. */
    static boolean isBareCount(SeriesCatalog catalog, StoredSeries series) {
        return SeriesCatalog.measureOf(series).isPresent() || DisclosurePolicy.isCount(catalog.definition(series));
    }
}
