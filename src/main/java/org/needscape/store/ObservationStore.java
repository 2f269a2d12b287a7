package org.needscape.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Observation;
import org.needscape.indicator.SeriesKey;

/**
 * Indicators and exact observations. Only the package {@code protection} may read from here: it is the one door to exact
 * values, and the architecture test holds everybody else out.
 */
public interface ObservationStore {

    /** Adds indicators or replaces their definitions. */
    void saveIndicators(Collection<Indicator> indicators);

    Optional<Indicator> findIndicator(IndicatorId id);

    List<Indicator> listIndicators();

    /**
     * Adds observations; one with the same key (series and area) replaces the older one. Their areas and indicators must be in the
     * store.
     *
     * @param dataset the id of the data set they come from
     * @throws IllegalArgumentException when an area or an indicator is not there
     */
    void save(long dataset, Collection<Observation> observations);

    /**
     * Deletes the observations that came from a data set and were not replaced by a later one. The data set itself stays in the list
     * of imports.
     *
     * @param dataset the id of the data set; one that nothing came from is no mistake
     * @return how many there were
     */
    int forget(long dataset);

    /** The series of which at least one area of the extent has an observation, ordered by indicator and period. Cheap. */
    List<StoredSeries> listSeries(ExtentName extent);

    /** The exact observations of a series for the areas of an extent, by code; areas without one are absent. */
    Map<AreaCode, Observation> listExact(SeriesKey series, ExtentName extent);

    /** Exact observations of many series at once, as {@link #listExact}. */
    Map<SeriesKey, Map<AreaCode, Observation>> listExact(Collection<SeriesKey> series, ExtentName extent);

    /**
     * A series as an extent has it.
     *
     * @param key what it is
     * @param datasets ids of the data sets that its values in the extent come from, ordered
     * @param contentHash of the key and of all values, flags, numerators and denominators in the extent: the same content has the
     *     same hash, whichever file it came from. The definition of the indicator is not part of it
     */
    record StoredSeries(SeriesKey key, List<Long> datasets, String contentHash) {
        public StoredSeries {
            datasets = List.copyOf(datasets);
        }
    }
}
