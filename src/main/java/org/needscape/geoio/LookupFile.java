package org.needscape.geoio;

import java.util.function.Consumer;
import org.needscape.area.AreaParent;
import org.needscape.area.Geography;

/** Signature only for now. */
public final class LookupFile {

    private LookupFile() {}

    public static TableSummary read(TableRequest request, Consumer<AreaParent> parents) {
        if (request.fileName().isBlank()) {
            throw new IllegalArgumentException("not built yet");
        }
        return new TableSummary(Geography.parse("lsoa-2021"), "", "", "");
    }
}
