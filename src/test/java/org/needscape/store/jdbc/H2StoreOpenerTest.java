package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.store.SquaresProgram;
import org.needscape.store.Store;
import org.needscape.store.StoreChecks;
import org.needscape.store.StoreException;

class H2StoreOpenerTest {

    @TempDir
    private Path folder;

    @Test
    void storeIsThereAgainWhenItIsOpenedAgain() throws IOException {
        Path store = folder.resolve("a/b");
        assertFalse(H2StoreOpener.exists(store));
        try (Store opened = H2StoreOpener.open(store)) {
            assertEquals(store.toString(), opened.location());
            StoreChecks.write(opened);
        }
        assertTrue(H2StoreOpener.exists(store));
        try (Store opened = H2StoreOpener.open(store)) {
            assertTrue(StoreChecks.isWritten(opened));
        }
        assertEquals(List.of("needscape.mv.db"), listFiles(store));
    }

    @Test
    void storeThatAnotherProcessHoldsIsRefusedAndNamesTheService() throws IOException {
        try (ChildProcess other = ChildProcess.start(SquaresProgram.class, folder.toString(), "10")) {
            assertEquals("open", other.readLine());
            assertEquals(
                    "The store " + folder
                            + " is in use by another Needscape process: wait until that has ended, or stop it first.",
                    refusal(folder));
            ServiceAddress.write(folder, URI.create("http://localhost:8080"));
            assertEquals(
                    "The store " + folder + " is in use by the service at http://localhost:8080:"
                            + " import through its page there, or stop it first.",
                    refusal(folder));
        }
    }

    @Test
    void addressThatAKilledServiceLeftBehindIsForgotten() {
        ServiceAddress.write(folder, URI.create("http://localhost:8080"));
        try (Store opened = H2StoreOpener.open(folder)) {
            assertTrue(opened.isHealthy());
            assertEquals(Optional.empty(), ServiceAddress.read(folder));
            ServiceAddress.write(folder, URI.create("http://localhost:9090"));
            assertEquals(Optional.of(URI.create("http://localhost:9090")), ServiceAddress.read(folder));
        }
    }

    @Test
    void addressThatIsNoneIsNotRepeated() throws IOException {
        Files.writeString(folder.resolve("service.address"), "javascript:alert(1)");
        assertEquals(Optional.empty(), ServiceAddress.read(folder));
        Files.writeString(folder.resolve("service.address"), "http://a b c");
        assertEquals(Optional.empty(), ServiceAddress.read(folder));
    }

