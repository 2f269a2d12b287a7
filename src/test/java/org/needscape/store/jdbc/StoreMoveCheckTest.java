package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.store.StoreException;

/** What differs between the two stores at the end is found, whichever database it is in. */
class StoreMoveCheckTest {

    private static final String OTHER_HASH = "its content hash is another";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "observation | " + OTHER_HASH
                        + " | update observation set value_number = value_number + 2e-15 where area_id = 5 and value_number = -12.5",
                "observation | it has 20 rows and not 21 | delete from observation where area_id = 5",
                "observation | " + OTHER_HASH + " | update observation set value_state = 'x' where value_state = 'c'",
                "area | " + OTHER_HASH + " | update area set boundary = ("
                        + "select boundary from area as other where other.code = 'E00000002') where code = 'E00000001'",
                "area | " + OTHER_HASH + " | update area set name = 'Another' where code = 'E00000001'",
                "area | " + OTHER_HASH + " | update area set content_hash = 'another' where code = 'E00000001'",
                "dataset | " + OTHER_HASH
                        + " | update dataset set imported = imported + interval '1' second where id = 1",
                "extent | it has 4 rows and not 3 | insert into extent (id, name, title, fictional) values (99, 'x', 'x', false)",
                "result | " + OTHER_HASH
                        + " | update result set content = concat(content, ' ') where list_position = 7",
                "series | " + OTHER_HASH + " | update series set period = '1066' where period = '2021'",
                "dataset_policy | " + OTHER_HASH
                        + " | update dataset_policy set zero_is_hidden = false where dataset_id = 1",
                "release_decision | it has 3 rows and not 4 | delete from release_decision where id = 2",
                "released_selection | " + OTHER_HASH
                        + " | update released_selection set codes = 'E00000004' where id = 2",
                "extent_series_dataset | it has 0 rows and not 5 | delete from extent_series_dataset",
            })
    void whateverDiffersIsFoundAndMendedByTheNextRun(String table, String difference, String statement) {
        for (boolean server : List.of(true, false)) {
            MovingStore source =
                    MovingStore.folder(folder.resolve("source-" + server)).filled();
            MovingStore target = server ? MovingStore.database() : MovingStore.folder(folder.resolve("target"));
            Map<String, List<String>> before = source.dump();

            StoreException refused = assertThrows(StoreException.class, () -> tampered(source, target, statement));

            assertEquals(
                    "The table " + table + " in " + target.name() + " did not become the same as in " + source.name()
                            + ", " + difference + ": run the same command again to copy everything anew. "
                            + source.name() + " was left as it was.",
                    refused.getMessage());
            assertThrows(StoreException.class, target::open, "nobody may use it");
            assertEquals(before, source.dump());

            assertEquals(
                    List.of(
                            "What an earlier run had copied was deleted and copied anew, because it was not the same as in "
                                    + source.name() + "."),
                    source.moveTo(target).notes());
            assertEquals(before, target.dump());
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void onePointOfABoundaryMovedByACentimetreIsFound(boolean server) {
        MovingStore source = MovingStore.folder(folder.resolve("source")).filled();
        MovingStore target = server ? MovingStore.database() : MovingStore.folder(folder.resolve("target"));
        String moved =
                "SRID=27700;MULTIPOLYGON (((401000 300000, 402000.01 300000, 402000 301000, 401000 301000, 401000 300000)))";
        StoreException refused = assertThrows(
                StoreException.class,
                () -> tampered(
                        source,
                        target,
                        "update area set boundary = cast('" + moved + "' as geometry) where code = 'E00000001'"));
        assertTrue(refused.getMessage().startsWith("The table area in "), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void areaThatAnotherProgramChangedInTheSourceIsFound(boolean server) {
        MovingStore source = server
                ? MovingStore.database().filled()
                : MovingStore.folder(folder.resolve("source")).filled();
        source.execute("update area set name = 'By hand' where code in ('E00000001', 'E00000002')");
        MovingStore target = MovingStore.folder(folder.resolve("target"));

        StoreException refused = assertThrows(StoreException.class, () -> source.moveTo(target));
        assertEquals(
                "In the store " + source.name() + " 2 areas have a name or boundary that another program has changed:"
                        + " import their boundaries again, then run the same command again.",
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void rowsThatTheSourceNeverHadAreFoundBeforeMoreAreAdded(boolean server) {
        MovingStore source = MovingStore.folder(folder.resolve("source")).filled();
        MovingStore target = server ? MovingStore.database() : MovingStore.folder(folder.resolve("target"));
        assertThrows(
                StoreException.class,
                () -> tampered(
                        source,
                        target,
                        "insert into extent (id, name, title, fictional) values (99, 'x', 'x', false)",
                        "update store_move set source_revision = (select source_revision from store_move)"));
        target.execute("update store_move set source_revision = 2");
        source.moveTo(target);
        assertEquals(source.dump(), target.dump());
    }

    private static void tampered(MovingStore source, MovingStore target, String... statements) {
        AtomicBoolean done = new AtomicBoolean();
        source.moveTo(target, (fraction, message) -> {
            if (message.startsWith("Checking") && !done.getAndSet(true)) {
                target.execute(statements);
            }
        });
    }
}
