package org.needscape;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.desk.AreaTableSink;
import org.needscape.geoio.layer.AreaTableGeoJsonWriter;
import org.needscape.geoio.layer.AreaTableGeoPackageWriter;
import org.needscape.geoio.layer.AreaTableShapefileWriter;
import org.needscape.layer.AreaTable;
import org.needscape.service.SoftwareVersion;

/** Writes tables of the analyst's own desk with their shapes, and which version of the program made them. */
final class AreaTableFiles implements AreaTableSink {

    @Override
    public void write(AreaTable table, Format format, Map<AreaCode, MultiPolygon> boundaries, OutputStream out)
            throws IOException {
        Map<String, String> parameters = new TreeMap<>(table.parameters());
        parameters.put("software", "Needscape " + SoftwareVersion.version());
        AreaTable signed = new AreaTable(table.name(), table.title(), table.columns(), table.rows(), parameters);
        switch (format) {
            case GEOJSON -> AreaTableGeoJsonWriter.write(signed, boundaries, out);
            case GEOPACKAGE -> AreaTableGeoPackageWriter.write(signed, boundaries, out);
            case SHAPEFILE -> AreaTableShapefileWriter.write(signed, boundaries, out);
        }
    }
}
