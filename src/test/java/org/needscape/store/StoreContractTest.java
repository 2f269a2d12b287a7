package org.needscape.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.store.TinyCounty.COUNTY;
import static org.needscape.store.TinyCounty.LOOKED_AFTER;
import static org.needscape.store.TinyCounty.LOOKED_AFTER_2020;
import static org.needscape.store.TinyCounty.LSOA;
import static org.needscape.store.TinyCounty.NOON;
import static org.needscape.store.TinyCounty.code;
import static org.needscape.store.TinyCounty.id;
import static org.needscape.store.TinyCounty.known;
import static org.needscape.store.TinyCounty.load;
import static org.needscape.store.TinyCounty.square;
import static org.needscape.store.TinyCounty.squares;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.needscape.progress.Job;
import org.needscape.progress.JobState;
import org.needscape.store.ResultStore.StoredResult;

/** What every store promises about transactions, data sets, results and jobs. */
public abstract class StoreContractTest {

    protected Store store;

    /** An empty store. */
    protected abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void writeIsUndoneWhollyWhenItsWorkThrows() {
        load(store, 1, 2);
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> store.write(session -> {
                    long dataset = session.datasets().add(TinyCounty.dataset("more.zip"));
                    session.areas().saveAreas(COUNTY.name(), dataset, List.of(square(3), square(1, "Changed")));
                    session.observations().save(dataset, List.of(known(LOOKED_AFTER_2020, 1, 7)));
                    throw new IllegalStateException("half way");
                }));

