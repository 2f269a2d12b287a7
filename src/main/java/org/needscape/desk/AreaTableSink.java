package org.needscape.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.layer.AreaTable;

/** Writes a table of areas with their shapes. */
@FunctionalInterface
public interface AreaTableSink {

    /** The formats with shapes. */
    enum Format {
        GEOJSON("geojson"),
        GEOPACKAGE("gpkg"),
        SHAPEFILE("zip");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        /** What its files end in, without the full stop. */
        String extension() {
            return extension;
        }
    }

    /**
     * Writes a file and leaves the stream open.
     *
     * @param boundaries metres on the British National Grid; an area that has none is written without a shape
     */
    void write(AreaTable table, Format format, Map<AreaCode, MultiPolygon> boundaries, OutputStream out)
            throws IOException;
}
