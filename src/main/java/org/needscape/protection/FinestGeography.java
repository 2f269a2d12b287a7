package org.needscape.protection;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.needscape.area.Geography;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.Period;
import org.needscape.indicator.SeriesKey;
import org.needscape.store.ObservationStore.StoredSeries;

/**
 * For which areas the counts of a measure and period are shown: the smallest that there are counts for, of those the ones of the
 * latest boundary year. Two geographies side by side would tell by subtraction what either hides, and nothing but the counts
 * themselves says how their areas fit together.
 */
final class FinestGeography {

    private static final Comparator<Geography> FINEST_FIRST =
            Comparator.comparing(Geography::level).thenComparing(Geography::vintageYear, Comparator.reverseOrder());

    private final Map<Period, Geography> finest = new HashMap<>();

    /** @param series of any extents, of which those of the measure's totals count */
    FinestGeography(Collection<StoredSeries> series, IndicatorId measure) {
        for (StoredSeries each : series) {
            SeriesKey key = each.key();
            if (key.indicator().equals(measure) && key.category().equals(SeriesKey.ALL)) {
                finest.merge(
                        key.period(),
                        key.geography(),
                        (one, other) -> FINEST_FIRST.compare(one, other) <= 0 ? one : other);
            }
        }
    }

    boolean isShown(Period period, Geography geography) {
        return geography.equals(finest.get(period));
    }
}
