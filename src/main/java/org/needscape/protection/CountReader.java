package org.needscape.protection;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.ReleasedSelection;
import org.needscape.store.StoreSession;

/**
 * Reads everything that is known of a measure over all extents of a store, and protects it as one: what is shown in one county must
 * not give away what is hidden in another that shares its areas. What was protected is remembered until something changes.
 */
final class CountReader {

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

    /** A measure as it may be published. */
    PublishedCounts read(StoreSession session, IndicatorId measure, Geography geography) {
        CountInputs inputs = CountInputs.gather(session, clock, measure, geography);
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
                categories(session, inputs.categories()),
                families(session, inputs.families()));
        PublishedCounts made = PublishedCounts.byDeprivation(
                exact,
                inputs.rule(),
                withDistricts(inputs.before(), exact, inputs.shownOfDistricts()),
                inputs.selections());
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
        CountInputs before = CountInputs.gather(session, clock, measure, geography);
        String text = before.before().then(published.released()).text();
        for (ExtentName each : before.extents().keySet()) {
            session.protection().saveReleased(each, CountInputs.subject(measure, geography), text);
        }
        session.protection()
                .addSelection(
                        extent,
                        CountInputs.subject(measure, geography, period),
                        new ReleasedSelection(areas, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        // Nothing is hidden because it is remembered as shown, so what was made already is what would be made again.
        know(CountInputs.gather(session, clock, measure, geography).hash(), published);
    }

    private void know(String name, PublishedCounts made) {
        synchronized (known) {
            known.put(name, made);
        }
    }

    /** Remembers what is published now beside what was before, under every extent that has it. */
    void remember(StoreSession session, IndicatorId measure, Geography geography, PublishedCounts published) {
        String text = published.before().then(published.released()).text();
        for (Extent extent : session.areas().listExtents()) {
            if (!CountInputs.latest(session.observations().listSeries(extent.name()), measure, geography)
                    .isEmpty()) {
                String subject = CountInputs.subject(measure, geography);
                if (!session.protection().findReleased(extent.name(), subject).equals(Optional.of(text))) {
                    session.protection().saveReleased(extent.name(), subject, text);
                }
            }
        }
        // What is remembered as shown hides nothing, so what was made already is what would be made again.
        know(CountInputs.gather(session, clock, measure, geography).hash(), published);
    }

    /** What was shown before, with what was shown of its districts by themselves as if it had been their sums. */
    private static Released withDistricts(Released before, ExactCounts exact, Map<Geography, Released> shown) {
        Released all = before.then(before);
        for (Period period : exact.periods()) {
            exact.districtAreas(period).forEach((district, areas) -> {
                Released itself = shown.getOrDefault(district.geography(), Released.nothing());
                for (long number : itself.numbers(CellKey.ofArea(period, district.code()))) {
                    all.add(CellKey.ofDistrict(period, district, areas), OptionalLong.of(number));
                }
            });
        }
        return all;
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

    private static Map<ExtentName, Map<Period, Map<AreaCode, Value>>> families(
            StoreSession session, Map<ExtentName, Map<Period, StoredSeries>> series) {
        Map<ExtentName, Map<Period, Map<AreaCode, Value>>> families = new TreeMap<>();
        series.forEach((extent, byPeriod) -> byPeriod.forEach((period, one) -> {
            Map<AreaCode, Value> byArea = new TreeMap<>();
            session.observations()
                    .listExact(one.key(), extent)
                    .forEach((code, observation) -> byArea.put(code, observation.value()));
            families.computeIfAbsent(extent, ignored -> new TreeMap<>()).put(period, byArea);
        }));
        return families;
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
}