    @Test
    void fileInPlaceOfAFolderIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("boundaries.zip"), "text");
        assertEquals("The store " + file + " is a file: name a folder instead.", refusal(file));
    }

    @Test
    void folderThatCannotBeMadeIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Path below = file.resolve("store");
        assertEquals(
                "The folder " + below + " for the store cannot be made or written to:"
                        + " give yourself the right to write there, or name another folder.",
                refusal(below));
    }

    @Test
    void folderWithoutTheRightToWriteIsRefused() {
        // The kernel's own file system takes no folders, not even from root.
        Path locked = Path.of("/proc/needscape-store");
        assertTrue(refusal(locked).startsWith("The folder " + locked + " for the store cannot be made or written to:"));
    }

    @Test
    void fileThatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
        byte[] text = "This is not a database.\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(folder.resolve("needscape.mv.db"), text);
        assertEquals(
                "The store " + folder + " cannot be opened: needscape.mv.db is damaged or is not a Needscape store."
                        + " Restore it from a copy, or name another folder.",
                refusal(folder));
        assertArrayEquals(text, Files.readAllBytes(file));
    }

    @Test
    void damagedDatabaseIsRefused() throws IOException {
        H2StoreOpener.open(folder).close();
        Path file = folder.resolve("needscape.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i += 7) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);
        assertEquals(
                "The store " + folder + " cannot be opened: needscape.mv.db is damaged or is not a Needscape store."
                        + " Restore it from a copy, or name another folder.",
                refusal(folder));
    }

    @Test
    void storeOfANewerVersionIsRefusedAndNothingIsChanged() throws SQLException {
        H2StoreOpener.open(folder).close();
        execute(
                """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (99, '10', 'from the future', 'SQL', 'V10__from_the_future.sql', 1, 'needscape', 1, true)
                """);
        List<String> before = listTables();
        assertEquals(
                "The store " + folder + " was made by a newer version of Needscape: its tables are version 10,"
                        + " this program knows them up to version 9. Open it with the newer program; nothing was changed.",
                refusal(folder));
        assertEquals(before, listTables());
    }

    @Test
    void olderStoreIsMigratedAfterACopyIsKept() throws SQLException, IOException {
        makeOlder();
        try (Store opened = H2StoreOpener.open(folder)) {
            assertTrue(StoreChecks.isWritten(opened));
        }
        assertEquals(List.of("needscape-before-v9.mv.db", "needscape.mv.db"), listFiles(folder));
        assertTrue(listTables().containsAll(List.of("job", "result")));
        List<String> key = query("select secret from store_key");
        assertEquals(64, key.get(0).length());
        H2StoreOpener.open(folder).close();
        assertEquals(key, query("select secret from store_key"));

        makeOlder();
        byte[] firstCopy = Files.readAllBytes(folder.resolve("needscape-before-v9.mv.db"));
        H2StoreOpener.open(folder).close();
        assertEquals(
                List.of("needscape-before-v9-2.mv.db", "needscape-before-v9.mv.db", "needscape.mv.db"),
                listFiles(folder));
        assertArrayEquals(firstCopy, Files.readAllBytes(folder.resolve("needscape-before-v9.mv.db")));
        H2StoreOpener.open(folder).close();
        assertEquals(3, listFiles(folder).size(), "a current store is not copied");
    }

    @Test
    void storeWhoseProcessWasKilledBeforeItHadAKeyGetsOne() throws SQLException {
        H2StoreOpener.open(folder).close();
        execute("delete from store_key");
        try (Store opened = H2StoreOpener.open(folder)) {
            assertEquals(32, opened.read(session -> session.protection().key()).length);
        }
        assertEquals(List.of("1"), query("select count(*) from store_key"));
    }

    @Test
    void olderStoreWhoseMigrationFailsIsPutBack() throws SQLException, IOException {
        makeOlder();
        execute("create table job (in_the_way integer)");
        assertEquals(
                "The store " + folder + " cannot be brought to this version of Needscape (is the disk full?)."
                        + " It was put back as it was.",
                refusal(folder));
        assertEquals(List.of("needscape.mv.db"), listFiles(folder));
        assertEquals(List.of("tiny"), query("select name from extent"));
        assertEquals(
                List.of("1"),
                query(
                        """
                        select version
                        from flyway_schema_history
                        where version is not null
                        """));
    }

    @Test
    void interruptInTheMiddleOfAWriteHarmsNeitherTheWriteNorTheFile() throws InterruptedException {
        try (Store opened = H2StoreOpener.open(folder)) {
            for (int round = 0; round < 5; round++) {
                int first = 1 + 400 * round;
                CountDownLatch started = new CountDownLatch(1);
                AtomicBoolean interruptKept = new AtomicBoolean();
                Thread writer = new Thread(() -> {
                    StoreChecks.writeSquares(opened, first, 400, started::countDown);
                    interruptKept.set(Thread.currentThread().isInterrupted());
                });
                writer.start();
                started.await();
                writer.interrupt();
                writer.join();
                assertTrue(interruptKept.get());
                assertEquals(400 * (round + 1), StoreChecks.countWholeImports(opened, 400));
            }
        }
        try (Store opened = H2StoreOpener.open(folder)) {
            assertEquals(2000, StoreChecks.countWholeImports(opened, 400));
        }
    }

    @Test
    void everyTableHasACommentForPeople() throws SQLException {
        H2StoreOpener.open(folder).close();
        assertEquals(
                List.of(),
                query(
                        """
                select table_name
                from information_schema.tables
                where table_schema = 'needscape' and table_name <> 'flyway_schema_history' and remarks is null
                """));
    }

    @Test
    void noColumnsAreIndexedTwice() throws SQLException {
        H2StoreOpener.open(folder).close();
        assertEquals(
                List.of(),
                query(
                        """
                select table_name || ': ' || columns
                from (
                    select table_name, index_name, string_agg(column_name, ',' order by ordinal_position) as columns
                    from information_schema.index_columns
                    where table_schema = 'needscape'
                    group by table_name, index_name
                ) as indexed
                group by table_name, columns
                having count(*) > 1
                """));
    }

    /** As version 1 left it, with something in it. */
    private void makeOlder() throws SQLException {
        try (Store opened = H2StoreOpener.open(folder)) {
            StoreChecks.write(opened);
        }
        execute(
                """
                drop table provision_site, provision_service, target_set, result, job, store_state, store_move, dataset_policy, release_decision, released_figures,
                    released_selection, exact_use, audit_run, store_key, recipe, case_summary,
                    authority_decile, authority_neighbour, authority_deprivation, authority_figure, authority
                """);
        execute("delete from flyway_schema_history where version in ('2', '3', '4', '5', '6', '7', '8', '9')");
    }

    private String refusal(Path store) {
        return assertThrows(StoreException.class, () -> H2StoreOpener.open(store))
                .getMessage();
    }

    private List<String> listTables() throws SQLException {
        return query(
                """
                select table_name
                from information_schema.tables
                where table_schema = 'needscape'
                order by table_name
                """);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("needscape")
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;TRACE_LEVEL_FILE=0;SCHEMA=needscape",
                "needscape",
                "");
    }

    private static List<String> listFiles(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
