package org.needscape.geoio;

import java.util.function.Consumer;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Period;

/** Signature only for now. */
public final class PopulationFile {

    private PopulationFile() {}

    public static TableSummary read(
            TableRequest request,
            Geography geography,
            Period period,
            Consumer<Indicator> indicators,
            ObservationConsumer observations) {
        if (request.fileName().isBlank()) {
            throw new IllegalArgumentException("not built yet");
        }
        return new TableSummary(Geography.parse("lsoa-2021"), "", "", "");
    }
}
