package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.postgis.PostgisCluster;
import org.needscape.store.Store;
import org.needscape.store.StoreChecks;
import org.needscape.store.StoreException;

class PostgisStoreOpenerTest {

    private final PostgisCluster cluster = PostgisCluster.shared();
    private final PostgisAddress address = cluster.newDatabase();
    private final String database = address.database();

    @Test
    void storeIsThereAgainWhenItIsOpenedAgainAndManyMayHaveItOpen() {
        assertFalse(PostgisStoreOpener.exists(address, cluster.credentials()));
        try (Store opened = open()) {
            assertEquals(address.text(), opened.location());
            StoreChecks.write(opened);
            try (Store another = open()) {
                assertTrue(StoreChecks.isWritten(another));
            }
        }
        assertTrue(PostgisStoreOpener.exists(address, cluster.credentials()));
        assertEquals(List.of("needscape"), schemas(), "a schema of its own and no other");
    }

    @Test
    void storeIsMadeOnceWhenManyOpenItAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            Callable<Boolean> open = () -> {
                try (Store opened = open()) {
                    return opened.isHealthy();
                }
            };
            for (Future<Boolean> opened :
                    threads.invokeAll(IntStream.range(0, 6).mapToObj(i -> open).toList())) {
                assertTrue(opened.get());
            }
            assertEquals(List.of("1"), query("select count(*) from needscape.store_key"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void postgisMayBeInASchemaOfItsOwnAndStrangersFunctionsAreNotFound() {
        PostgisAddress plain = plainDatabase();
        cluster.execute(plain.database(), "create schema \"Geo things\"");
        cluster.execute(plain.database(), "create extension postgis schema \"Geo things\"");
        cluster.execute(
                plain.database(),
                "create function public.pg_current_xact_id() returns xid8 language sql as 'select 1/0; select null::xid8'");
        try (Store opened = PostgisStoreOpener.open(plain, cluster.credentials())) {
            StoreChecks.writeSquares(opened, 1, 50, () -> {});
            assertEquals(50, StoreChecks.countWholeImports(opened, 50));
        }
    }

    @Test
    void databaseWithoutPostgisIsRefused() {
        PostgisAddress plain = plainDatabase();
        assertEquals(
                "The store " + plain.text()
                        + " cannot be kept there: the database has no PostGIS. Have its administrator run"
                        + " 'create extension postgis' in it.",
                refusal(plain));
        assertEquals(List.of(), cluster.query(plain.database(), SCHEMAS));
    }

    @Test
    void databaseWithAnOldPostgisIsRefused() {
        cluster.execute(database, "update pg_extension set extversion = '2.5.5' where extname = 'postgis'");
        assertEquals(
                "The store " + address.text()
                        + " cannot be kept there: its PostGIS is version 2.5.5, and PostGIS 3 or later is"
                        + " needed. Have its administrator update it.",
                refusal(address));
    }

    @Test
    void databaseThatLacksLettersIsRefused() {
        String name = database + "_latin1";
        cluster.execute("postgres", "create database " + name + " encoding 'LATIN1' locale 'C' template template0");
        assertEquals(
                "The store " + cluster.address(name).text()
                        + " cannot be kept there: its texts are encoded as LATIN1, which"
                        + " lacks letters of some names. Make a database with the encoding UTF8.",
                refusal(cluster.address(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "120022, UTF8, 3.3.2, 'its server is PostgreSQL 12, and PostgreSQL 13 or later is needed.'",
        "90624, UTF8, 2.1.0, 'its server is PostgreSQL 9, and PostgreSQL 13 or later is needed.'",
        "170001, UTF8, 3.5.0dev, ",
        "130000, UTF8, 3.0.0, ",
    })
    void versionsThatAServerMayHave(int version, String encoding, String postgis, String refusal) {
        assertEquals(
                Optional.ofNullable(refusal), new PostgisServer(version, encoding, false, postgis, "public").refusal());
    }

    @Test
    void serverThatCannotBeReachedIsSaid() {
        PostgisAddress nowhere = PostgisAddress.parse("jdbc:postgresql://127.0.0.1:1/needscape");
        assertEquals(
                "The store " + nowhere.text()
                        + " cannot be reached: check that the server runs, and the address and port.",
                refusal(nowhere));
        PostgisAddress noHost = PostgisAddress.parse("jdbc:postgresql://no-such-host.invalid/needscape");
        assertEquals(
                "The store " + noHost.text()
                        + " cannot be reached: check that the server runs, and the address and port.",
                refusal(noHost));
    }

    @Test
    void wrongPasswordAndUnknownDatabaseAreSaidWithoutThePassword() {
        StoreException wrong = assertThrows(
                StoreException.class,
                () -> PostgisStoreOpener.open(
                        address, new Credentials(Optional.of(PostgisCluster.USER), Optional.of("not-the-secret"))));
        assertEquals(
                "The store " + address.text() + " does not let this user in: set the user and password in"
                        + " NEEDSCAPE_STORE_USER and NEEDSCAPE_STORE_PASSWORD or in the settings file.",
                wrong.getMessage());
        PostgisAddress unknown = cluster.address("no_such_database");
        assertEquals(
                "The store " + unknown.text()
                        + " cannot be opened because the server has no database of that name: make it"
                        + " first, with 'create extension postgis' in it.",
                refusal(unknown));
    }

    @Test
    void userWithoutRightsIsToldWhatToAskForAndGetsByWithASchemaOfHisOwn() {
        String user = "reader_" + database;
        cluster.execute(database, "create role " + user + " login password 'readers-own'");
        Credentials reader = new Credentials(Optional.of(user), Optional.of("readers-own"));
        StoreException refused = assertThrows(StoreException.class, () -> PostgisStoreOpener.open(address, reader));
        assertEquals(
                "The store " + address.text()
                        + " does not let this user do that: ask its administrator to make the user the"
                        + " owner of the schema needscape. Nothing was changed.",
                refused.getMessage());
        assertEquals(List.of(), schemas());

        cluster.execute(database, "create schema needscape authorization " + user);
        try (Store opened = PostgisStoreOpener.open(address, reader)) {
            StoreChecks.writeSquares(opened, 1, 50, () -> {});
            assertEquals(50, StoreChecks.countWholeImports(opened, 50));
        }
    }

    @Test
    void readOnlyServerIsRefused() {
        cluster.execute("postgres", "alter database " + database + " set default_transaction_read_only = on");
        assertEquals(
                "The store " + address.text()
                        + " cannot be kept there: the server is a read-only copy or was set so. Name the"
                        + " one that is written to.",
                refusal(address));
    }

    @Test
    void serverWithoutFreeConnectionsIsSaid() {
        open().close();
        String user = "busy_" + database;
        cluster.execute(database, "create role " + user + " login connection limit 0 password 'busy'");
        StoreException busy = assertThrows(
                StoreException.class,
                () -> PostgisStoreOpener.open(address, new Credentials(Optional.of(user), Optional.of("busy"))));
        assertEquals(
                "The store " + address.text()
                        + " has a server that takes no more connections: try again later, or ask its administrator for more.",
                busy.getMessage());
    }

    @Test
    void fullDiskInMidImportIsSaidAndChangesNothing() {
        try (Store store = open()) {
            StoreChecks.writeSquares(store, 1, 100, () -> {});
            // What a server reports when a table cannot grow, with its own number for it.
            cluster.execute(
                    database,
                    """
                    create function needscape.full() returns trigger language plpgsql as $$
                    begin
                        if new.code > 'E00000250' then
                            raise exception 'could not extend file "base/1/2": No space left on device'
                                using errcode = '53100';
                        end if;
                        return new;
                    end $$;
                    create trigger full_disk before insert on needscape.area
                        for each row execute function needscape.full()
                    """);
            StoreException full =
                    assertThrows(StoreException.class, () -> StoreChecks.writeSquares(store, 101, 400, () -> {}));
            assertEquals(
                    "The store " + address.text()
                            + " cannot be written because the server's disk is full: free some space"
                            + " there and try again. Nothing was changed.",
                    full.getMessage());
            assertEquals(100, StoreChecks.countWholeImports(store, 100));
        }
    }

    @Test
    void storeOfANewerVersionIsRefusedAndNothingIsChanged() {
        open().close();
        cluster.execute(
                database,
                """
                insert into needscape.flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (99, '10', 'from the future', 'SQL', 'V10__from_the_future.sql', 1, 'needscape', 1, true)
                """);
        List<String> before = tables("needscape");
        assertEquals(
                "The store " + address.text() + " was made by a newer version of Needscape: its tables are version 10,"
                        + " this program knows them up to version 9. Open it with the newer program; nothing was changed.",
                refusal(address));
        assertEquals(before, tables("needscape"));
    }

    @Test
    void olderStoreIsMigratedAfterACopyIsKept() {
        makeOlder();
        List<String> old = tables("needscape");
        try (Store opened = open()) {
            assertTrue(StoreChecks.isWritten(opened));
        }
        assertEquals(List.of("needscape", "needscape_before_v9"), schemas());
        assertEquals(old, tables("needscape_before_v9"));
        assertEquals(List.of("tiny"), query("select name from needscape_before_v9.extent"));
        assertEquals(List.of("64"), query("select length(secret) from needscape.store_key"));

        makeOlder();
        open().close();
        assertEquals(List.of("needscape", "needscape_before_v9", "needscape_before_v9_2"), schemas());
        open().close();
        assertEquals(3, schemas().size(), "a current store is not copied");
    }

    @Test
    void olderStoreWhoseMigrationFailsIsLeftAsItWas() {
        makeOlder();
        cluster.execute(database, "create table needscape.store_move (in_the_way integer)");
        List<String> before = tables("needscape");
        assertEquals(
                "The store " + address.text()
                        + " cannot be brought to this version of Needscape: is something of another"
                        + " program in its schema needscape, or the server's disk full? It was left as it was.",
                refusal(address));
        assertEquals(before, tables("needscape"));
    }

    @Test
    void schemaOfAnotherProgramIsRefused() {
        cluster.execute(database, "create schema needscape");
        cluster.execute(database, "create table needscape.something_else (id integer)");
        assertEquals(
                "The store " + address.text()
                        + " cannot be brought to this version of Needscape: is something of another"
                        + " program in its schema needscape, or the server's disk full? It was left as it was.",
                refusal(address));
        assertEquals(List.of("something_else"), tables("needscape"));
    }

    @Test
    void oneServiceHoldsADatabaseUntilItEnds() {
        ServiceLock first = ServiceLock.take(address, cluster.credentials());
        try (first) {
            StoreException second =
                    assertThrows(StoreException.class, () -> ServiceLock.take(address, cluster.credentials()));
            assertEquals(
                    "The store " + address.text()
                            + " is served by another Needscape service already: use that one, or stop it first.",
                    second.getMessage());
            open().close();
        }
        ServiceLock.take(address, cluster.credentials()).close();
    }

    private static final String SCHEMAS =
            "select nspname from pg_namespace where nspname like 'needscape%' order by nspname";

    private Store open() {
        return PostgisStoreOpener.open(address, cluster.credentials());
    }

    private PostgisAddress plainDatabase() {
        String name = database + "_plain";
        cluster.execute("postgres", "create database " + name);
        return cluster.address(name);
    }

    /** As version 2 left it, with something in it. */
    private void makeOlder() {
        try (Store opened = open()) {
            StoreChecks.write(opened);
        }
        cluster.execute(
                database,
                """
                set search_path = needscape;
                drop table provision_site, provision_service, target_set, store_move, dataset_policy, release_decision, released_figures, released_selection, exact_use,
                    audit_run, store_key, recipe, case_summary, authority_decile, authority_neighbour, authority_deprivation,
                    authority_figure, authority;
                delete from flyway_schema_history where version in ('3', '4', '5', '6', '7', '8', '9')
                """);
    }

    private String refusal(PostgisAddress refused) {
        return assertThrows(StoreException.class, () -> PostgisStoreOpener.open(refused, cluster.credentials()))
                .getMessage();
    }

    private List<String> schemas() {
        return query(SCHEMAS);
    }

    private List<String> tables(String schema) {
        return query("select tablename from pg_tables where schemaname = '" + schema + "' order by tablename");
    }

    private List<String> query(String sql) {
        return cluster.query(database, sql);
    }
}
