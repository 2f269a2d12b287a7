package org.needscape.service;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.needscape.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is made of a data set out of the results when its time is over: nobody does anything on that day, so the service looks
 * at its start and every hour.
 */
public final class ExpiryWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryWatch.class);
    private static final long HOURS_BETWEEN = 1;
    private static final long STOP_WITHIN_SECONDS = 20;

    private final DatasetService datasets;
    private Set<Long> known = Set.of();
    private @Nullable ScheduledExecutorService timer;

    public ExpiryWatch(DatasetService datasets) {
        this.datasets = datasets;
    }

    /** Looks now, before it returns, and then every hour until it is closed. */
    public synchronized void start() {
        if (timer != null) {
            throw new IllegalStateException("The watch was started already.");
        }
        look();
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "needscape-expiry");
            thread.setDaemon(true);
            return thread;
        });
        // It ends with its timer and never alone, so nobody needs its future.
        var unused = started.scheduleWithFixedDelay(this::lookAgain, HOURS_BETWEEN, HOURS_BETWEEN, TimeUnit.HOURS);
        timer = started;
    }

    /**
     * Brings up to date what depends on data sets that are not to be shown since the last look; at the first look, on any that are
     * not to be shown: nobody knows what happened while nobody looked. When it does not succeed, the next look tries it again.
     *
     * @return the numbers of these data sets; empty also when it did not succeed
     */
    synchronized Set<Long> look() {
        try {
            Set<Long> unserved = datasets.listUnserved();
            Set<Long> later = new TreeSet<>(unserved);
            later.removeAll(known);
            if (!later.isEmpty()) {
                datasets.refresh(later);
                LOG.info("results brought up to date without data sets {}, which are withdrawn or expired", later);
            }
            known = unserved;
            return later;
        } catch (StoreException away) {
            LOG.warn("Whether data sets have expired could not be looked up; in an hour again: {}", away.getMessage());
            return Set.of();
        }
    }

    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException | Error failure) {
            // Thrown on, it would end the timer without a word.
            LOG.error("looking for expired data sets failed; in an hour again", failure);
        }
    }

    @Override
    public void close() {
        ScheduledExecutorService started;
        synchronized (this) {
            started = timer;
            timer = null;
        }
        if (started == null) {
            return;
        }
        started.shutdown();
        try {
            if (!started.awaitTermination(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn(
                        "Results were still being brought up to date when the service stopped; its next start does it.");
            }
        } catch (InterruptedException stopWaiting) {
            Thread.currentThread().interrupt();
        }
    }
}
