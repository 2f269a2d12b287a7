package org.needscape.geoio;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;

/** Signature only for now. */
public final class IndicatorFile {

    private IndicatorFile() {}

    public static TableSummary read(
            TableRequest request,
            Path codebook,
            String codebookName,
            Geography geography,
            Consumer<Indicator> indicators,
            ObservationConsumer observations) {
        if (request.fileName().isBlank()) {
            throw new IllegalArgumentException("not built yet");
        }
        return new TableSummary(Geography.parse("lsoa-2021"), "", "", "");
    }
}
