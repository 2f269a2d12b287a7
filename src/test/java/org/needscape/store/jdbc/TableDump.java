package org.needscape.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Every row of every table of a store as a text, as the database itself lists tables and columns. */
final class TableDump {

    private static final int LONG = 1000;

    private TableDump() {}

    /** Table and column, then the type as the database calls it, what is in it, and whether it may be empty. */
    static Map<String, Map<String, String>> columns(Database database) throws SQLException {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        select table_name, column_name, data_type, is_nullable, is_identity
                        from information_schema.columns
                        where table_schema = 'needscape' and table_name <> 'flyway_schema_history'
                        order by table_name, ordinal_position
                        """)) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), name -> new TreeMap<>())
                        .put(
                                rows.getString(2),
                                (rows.getString(3).toLowerCase(java.util.Locale.ROOT)
                                                + (rows.getString(4).equals("YES") ? ", may be missing" : "")
                                                + (rows.getString(5).equals("YES") ? ", numbered" : ""))
                                        .replace("user-defined", "geometry")
                                        .replace("character large object", "text"));
            }
        }
        return tables;
    }

    static Map<String, List<String>> rows(Database database) throws SQLException {
        Map<String, List<String>> all = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Map<String, String>> table :
                    columns(database).entrySet()) {
                all.put(table.getKey(), rows(statement, table.getKey(), table.getValue()));
            }
        }
        return all;
    }

    private static List<String> rows(Statement statement, String table, Map<String, String> columns)
            throws SQLException {
        List<String> names = List.copyOf(columns.keySet());
        List<String> lines = new ArrayList<>();
        List<String> selected = names.stream()
                .map(name -> columns.get(name).startsWith("geometry") ? "cast(" + name + " as bytea)" : name)
                .toList();
        try (ResultSet rows = statement.executeQuery("select " + String.join(", ", selected) + " from " + table)) {
            while (rows.next()) {
                StringBuilder line = new StringBuilder();
                for (int i = 0; i < names.size(); i++) {
                    line.append(names.get(i)).append('=').append(text(rows, i + 1, columns.get(names.get(i))));
                    line.append(';');
                }
                lines.add(line.toString());
            }
        }
        Collections.sort(lines);
        return lines;
    }

    private static String text(ResultSet row, int column, String type) throws SQLException {
        if (row.getObject(column) == null) {
            return "null";
        }
        if (type.startsWith("geometry")) {
            return BoundaryBytes.read(row.getBytes(column)).toText();
        }
        if (type.startsWith("timestamp")) {
            return row.getObject(column, OffsetDateTime.class).toInstant().toString();
        }
        if (type.startsWith("boolean")) {
            return Boolean.toString(row.getBoolean(column));
        }
        if (type.startsWith("double")) {
            return Double.toHexString(row.getDouble(column));
        }
        String text = row.getString(column);
        return text.length() < LONG
                ? text
                : text.length() + " characters, " + new Sha256().add(text).toHex();
    }
}
