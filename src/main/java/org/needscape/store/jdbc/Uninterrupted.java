package org.needscape.store.jdbc;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Work on a thread of its own, which nobody interrupts: an interrupt while H2 reads or writes makes Java close the file and ends
 * the database. A caller that is interrupted waits for the end of the work and finds its interrupt again afterwards.
 */
final class Uninterrupted {

    private Uninterrupted() {}

    /** Does the work on a new thread and returns or throws what it does. */
    static <T> T run(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return await(task);
    }

    /** What work on another thread comes to. */
    static <T> T await(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException wait) {
                    interrupted = true;
                } catch (ExecutionException failure) {
                    throw rethrow(failure.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The work throws no checked exception. */
    private static RuntimeException rethrow(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException exception) {
            throw exception;
        }
        throw new IllegalStateException(cause);
    }
}
