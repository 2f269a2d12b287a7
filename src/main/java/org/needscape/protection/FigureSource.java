package org.needscape.protection;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.IndicatorId;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/** Where layers take their figures from: protected ones for everybody, exact ones for the one narrow door. */
public sealed interface FigureSource permits ProtectedObservations, ExactObservations {

    /** The counts of a measure, with districts and years together, over all extents of the store. */
    CountView counts(StoreSession session, IndicatorId measure, Geography geography);

    /** The values of a series by area; areas without an observation are absent. */
    Map<AreaCode, Value> listValues(StoreSession session, SeriesKey series, ExtentName extent);

    /** The rule by which figures of these series are hidden: the strictest of their data sets' policies; empty when none is. */
    Optional<DisclosurePolicy> hiding(StoreSession session, Collection<StoredSeries> series);
}
