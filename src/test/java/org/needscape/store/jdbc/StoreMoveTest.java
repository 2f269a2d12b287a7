package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.progress.Progress;
import org.needscape.store.MoveReport;
import org.needscape.store.MovedThings;
import org.needscape.store.Store;
import org.needscape.store.StoreChecks;
import org.needscape.store.StoreException;

class StoreMoveTest {

    @TempDir
    private Path folder;

    @Test
    void everythingComesThroughAServerAndBack() {
        moveOnAndOn(embedded("first").filled(), MovingStore.database(), embedded("last"));
    }

    @Test
    void everythingComesThroughAFolderAndBack() {
        moveOnAndOn(MovingStore.database().filled(), embedded("between"), MovingStore.database());
    }

    @Test
    void everythingComesFromFolderToFolderAndFromDatabaseToDatabase() {
        moveOnAndOn(embedded("first").filled(), embedded("second"), embedded("third"));
        moveOnAndOn(MovingStore.database().filled(), MovingStore.database(), MovingStore.database());
    }

    @Test
    void reportSaysWhatWasMovedInPlainWords() {
        MoveReport report = embedded("first").filled().moveTo(embedded("last"));

        assertEquals(
                List.of(
                        new MoveReport.Table("imported files", 2),
                        new MoveReport.Table("extents", 3),
                        new MoveReport.Table("areas", 23),
                        new MoveReport.Table("areas in extents", 24),
                        new MoveReport.Table("kinds of area in extents", 4),
                        new MoveReport.Table("lines of lookups", 2),
                        new MoveReport.Table("measures", 2),
                        new MoveReport.Table("series of values", 3),
                        new MoveReport.Table("values", 21),
                        new MoveReport.Table("series in extents", 5),
                        new MoveReport.Table("sources of series", 5),
                        new MoveReport.Table("layers and other results", 2),
                        new MoveReport.Table("policies of imported files", 2),
                        new MoveReport.Table("decisions about release", 4),
                        new MoveReport.Table("sets of released figures", 4),
                        new MoveReport.Table("released selections of areas", 8),
                        new MoveReport.Table("summaries of cases", 4),
                        new MoveReport.Table("versions of scoring methods", 2),
                        new MoveReport.Table("authorities", 2),
                        new MoveReport.Table("figures of authorities", 9),
                        new MoveReport.Table("deprivation of authorities", 9),
                        new MoveReport.Table("statistical neighbours", 2),
                        new MoveReport.Table("deciles of authorities", 9),
                        new MoveReport.Table("services", 3),
                        new MoveReport.Table("sites of services", 2),
                        new MoveReport.Table("jobs", 2),
                        new MoveReport.Table("uses of exact values", 2),
                        new MoveReport.Table("audits", 2),
                        new MoveReport.Table("decision records of target areas", 3)),
                report.tables());
        assertEquals(165, report.rows());
        assertEquals(List.of(), report.notes());
    }

    @Test
    void storeWithoutAnythingIsMovedToo() {
        MovingStore first = embedded("first");
        first.describe();
        MovingStore last = MovingStore.database();

        assertEquals(List.of(), first.moveTo(last).tables());
        assertEquals(List.of(), last.describe());
    }

    @Test
    void importsAfterwardsNumberTheirRowsAfterThoseThatWereMoved() {
        for (MovingStore target : List.of(MovingStore.database(), embedded("last"))) {
            MovingStore source = embedded("first-" + target.name().length()).filled();
            source.moveTo(target);
            for (MovingStore store : List.of(source, target)) {
                try (Store open = store.open()) {
                    MovedThings.importMore(open);
                }
            }
            assertEquals(source.describe(), target.describe());
        }
    }

    @Test
    void moveGoesOnWhereverItWasStopped() {
        for (boolean toServer : List.of(true, false)) {
            MovingStore source = embedded("source-" + toServer).filled();
            MovingStore target = toServer ? MovingStore.database() : embedded("target");
            int runs = 1;
            while (!isMoved(source, target, stopAfterChunk())) {
                runs++;
            }
            assertTrue(runs > 20, () -> "stopped too seldom");
            assertEquals(source.describe(), target.describe());
            assertEquals(source.dump(), target.dump());
        }
    }

