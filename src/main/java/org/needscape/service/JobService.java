package org.needscape.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.needscape.progress.Job;
import org.needscape.progress.JobState;
import org.needscape.progress.Progress;
import org.needscape.report.UnreadableFileException;
import org.needscape.store.Store;
import org.needscape.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs long work one at a time and keeps the job table. The work returns a short text for the one who asked; when it fails, the
 * job's message is the sentence for a person.
 */
public final class JobService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobService.class);
    /** The kind of the job that loads the demonstration county. */
    public static final String DEMO = "demo";

    /** The kind of the job that computes the layers of a new scoring method. */
    public static final String SCORES = "scores";

    /** The kind of the job that looks for hotspots. */
    public static final String HOTSPOTS = "hotspots";

    /** The kind of the job that looks for target areas. */
    public static final String TARGETS = "target-suggestion";

    /** What the kinds of imports start with. */
    public static final String IMPORT = "import-";

    private static final long WRITE_EVERY_MILLISECONDS = 250;
    private static final long STOP_WITHIN_SECONDS = 20;

    private final Store store;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "needscape-jobs");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Run> unfinished = new ConcurrentHashMap<>();

    /** Jobs whose end could not be written because the store was away. */
    private final Map<String, Job> unsaved = new ConcurrentHashMap<>();

    public JobService(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Notes that jobs which were running when the program ended will not go on. */
    public void failUnfinished() {
        int failed = store.write(session -> session.jobs()
                .failUnfinished(
                        "The program ended before this was finished; nothing of it was kept. Start it again.",
                        clock.instant()));
        if (failed > 0) {
            LOG.warn("{} unfinished jobs of an earlier run were marked as failed", failed);
        }
    }

    /** Runs work now, on this thread, with a row in the job table; what it throws is thrown on. */
    public String run(String kind, String subject, Progress also, Function<Progress, String> work) {
        return newRun(kind, subject, also).execute(work);
    }

    /** Puts work in the queue and returns its job at once. */
    public Job submit(String kind, String subject, Function<Progress, String> work, Runnable afterwards) {
        Run run = newRun(kind, subject, Progress.SILENT);
        Job job = run.job;
        try {
            worker.execute(() -> {
                try {
                    run.execute(work);
                } catch (CancellationException
                        | UnreadableFileException
                        | RejectedException
                        | NotFoundException
                        | StoreException e) {
                    LOG.info("job {} {} ended: refused or cancelled", job.kind(), job.id());
                } catch (RuntimeException | Error e) {
                    LOG.error("job {} {} failed", job.kind(), job.id(), e);
                } finally {
                    afterwards.run();
                }
            });
        } catch (RejectedExecutionException e) {
            unfinished.remove(job.id());
            afterwards.run();
            throw new RejectedException("", "The service is stopping: try again when it is back.");
        }
        return job;
    }

    public Optional<Job> find(String id) {
        saveUnsaved();
        return store.read(session -> session.jobs().find(id));
    }

    /** Whether a job waits or runs. */
    boolean isUnfinished(String id) {
        return unfinished.containsKey(id);
    }

    /** Asks a job to stop at its next step. @return whether it was still going */
    public boolean cancel(String id) {
        Run run = unfinished.get(id);
        if (run == null) {
            return false;
        }
        run.stop = true;
        return true;
    }

    /**
     * The job that will bring the first thing to look at: the demonstration, or an import when there is nothing yet.
     *
     * @param isEmpty whether the store has no extent
     */
    public Optional<Job> findLoading(boolean isEmpty) {
        return unfinished.values().stream()
                .map(run -> run.job)
                .filter(job -> job.kind().equals(DEMO) || (isEmpty && job.kind().startsWith(IMPORT)))
                .min(Comparator.comparing(Job::submitted));
    }

    /** Takes no more work, asks what runs to stop, and waits a little for it. */
    @Override
    public void close() {
        unfinished.values().forEach(run -> run.stop = true);
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a job did not stop within {} seconds", STOP_WITHIN_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void saveUnsaved() {
        for (Job job : List.copyOf(unsaved.values())) {
            save(job);
            unsaved.remove(job.id());
        }
    }

    private void save(Job job) {
        store.write(session -> {
            session.jobs().save(job);
            return job;
        });
    }

    private Run newRun(String kind, String subject, Progress also) {
        Instant now = clock.instant();
        Job job = new Job(UUID.randomUUID().toString(), kind, subject, JobState.SUBMITTED, 0, "Waiting.", "", now, now);
        save(job);
        Run run = new Run(job, also);
        unfinished.put(job.id(), run);
        return run;
    }

    /** One job while it runs. */
    private final class Run {

        private final Progress also;
        private volatile boolean stop;
        private volatile Job job;
        private long lastWritten;

        Run(Job job, Progress also) {
            this.job = job;
            this.also = also;
        }

        String execute(Function<Progress, String> work) {
            long started = System.nanoTime();
            try {
                change(JobState.RUNNING, 0, "Started.", "");
                String result = work.apply(this::report);
                change(JobState.DONE, 1, "Done.", result);
                LOG.info("job {} {} done in {} ms", job.kind(), job.id(), (System.nanoTime() - started) / 1_000_000);
                return result;
            } catch (CancellationException e) {
                end(JobState.CANCELLED, "Cancelled; nothing of it was kept.");
                throw e;
            } catch (UnreadableFileException | RejectedException | NotFoundException | StoreException e) {
                end(JobState.FAILED, String.valueOf(e.getMessage()));
                throw e;
            } catch (RuntimeException | Error e) {
                end(
                        JobState.FAILED,
                        "It could not be finished and nothing of it was kept; the log names job " + job.id() + ".");
                throw e;
            } finally {
                unfinished.remove(job.id());
            }
        }

        private void report(double fraction, String message) {
            if (stop) {
                throw new CancellationException("cancelled");
            }
            also.report(fraction, message);
            long now = System.currentTimeMillis();
            if (now - lastWritten >= WRITE_EVERY_MILLISECONDS) {
                lastWritten = now;
                try {
                    change(JobState.RUNNING, Math.max(job.progress(), Math.min(1, fraction)), message, "");
                } catch (StoreException e) {
                    // Whether the work can go on is for the work itself to find out.
                    LOG.debug("progress of job {} could not be written", job.id(), e);
                }
            }
        }

        /** What went wrong is thrown on in any case, also when the store cannot be told. */
        private void end(JobState state, String message) {
            try {
                change(state, job.progress(), message, "");
            } catch (StoreException e) {
                unsaved.put(job.id(), job);
                LOG.info("the end of job {} could not be written: {}", job.id(), e.getMessage());
            }
        }

        private void change(JobState state, double progress, String message, String result) {
            job = new Job(
                    job.id(),
                    job.kind(),
                    job.subject(),
                    state,
                    progress,
                    message,
                    result,
                    job.submitted(),
                    clock.instant());
            save(job);
        }
    }
}
