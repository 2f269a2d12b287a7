package org.needscape.protection;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.Sensitivity;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * Protected values: all that most of the service gets to see. Counts of help and protection are protected together with their
 * totals; other figures of the county's own records one by one. Safe for many threads.
 */
public final class ProtectedObservations implements FigureSource {

    private final Clock clock;
    private final CountReader reader;

    /** @param clock says which data sets are past their end */
    public ProtectedObservations(Clock clock) {
        this.clock = clock;
        this.reader = new CountReader(clock);
    }

    CountReader reader() {
        return reader;
    }

    /**
     * The series of an extent that may be used: none of a data set that is withdrawn or past its end, and none of how children come in
     * families, of which only {@link ProtectedCounts#designEffect} tells anything.
     */
    public List<StoredSeries> listSeries(StoreSession session, ExtentName extent) {
        return served(session, extent).stream()
                .filter(series -> !Measure.isFamiliesSquared(series.key().indicator()))
                .toList();
    }

    private List<StoredSeries> served(StoreSession session, ExtentName extent) {
        PolicyBook book = PolicyBook.read(session, clock);
        return session.observations().listSeries(extent).stream()
                .filter(book::isServed)
                .toList();
    }

    /** The definitions of all indicators that anything may be shown of, by id. */
    public Map<IndicatorId, Indicator> listIndicators(StoreSession session) {
        Map<IndicatorId, Indicator> byId = new HashMap<>();
        for (Indicator indicator : session.observations().listIndicators()) {
            if (!Measure.isFamiliesSquared(indicator.id())) {
                byId.put(indicator.id(), indicator);
            }
        }
        return byId;
    }

    /** The rule by which figures of these series are hidden: the strictest of their data sets' policies. */
    public DisclosurePolicy ruleOf(StoreSession session, Collection<StoredSeries> series) {
        return PolicyBook.read(session, clock).ruleOf(series);
    }

    @Override
    public Optional<DisclosurePolicy> hiding(StoreSession session, Collection<StoredSeries> series) {
        return Optional.of(ruleOf(session, series));
    }

    /** Whether the publisher of a series says that it cannot be compared with what came before. */
    public boolean breaksSeries(StoreSession session, StoredSeries series, ExtentName extent) {
        return session.observations().listExact(series.key(), extent).values().stream()
                .anyMatch(observation -> observation.flags().contains(ValueFlag.BREAK_IN_SERIES));
    }

    /** The counts of a measure, with districts and deciles, protected as one over all extents of the store. */
    @Override
    public ProtectedCounts counts(StoreSession session, IndicatorId measure, Geography geography) {
        return reader.read(session, measure, geography);
    }

    /** Remembers the counts of a measure as released, so that later ones do not give away what was hidden in these. */
    public void release(StoreSession session, IndicatorId measure, Geography geography) {
        // A selection that is recorded at the same time must not be forgotten again.
        session.protection().lock();
        reader.remember(session, measure, geography, reader.read(session, measure, geography));
    }

    /**
     * Counts areas that somebody chose, if that gives no small count away: neither itself, nor by what is left of larger areas
     * without it, nor by its difference from anything shown before. What is counted is recorded and counts as shown from then on;
     * what is refused leaves no trace. The same areas get the same answer until the counts change.
     *
     * @param session of a write in which nothing was read before
     * @param extent that the areas belong to
     * @param areas at least one
     */
    public Selected select(
            StoreSession session,
            ExtentName extent,
            IndicatorId measure,
            Geography geography,
            Period period,
            Collection<AreaCode> areas) {
        session.protection().lock();
        SelectionGuard guard = new SelectionGuard(reader.read(session, measure, geography), extent, period);
        SelectionGuard.Decision decision = guard.decide(areas);
        decision.toRecord()
                .ifPresent(published -> reader.record(
                        session, measure, geography, extent, period, SelectionSet.ordered(areas), published));
        return decision.selected();
    }

    /** The protected values of a series by area; areas without an observation are absent. */
    @Override
    public Map<AreaCode, Value> listValues(StoreSession session, SeriesKey series, ExtentName extent) {
        return listValues(session, List.of(series), extent).getOrDefault(series, Map.of());
    }