    @Test
    void moveStoppedAtAnyOfItsStepsIsWholeAfterTheNextRun() {
        MovingStore source = embedded("source").filled();
        boolean moved = false;
        for (int step = 1; !moved; step++) {
            MovingStore target = embedded("target-" + step);
            moved = isMoved(source, target, stopAtReport(step));
            if (!moved) {
                assertThrows(StoreException.class, target::open);
                source.moveTo(target);
            }
            assertEquals(source.dump(), target.dump(), "stopped at step " + step);
        }
    }

    @Test
    void moveThatWentOnSaysHowMuchWasThere() {
        MovingStore source = embedded("first").filled();
        MovingStore target = MovingStore.database();
        isMoved(source, target, stopAtReport(5));
        assertEquals(
                List.of("An earlier run had copied 5 rows already."),
                source.moveTo(target).notes());
    }

    @Test
    void targetIsCopiedAnewWhenItsSourceHasChangedSince() {
        for (boolean toServer : List.of(true, false)) {
            MovingStore source = embedded("source-" + toServer).filled();
            MovingStore target = toServer ? MovingStore.database() : embedded("target");
            isMoved(source, target, stopAtReport(40));
            try (Store store = source.open()) {
                MovedThings.importMore(store);
            }
            assertEquals(
                    List.of("What an earlier run had copied was deleted and copied anew, because something has"
                            + " changed since in " + source.name() + "."),
                    source.moveTo(target).notes());
            assertEquals(source.dump(), target.dump());
        }
    }

    @Test
    void keyOfTheSourceIsMovedEvenIntoAStoreThatHasItsOwn() {
        for (MovingStore source : List.of(embedded("source"), MovingStore.database())) {
            for (MovingStore target : List.of(embedded("target-" + source.name().length()), MovingStore.database())) {
                byte[] key = key(source);
                assertFalse(Arrays.equals(key, key(target)));
                source.moveTo(target);
                assertArrayEquals(key, key(target));
                assertArrayEquals(key, key(source));
            }
        }
    }

    @Test
    void usesOfExactValuesOfTheLastRunAreMoved() {
        for (boolean toServer : List.of(true, false)) {
            MovingStore source = embedded("source-" + toServer).filled();
            MovingStore target = toServer ? MovingStore.database() : embedded("target");
            isMoved(source, target, stopAtReport(40));
            source.execute("update audit_run set passed = false", "delete from exact_use where id = 1");
            source.moveTo(target);
            assertEquals(source.dump(), target.dump());
        }
    }

    @Test
    void jobsOfTheLastRunAreMoved() {
        MovingStore source = MovingStore.database().filled();
        MovingStore target = embedded("target");
        isMoved(source, target, stopAtReport(40));
        source.execute("update job set message = 'Changed' where id = 'j1'", "delete from job where id = 'j2'");
        source.moveTo(target);
        assertEquals(source.dump(), target.dump());
    }

    @Test
    void importIntoTheSourceMeanwhileIsNotLost() {
        MovingStore source = MovingStore.database().filled();
        MovingStore target = embedded("target");
        AtomicBoolean done = new AtomicBoolean();
        StoreException refused = assertThrows(
                StoreException.class,
                () -> source.moveTo(target, once(done, "Checking", () -> {
                    try (Store store = source.open()) {
                        MovedThings.importMore(store);
                    }
                })));
        assertEquals(
                "The store " + source.name()
                        + " was changed while it was being moved: run the same command again when no"
                        + " import into it is under way, and everything is copied anew.",
                refused.getMessage());
        source.moveTo(target);
        assertEquals(source.describe(), target.describe());
    }

