package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needscape.postgis.PostgisCluster;
import org.needscape.store.Store;
import org.needscape.store.StoreChecks;

/** The tables as other programs of the county find them. */
class PostgisTablesTest {

    private final PostgisCluster cluster = PostgisCluster.shared();
    private final PostgisAddress address = cluster.newDatabase();
    private final String database = address.database();

    @BeforeEach
    void makeStore() {
        try (Store opened = PostgisStoreOpener.open(address, cluster.credentials())) {
            StoreChecks.writeSquares(opened, 1, 50, () -> {});
        }
    }

    @Test
    void tablesAreWhatADesktopGisExpects() {
        assertEquals(
                List.of("area boundary MULTIPOLYGON 27700 2"),
                query(
                        """
                        select concat_ws(' ', f_table_name, f_geometry_column, type, srid, coord_dimension)
                        from geometry_columns
                        where f_table_schema = 'needscape'
                        """));
        assertEquals(
                List.of("gist"),
                query(
                        """
                        select am.amname
                        from pg_index
                        join pg_class on pg_class.oid = pg_index.indexrelid
                        join pg_am as am on am.oid = pg_class.relam
                        where pg_class.relname = 'area_boundary'
                        """));
        assertEquals(
                List.of(),
                query(
                        """
                select relname
                from pg_class
                where relnamespace = 'needscape'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'
                    and obj_description(oid, 'pg_class') is null
                """),
                "tables without a comment");
        assertEquals(
                List.of(),
                query(
                        """
                        select pg_class.relname || '.' || pg_attribute.attname
                        from pg_class
                        join pg_attribute on pg_attribute.attrelid = pg_class.oid
                        where relnamespace = 'needscape'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'
                            and attnum > 0 and not attisdropped and col_description(pg_class.oid, attnum) is null
                        """),
                "columns without a comment");
    }

    @Test
    void nothingIsLeftOutOfTheReferences() {
        assertEquals(
                List.of("observation_area_fk", "observation_dataset_fk", "observation_series_fk"),
                query(
                        """
                        select conname
                        from pg_constraint
                        where contype = 'f' and conrelid = 'needscape.observation'::regclass
                        order by conname
                        """));
    }

    @Test
    void rightsThatTheOperationsPageGivesShowBoundariesAndNoCounts() throws Exception {
        String page = Files.readString(Path.of("src", "site", "markdown", "operations.md"));
        int start = page.indexOf("```sql") + "```sql".length();
        String role = "gis_" + database;
        cluster.execute(
                database, page.substring(start, page.indexOf("```", start)).replace("gis_reader", role));

        cluster.execute(database, "set role " + role + "; select code, name, boundary from needscape.area");
        for (String table : List.of(
                "observation",
                "extent_series",
                "result",
                "job",
                "dataset_policy",
                "release_decision",
                "released_figures",
                "released_selection",
                "exact_use",
                "audit_run",
                "store_key")) {
            IllegalStateException refused = assertThrows(
                    IllegalStateException.class,
                    () -> cluster.execute(database, "set role " + role + "; select * from needscape." + table));
            assertTrue(refused.getCause().getMessage().contains("permission denied"), table);
        }
    }

    private List<String> query(String sql) {
        return cluster.query(database, sql);
    }
}
