package org.needscape.service;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.needscape.area.AreaCode;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Value;
import org.needscape.store.ObservationStore.StoredSeries;

/**
 * What a layer of rates is made from.
 *
 * @param key the layer's key
 * @param title for people
 * @param measure what is counted
 * @param period of the counts, in words
 * @param childrenPeriod of the population, in words
 * @param count the count of each area of the layer
 * @param parts what the counts consist of, such as children by the main reason for a plan; empty where nobody says
 * @param children the children aged 0 to 17 of each area
 * @param inputs the series behind both
 * @param rule by which small numbers are hidden; empty for exact values
 * @param fingerprint changes whenever a count that may be shown does
 * @param caution what to mind besides what holds for all rates, or empty
 */
record RateSubject(
        String key,
        String title,
        Measure measure,
        String period,
        String childrenPeriod,
        Function<AreaCode, Value> count,
        List<Part> parts,
        Function<AreaCode, Value> children,
        List<StoredSeries> inputs,
        Optional<DisclosurePolicy> rule,
        String fingerprint,
        String caution) {

    RateSubject {
        parts = List.copyOf(parts);
    }

    /**
     * A part of the counts.
     *
     * @param category in the words of the file
     * @param count of each area of the layer
     */
    record Part(String category, Function<AreaCode, Value> count) {}
}
