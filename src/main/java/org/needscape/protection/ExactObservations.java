package org.needscape.protection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
 * Values as they were imported: the narrow door beside {@link ProtectedObservations}. Whoever opens it records that first, and the
 * architecture test holds everybody else out. What is withdrawn or past its end is not here either, nor how children come in families, and nothing is remembered.
 */
public final class ExactObservations implements FigureSource {

    private final Clock clock;

    /** @param clock says which data sets are past their end */
    public ExactObservations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public CountView counts(StoreSession session, IndicatorId measure, Geography geography) {
        PolicyBook book = PolicyBook.read(session, clock);
        Map<ExtentName, Map<Period, StoredSeries>> series = new TreeMap<>();
        Map<ExtentName, List<StoredSeries>> categories = new TreeMap<>();
        List<StoredSeries> all = new ArrayList<>();
        Map<AreaCode, AreaId> districts = new TreeMap<>();
        for (Extent extent : session.areas().listExtents()) {
            List<StoredSeries> served = session.observations().listSeries(extent.name()).stream()
                    .filter(book::isServed)
                    .toList();
            Map<Period, StoredSeries> latest = CountInputs.latest(served, measure, geography);
            if (!latest.isEmpty()) {
                List<StoredSeries> parts = CountInputs.categoriesOf(served, latest);
                series.put(extent.name(), latest);
                categories.put(extent.name(), parts);
                all.addAll(latest.values());
                all.addAll(parts);
                session.areas()
                        .listParents(extent.name(), geography, Level.LAD)
                        .forEach((code, parent) -> districts.put(code, parent.parent()));
            }
        }
        ExactCounts exact = new ExactCounts(
                CountReader.exact(session, series),
                districts,
                Map.of(),
                Map.of(),
                CountReader.categories(session, categories),
                Map.of());
        return new ExactView(
                exact, "exact " + all.stream().map(StoredSeries::contentHash).toList());
    }

    @Override
    public Map<AreaCode, Value> listValues(StoreSession session, SeriesKey series, ExtentName extent) {
        PolicyBook book = PolicyBook.read(session, clock);
        Map<AreaCode, Value> values = new TreeMap<>();
        if (!Measure.isFamiliesSquared(series.indicator())
                && session.observations().listSeries(extent).stream()
                        .anyMatch(stored -> stored.key().equals(series) && book.isServed(stored))) {
            session.observations()
                    .listExact(series, extent)
                    .forEach((code, observation) -> values.put(code, observation.value()));
        }
        return values;
    }

    /** Nothing is hidden. */
    @Override
    public Optional<DisclosurePolicy> hiding(StoreSession session, Collection<StoredSeries> series) {
        return Optional.empty();
    }
}
