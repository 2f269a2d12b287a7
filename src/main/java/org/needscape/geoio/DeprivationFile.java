package org.needscape.geoio;

import java.util.function.Consumer;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;

/** Signature only for now. */
public final class DeprivationFile {

    private DeprivationFile() {}

    public static TableSummary read(
            TableRequest request, int release, Consumer<Indicator> indicators, ObservationConsumer observations) {
        if (request.fileName().isBlank()) {
            throw new IllegalArgumentException("not built yet");
        }
        return new TableSummary(Geography.parse("lsoa-2021"), "", "", "");
    }
}
