package org.needscape.geoio.boundary;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.needscape.report.UnreadableFileException;

/**
 * A table of a GeoPackage that holds features. Views are none: a stranger's view could run without end.
 *
 * @param table its name
 * @param geometry the column with the geometries
 * @param organisation who numbered its coordinate system, such as {@code EPSG}
 * @param code the number
 * @param definition the coordinate system as text
 */
record GeoPackageLayer(String table, String geometry, String organisation, int code, String definition) {

    private static final String LAYERS =
            """
            select g.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition
            from gpkg_geometry_columns g
            join gpkg_contents c on c.table_name = g.table_name and c.data_type = 'features'
            join gpkg_spatial_ref_sys s on s.srs_id = g.srs_id
            join sqlite_master m on m.name = g.table_name and m.type = 'table'
            order by g.table_name
            """;

    /** The layer with the column that the codes are to be read from. @throws UnreadableFileException when there is none or several */
    static GeoPackageLayer choose(Connection connection, String fileName, BoundaryColumns columnRule)
            throws SQLException {
        return choose(connection, list(connection), fileName, columnRule);
    }

    FileCrs crs(String fileName) {
        return organisation.equalsIgnoreCase("EPSG")
                ? CrsPolicy.ofName("EPSG:" + code, fileName)
                : CrsPolicy.ofWkt(definition, fileName);
    }

    private static List<GeoPackageLayer> list(Connection connection) throws SQLException {
        List<GeoPackageLayer> layers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LAYERS)) {
            while (rows.next()) {
                layers.add(new GeoPackageLayer(
                        rows.getString(1),
                        rows.getString(2),
                        String.valueOf(rows.getString(3)),
                        rows.getInt(4),
                        String.valueOf(rows.getString(5))));
            }
        }
        return layers;
    }

    private static GeoPackageLayer choose(
            Connection connection, List<GeoPackageLayer> layers, String fileName, BoundaryColumns columnRule)
            throws SQLException {
        if (layers.isEmpty()) {
            throw new UnreadableFileException(fileName + " holds no layer with boundaries: choose another GeoPackage.");
        }
        List<GeoPackageLayer> fitting = new ArrayList<>();
        List<String> allColumns = new ArrayList<>();
        for (GeoPackageLayer layer : layers) {
            List<String> columns = List.copyOf(layer.columns(connection).keySet());
            allColumns.addAll(columns);
            if (columnRule.findCodeColumn(columns).isPresent()) {
                fitting.add(layer);
            }
        }
        if (fitting.isEmpty()) {
            throw new UnreadableFileException(columnRule.refusal(fileName, allColumns));
        }
        if (fitting.size() > 1) {
            throw new UnreadableFileException(fileName + " holds "
                    + fitting.size() + " layers that could be meant ("
                    + fitting.stream().map(GeoPackageLayer::table).collect(Collectors.joining(", "))
                    + "): save the one to import as a file of its own.");
        }
        return fitting.get(0);
    }

    /** The columns without the geometry, with what their values are. */
    Map<String, Class<?>> columns(Connection connection) throws SQLException {
        Map<String, Class<?>> columns = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement("select name, type from pragma_table_info(?)")) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    if (!name.equalsIgnoreCase(geometry)) {
                        columns.put(name, valueClass(String.valueOf(rows.getString(2))));
                    }
                }
            }
        }
        return columns;
    }

    private static Class<?> valueClass(String sqlType) {
        String type = sqlType.toUpperCase(Locale.ROOT);
        if (type.contains("INT")) {
            return Long.class;
        }
        return type.contains("REAL") || type.contains("DOUBLE") || type.contains("FLOAT") ? Double.class : String.class;
    }
}
