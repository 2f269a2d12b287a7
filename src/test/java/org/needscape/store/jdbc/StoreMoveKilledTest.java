package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.postgis.PostgisCluster;
import org.needscape.progress.Progress;
import org.needscape.store.Store;
import org.needscape.store.StoreChecks;
import org.needscape.store.StoreException;

/** Moves that are ended by a crash of the program, of the server or by a full disk go on where they were. */
class StoreMoveKilledTest {

    private static final int SQUARES = 3000;

    @TempDir
    private Path folder;

    @Test
    void programKilledAnywhereGoesOn() throws IOException, InterruptedException {
        MovingStore source = squares();
        Map<String, List<String>> wanted = source.dump();
        for (boolean server : List.of(true, false)) {
            // One line for each table and each hundred rows: areas, their extent, values; then as many checks.
            for (int lines : List.of(1, 45, 90)) {
                MovingStore target = server ? MovingStore.database() : embedded("target-" + lines);
                List<String> printed = new ArrayList<>();
                try (ChildProcess child = ChildProcess.start(MoveProgram.class, arguments(source, target))) {
                    for (int line = 0; line < lines; line++) {
                        printed.add(child.readLine());
                    }
                    printed.addAll(child.kill());
                }
                if (!printed.contains("moved")) {
                    assertEquals("moving", printed.get(lines - 1), printed.toString());
                    assertThrows(StoreException.class, target::open);
                }
                source.moveTo(target);
                assertEquals(wanted, target.dump(), "killed after " + printed.size() + " lines");
            }
        }
    }

    @Test
    void programKilledAgainAndAgainGoesOn() throws IOException, InterruptedException {
        MovingStore source = squares();
        for (MovingStore target : List.of(MovingStore.database(), embedded("target"))) {
            for (int run = 0; run < 3; run++) {
                try (ChildProcess child = ChildProcess.start(MoveProgram.class, arguments(source, target))) {
                    for (int line = 0; line < 12 + 10 * run; line++) {
                        assertEquals("moving", child.readLine());
                    }
                    child.kill();
                }
            }
            source.moveTo(target);
            assertEquals(source.dump(), target.dump());
        }
    }

    @Test
    void serverKilledInMidMoveGoesOnWhenItIsBack() {
        try (PostgisCluster cluster = PostgisCluster.start()) {
            MovingStore first = squares();
            MovingStore second = MovingStore.database(cluster);
            MovingStore third = embedded("third");
            assertEquals(lost(second, second), refusal(first, second, killAt("Copying values", cluster)));
            cluster.startAgain();
            first.moveTo(second);
            assertEquals(first.dump(), second.dump());

            assertEquals(lost(second, third), refusal(second, third, killAt("Copying values", cluster)));
            cluster.startAgain();
            second.moveTo(third);
            assertEquals(first.dump(), third.dump());
        }
    }

    @Test
    void fullDiskIsSaidAndTheMoveGoesOnWhenThereIsSpace() throws IOException {
        // Even to be read, an embedded store would need the space.
        MovingStore source = MovingStore.database();
        fill(source, 6 * SQUARES);
        MovingStore target = embedded("target");
        List<String> printed;
        try (ChildProcess child = ChildProcess.startWithFileLimit(4, MoveProgram.class, arguments(source, target))) {
            printed = child.readToEnd();
        }
        assertEquals(
                "The store " + target.name()
                        + " cannot be written because the disk is full: free some space and try again."
                        + " What was copied stays in " + target.name() + ": run the same command again to go on.",
                printed.get(printed.size() - 1));
        assertTrue(printed.size() > 10);
        source.moveTo(target);
        assertEquals(source.dump(), target.dump());
    }

    private MovingStore squares() {
        MovingStore source = embedded("source");
        fill(source, SQUARES);
        return source;
    }

    private static void fill(MovingStore empty, int squares) {
        try (Store store = empty.open()) {
            StoreChecks.writeSquares(store, 1, squares, () -> {});
        }
    }

    private MovingStore embedded(String name) {
        return MovingStore.folder(folder.resolve(name));
    }

    private static String[] arguments(MovingStore source, MovingStore target) {
        Credentials credentials = PostgisCluster.shared().credentials();
        return new String[] {
            source.name(),
            target.name(),
            credentials.user().orElseThrow(),
            credentials.password().orElseThrow()
        };
    }

    private static Progress killAt(String step, PostgisCluster cluster) {
        boolean[] killed = {false};
        return (fraction, message) -> {
            if (message.equals(step) && !killed[0]) {
                killed[0] = true;
                cluster.kill();
            }
        };
    }

    private static String lost(MovingStore lost, MovingStore target) {
        return "The connection to the store " + lost.name()
                + " was lost: check that the server runs and try again. What was copied stays in " + target.name()
                + ": run the same command again to go on.";
    }

    private static String refusal(MovingStore source, MovingStore target, Progress progress) {
        return String.valueOf(assertThrows(StoreException.class, () -> source.moveTo(target, progress))
                .getMessage());
    }
}
