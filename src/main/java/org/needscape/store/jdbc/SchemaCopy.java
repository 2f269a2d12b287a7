package org.needscape.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Copies the tables of a store on a server to a schema beside it before they are changed. */
final class SchemaCopy {

    private SchemaCopy() {}

    /**
     * Copies all tables with their rows to a schema whose name is not taken yet, {@code needscape_before_v3}.
     *
     * @param version that the store is about to be brought to
     */
    static String keep(DataSource source, String version) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String copy = freeName(statement, SchemaMigration.SCHEMA + "_before_v" + version.replace('.', '_'));
            statement.execute("create schema " + copy);
            for (String table : tables(statement)) {
                statement.execute(
                        "create table " + copy + "." + table + " as table " + SchemaMigration.SCHEMA + "." + table);
            }
            connection.commit();
            return copy;
        }
    }

    private static String freeName(Statement statement, String wanted) throws SQLException {
        String name = wanted;
        for (int number = 2; isTaken(statement, name); number++) {
            name = wanted + "_" + number;
        }
        return name;
    }

    private static boolean isTaken(Statement statement, String schema) throws SQLException {
        try (ResultSet row = statement.executeQuery("select to_regnamespace('" + schema + "') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select quote_ident(tablename) from pg_tables where schemaname = '" + SchemaMigration.SCHEMA + "'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
