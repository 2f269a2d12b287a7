package org.needscape.geoio.layer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.layer.AreaTable;

/**
 * Writes a table of areas as a GeoJSON feature collection in WGS 84 (RFC 7946): a feature's id is the area's code, an area without a
 * boundary has the geometry null, and the member {@code table} says what it is and how it was made.
 */
public final class AreaTableGeoJsonWriter {

    private AreaTableGeoJsonWriter() {}

    /**
     * Writes the collection and leaves the stream open.
     *
     * @param boundaries metres on the British National Grid
     */
    public static void write(AreaTable table, Map<AreaCode, MultiPolygon> boundaries, OutputStream out)
            throws IOException {
        List<AreaTableFields.Field> fields = new AreaTableFields(table).list();
        JsonBytes json = new JsonBytes(out);
        Wgs84Json geometry = new Wgs84Json();
        json.raw("{\"type\":\"FeatureCollection\",\"table\":");
        json.raw(AreaTableManifest.json(table).getBytes(StandardCharsets.UTF_8)).raw(",\"features\":[");
        String separator = "\n";
        for (AreaTable.Row row : table.rows()) {
            json.raw(separator)
                    .raw("{\"type\":\"Feature\",\"id\":")
                    .text(row.code().value());
            json.raw(",\"properties\":{");
            String comma = "";
            for (AreaTableFields.Field field : fields) {
                json.raw(comma).text(field.name()).raw(':');
                Optional<Object> value = field.value().apply(row);
                if (value.isEmpty()) {
                    json.raw("null");
                } else if (value.get() instanceof Double number) {
                    json.raw(Double.toString(number));
                } else {
                    json.text(value.get().toString());
                }
                comma = ",";
            }
            json.raw("},\"geometry\":");
            MultiPolygon boundary = boundaries.get(row.code());
            if (boundary == null) {
                json.raw("null");
            } else {
                geometry.write(json, boundary);
            }
            json.raw('}');
            separator = ",\n";
        }
        json.raw("\n]}\n").flush();
    }
}
