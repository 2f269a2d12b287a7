package org.needscape.geoio.layer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerRow;

/**
 * Writes a layer as a GeoJSON feature collection in WGS 84 (RFC 7946). A feature's id is the area's code; its properties are {@code
 * code, name, district, value, state, class, state_words} and the layer's columns in their order. A number that is not known is null:
 * {@code state} says why for the value, {@code state_words} says it as pages do, and {@code COLUMN_state} for every other column that has such a number anywhere. The member {@code layer}
 * describes the layer.
 */
public final class LayerGeoJsonWriter {

    private LayerGeoJsonWriter() {}

    /**
     * Writes the collection and leaves the stream open.
     *
     * @param boundaries metres on the British National Grid, at least one for each row
     * @throws IllegalArgumentException when a row has no boundary
     */
    public static void write(Layer layer, Map<AreaCode, MultiPolygon> boundaries, OutputStream out) throws IOException {
        LayerExport.checkNames(layer);
        List<LayerColumn> columns = layer.columns();
        boolean[] withState = new boolean[columns.size()];
        for (int i = 0; i < withState.length; i++) {
            withState[i] = LayerExport.hasUnknown(layer, i);
        }
        JsonBytes json = new JsonBytes(out);
        Wgs84Json geometry = new Wgs84Json();
        json.raw("{\"type\":\"FeatureCollection\",\"layer\":").raw(LayerDescriptionJson.bytes(layer, false));
        json.raw(",\"features\":[");
        String separator = "\n";
        for (LayerRow row : layer.rows()) {
            MultiPolygon boundary = LayerExport.boundary(layer, row, boundaries);
            json.raw(separator)
                    .raw("{\"type\":\"Feature\",\"id\":")
                    .text(row.code().value());
            json.raw(",\"properties\":{\"code\":").text(row.code().value());
            json.raw(",\"name\":").text(row.name());
            json.raw(",\"district\":").text(row.district());
            json.raw(",\"value\":").raw(numberOrNull(row.value(), layer.decimals()));
            json.raw(",\"state\":").text(row.value().state().code());
            json.raw(",\"class\":").text(row.valueClass());
            json.raw(",\"state_words\":").text(row.value().state().words());
            for (int i = 0; i < withState.length; i++) {
                writeCell(json, columns.get(i), row.cells().get(i), withState[i]);
            }
            if (layer.extent().fictional()) {
                json.raw(",\"fictional\":").text(LayerExport.FICTIONAL);
            }
            json.raw("},\"geometry\":");
            geometry.write(json, boundary);
            json.raw('}');
            separator = ",\n";
        }
        json.raw("\n]}\n").flush();
    }

    private static void writeCell(JsonBytes json, LayerColumn column, Cell cell, boolean withState) throws IOException {
        json.raw(',').text(column.name()).raw(':');
        if (cell instanceof Cell.OfText text) {
            json.text(text.text());
        } else if (cell instanceof Cell.OfNumber number) {
            json.raw(numberOrNull(number.value(), column.decimals()));
            if (withState) {
                json.raw(',').text(LayerExport.stateName(column)).raw(':');
                json.text(number.value().state().code());
            }
        }
    }

    private static String numberOrNull(Value value, int decimals) {
        OptionalDouble number = value.number();
        return number.isPresent() ? LayerNumbers.text(number.getAsDouble(), decimals) : "null";
    }
}