        assertEquals("half way", thrown.getMessage());
        store.read(session -> {
            assertEquals(Set.of(code(1), code(2)), session.areas().listCodes(LSOA));
            assertEquals(
                    "Square 1", session.areas().listNames(COUNTY.name(), LSOA).get(code(1)));
            assertEquals(
                    List.of("squares.zip"),
                    session.datasets().list().stream().map(Dataset::fileName).toList());
            assertEquals(List.of(), session.observations().listSeries(COUNTY.name()));
            return true;
        });
    }

    @Test
    void readSeesOneStateWhileAWriteIsCommitted() throws InterruptedException {
        load(store, 1, 2);
        CountDownLatch firstLook = new CountDownLatch(1);
        CountDownLatch committed = new CountDownLatch(1);
        List<Set<?>> seen = new ArrayList<>();
        List<Integer> jobsSeen = new ArrayList<>();
        Thread reader = new Thread(() -> store.read(session -> {
            seen.add(session.areas().listNames(COUNTY.name(), LSOA).keySet());
            firstLook.countDown();
            await(committed);
            seen.add(session.areas().listNames(COUNTY.name(), LSOA).keySet());
            jobsSeen.add(session.jobs().list(10).size());
            return true;
        }));
        reader.start();
        await(firstLook);
        store.write(session -> {
            session.areas().saveAreas(COUNTY.name(), 1, List.of(square(3)));
            session.jobs().save(job("j1", JobState.DONE, 0));
            return true;
        });
        committed.countDown();
        reader.join();

        assertEquals(List.of(Set.of(code(1), code(2)), Set.of(code(1), code(2))), seen);
        assertEquals(List.of(0), jobsSeen, "a table that was not read before is seen in the same state");
        assertEquals(3, areaCount());
    }

    @Test
    void writeUnderWayIsNotSeenByOthers() {
        load(store, 1, 2);
        store.write(session -> {
            session.areas().saveAreas(COUNTY.name(), 1, squares(3, 4));
            assertEquals(4, session.areas().listCodes(LSOA).size());
            assertEquals(2, areaCount());
            return true;
        });
        assertEquals(4, areaCount());
    }

    @Test
    void progressOfAJobIsSeenWhileItsImportIsUnderWay() {
        store.write(session -> {
            session.areas().saveExtent(COUNTY);
            store.write(own -> {
                own.jobs().save(job("j1", JobState.RUNNING, 0.5));
                return true;
            });
            assertEquals(
                    0.5, store.read(own -> own.jobs().find("j1").orElseThrow().progress()));
            return true;
        });
    }

    @Test
    void importsOfTwoFilesAtOnceBothCount() throws InterruptedException {
        load(store, 1, 2);
        CountDownLatch bothWrote = new CountDownLatch(2);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        List<Thread> imports = new ArrayList<>();
        for (int number : List.of(3, 4)) {
            Thread thread = new Thread(() -> store.write(session -> {
                session.areas().saveAreas(COUNTY.name(), 1, List.of(square(number)));
                bothWrote.countDown();
                await(bothWrote);
                return true;
            }));
            thread.setUncaughtExceptionHandler((dead, thrown) -> failure.set(thrown));
            imports.add(thread);
            thread.start();
        }
        for (Thread thread : imports) {
            thread.join();
        }
        assertEquals(null, failure.get());
        String hash = store.read(session -> session.areas().contentHash(COUNTY.name(), LSOA));
        try (Store other = open()) {
            load(other, 1, 4);
            assertEquals(other.read(session -> session.areas().contentHash(COUNTY.name(), LSOA)), hash);
        }
    }

    @Test
    void sessionIsOfNoUseAfterItsTransaction() {
        StoreSession kept = store.read(session -> session);
        assertThrows(IllegalStateException.class, () -> kept.areas().listExtents());
    }

    @Test
    void sessionIsOfNoUseToAnotherThread() throws InterruptedException {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        store.read(session -> {
            Thread other = new Thread(() -> session.areas().listExtents());
            other.setUncaughtExceptionHandler((thread, thrown) -> failure.set(thrown));
            other.start();
            join(other);
            return true;
        });
        assertEquals(
                "A store session was used by another thread.", failure.get().getMessage());
    }

    @Test
    void interruptOfACallerHarmsNeitherItsTransactionNorTheStore() {
        load(store, 1, 2);
        Thread.currentThread().interrupt();
        store.write(session -> {
            session.areas().saveAreas(COUNTY.name(), 1, squares(3, 400));
            return true;
        });
        assertTrue(Thread.interrupted(), "the interrupt is still there for the caller");
        assertEquals(400, areaCount());
    }

    @Test
    void closedStoreSaysSo() {
        assertTrue(store.isHealthy());
        store.close();
        assertFalse(store.isHealthy());
        StoreException refused = assertThrows(StoreException.class, () -> store.read(session -> true));
        assertEquals("The store " + store.location() + " is closed.", refused.getMessage());
        store.close();
    }

    @Test
    void closingWaitsForAWriteUnderWay() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        List<String> order = new ArrayList<>();
        Thread writer = new Thread(() -> {
            store.write(session -> {
                started.countDown();
                sleep(300);
                session.areas().saveExtent(COUNTY);
                return true;
            });
            synchronized (order) {
                order.add("written");
            }
        });
        writer.start();
        await(started);
        store.close();
        writer.join();
        assertEquals(List.of("written"), order, "the write was acknowledged, not cut off");
    }

    @Test
    void datasetsAreListedOldestFirstAsTheyWereAdded() {
        long first = store.write(session -> session.datasets().add(TinyCounty.dataset("first.zip")));
        long second = store.write(session -> session.datasets().add(TinyCounty.dataset("Ŵyŷ.csv")));
        Dataset expectedFirst = new Dataset(
                first, "boundaries", "Districts", "Tiny county", "Open", "first.zip", "0".repeat(64), 528, NOON);
        store.write(session -> {
            session.datasets().update(expectedFirst);
            return true;
        });
        assertEquals(
                List.of(expectedFirst, withId(TinyCounty.dataset("Ŵyŷ.csv"), second)),
                store.read(session -> session.datasets().list()));
        assertEquals(
                expectedFirst,
                store.read(session -> session.datasets().find(first)).orElseThrow());
        assertTrue(store.read(session -> session.datasets().find(second + 1)).isEmpty());
        assertThrows(
                IllegalArgumentException.class,
                () -> store.write(session -> {
                    session.datasets().update(withId(expectedFirst, second + 1));
                    return true;
                }));
    }

    @Test
    void revisionChangesWithEveryWriteOfContentAndNotWithJobs() {
        String before = store.read(StoreSession::revision);
        store.write(session -> {
            session.jobs().save(job("j0", JobState.RUNNING, 0));
            return true;
        });
        assertEquals(before, store.read(StoreSession::revision));

        store.write(session -> session.datasets().add(TinyCounty.dataset("first.zip")));

        assertNotEquals(before, store.read(StoreSession::revision));
    }

    @Test
    void areasOfAnUnknownDatasetAreRefused() {
        store.write(session -> {
            session.areas().saveExtent(COUNTY);
            return true;
        });
        StoreException refused = assertThrows(
                StoreException.class,
                () -> store.write(session -> {
                    session.areas().saveAreas(COUNTY.name(), 99, squares(1, 1));
                    return true;
                }));
        assertFalse(refused.getMessage().contains("Square"), "nothing of a row in a message");
    }

    @Test
    void resultIsReplacedByALaterOneOfTheSameKey() {
        load(store, 1, 1);
        String content = "{\"text\":\"" + "é".repeat(2_000_000) + "\"}";
        save(result("b", 2, "old"), result("a", 2, "x"), result("c", 1, "x"));
        save(new StoredResult(COUNTY.name(), "b", 3, "B", "hash-2", content));

        assertEquals(
                new StoredResult(COUNTY.name(), "b", 3, "B", "hash-2", content),
                store.read(session -> session.results().find(COUNTY.name(), "b"))
                        .orElseThrow());
        assertEquals(
                List.of("c", "a", "b"),
                store.read(session -> session.results().list(COUNTY.name())).stream()
                        .map(ResultStore.Heading::key)
                        .toList());
        store.write(session -> {
            session.results().keepOnly(COUNTY.name(), List.of("b", "c", "never-there"));
            return true;
        });
        assertEquals(
                List.of(
                        new ResultStore.Heading(COUNTY.name(), "c", 1, "C", "hash"),
                        new ResultStore.Heading(COUNTY.name(), "b", 3, "B", "hash-2")),
                store.read(session -> session.results().list(COUNTY.name())));
        assertTrue(store.read(session -> session.results().find(COUNTY.name(), "a"))
                .isEmpty());
    }

    @Test
    void jobsAreListedNewestFirst() {
        Job first = job("j1", JobState.RUNNING, 0.25);
        Job second = new Job(
                "j2",
                "import-counts",
                "cla.csv",
                JobState.SUBMITTED,
                0,
                "Waiting",
                "",
                NOON.plusSeconds(1),
                NOON.plusSeconds(1));
        store.write(session -> {
            session.jobs().save(first);
            session.jobs().save(second);
            return true;
        });
        assertEquals(
                List.of(second, first), store.read(session -> session.jobs().list(10)));
        assertEquals(List.of(second), store.read(session -> session.jobs().list(1)));
        Job done = new Job(
                "j1",
                "import-boundaries",
                "a.zip",
                JobState.DONE,
                1,
                "Done",
                "{\"long\":\"" + "x".repeat(1_500_000) + "\"}",
                NOON,
                NOON.plusSeconds(9));
        store.write(session -> {
            session.jobs().save(done);
            return true;
        });
        assertEquals(done, store.read(session -> session.jobs().find("j1")).orElseThrow());
        assertTrue(store.read(session -> session.jobs().find("j3")).isEmpty());
    }

    @Test
    void jobsThatWereUnderWayFailAndOthersStay() {
        Job done = job("done", JobState.DONE, 1);
        store.write(session -> {
            session.jobs().save(job("running", JobState.RUNNING, 0.5));
            session.jobs().save(job("waiting", JobState.SUBMITTED, 0));
            session.jobs().save(job("cancelled", JobState.CANCELLED, 0.1));
            session.jobs().save(done);
            return true;
        });
        int failed =
                store.write(session -> session.jobs().failUnfinished("The service was stopped.", NOON.plusSeconds(60)));

        assertEquals(2, failed);
        Job running = store.read(session -> session.jobs().find("running")).orElseThrow();
        assertEquals(JobState.FAILED, running.state());
        assertEquals("The service was stopped.", running.message());
        assertEquals(0.5, running.progress());
        assertEquals(NOON.plusSeconds(60), running.updated());
        assertEquals(
                JobState.FAILED,
                store.read(session -> session.jobs().find("waiting"))
                        .orElseThrow()
                        .state());
        assertEquals(
                JobState.CANCELLED,
                store.read(session -> session.jobs().find("cancelled"))
                        .orElseThrow()
                        .state());
        assertEquals(done, store.read(session -> session.jobs().find("done")).orElseThrow());
    }

    @Test
    void emptyStoreAnswersWithNothing() {
        store.read(session -> {
            assertEquals(List.of(), session.areas().listExtents());
            assertEquals(List.of(), session.areas().listGeographies(COUNTY.name()));
            assertEquals(List.of(), session.areas().listAreas(COUNTY.name(), LSOA));
            assertEquals(List.of(), session.areas().listExtentsOf(id(1)));
            assertEquals(List.of(), session.observations().listSeries(COUNTY.name()));
            assertEquals(
                    0,
                    session.observations()
                            .listExact(LOOKED_AFTER_2020, COUNTY.name())
                            .size());
            assertEquals(List.of(), session.observations().listIndicators());
            assertTrue(session.observations().findIndicator(LOOKED_AFTER.id()).isEmpty());
            assertEquals(List.of(), session.results().list(COUNTY.name()));
            assertEquals(List.of(), session.jobs().list(5));
            return true;
        });
    }

    private int areaCount() {
        return store.read(session -> session.areas().listCodes(LSOA).size());
    }

    private void save(StoredResult... results) {
        store.write(session -> {
            for (StoredResult result : results) {
                session.results().save(result);
            }
            return true;
        });
    }

    private static StoredResult result(String key, int position, String content) {
        return new StoredResult(COUNTY.name(), key, position, key.toUpperCase(Locale.ROOT), "hash", content);
    }

    private static Job job(String id, JobState state, double progress) {
        return new Job(id, "import-boundaries", "a.zip", state, progress, "Reading", "", NOON, NOON);
    }

    private static Dataset withId(Dataset dataset, long id) {
        return new Dataset(
                id,
                dataset.kind(),
                dataset.title(),
                dataset.source(),
                dataset.licence(),
                dataset.fileName(),
                dataset.sha256(),
                dataset.accepted(),
                dataset.imported());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