    @Test
    void importIntoTheTargetMeanwhileIsRefused() {
        MovingStore source = embedded("source").filled();
        MovingStore target = MovingStore.database();
        try (Store early = target.open()) {
            AtomicBoolean done = new AtomicBoolean();
            source.moveTo(target, once(done, "Copying imported files", () -> {
                StoreException refused = assertThrows(StoreException.class, () -> StoreChecks.write(early));
                assertTrue(refused.getMessage().contains("is not whole yet"), refused.getMessage());
            }));
            assertTrue(done.get());
        }
        assertEquals(source.dump(), target.dump());
    }

    @Test
    void runAfterTheLastOneFindsNothingToDo() {
        for (MovingStore target : List.of(MovingStore.database(), embedded("target"))) {
            MovingStore source = embedded("source-" + target.name().length()).filled();
            MoveReport first = source.moveTo(target);
            MoveReport second = source.moveTo(target);
            assertEquals(first.tables(), second.tables());
            assertEquals(List.of("It was all there already, so nothing was left to do."), second.notes());
            assertEquals(source.dump(), target.dump());
        }
    }

    @Test
    void sourceIsLeftAsItWas() {
        for (MovingStore source :
                List.of(MovingStore.database().filled(), embedded("source").filled())) {
            Map<String, List<String>> before = source.dump();
            source.moveTo(embedded("target-" + source.name().length()));
            assertEquals(before, source.dump());
        }
    }

    @Test
    void interruptOfTheCallerDoesNotStopAMove() {
        MovingStore source = embedded("source").filled();
        MovingStore target = embedded("target");
        Thread.currentThread().interrupt();
        source.moveTo(target);
        assertTrue(Thread.interrupted(), "the interrupt is still there for the caller");
        assertEquals(source.dump(), target.dump());
    }

    @Test
    void progressGoesFromNothingToAll() {
        double[] last = {-1, 0};
        embedded("source").filled().moveTo(embedded("target"), (fraction, message) -> {
            assertTrue(fraction >= last[0] && fraction <= 1, message);
            assertNotEquals("", message);
            last[0] = fraction;
            last[1]++;
        });
        assertTrue(last[0] > 0.9 && last[1] > 30);
    }

    @Test
    void addressOfAServiceThatWasKilledIsForgotten() throws IOException {
        Path target = Files.createDirectories(folder.resolve("target"));
        ServiceAddress.write(target, URI.create("http://localhost:1"));
        embedded("source").filled().moveTo(MovingStore.folder(target));
        assertFalse(ServiceAddress.read(target).isPresent());
    }

    private static byte[] key(MovingStore store) {
        try (Store open = store.open()) {
            return open.read(session -> session.protection().key());
        }
    }

    private MovingStore embedded(String name) {
        return MovingStore.folder(folder.resolve(name));
    }

    private static void moveOnAndOn(MovingStore first, MovingStore second, MovingStore third) {
        List<String> description = first.describe();
        Map<String, List<String>> dump = new TreeMap<>(first.dump());
        assertEquals(32, dump.size());
        dump.forEach((table, rows) -> assertEquals(table.equals("store_move"), rows.isEmpty(), table));

        first.moveTo(second);
        assertEquals(description, second.describe());
        assertEquals(dump, second.dump());

        second.moveTo(third);
        assertEquals(description, third.describe());
        assertEquals(dump, third.dump());
    }

    /** Whether the move came to its end. */
    private static boolean isMoved(MovingStore source, MovingStore target, Progress progress) {
        try {
            source.moveTo(target, progress);
            return true;
        } catch (CancellationException stopped) {
            return false;
        }
    }

    /** Stops a move at one of its reports: one comes before each table, and one after each chunk of it. */
    private static Progress stopAtReport(int number) {
        int[] left = {number};
        return (fraction, text) -> {
            if (--left[0] == 0) {
                throw new CancellationException();
            }
        };
    }

    private static Progress stopAfterChunk() {
        String[] before = {""};
        return (fraction, text) -> {
            if (text.equals(before[0])) {
                throw new CancellationException();
            }
            before[0] = text;
        };
    }

    private static Progress once(AtomicBoolean done, String message, Runnable work) {
        return (fraction, text) -> {
            if (text.startsWith(message) && !done.getAndSet(true)) {
                work.run();
            }
        };
    }
}
