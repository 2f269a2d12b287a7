package org.needscape.desk;

import java.nio.file.Path;
import java.util.Map;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;

/** Reads boundaries of any supported format. */
@FunctionalInterface
public interface BoundarySource {

    /**
     * The boundaries of a file.
     *
     * @param file zipped shapefile, GeoPackage or GeoJSON
     * @param codeColumn the attribute that holds the codes, or empty to find it by its usual name
     * @return metres on the British National Grid by code, in file order
     * @throws org.needscape.report.UnreadableFileException when the file cannot be read
     */
    Map<AreaCode, MultiPolygon> read(Path file, String codeColumn);
}
