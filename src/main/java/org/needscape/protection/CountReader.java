package org.needscape.protection;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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
import org.needscape.indicator.Period;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.ReleasedSelection;
import org.needscape.store.StoreSession;

/**
 * Reads everything that is known of a measure over all extents of a store, and protects it as one: what is shown in one county must
 * not give away what is hidden in another that shares its areas. What was protected is remembered until something changes.
 */
final class CountReader {

    private static final IndicatorId DECILE = new IndicatorId("imd-decile");
    private static final int REMEMBERED = 12;

    private final Clock clock;
    private final Map<String, PublishedCounts> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PublishedCounts> eldest) {
            return size() > REMEMBERED;
        }
    };

    CountReader(Clock clock) {
        this.clock = clock;
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

    /** A measure as it may be published. */
    PublishedCounts read(StoreSession session, IndicatorId measure, Geography geography) {
        Inputs inputs = gather(session, measure, geography);
        String name = inputs.hash();
        synchronized (known) {
            PublishedCounts remembered = known.get(name);
            if (remembered != null) {
                return remembered;
            }
        }
        ExactCounts exact = new ExactCounts(
                inputs.withheld(exact(session, inputs.series())),
                inputs.districts(),
                inputs.extents(),
                decilesOf(session, inputs.deciles(), inputs.extents().keySet()),
                categories(session, inputs.categories()));
        PublishedCounts made = new PublishedCounts(exact, inputs.rule(), inputs.before(), inputs.selections());
        know(name, made);
        return made;
    }

    /**
     * Records a selection that is about to be shown: its areas, and its sum among what was shown, which later ones are compared
     * with.
     *
     * @param published with the selection
     */
    void record(
            StoreSession session,
            IndicatorId measure,
            Geography geography,
            ExtentName extent,
            Period period,
            List<AreaCode> areas,
            PublishedCounts published) {
        Inputs before = gather(session, measure, geography);
        String text = before.before().then(published.released()).text();
        for (ExtentName each : before.extents().keySet()) {
            session.protection().saveReleased(each, subject(measure, geography), text);
        }
        session.protection()
                .addSelection(
                        extent,
                        subject(measure, geography, period),
                        new ReleasedSelection(areas, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        // Nothing is hidden because it is remembered as shown, so what was made already is what would be made again.
        know(gather(session, measure, geography).hash(), published);
    }

    private void know(String name, PublishedCounts made) {
        synchronized (known) {
            known.put(name, made);
        }
    }

    /** Everything that published counts depend on, without the counts themselves. */
    private record Inputs(
            Map<ExtentName, Map<Period, StoredSeries>> series,
            Map<ExtentName, List<StoredSeries>> categories,
            Set<Period> shown,
            Map<AreaCode, AreaId> districts,
            Map<ExtentName, Set<AreaCode>> extents,
            Optional<StoredSeries> deciles,
            DisclosurePolicy rule,
            Released before,
            Map<Period, List<List<AreaCode>>> selections) {

        String hash() {
            List<String> texts = new ArrayList<>();
            series.forEach((extent, byPeriod) ->
                    byPeriod.forEach((period, one) -> texts.add(extent + " " + period + " " + one.contentHash())));
            categories.forEach(
                    (extent, all) -> all.forEach(one -> texts.add(extent + " " + one.key() + " " + one.contentHash())));
            texts.add("shown " + shown);
            deciles.ifPresent(one -> texts.add("deciles " + one.contentHash()));
            districts.forEach((code, district) -> texts.add(code + " in " + district));
            extents.forEach((extent, areas) -> texts.add(extent + " has " + areas));
            texts.add(rule.toString());
            texts.add(before.text());
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
    }

    private Inputs gather(StoreSession session, IndicatorId measure, Geography geography) {
        PolicyBook book = PolicyBook.read(session, clock);
        Map<ExtentName, List<StoredSeries>> served = new TreeMap<>();
        List<StoredSeries> everywhere = new ArrayList<>();
        for (Extent extent : session.areas().listExtents()) {
            List<StoredSeries> stored = session.observations().listSeries(extent.name()).stream()
                    .filter(book::isServed)
                    .toList();
            everywhere.addAll(stored);
            if (!latest(stored, measure, geography).isEmpty()) {
                served.put(extent.name(), stored);
            }
        }
        FinestGeography finest = new FinestGeography(everywhere, measure);
        Map<ExtentName, Map<Period, StoredSeries>> series = new TreeMap<>();
        Map<ExtentName, List<StoredSeries>> categories = new TreeMap<>();
        List<StoredSeries> all = new ArrayList<>();
        Set<Period> shown = new TreeSet<>();
        Map<AreaCode, AreaId> districts = new TreeMap<>();
        Map<ExtentName, Set<AreaCode>> extents = new TreeMap<>();
        Optional<StoredSeries> deciles = Optional.empty();
        for (Map.Entry<ExtentName, List<StoredSeries>> entry : served.entrySet()) {
            ExtentName extent = entry.getKey();
            Map<Period, StoredSeries> latest = latest(entry.getValue(), measure, geography);
            List<StoredSeries> parts = categoriesOf(entry.getValue(), latest);
            series.put(extent, latest);
            categories.put(extent, parts);
            all.addAll(latest.values());
            all.addAll(parts);
            latest.keySet().stream()
                    .filter(period -> finest.isShown(period, geography))
                    .forEach(shown::add);
            extents.put(
                    extent,
                    new TreeSet<>(session.areas().listNames(extent, geography).keySet()));
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
        return new Inputs(
                series,
                categories,
                shown,
                districts,
                extents,
                deciles,
                rule,
                before(session, measure, geography, extents.keySet(), rule),
                selections(session, measure, geography, series.values()));
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

    /** Remembers what is published now beside what was before, under every extent that has it. */
    void remember(StoreSession session, IndicatorId measure, Geography geography, PublishedCounts published) {
        String text = published.before().then(published.released()).text();
        for (Extent extent : session.areas().listExtents()) {
            if (!latest(session.observations().listSeries(extent.name()), measure, geography)
                    .isEmpty()) {
                String subject = subject(measure, geography);
                if (!session.protection().findReleased(extent.name(), subject).equals(Optional.of(text))) {
                    session.protection().saveReleased(extent.name(), subject, text);
                }
            }
        }
    }

    /** The name under which selections of a period are kept. */
    static String subject(IndicatorId measure, Geography geography, Period period) {
        return subject(measure, geography) + " " + period;
    }

    private static String subject(IndicatorId measure, Geography geography) {
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

    static Map<Period, Map<AreaCode, Value>> exact(
            StoreSession session, Map<ExtentName, Map<Period, StoredSeries>> series) {
        Map<Period, Map<AreaCode, Value>> exact = new TreeMap<>();
        series.forEach((extent, byPeriod) -> byPeriod.forEach((period, one) -> session.observations()
                .listExact(one.key(), extent)
                .forEach((code, observation) -> exact.computeIfAbsent(period, ignored -> new TreeMap<>())
                        .put(code, observation.value()))));
        return exact;
    }

    static Map<Period, Map<AreaCode, Map<String, Value>>> categories(
            StoreSession session, Map<ExtentName, List<StoredSeries>> series) {
        Map<Period, Map<AreaCode, Map<String, Value>>> categories = new TreeMap<>();
        series.forEach((extent, all) -> session.observations()
                .listExact(all.stream().map(StoredSeries::key).toList(), extent)
                .forEach((key, observations) -> observations.forEach((code, observation) -> categories
                        .computeIfAbsent(key.period(), ignored -> new TreeMap<>())
                        .computeIfAbsent(code, ignored -> new TreeMap<>())
                        .put(key.category(), observation.value()))));
        return categories;
    }

    private static Map<AreaCode, Integer> decilesOf(
            StoreSession session, Optional<StoredSeries> deciles, Collection<ExtentName> extents) {
        Map<AreaCode, Integer> of = new TreeMap<>();
        deciles.ifPresent(series -> extents.forEach(extent -> session.observations()
                .listExact(series.key(), extent)
                .forEach((code, observation) ->
                        observation.value().number().ifPresent(decile -> of.put(code, (int) decile)))));
        return of;
    }

    private static long last(StoredSeries series) {
        return series.datasets().isEmpty()
                ? 0
                : series.datasets().get(series.datasets().size() - 1);
    }
}
