package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.postgis.PostgisCluster;

/** No script can add a table or a column that a move would forget. */
class MovedTablesTest {

    private static final Map<ColumnKind, List<String>> TYPES = Map.of(
            ColumnKind.TEXT, List.of("character varying", "text"),
            ColumnKind.INTEGER, List.of("integer"),
            ColumnKind.BIGINT, List.of("bigint"),
            ColumnKind.NUMBER, List.of("double precision", "double precision, may be missing"),
            ColumnKind.FLAG, List.of("boolean"),
            ColumnKind.BOUNDARY, List.of("geometry"),
            ColumnKind.TIME, List.of("timestamp with time zone"));

    @TempDir
    private Path folder;

    @Test
    void everyTableAndColumnOfTheEmbeddedStoreIsMoved() throws SQLException {
        List<SQLException> failures = new ArrayList<>();
        H2StoreOpener.prepare(folder, database -> {
            try {
                checkTables(database);
                assertEquals(keys(MovedTables.CONTENT), readKeys(database));
            } catch (SQLException failure) {
                failures.add(failure);
            }
            return true;
        });
        assertEquals(List.of(), failures);
    }

    @Test
    void everyTableAndColumnOfTheStoreOnAServerIsMoved() throws SQLException {
        PostgisCluster cluster = PostgisCluster.shared();
        Database database = PostgisStoreOpener.prepare(cluster.newDatabase(), cluster.credentials());
        checkTables(database);
        assertEquals(keys(MovedTables.CONTENT), readKeys(database));
    }

    @Test
    void tablesReferOnlyToThoseBeforeThem() throws SQLException {
        PostgisCluster cluster = PostgisCluster.shared();
        List<String> order = MovedTables.CONTENT.stream().map(MovedTable::name).toList();
        PostgisAddress address = cluster.newDatabase();
        PostgisStoreOpener.prepare(address, cluster.credentials());
        List<String> references = cluster.query(
                address.database(),
                """
                select conrelid::regclass || ' ' || confrelid::regclass
                from pg_constraint
                where contype = 'f' and connamespace = 'needscape'::regnamespace
                """);
        assertEquals(35, references.size(), references.toString());
        for (String reference : references) {
            String[] tables = reference.replace("needscape.", "").split(" ");
            assertEquals(true, order.indexOf(tables[1]) >= 0 && order.indexOf(tables[1]) < order.indexOf(tables[0]));
        }
    }

    private static void checkTables(Database database) throws SQLException {
        Map<String, Map<String, String>> found = TableDump.columns(database);
        assertEquals(
                Set.of("source", "source_revision", "started"),
                found.remove("store_move").keySet());
        assertEquals(MovedTables.ALL.size(), found.size(), "no table is named twice or forgotten");
        for (MovedTable table : MovedTables.ALL) {
            Map<String, String> columns = found.get(table.name());
            assertEquals(columns.size(), table.columns().size(), table.name());
            Set<String> numbered = new HashSet<>();
            for (MovedTable.Column column : table.columns()) {
                String type = columns.get(column.name());
                if (type.endsWith(", numbered")) {
                    numbered.add(column.name());
                    type = type.replace(", numbered", "");
                }
                assertEquals(true, TYPES.get(column.kind()).contains(type), table.name() + "." + column + " " + type);
            }
            assertEquals(table.isNumbered() ? Set.of("id") : Set.of(), numbered, table.name());
        }
    }

    private static Map<String, List<String>> keys(List<MovedTable> tables) {
        Map<String, List<String>> keys = new TreeMap<>();
        tables.forEach(table -> keys.put(table.name(), table.key()));
        return keys;
    }

    private static Map<String, List<String>> readKeys(Database database) throws SQLException {
        Map<String, List<String>> keys = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        select used.table_name, used.column_name
                        from information_schema.table_constraints as made
                        join information_schema.key_column_usage as used
                            on used.constraint_schema = made.constraint_schema
                            and used.constraint_name = made.constraint_name
                        where made.constraint_type = 'PRIMARY KEY' and made.table_schema = 'needscape'
                            and made.table_name <> 'flyway_schema_history'
                        order by used.table_name, used.ordinal_position
                        """)) {
            while (rows.next()) {
                keys.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return keys;
    }
}
