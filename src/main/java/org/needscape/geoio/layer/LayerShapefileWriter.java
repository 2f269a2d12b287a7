package org.needscape.geoio.layer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.geoio.shapefile.DbfField;
import org.needscape.geoio.shapefile.ShapefileRecord;
import org.needscape.geoio.shapefile.ShapefileZip;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;

/**
 * Writes a layer as a zipped shapefile on the British National Grid, with {@code fields.csv} (what each short field name means), {@code
 * manifest.json} (how the layer was made) and {@code ATTRIBUTION.txt} (whom to name, what to mind). A layer without rows gives a valid
 * shapefile without shapes.
 */
public final class LayerShapefileWriter {

    private static final int MAX_BASE_NAME = 100;

    private LayerShapefileWriter() {}

    /**
     * Writes the zip and leaves the stream open.
     *
     * @param boundaries metres on the British National Grid, at least one for each row
     * @throws IllegalArgumentException when a row has no boundary or a number has more than 18 characters
     */
    public static void write(Layer layer, Map<AreaCode, MultiPolygon> boundaries, OutputStream out) throws IOException {
        LayerExport.checkNames(layer);
        LayerFields fields = new LayerFields(layer);
        List<ShapefileRecord> records = new ArrayList<>();
        for (LayerRow row : layer.rows()) {
            records.add(new ShapefileRecord(LayerExport.boundary(layer, row, boundaries), fields.values(row)));
        }
        new ShapefileZip(
                        baseName(layer),
                        fields.list().stream().map(LayerFields.Field::dbf).toList())
                .withFile("fields.csv", dictionary(fields))
                .withFile(
                        "manifest.json",
                        new String(LayerDescriptionJson.bytes(layer, true), StandardCharsets.UTF_8) + "\n")
                .withFile("ATTRIBUTION.txt", LayerAttribution.text(layer))
                .write(out, records);
    }

    /** What the shapefile's files are called before their ending: the layer's id, with {@code fictional-} before an invented one. */
    public static String baseName(Layer layer) {
        String name = (layer.extent().fictional() ? "fictional-" : "")
                + layer.id().value().replace('@', '-');
        return name.substring(0, Math.min(name.length(), MAX_BASE_NAME));
    }

    private static String dictionary(LayerFields fields) {
        StringBuilder text = new StringBuilder();
        text.append(new CsvText()
                .cell("field")
                .cell("column")
                .cell("label")
                .cell("unit")
                .cell("type"));
        for (LayerFields.Field field : fields.list()) {
            boolean number = field.dbf().type() == DbfField.Type.NUMBER;
            text.append(new CsvText()
                    .cell(field.dbf().name())
                    .cell(field.column())
                    .text(field.label())
                    .text(field.unit())
                    .cell(number ? field.dbf().decimals() == 0 ? "whole_number" : "number" : "text"));
        }
        return text.toString();
    }
}
