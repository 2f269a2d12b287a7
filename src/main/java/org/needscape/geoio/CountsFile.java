package org.needscape.geoio;

import java.util.Optional;
import java.util.function.Consumer;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;

/** Signature only for now. */
public final class CountsFile {

    private CountsFile() {}

    public static TableSummary read(
            TableRequest request,
            Measure measure,
            Geography geography,
            Optional<Period> period,
            Consumer<Indicator> indicators,
            ObservationConsumer observations) {
        if (request.fileName().isBlank()) {
            throw new IllegalArgumentException("not built yet");
        }
        return new TableSummary(Geography.parse("lsoa-2021"), "", "", "");
    }
}
