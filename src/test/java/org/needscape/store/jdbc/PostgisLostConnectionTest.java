package org.needscape.store.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needscape.postgis.PostgisCluster;
import org.needscape.store.Store;
import org.needscape.store.StoreChecks;
import org.needscape.store.StoreException;
import org.needscape.store.jdbc.CuttingProxy.Cut;

/** What is tried again when a connection is lost, and what is said where that is not safe. */
class PostgisLostConnectionTest {

    private final PostgisCluster cluster = PostgisCluster.shared();
    private PostgisAddress address;
    private Store store;

    @BeforeEach
    void openStore() {
        address = cluster.newDatabase();
        store = PostgisStoreOpener.open(address, cluster.credentials());
        StoreChecks.writeSquares(store, 1, 100, () -> {});
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void connectionsThatWereCutWhileIdleAreReplacedUnnoticed() {
        for (int round = 0; round < 3; round++) {
            cutAll();
            assertEquals(100 * (round + 1), StoreChecks.countWholeImports(store, 100));
            cutAll();
            StoreChecks.writeSquares(store, 100 * (round + 1) + 1, 100, () -> {});
            cutAll();
            assertTrue(store.isHealthy());
        }
    }

    @Test
    void readThatIsCutInTheMiddleIsReadAgain() {
        AtomicInteger times = new AtomicInteger();
        int squares = store.read(session -> {
            session.areas().listExtents();
            if (times.incrementAndGet() == 1) {
                cutAll();
            }
            return session.areas()
                    .listCodes(org.needscape.area.Geography.parse("lsoa-2011"))
                    .size();
        });
        assertEquals(2, times.get());
        assertEquals(100, squares);
    }

    @Test
    void readThatIsCutEachTimeIsGivenUp() {
        AtomicInteger times = new AtomicInteger();
        StoreException lost = assertThrows(
                StoreException.class,
                () -> store.read(session -> {
                    session.areas().listExtents();
                    times.incrementAndGet();
                    cutAll();
                    return session.areas().listExtents();
                }));
        assertEquals(2, times.get());
        assertTrue(lost.getMessage().endsWith("Nothing was changed."), lost.getMessage());
    }

    @Test
    void writeThatIsCutInTheMiddleIsNotRepeatedAndChangesNothing() {
        AtomicInteger chunks = new AtomicInteger();
        StoreException lost = assertThrows(
                StoreException.class,
                () -> StoreChecks.writeSquares(store, 101, 400, () -> {
                    if (chunks.incrementAndGet() == 2) {
                        cutAll();
                    }
                }));
        assertTrue(lost.getMessage().endsWith("Nothing was changed."), lost.getMessage());
        assertEquals(2, chunks.get());
        assertEquals(100, StoreChecks.countWholeImports(store, 100));
    }

    @Test
    void commitWhoseAnswerIsLostIsFoundToHaveHappened() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(port(address));
                Store through = PostgisStoreOpener.open(through(proxy), cluster.credentials())) {
            proxy.cutAt(Cut.AFTER_COMMIT);
            StoreChecks.writeSquares(through, 101, 100, () -> {});
            assertEquals(200, StoreChecks.countWholeImports(store, 100));
            assertEquals(200, StoreChecks.countWholeImports(through, 100));
        }
    }

    @Test
    void commitThatNeverArrivedIsSaidToHaveChangedNothing() throws Exception {
        try (CuttingProxy proxy = new CuttingProxy(port(address));
                Store through = PostgisStoreOpener.open(through(proxy), cluster.credentials())) {
            proxy.cutAt(Cut.BEFORE_COMMIT);
            StoreException lost =
                    assertThrows(StoreException.class, () -> StoreChecks.writeSquares(through, 101, 100, () -> {}));
            assertEquals(
                    "The connection to the store " + through.location()
                            + " was lost: check that the server runs and try again. Nothing was changed.",
                    lost.getMessage());
            assertEquals(100, StoreChecks.countWholeImports(store, 100));
        }
    }

    @Test
    void nobodyCanTellWhetherACommitHappenedWhenTheServerIsGone() {
        try (PostgisCluster own = PostgisCluster.start()) {
            PostgisAddress there = own.newDatabase();
            try (Store dying = PostgisStoreOpener.open(there, own.credentials())) {
                // Runs on the server when the transaction is committed.
                own.execute(
                        there.database(),
                        """
                        create function needscape.slowly() returns trigger language plpgsql as
                            $$ begin perform pg_sleep(30); return null; end $$;
                        create constraint trigger slowly after insert on needscape.dataset
                            deferrable initially deferred for each row execute function needscape.slowly()
                        """);
                Thread killer = new Thread(() -> {
                    while (own.query(
                                    "postgres",
                                    "select 1 from pg_stat_activity where state = 'active' and query = 'COMMIT'")
                            .isEmpty()) {
                        Thread.onSpinWait();
                    }
                    own.kill();
                });
                killer.start();
                StoreException unknown =
                        assertThrows(StoreException.class, () -> StoreChecks.writeSquares(dying, 1, 10, () -> {}));
                assertEquals(
                        "The connection to the store " + there.text() + " was lost while the last change was being"
                                + " confirmed, and the store does not answer: look whether the change is there before you"
                                + " make it again.",
                        unknown.getMessage());
                assertFalse(dying.isHealthy());
                own.startAgain();
                assertEquals(0, StoreChecks.countWholeImports(dying, 10));
            }
        }
    }

    private void cutAll() {
        cluster.query(
                "postgres",
                "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + address.database()
                        + "'");
    }

    private PostgisAddress through(CuttingProxy proxy) {
        return PostgisAddress.parse("jdbc:postgresql://127.0.0.1:" + proxy.port() + "/" + address.database());
    }

    private static int port(PostgisAddress address) {
        return URI.create(address.text().substring("jdbc:".length())).getPort();
    }
}
