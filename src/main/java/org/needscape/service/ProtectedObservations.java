package org.needscape.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.SafeGroups;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Observation;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.store.ObservationStore;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * The one door to exact values. It hands out protected values, and totals that give no hidden value away; no other class may read
 * observations from the store.
 */
public final class ProtectedObservations {

    private final DisclosurePolicy policy;

    public ProtectedObservations(DisclosurePolicy policy) {
        this.policy = policy;
    }

    /** The series of an extent. */
    public List<StoredSeries> listSeries(StoreSession session, ExtentName extent) {
        return session.observations().listSeries(extent);
    }

    /** The definitions of all indicators, by id. */
    public Map<IndicatorId, Indicator> listIndicators(StoreSession session) {
        Map<IndicatorId, Indicator> byId = new HashMap<>();
        for (Indicator indicator : session.observations().listIndicators()) {
            byId.put(indicator.id(), indicator);
        }
        return byId;
    }

    /** The protected values of a series by area; areas without an observation are absent. */
    public Map<AreaCode, Value> listValues(StoreSession session, SeriesKey series, ExtentName extent) {
        return listValues(session, List.of(series), extent).getOrDefault(series, Map.of());
    }

    /** The protected values of several series by area. */
    public Map<SeriesKey, Map<AreaCode, Value>> listValues(
            StoreSession session, Collection<SeriesKey> series, ExtentName extent) {
        Map<IndicatorId, Indicator> indicators = listIndicators(session);
        Map<SeriesKey, Map<AreaCode, Value>> shown = new HashMap<>();
        session.observations().listExact(series, extent).forEach((key, observations) -> {
            Indicator indicator = definitionOf(key, indicators);
            Map<AreaCode, Value> values = new TreeMap<>();
            observations.forEach((code, observation) -> values.put(code, policy.shown(observation, indicator)));
            shown.put(key, values);
        });
        return shown;
    }

    /**
     * Counts and population added up over ordered groups of areas, merged until no group gives a hidden count away.
     *
     * @param counts the series of counts
     * @param population the series of people
     * @param groupOf the number of each area's group; areas without one are left out
     * @param groups how many groups there are, numbered from 1
     * @return the groups in order; empty when nothing can be shown
     */
    public List<SafeGroups.Group> sumByGroup(
            StoreSession session,
            SeriesKey counts,
            SeriesKey population,
            ExtentName extent,
            Map<AreaCode, Integer> groupOf,
            int groups) {
        ObservationStore store = session.observations();
        Map<AreaCode, Observation> countOf = store.listExact(counts, extent);
        Map<AreaCode, Observation> populationOf = store.listExact(population, extent);
        double[] people = new double[groups];
        double[] events = new double[groups];
        int[] hiddenParts = new int[groups];
        double[] hiddenEvents = new double[groups];
        groupOf.forEach((code, group) -> {
            OptionalDouble count = number(countOf.get(code));
            OptionalDouble inArea = number(populationOf.get(code));
            if (count.isEmpty() || inArea.isEmpty()) {
                return;
            }
            int index = group - 1;
            people[index] += inArea.getAsDouble();
            events[index] += count.getAsDouble();
            if (policy.hides(count.getAsDouble())) {
                hiddenParts[index]++;
                hiddenEvents[index] += count.getAsDouble();
            }
        });
        List<SafeGroups.Group> totals = new ArrayList<>();
        for (int i = 0; i < groups; i++) {
            totals.add(new SafeGroups.Group(i + 1, i + 1, people[i], events[i], hiddenParts[i], hiddenEvents[i]));
        }
        return new SafeGroups(policy).merge(totals);
    }

    /** The rule by which values are hidden. */
    public DisclosurePolicy policy() {
        return policy;
    }

    private static OptionalDouble number(@org.jspecify.annotations.Nullable Observation observation) {
        return observation == null
                ? OptionalDouble.empty()
                : observation.value().number();
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
