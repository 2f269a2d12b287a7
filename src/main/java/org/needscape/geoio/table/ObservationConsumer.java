package org.needscape.geoio.table;

import org.needscape.indicator.Observation;

/** Receives the observations of a table in file order. An indicator is always handed over before its first observation. */
@FunctionalInterface
public interface ObservationConsumer {

    void accept(Observation observation);
}
