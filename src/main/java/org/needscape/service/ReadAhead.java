package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads on a thread of its own, a little ahead of the thread that stores what was read: each takes about as long as the other, and a
 * database on a server works in between.
 */
final class ReadAhead {

    /** Little enough for memory, enough for neither to wait often. */
    private static final int BATCHES_WAITING = 4;

    private static final long LOOK_EVERY_MILLISECONDS = 20;

    private ReadAhead() {}

    /**
     * Reads everything and stores it in the order in which it was read.
     *
     * @param batchSize how many items are stored at once
     * @param reading hands each item to the consumer that it is given and returns what it found out; it runs on another thread
     * @param storing takes a batch, on the caller's thread
     * @return what reading returned, after everything was stored
     * @throws RuntimeException what reading or storing threw; the other one was stopped
     */
    static <T, R> R run(int batchSize, Function<Consumer<T>, R> reading, Consumer<List<T>> storing) {
        BlockingQueue<List<T>> waiting = new ArrayBlockingQueue<>(BATCHES_WAITING);
        FutureTask<R> read = new FutureTask<>(() -> {
            Batches<T> batches = new Batches<>(batchSize, waiting);
            R result = reading.apply(batches::add);
            batches.send();
            return result;
        });
        Thread reader = new Thread(read, "needscape-reader");
        reader.setDaemon(true);
        reader.start();
        try {
            while (!read.isDone() || !waiting.isEmpty()) {
                List<T> batch = waiting.poll(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    storing.accept(batch);
                }
            }
            return read.get();
        } catch (ExecutionException e) {
            throw rethrow(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            stop(read, reader);
        }
    }

    /** What was read is of no use any more; the file is closed before anybody deletes it. */
    private static void stop(FutureTask<?> read, Thread reader) {
        read.cancel(true);
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException rethrow(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
    }

    /** Collects items on the reading thread; waits while enough of them are waiting already. */
    private static final class Batches<T> {

        private final int size;
        private final BlockingQueue<List<T>> waiting;
        private List<T> batch = new ArrayList<>();

        Batches(int size, BlockingQueue<List<T>> waiting) {
            this.size = size;
            this.waiting = waiting;
        }

        void add(T item) {
            batch.add(item);
            if (batch.size() == size) {
                send();
            }
        }

        void send() {
            try {
                if (!batch.isEmpty()) {
                    waiting.put(batch);
                    batch = new ArrayList<>();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("What was read could not be stored.");
            }
        }
    }
}
