package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.postgis.PostgisCluster;
import org.needscape.progress.Progress;
import org.needscape.store.MovedThings;
import org.needscape.store.SameStoreException;
import org.needscape.store.Store;
import org.needscape.store.StoreException;

/** What is not moved, and what people are told. */
class StoreMoveRefusalTest {

    @TempDir
    private Path folder;

    @Test
    void storeIsNotMovedIntoItself() throws IOException {
        Path store = folder.resolve("store");
        MovingStore source = MovingStore.folder(store).filled();
        Path link = Files.createSymbolicLink(folder.resolve("link"), store);
        for (Path same : List.of(store, link, folder.resolve("x/../store"), folder.resolve("./store"))) {
            SameStoreException refused = assertThrows(
                    SameStoreException.class,
                    () -> StoreMove.run(source.source(), MovePlace.folder(same), Progress.SILENT));
            assertEquals(
                    store + " and " + same + " are the same store: name another one to move to.", refused.getMessage());
        }
    }

    @Test
    void databaseIsNotMovedIntoItselfUnderAnotherName() {
        PostgisCluster cluster = PostgisCluster.shared();
        PostgisAddress address = cluster.newDatabase();
        PostgisStoreOpener.open(address, cluster.credentials()).close();
        for (String same : List.of(
                address.text(),
                address.text() + "?ApplicationName=another",
                address.text().replace("127.0.0.1", "localhost"))) {
            PostgisAddress other = PostgisAddress.parse(same);
            assertThrows(
                    SameStoreException.class,
                    () -> StoreMove.run(
                            MovePlace.source(address, cluster.credentials()),
                            MovePlace.target(other, cluster.credentials()),
                            Progress.SILENT),
                    same);
        }
    }

    @Test
    void targetThatHoldsAnythingIsLeftAlone() {
        MovingStore source = embedded("source").filled();
        for (MovingStore target : List.of(MovingStore.database(), embedded("target"))) {
            target.execute("insert into job (id, kind, subject, state, progress, message, result, submitted, updated)"
                    + " values ('j', 'k', 's', 'DONE', 1, '', '', current_timestamp, current_timestamp)");
            Map<String, List<String>> before = target.dump();
            assertEquals(notEmpty(target), refusal(source, target));
            assertEquals(before, target.dump());
        }
    }

    @Test
    void targetThatHasChangedSinceItWasMovedIsLeftAlone() {
        MovingStore source = embedded("source").filled();
        for (MovingStore target : List.of(MovingStore.database(), embedded("target"))) {
            source.moveTo(target);
            target.execute("update observation set flags = 'e' where area_id = 7");
            Map<String, List<String>> before = target.dump();
            assertEquals(notEmpty(target), refusal(source, target));
            try (Store store = target.open()) {
                MovedThings.importMore(store);
            }
            assertEquals(notEmpty(target), refusal(source, target));
            assertEquals(before.keySet(), target.dump().keySet());
        }
    }

    @Test
    void targetWithAnotherKeyIsNoStoreThatWasMoved() {
        MovingStore source = embedded("source").filled();
        for (MovingStore target : List.of(MovingStore.database(), embedded("target"))) {
            source.moveTo(target);
            target.execute("update store_key set secret = concat('00', substring(secret, 3))");
            assertEquals(notEmpty(target), refusal(source, target));
        }
    }

    @Test
    void unfinishedTargetIsNeitherTargetOfAnotherNorSource() {
        MovingStore source = embedded("source").filled();
        MovingStore other = embedded("other").filled();
        for (MovingStore target : List.of(MovingStore.database(), embedded("target"))) {
            assertThrows(
                    CancellationException.class,
                    () -> source.moveTo(target, (fraction, message) -> {
                        if (message.equals("Copying values")) {
                            throw new CancellationException();
                        }
                    }));
            String from = source.source().plainText();
            assertEquals(
                    "The store " + target.name() + " is not whole yet: a move from " + from
                            + " into it was interrupted. Finish that one, or name another store. Nothing was changed.",
                    refusal(other, target));
            assertEquals(
                    "The store " + target.name() + " is not whole yet: a move from " + from
                            + " into it was interrupted. Run the same 'needscape move' again to finish it.",
                    refusal(target, embedded("never")));
            assertFalse(Files.exists(folder.resolve("never")));
        }
    }

