package org.needscape.journey.crawl;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.needscape.geoio.shapefile.DbfReader;

/** Reads what documents of any format say of areas in layers of rates. */
final class Rows {

    static final String CHILDREN = "children_aged_0_to_17";

    /** The names that a shapefile has in its ten capitals. */
    private static final Map<String, String> SHORT =
            Map.of("LSOA21CD", "code", "LSOA21NM", "name", "LAD24CD", "code", "LAD24NM", "name", "CHILDREN", CHILDREN);

    private Rows() {}

    /** The rows of a document; none where it has none. */
    static List<Row> read(Document document) {
        if (document.path().matches("/api/v1/extents/[^/]+/areas/[^/]+/[^/]+")) {
            return profile(document);
        }
        if (Figure.inLayer(document.layer(), "").isEmpty()
                && Figure.inGap(document.layer(), "").isEmpty()) {
            return List.of();
        }
        String path = document.path().split("\\?")[0];
        if (path.endsWith("/values")) {
            return values(document);
        } else if (path.endsWith(".geojson")) {
            return features(document);
        } else if (path.endsWith(".dbf")) {
            return table(document);
        } else if (path.endsWith(".gpkg")) {
            return geoPackage(document);
        } else if (path.endsWith(".csv") && !path.contains("!/")) {
            return lines(document);
        }
        return List.of();
    }

    private static List<Row> values(Document document) {
        JsonNode columns = document.json().at("/layer/columns");
        List<Row> rows = new ArrayList<>();
        for (JsonNode area : document.json().required("areas")) {
            Map<String, String> fields = fields(area);
            fields.remove("cells");
            for (int i = 0; i < area.required("cells").size(); i++) {
                JsonNode cell = area.required("cells").get(i);
                fields.put(columns.path(i).path("name").asText("cell " + i), cell.isValueNode() ? text(cell) : "");
            }
            rows.add(row(document, fields));
        }
        return rows;
    }

    private static List<Row> features(Document document) {
        List<Row> rows = new ArrayList<>();
        for (JsonNode feature : document.json().required("features")) {
            rows.add(row(document, fields(feature.required("properties"))));
        }
        return rows;
    }

    private static List<Row> geoPackage(Document document) {
        try {
            Path file = Files.createTempFile("needscape", ".gpkg");
            Files.write(file, document.body());
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement statement = connection.createStatement()) {
                String table;
                try (ResultSet contents = statement.executeQuery("select table_name from gpkg_contents")) {
                    contents.next();
                    table = contents.getString(1);
                }
                List<Row> rows = new ArrayList<>();
                try (ResultSet read = statement.executeQuery("select * from \"" + table + '"')) {
                    while (read.next()) {
                        Map<String, String> fields = new LinkedHashMap<>();
                        // Behind number and outline.
                        for (int i = 3; i <= read.getMetaData().getColumnCount(); i++) {
                            Object value = read.getObject(i);
                            fields.put(read.getMetaData().getColumnName(i), value == null ? "" : plain(value));
                        }
                        rows.add(row(document, fields));
                    }
                }
                return rows;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(document.path(), e);
        } catch (SQLException e) {
            throw new IllegalStateException(document.path(), e);
        }
    }

    /** Whole numbers as other formats write them. */
    private static String plain(Object value) {
        return value instanceof Double number && number == Math.rint(number)
                ? Long.toString(Math.round(number))
                : value.toString();
    }

    private static List<Row> profile(Document document) {
        JsonNode profile = document.json();
        List<Row> rows = new ArrayList<>();
        for (JsonNode rate : profile.required("rates")) {
            String layer = rate.required("layer").textValue();
            rows.add(new Row(document.path(), layer, profile.required("code").textValue(), fields(rate)));
        }
        return rows;
    }

    private static List<Row> lines(Document document) {
        List<String> lines = document.text().lines().toList();
        List<String> names = cells(lines.get(0));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                fields.put(i < names.size() ? names.get(i) : "cell " + i, cells.get(i));
            }
            rows.add(row(document, fields));
        }
        return rows;
    }

    private static List<Row> table(Document document) {
        try (DbfReader reader = new DbfReader(new ByteArrayInputStream(document.body()), StandardCharsets.UTF_8)) {
            List<Row> rows = new ArrayList<>();
            for (DbfReader.Row read = reader.next(); read != null; read = reader.next()) {
                Map<String, String> fields = new LinkedHashMap<>();
                for (int i = 0; i < reader.columns().size(); i++) {
                    String name = reader.columns().get(i).name();
                    Object value = read.values().get(i);
                    fields.put(
                            SHORT.getOrDefault(name, name.toLowerCase(java.util.Locale.ROOT)),
                            value == null ? "" : value.toString());
                }
                rows.add(row(document, fields));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(document.path(), e);
        }
    }

    private static Row row(Document document, Map<String, String> fields) {
        return new Row(document.path(), document.layer(), fields.getOrDefault("code", ""), fields);
    }

    private static Map<String, String> fields(JsonNode object) {
        Map<String, String> fields = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> fields.put(
                        field.getKey(),
                        field.getValue().isValueNode()
                                ? text(field.getValue())
                                : field.getValue().toString()));
        return fields;
    }

    private static String text(JsonNode node) {
        return node.isNull() ? "" : node.asText();
    }

    /** The cells of a CSV line; quoted ones may hold commas. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
