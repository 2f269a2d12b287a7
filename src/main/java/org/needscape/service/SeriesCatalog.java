package org.needscape.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.geoio.table.DeprivationFile;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Population;
import org.needscape.indicator.SeriesKey;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/** The series of an extent, sorted into what they are for. Of several editions of the same figures, the latest import counts. */
final class SeriesCatalog {

    static final IndicatorId IMD_DECILE = new IndicatorId("imd-decile");
    static final IndicatorId IMD_RANK = new IndicatorId("imd-rank");
    static final IndicatorId IMD_SCORE = new IndicatorId("imd-score");

    private static final Set<IndicatorId> DEPRIVATION = DeprivationFile.indicatorIds();

    private final List<StoredSeries> series;
    private final Map<IndicatorId, Indicator> indicators;

    SeriesCatalog(List<StoredSeries> stored, Map<IndicatorId, Indicator> indicators) {
        Map<Object, StoredSeries> latest = new LinkedHashMap<>();
        for (StoredSeries candidate : stored) {
            if (candidate.key().category().equals(SeriesKey.ALL)) {
                SeriesKey key = candidate.key();
                latest.merge(
                        List.of(key.indicator(), key.geography(), key.period()),
                        candidate,
                        (one, other) -> lastDataset(one) >= lastDataset(other) ? one : other);
            }
        }
        this.series = List.copyOf(latest.values());
        this.indicators = new HashMap<>(indicators);
    }

    /** Of what may be used of an extent. */
    static SeriesCatalog of(StoreSession session, ProtectedObservations observations, ExtentName extent) {
        return new SeriesCatalog(observations.listSeries(session, extent), observations.listIndicators(session));
    }

    List<StoredSeries> all() {
        return series;
    }

    Indicator definition(StoredSeries stored) {
        Indicator indicator = indicators.get(stored.key().indicator());
        if (indicator == null) {
            throw new IllegalStateException("No definition of " + stored.key().indicator() + ".");
        }
        return indicator;
    }

    /** The series of an indicator for a geography and period. */
    Optional<StoredSeries> find(IndicatorId indicator, Geography geography, Period period) {
        return series.stream()
                .filter(stored -> stored.key().indicator().equals(indicator)
                        && stored.key().geography().equals(geography)
                        && stored.key().period().equals(period))
                .findFirst();
    }

    /** The series of an indicator for a geography, latest period first. */
    List<StoredSeries> list(IndicatorId indicator, Geography geography) {
        return series.stream()
                .filter(stored -> stored.key().indicator().equals(indicator)
                        && stored.key().geography().equals(geography))
                .sorted(Comparator.comparing(
                                (StoredSeries stored) -> stored.key().period())
                        .reversed())
                .toList();
    }

    /** The counts of a measure for a geography, latest period first. */
    List<StoredSeries> list(Measure measure, Geography geography) {
        return list(measure.indicatorId(), geography);
    }

    /**
     * The children aged 0 to 17 that go with counts of a period: of the same year, else of the nearest year, the earlier one of two
     * as near.
     */
    Optional<StoredSeries> findChildren(Geography geography, Period period) {
        int year = period.findYear().orElse(Integer.MAX_VALUE);
        return list(Population.CHILDREN_0_TO_17, geography).stream()
                .min(Comparator.comparingInt((StoredSeries stored) ->
                                Math.abs(stored.key().period().findYear().orElse(0) - year))
                        .thenComparing(stored -> stored.key().period()));
    }

    /** The geographies that have any series, ordered. */
    List<Geography> geographies() {
        return series.stream()
                .map(stored -> stored.key().geography())
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether a series belongs to the Indices of Deprivation. */
    static boolean isDeprivation(StoredSeries stored) {
        return DEPRIVATION.contains(stored.key().indicator());
    }

    /** Whether a series holds counts of a measure, which are shown as rates. */
    static Optional<Measure> measureOf(StoredSeries stored) {
        return Measure.find(stored.key().indicator());
    }

    /** How many areas of England an edition of the Indices ranks, by its geography. */
    static int rankedAreas(Geography geography) {
        return switch (geography.vintageYear()) {
            case 2001 -> 32_482;
            case 2011 -> 32_844;
            default -> 33_755;
        };
    }

    /** The data sets of several series, each once, in order. */
    static List<Long> datasets(List<StoredSeries> several) {
        List<Long> ids = new ArrayList<>();
        for (StoredSeries stored : several) {
            for (Long id : stored.datasets()) {
                if (!ids.contains(id)) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    private static long lastDataset(StoredSeries stored) {
        return stored.datasets().isEmpty()
                ? 0
                : stored.datasets().get(stored.datasets().size() - 1);
    }
}
