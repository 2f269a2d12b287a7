package org.needscape.protection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
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

    /** The series of a measure's counts in one extent, one for each period: of several editions the last imported. */
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
        PolicyBook book = PolicyBook.read(session, clock);
        Map<ExtentName, Map<Period, StoredSeries>> series = new TreeMap<>();
        List<String> inputs = new ArrayList<>(List.of(measure.value(), geography.code()));
        List<StoredSeries> all = new ArrayList<>();
        Map<AreaCode, AreaId> districts = new TreeMap<>();
        Map<ExtentName, Set<AreaCode>> extents = new TreeMap<>();
        Optional<StoredSeries> deciles = Optional.empty();
        for (Extent extent : session.areas().listExtents()) {
            List<StoredSeries> stored = session.observations().listSeries(extent.name()).stream()
                    .filter(book::isServed)
                    .toList();
            Map<Period, StoredSeries> latest = latest(stored, measure, geography);
            if (latest.isEmpty()) {
                continue;
            }
            series.put(extent.name(), latest);
            all.addAll(latest.values());
            extents.put(
                    extent.name(),
                    new TreeSet<>(
                            session.areas().listNames(extent.name(), geography).keySet()));
            session.areas()
                    .listParents(extent.name(), geography, Level.LAD)
                    .forEach((code, parent) -> districts.put(code, parent.parent()));
            for (StoredSeries one : latest(stored, DECILE, geography).values()) {
                if (deciles.isEmpty()
                        || deciles.get().key().period().compareTo(one.key().period()) < 0) {
                    deciles = Optional.of(one);
                }
            }
            latest.forEach((period, one) -> inputs.add(extent.name() + " " + period + " " + one.contentHash()));
        }
        deciles.ifPresent(one -> inputs.add("deciles " + one.contentHash()));
        districts.forEach((code, district) -> inputs.add(code + " in " + district));
        extents.forEach((extent, areas) -> inputs.add(extent + " has " + areas));
        DisclosurePolicy rule = book.ruleOf(all);
        Released before = before(session, measure, geography, extents.keySet(), rule);
        Map<Period, List<List<AreaCode>>> selections = selections(session, measure, geography, series);
        inputs.add(rule.toString());
        inputs.add(before.text());
        inputs.add(selections.toString());
        String name = hash(inputs);
        synchronized (known) {
            PublishedCounts remembered = known.get(name);
            if (remembered != null) {
                return remembered;
            }
        }
        ExactCounts exact = new ExactCounts(
                exact(session, series), districts, extents, decilesOf(session, deciles, extents.keySet()));
        PublishedCounts made = new PublishedCounts(exact, rule, before, selections);
        synchronized (known) {
            known.put(name, made);
        }
        return made;
    }

    /** Remembers what is published now, under every extent that has it. */
    void remember(StoreSession session, IndicatorId measure, Geography geography, PublishedCounts published) {
        String text = published.released().text();
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

    private static Map<Period, List<List<AreaCode>>> selections(
            StoreSession session,
            IndicatorId measure,
            Geography geography,
            Map<ExtentName, Map<Period, StoredSeries>> series) {
        Map<Period, List<List<AreaCode>>> selections = new TreeMap<>();
        series.forEach((extent, byPeriod) -> byPeriod.keySet().forEach(period -> {
            List<List<AreaCode>> of =
                    session.protection().listSelections(extent, subject(measure, geography, period)).stream()
                            .map(ReleasedSelection::codes)
                            .toList();
            selections.computeIfAbsent(period, ignored -> new ArrayList<>()).addAll(of);
        }));
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

    private static String hash(List<String> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            texts.forEach(text -> digest.update((text + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