    @Test
    void targetThatIsServedIsLeftAlone() {
        PostgisCluster cluster = PostgisCluster.shared();
        PostgisAddress address = cluster.newDatabase();
        MovingStore source = embedded("source").filled();
        MovePlace target = MovePlace.target(address, cluster.credentials());
        ServiceLock service = ServiceLock.take(address, cluster.credentials());
        StoreException refused =
                assertThrows(StoreException.class, () -> StoreMove.run(source.source(), target, Progress.SILENT));
        assertEquals(
                "The store " + address.text() + " is served by a Needscape service: stop it before you move another"
                        + " store there. Nothing was changed.",
                refused.getMessage());
        service.close();
        assertEquals(
                165, StoreMove.run(source.source(), target, Progress.SILENT).rows());
    }

    @Test
    void twoMovesIntoOneStoreDoNotMix() {
        MovingStore source = embedded("source").filled();
        MovingStore target = MovingStore.database();
        MovingStore twin = embedded("twin").filled();
        String[] refusal = {""};
        source.moveTo(target, (fraction, message) -> {
            if (refusal[0].isEmpty()) {
                refusal[0] = refusal(twin, target);
            }
        });
        assertEquals(
                "The store " + target.name()
                        + " is being moved into by another Needscape process: wait until that has ended.",
                refusal[0]);
        assertEquals(source.dump(), target.dump());
    }

    @Test
    void userWhoMayNotEnterTheTargetIsToldWhichSettingsToChange() {
        PostgisCluster cluster = PostgisCluster.shared();
        PostgisAddress address = cluster.newDatabase();
        Credentials wrong = new Credentials(Optional.of("nobody"), Optional.of("wrong"));
        for (MovePlace source : List.of(
                embedded("source").filled().source(),
                MovingStore.database().filled().source())) {
            StoreException refused = assertThrows(
                    StoreException.class,
                    () -> StoreMove.run(source, MovePlace.target(address, wrong), Progress.SILENT));
            assertEquals(
                    "The store " + address.text() + " does not let this user in: set the user and password in"
                            + " NEEDSCAPE_MOVE_TO_USER and NEEDSCAPE_MOVE_TO_PASSWORD or in the settings file.",
                    refused.getMessage());
        }
    }

    @Test
    void userWhoMayNotMakeTablesInTheTargetIsToldSo() {
        PostgisCluster cluster = PostgisCluster.shared();
        PostgisAddress address = cluster.newDatabase();
        String user = "reader_" + ProcessHandle.current().pid();
        cluster.execute("postgres", "create user " + user + " password 'reader'");
        MovePlace target = MovePlace.target(address, new Credentials(Optional.of(user), Optional.of("reader")));
        MovePlace source = embedded("source").filled().source();
        StoreException refused =
                assertThrows(StoreException.class, () -> StoreMove.run(source, target, Progress.SILENT));
        cluster.execute("postgres", "drop user " + user);
        assertEquals(
                "The store " + address.text()
                        + " does not let this user do that: ask its administrator to make the user"
                        + " the owner of the schema needscape. Nothing was changed.",
                refused.getMessage());
    }

    @Test
    void textThatTheTargetCannotKeepIsSaidAndWhatWasCopiedStays() {
        MovingStore source = embedded("source").filled();
        source.execute("update result set title = title || char(0)");
        MovingStore target = MovingStore.database();
        String sentence = refusal(source, target);
        assertEquals(
                "The store " + target.name()
                        + " cannot keep a text with a character of number 0. What was copied stays in " + target.name()
                        + ": run the same command again to go on.",
                sentence);
        assertTrue(target.dump().get("observation").size() > 0);
    }

    private MovingStore embedded(String name) {
        return MovingStore.folder(folder.resolve(name));
    }

    private static String notEmpty(MovingStore target) {
        return "The store " + target.name()
                + " holds something already, and a store can only be moved into an empty one:"
                + " name another. Nothing was changed.";
    }

    private static String refusal(MovingStore source, MovingStore target) {
        return String.valueOf(
                assertThrows(StoreException.class, () -> source.moveTo(target)).getMessage());
    }
}
