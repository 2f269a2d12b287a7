package org.needscape.desk;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;

/** The boundaries of a request, read once and only when they are needed. */
final class Shapes {

    private final BoundarySource source;
    private final Optional<HotspotsRequest.BoundaryFile> file;
    private @Nullable Map<AreaCode, MultiPolygon> read;

    Shapes(BoundarySource source, Optional<HotspotsRequest.BoundaryFile> file) {
        this.source = source;
        this.file = file;
    }

    /** Metres on the British National Grid by code; empty without a file. */
    Map<AreaCode, MultiPolygon> get() {
        Map<AreaCode, MultiPolygon> boundaries = read;
        if (boundaries == null) {
            boundaries =
                    file.map(one -> source.read(one.file(), one.codeColumn())).orElse(Map.of());
            read = boundaries;
        }
        return boundaries;
    }
}
