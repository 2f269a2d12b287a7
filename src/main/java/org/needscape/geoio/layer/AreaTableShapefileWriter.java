package org.needscape.geoio.layer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.geoio.shapefile.DbfField;
import org.needscape.geoio.shapefile.ShapefileRecord;
import org.needscape.geoio.shapefile.ShapefileZip;
import org.needscape.layer.AreaTable;

/**
 * Writes a table of areas as a zipped shapefile on the British National Grid, with {@code fields.csv} (what each short field name means)
 * and {@code manifest.json} (how it was made). An area without a boundary is the null shape.
 */
public final class AreaTableShapefileWriter {

    private AreaTableShapefileWriter() {}

    /**
     * Writes the zip and leaves the stream open.
     *
     * @param boundaries metres on the British National Grid
     * @throws IllegalArgumentException when a number has more than 18 characters
     */
    public static void write(AreaTable table, Map<AreaCode, MultiPolygon> boundaries, OutputStream out)
            throws IOException {
        AreaTableFields fields = new AreaTableFields(table);
        List<DbfField> dbf = fields.list().stream().map(fields::dbf).toList();
        MultiPolygon none = new GeometryFactory().createMultiPolygon();
        List<ShapefileRecord> records = new ArrayList<>();
        for (AreaTable.Row row : table.rows()) {
            List<Object> values = new ArrayList<>();
            for (int k = 0; k < dbf.size(); k++) {
                Object value = fields.list().get(k).value().apply(row).orElse(ShapefileRecord.BLANK);
                values.add(
                        value instanceof Double number
                                ? AreaTableFields.rounded(number, dbf.get(k).decimals())
                                : value);
            }
            records.add(new ShapefileRecord(boundaries.getOrDefault(row.code(), none), values));
        }
        String name = (table.isFictional() ? "fictional-" : "") + table.name();
        new ShapefileZip(name, dbf)
                .withFile("fields.csv", dictionary(fields.list()))
                .withFile("manifest.json", AreaTableManifest.json(table) + "\n")
                .write(out, records);
    }

    private static String dictionary(List<AreaTableFields.Field> fields) {
        StringBuilder text = new StringBuilder();
        text.append(new CsvText()
                .cell("field")
                .cell("column")
                .cell("label")
                .cell("unit")
                .cell("type"));
        for (AreaTableFields.Field field : fields) {
            text.append(new CsvText()
                    .cell(field.shortName())
                    .cell(field.name())
                    .text(field.label())
                    .text(field.unit())
                    .cell(field.isNumber() ? "number" : "text"));
        }
        return text.toString();
    }
}
