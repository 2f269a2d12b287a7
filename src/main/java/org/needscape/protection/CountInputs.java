package org.needscape.protection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * Everything that the published counts of a measure depend on, without the counts themselves.
 *
 * @param series the totals of each extent and period
 * @param categories the series of their categories
 * @param families how the children of each extent and period come in families
 * @param shown the periods that are shown for these areas and not for smaller ones
 * @param districts of areas
 * @param extents the areas of each, ranked among themselves
 * @param deciles the latest national deprivation deciles
 * @param rule by which counts are hidden
 * @param before what was shown before
 * @param shownOfDistricts what was shown of counts that were imported for the districts themselves
 * @param selections for each period the lists of areas whose sums were shown
 */
record CountInputs(
        Map<ExtentName, Map<Period, StoredSeries>> series,
        Map<ExtentName, List<StoredSeries>> categories,
        Map<ExtentName, Map<Period, StoredSeries>> families,
        Set<Period> shown,
        Map<AreaCode, AreaId> districts,
        Map<ExtentName, ExtentAreas> extents,
        Optional<StoredSeries> deciles,
        DisclosurePolicy rule,
        Released before,
        Map<Geography, Released> shownOfDistricts,
        Map<Period, List<List<AreaCode>>> selections) {

    private static final IndicatorId DECILE = new IndicatorId("imd-decile");
    private static final IndicatorId RANK = new IndicatorId("imd-rank");

    /** Finds them in a store. */
    static CountInputs gather(StoreSession session, Clock clock, IndicatorId measure, Geography geography) {
        PolicyBook book = PolicyBook.read(session, clock);
        Map<ExtentName, List<StoredSeries>> served = new TreeMap<>();
        List<StoredSeries> everywhere = new ArrayList<>();
        for (Extent extent : session.areas().listExtents()) {
            List<StoredSeries> stored = session.observations().listSeries(extent.name());
            // Also what is withdrawn was shown, and must not be completed by counts of larger areas.
            everywhere.addAll(stored);
            List<StoredSeries> here = stored.stream().filter(book::isServed).toList();
            if (!latest(here, measure, geography).isEmpty()) {
                served.put(extent.name(), here);
            }
        }
        FinestGeography finest = new FinestGeography(everywhere, measure);
        Map<ExtentName, Map<Period, StoredSeries>> series = new TreeMap<>();
        Map<ExtentName, List<StoredSeries>> categories = new TreeMap<>();
        Map<ExtentName, Map<Period, StoredSeries>> families = new TreeMap<>();
        List<StoredSeries> all = new ArrayList<>();
        Set<Period> shown = new TreeSet<>();
        Map<AreaCode, AreaId> districts = new TreeMap<>();
        Map<ExtentName, ExtentAreas> extents = new TreeMap<>();
        Optional<StoredSeries> deciles = Optional.empty();
        for (Map.Entry<ExtentName, List<StoredSeries>> entry : served.entrySet()) {
            ExtentName extent = entry.getKey();
            Map<Period, StoredSeries> latest = latest(entry.getValue(), measure, geography);
            List<StoredSeries> parts = categoriesOf(entry.getValue(), latest);
            series.put(extent, latest);
            categories.put(extent, parts);
            families.put(extent, familiesOf(entry.getValue(), latest));
            all.addAll(latest.values());
            all.addAll(parts);
            latest.keySet().stream()
                    .filter(period -> finest.isShown(period, geography))
                    .forEach(shown::add);
            extents.put(
                    extent,
                    ExtentAreas.ranked(
                            session.areas().listNames(extent, geography).keySet(),
                            ranks(session, extent, entry.getValue(), geography)));
            session.areas()
                    .listParents(extent, geography, Level.LAD)
                    .forEach((code, parent) -> districts.put(code, parent.parent()));
            for (StoredSeries one : latest(entry.getValue(), DECILE, geography).values()) {
                if (deciles.isEmpty()
                        || deciles.get().key().period().compareTo(one.key().period()) < 0) {
                    deciles = Optional.of(one);
                }
            }
        }
        DisclosurePolicy rule = book.ruleOf(all);
        return new CountInputs(
                series,
                categories,
                families,
                shown,
                districts,
                extents,
                deciles,
                rule,
                before(session, measure, geography, extents.keySet(), rule),
                shownOfDistricts(session, measure, districts.values(), rule),
                selections(session, measure, geography, series.values()));
    }

    /** The latest national ranks of the areas of an extent. */
    private static Map<AreaCode, Double> ranks(
            StoreSession session, ExtentName extent, List<StoredSeries> stored, Geography geography) {
        Map<AreaCode, Double> ranks = new TreeMap<>();
        latest(stored, RANK, geography).values().stream()
                .max(Comparator.comparing(one -> one.key().period()))
                .ifPresent(series -> session.observations()
                        .listExact(series.key(), extent)
                        .forEach((code, observation) ->
                                observation.value().number().ifPresent(rank -> ranks.put(code, rank))));
        return ranks;
    }

    String hash() {
        List<String> texts = new ArrayList<>();
        series.forEach((extent, byPeriod) ->
                byPeriod.forEach((period, one) -> texts.add(extent + " " + period + " " + one.contentHash())));
        categories.forEach(
                (extent, all) -> all.forEach(one -> texts.add(extent + " " + one.key() + " " + one.contentHash())));
        families.forEach((extent, byPeriod) ->
                byPeriod.forEach((period, one) -> texts.add(extent + " families " + period + " " + one.contentHash())));
        texts.add("shown " + shown);
        deciles.ifPresent(one -> texts.add("deciles " + one.contentHash()));
        districts.forEach((code, district) -> texts.add(code + " in " + district));
        extents.forEach((extent, areas) -> texts.add(extent + " has " + areas));
        texts.add(rule.toString());
        texts.add(before.text());
        shownOfDistricts.forEach((level, shown) -> texts.add(level + " " + shown.text()));
        texts.add(selections.toString());
        return CellKey.hash(texts);
    }

    /** Counts with those hidden whose periods are shown for other areas. */
    Map<Period, Map<AreaCode, Value>> withheld(Map<Period, Map<AreaCode, Value>> counts) {
        counts.forEach((period, byArea) -> {
            if (!shown.contains(period)) {
                byArea.replaceAll((code, count) -> Value.suppressed());
            }
        });
        return counts;
    }

    /** The series of a measure's totals in one extent, one for each period: of several editions the last imported. */
    static Map<Period, StoredSeries> latest(Collection<StoredSeries> stored, IndicatorId measure, Geography geography) {
        Map<Period, StoredSeries> latest = new TreeMap<>();
        for (StoredSeries series : stored) {
            SeriesKey key = series.key();
            if (key.indicator().equals(measure)
                    && key.geography().equals(geography)
                    && key.category().equals(SeriesKey.ALL)) {
                latest.merge(key.period(), series, (one, other) -> last(one) >= last(other) ? one : other);
            }
        }
        return latest;
    }

    /** The series of the categories that these totals have. */
    static List<StoredSeries> categoriesOf(Collection<StoredSeries> stored, Map<Period, StoredSeries> totals) {
        return stored.stream()
                .filter(series -> !series.key().category().equals(SeriesKey.ALL))
                .filter(series -> totals.containsKey(series.key().period())
                        && series.key()
                                .isCategoryOf(totals.get(series.key().period()).key()))
                .toList();
    }

    /**
     * The families of the same files as these totals. Where counts came by another file since, which says nothing of families, those
     * that an earlier one stated are not theirs.
     */
    private static Map<Period, StoredSeries> familiesOf(
            Collection<StoredSeries> stored, Map<Period, StoredSeries> totals) {
        Map<Period, StoredSeries> families = new TreeMap<>();
        totals.forEach((period, total) -> Measure.find(total.key().indicator())
                .map(measure -> total.key().of(measure.familiesSquaredId()))
                .flatMap(key -> stored.stream()
                        .filter(one -> one.key().equals(key) && one.datasets().equals(total.datasets()))
                        .findFirst())
                .ifPresent(one -> families.put(period, one)));
        return families;
    }

    /** The name under which selections of a period are kept. */
    static String subject(IndicatorId measure, Geography geography, Period period) {
        return subject(measure, geography) + " " + period;
    }

    /** The name under which figures of a measure are kept. */
    static String subject(IndicatorId measure, Geography geography) {
        return measure + " " + geography;
    }

    private static Released before(
            StoreSession session,
            IndicatorId measure,
            Geography geography,
            Collection<ExtentName> extents,
            DisclosurePolicy rule) {
        Released before = Released.of(rule.toString());
        for (ExtentName extent : extents) {
            session.protection()
                    .findReleased(extent, subject(measure, geography))
                    .map(Released::parse)
                    .ifPresent(before::addAll);
        }
        return before;
    }

    /** What was shown of counts that were imported for districts themselves, in any extent. */
    private static Map<Geography, Released> shownOfDistricts(
            StoreSession session, IndicatorId measure, Collection<AreaId> districts, DisclosurePolicy rule) {
        List<ExtentName> extents =
                session.areas().listExtents().stream().map(Extent::name).toList();
        Map<Geography, Released> shown = new TreeMap<>();
        districts.stream()
                .map(AreaId::geography)
                .distinct()
                .forEach(level -> shown.put(level, before(session, measure, level, extents, rule)));
        return shown;
    }

    /** What was shown of the periods in any extent, also in one whose own figures are no longer shown: people still have it. */
    private static Map<Period, List<List<AreaCode>>> selections(
            StoreSession session,
            IndicatorId measure,
            Geography geography,
            Collection<Map<Period, StoredSeries>> series) {
        Set<Period> periods = new TreeSet<>();
        series.forEach(byPeriod -> periods.addAll(byPeriod.keySet()));
        Map<Period, List<List<AreaCode>>> selections = new TreeMap<>();
        for (Extent extent : session.areas().listExtents()) {
            for (Period period : periods) {
                session.protection()
                        .listSelections(extent.name(), subject(measure, geography, period))
                        .forEach(selection -> selections
                                .computeIfAbsent(period, ignored -> new ArrayList<>())
                                .add(selection.codes()));
            }
        }
        return selections;
    }

    private static long last(StoredSeries series) {
        return series.datasets().isEmpty()
                ? 0
                : series.datasets().get(series.datasets().size() - 1);
    }
}