    /** The protected values of several series by area. */
    public Map<SeriesKey, Map<AreaCode, Value>> listValues(
            StoreSession session, Collection<SeriesKey> series, ExtentName extent) {
        Map<SeriesKey, Map<AreaCode, Value>> values = new HashMap<>();
        listRatios(session, series, extent).forEach((key, ratios) -> {
            Map<AreaCode, Value> ofSeries = new TreeMap<>();
            ratios.forEach((code, ratio) -> ofSeries.put(code, ratio.value()));
            values.put(key, ofSeries);
        });
        return values;
    }

    /**
     * The protected values of several series by area, each with the numerator and denominator it was made of where they are known and
     * may be shown. Counts of help and protection have none.
     */
    public Map<SeriesKey, Map<AreaCode, ProtectedRatio>> listRatios(
            StoreSession session, Collection<SeriesKey> series, ExtentName extent) {
        Map<IndicatorId, Indicator> indicators = listIndicators(session);
        Map<SeriesKey, StoredSeries> stored = new HashMap<>();
        listSeries(session, extent).forEach(one -> stored.put(one.key(), one));
        PolicyBook book = PolicyBook.read(session, clock);
        Map<SeriesKey, Map<AreaCode, ProtectedRatio>> shown = new HashMap<>();
        session.observations()
                .listExact(series.stream().filter(stored::containsKey).toList(), extent)
                .forEach((key, observations) -> {
                    Indicator indicator = definitionOf(key, indicators);
                    DisclosurePolicy rule = book.ruleOf(List.of(stored.get(key)));
                    Map<AreaCode, ProtectedRatio> ratios = new TreeMap<>();
                    if (isMeasure(key)) {
                        CountView counts = counts(session, key.indicator(), key.geography());
                        // Categories of areas are published nowhere, so nothing protects them: they are hidden
                        // altogether.
                        boolean all = key.category().equals(SeriesKey.ALL);
                        observations
                                .keySet()
                                .forEach(code -> ratios.put(
                                        code,
                                        ProtectedRatio.of(all ? counts.area(key.period(), code) : Value.suppressed())));
                    } else {
                        observations.forEach((code, observation) ->
                                ratios.put(code, ProtectedRatio.of(observation, indicator, rule)));
                    }
                    shown.put(key, ratios);
                });
        return shown;
    }

    /**
     * What an open indicator comes to over some areas of an extent together: the sum of its numerators and that of its denominators.
     *
     * @param areas which areas are meant
     * @return empty for a restricted indicator, and where no area's counts are stated
     */
    public Optional<OpenTotal> openTotal(
            StoreSession session, StoredSeries series, ExtentName extent, Predicate<AreaCode> areas) {
        Indicator indicator = definitionOf(series.key(), listIndicators(session));
        if (indicator.sensitivity() != Sensitivity.OPEN || isMeasure(series.key())) {
            return Optional.empty();
        }
        double numerator = 0;
        double denominator = 0;
        long counted = 0;
        long leftOut = 0;
        for (Map.Entry<AreaCode, Observation> entry :
                session.observations().listExact(series.key(), extent).entrySet()) {
            Observation observation = entry.getValue();
            if (!areas.test(entry.getKey())) {
                continue;
            }
            if (observation.numerator().isKnown() && observation.denominator().isKnown()) {
                numerator += observation.numerator().number().orElseThrow();
                denominator += observation.denominator().number().orElseThrow();
                counted++;
            } else {
                leftOut++;
            }
        }
        return denominator > 0
                ? Optional.of(new OpenTotal(numerator, denominator, counted, leftOut))
                : Optional.empty();
    }

    private static boolean isMeasure(SeriesKey key) {
        for (Measure measure : Measure.values()) {
            if (measure.indicatorId().equals(key.indicator())) {
                return true;
            }
        }
        return false;
    }

    private static Indicator definitionOf(SeriesKey key, Map<IndicatorId, Indicator> indicators) {
        Indicator indicator = indicators.get(key.indicator());
        if (indicator == null) {
            throw new IllegalStateException(
                    "The store has observations of " + key.indicator() + " without its definition.");
        }
        return indicator;
    }
}
