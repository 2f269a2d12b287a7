package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.needscape.progress.Job;
import org.needscape.store.Store;
import org.needscape.store.jdbc.H2StoreOpener;

/** What is said of work that is under way. */
class JobServiceTest {

    private final Store store = H2StoreOpener.inMemory("job-service");
    private final JobService jobs =
            new JobService(store, Clock.fixed(Instant.parse("2025-11-03T09:00:00Z"), ZoneOffset.UTC));
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    @AfterEach
    void close() {
        mayEnd.countDown();
        jobs.close();
        store.close();
    }

    @Test
    void demonstrationIsLoadingUntilItIsDone() throws InterruptedException {
        submit(JobService.DEMO);

        assertEquals(Optional.of(0.25), jobs.findLoading(true).map(Job::progress));
        assertEquals(Optional.of("Reading boundaries."), jobs.findLoading(false).map(Job::message));

        mayEnd.countDown();
        ended.await(10, TimeUnit.SECONDS);
        assertEquals(Optional.empty(), jobs.findLoading(true));
    }

    @Test
    void importIsLoadingOnlyWhileThereIsNothingElseToLookAt() throws InterruptedException {
        submit(JobService.IMPORT + "boundaries");

        assertEquals(Optional.of("import-boundaries"), jobs.findLoading(true).map(Job::kind));
        assertEquals(Optional.empty(), jobs.findLoading(false));
    }

    private void submit(String kind) throws InterruptedException {
        jobs.submit(
                kind,
                "a county",
                progress -> {
                    progress.report(0.25, "Reading boundaries.");
                    started.countDown();
                    try {
                        mayEnd.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return "";
                },
                ended::countDown);
        started.await(10, TimeUnit.SECONDS);
    }
}
