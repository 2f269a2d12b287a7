package org.needscape.geoio.layer;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.geoio.shapefile.DbfField;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;

/**
 * Writes a layer as a GeoPackage on the British National Grid: the fields of the shapefile under the names of the CSV, and in the
 * description of the contents how the layer was made, whom to name and what to mind. A number that is not known is null, never 0, with its
 * state beside it. The same layer gives the same bytes.
 */
public final class LayerGeoPackageWriter {

    private LayerGeoPackageWriter() {}

    /**
     * Writes the file and leaves the stream open.
     *
     * @param boundaries metres on the British National Grid, at least one for each row
     * @throws IllegalArgumentException when a row has no boundary
     */
    public static void write(Layer layer, Map<AreaCode, MultiPolygon> boundaries, OutputStream out) throws IOException {
        LayerExport.checkNames(layer);
        List<LayerFields.Field> fields = new LayerFields(layer).list();
        List<GeoPackageFile.Feature> features = new ArrayList<>();
        for (LayerRow row : layer.rows()) {
            features.add(new GeoPackageFile.Feature(
                    Optional.of(LayerExport.boundary(layer, row, boundaries)),
                    fields.stream().map(field -> value(field, row)).toList()));
        }
        new GeoPackageFile(
                        layer.id().value().replaceAll("[^a-z0-9]+", "_"),
                        (layer.extent().fictional() ? "Fictional data: " : "") + layer.title(),
                        new String(LayerDescriptionJson.bytes(layer, true), StandardCharsets.UTF_8),
                        fields.stream()
                                .map(field -> new GeoPackageFile.Column(
                                        field.column(), field.dbf().type() == DbfField.Type.NUMBER))
                                .toList())
                .write(features, out);
    }

    private static Optional<Object> value(LayerFields.Field field, LayerRow row) {
        Object value = field.value().apply(row);
        if (value instanceof BigDecimal number) {
            return Optional.of(number.doubleValue());
        }
        return field.dbf().type() == DbfField.Type.NUMBER ? Optional.empty() : Optional.of(value);
    }
}
