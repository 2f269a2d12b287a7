package org.needscape.geoio.layer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.layer.AreaTable;

/**
 * Writes a table of areas as a GeoPackage on the British National Grid, with what it is and how it was made in the description of its
 * contents. An area without a boundary has no geometry. The same table gives the same bytes.
 */
public final class AreaTableGeoPackageWriter {

    private AreaTableGeoPackageWriter() {}

    /**
     * Writes the file and leaves the stream open.
     *
     * @param boundaries metres on the British National Grid
     */
    public static void write(AreaTable table, Map<AreaCode, MultiPolygon> boundaries, OutputStream out)
            throws IOException {
        List<AreaTableFields.Field> fields = new AreaTableFields(table).list();
        new GeoPackageFile(
                        table.name(),
                        (table.isFictional() ? "Fictional data: " : "") + table.title(),
                        AreaTableManifest.json(table),
                        fields.stream()
                                .map(field -> new GeoPackageFile.Column(field.name(), field.isNumber()))
                                .toList())
                .write(
                        table.rows().stream()
                                .map(row -> new GeoPackageFile.Feature(
                                        Optional.ofNullable(boundaries.get(row.code())),
                                        fields.stream()
                                                .map(field -> field.value().apply(row))
                                                .toList()))
                                .toList(),
                        out);
    }
}
