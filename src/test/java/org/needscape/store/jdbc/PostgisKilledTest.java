package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.needscape.postgis.PostgisCluster;
import org.needscape.store.SquaresProgram;
import org.needscape.store.Store;
import org.needscape.store.StoreChecks;
import org.needscape.store.StoreException;

/** The program and the server, killed in the middle of an import. */
class PostgisKilledTest {

    @Test
    void processKilledInMidImportLeavesTheStoreAsItWas() throws IOException, InterruptedException {
        PostgisCluster cluster = PostgisCluster.shared();
        PostgisAddress store = cluster.newDatabase();
        try (ChildProcess first = start(cluster, store, 200)) {
            awaitLine(first, "imported 200");
            first.kill();
        }
        int before = squares(cluster, store, 200);
        try (ChildProcess second = start(cluster, store, 400_000)) {
            awaitLine(second, "open");
            for (int chunks = 0; chunks < 60; chunks++) {
                assertEquals("writing", second.readLine());
            }
            second.kill();
        }
        assertEquals(before, squares(cluster, store, 200), "6,000 squares of an unfinished import are gone");
    }

    @Test
    void everyAcknowledgedImportOutlivesAKillOfTheProcess() throws IOException, InterruptedException {
        PostgisCluster cluster = PostgisCluster.shared();
        PostgisAddress store = cluster.newDatabase();
        for (int round = 0; round < 3; round++) {
            List<String> printed = new ArrayList<>();
            try (ChildProcess child = start(cluster, store, 20)) {
                for (int line = 0; line < 15 + 10 * round; line++) {
                    printed.add(child.readLine());
                }
                printed.addAll(child.kill());
            }
            int acknowledged = acknowledged(printed);
            int found = squares(cluster, store, 20);
            assertTrue(found >= acknowledged, () -> acknowledged + " were acknowledged, " + found + " are there");
        }
    }

    @Test
    void serverKilledInMidImportLeavesTheStoreAsItWasAndTheServiceGoesOn() throws InterruptedException {
        try (PostgisCluster cluster = PostgisCluster.start()) {
            PostgisAddress address = cluster.newDatabase();
            try (Store store = PostgisStoreOpener.open(address, cluster.credentials())) {
                StoreChecks.writeSquares(store, 1, 200, () -> {});
                CountDownLatch inTheMiddle = new CountDownLatch(1);
                AtomicInteger chunks = new AtomicInteger();
                AtomicReference<Throwable> failure = new AtomicReference<>();
                Thread writer = new Thread(() -> StoreChecks.writeSquares(store, 201, 400_000, () -> {
                    if (chunks.incrementAndGet() == 60) {
                        inTheMiddle.countDown();
                    }
                }));
                writer.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
                writer.start();
                inTheMiddle.await();

                cluster.kill();
                writer.join();
                StoreException lost = (StoreException) failure.get();
                assertTrue(
                        List.of(
                                        "The connection to the store " + address.text()
                                                + " was lost: check that the server runs and try again. Nothing was changed.",
                                        "The store " + address.text()
                                                + " has a server that is stopping or starting: try again when it is back."
                                                + " Nothing was changed.")
                                .contains(lost.getMessage()),
                        lost.getMessage());

                cluster.startAgain();
                assertEquals(200, StoreChecks.countWholeImports(store, 200), "the same program goes on");
                StoreChecks.writeSquares(store, 201, 200, () -> {});
                assertEquals(400, StoreChecks.countWholeImports(store, 200));
            }
        }
    }

    private static ChildProcess start(PostgisCluster cluster, PostgisAddress store, int size) throws IOException {
        return ChildProcess.start(cluster.environment(), SquaresProgram.class, store.text(), Integer.toString(size));
    }

    private static int squares(PostgisCluster cluster, PostgisAddress address, int size) {
        try (Store store = PostgisStoreOpener.open(address, cluster.credentials())) {
            return StoreChecks.countWholeImports(store, size);
        }
    }

    private static int acknowledged(List<String> printed) {
        return printed.stream()
                .filter(line -> line.startsWith("imported "))
                .mapToInt(line -> Integer.parseInt(line.substring("imported ".length())))
                .max()
                .orElseThrow();
    }

    private static void awaitLine(ChildProcess child, String wanted) throws IOException {
        String line = child.readLine();
        while (!line.equals(wanted)) {
            if (!line.equals("writing") && !line.equals("open")) {
                throw new IllegalStateException(line);
            }
            line = child.readLine();
        }
    }
}
