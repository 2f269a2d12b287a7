package org.needscape.store.jdbc;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.needscape.store.Store;
import org.needscape.store.StoreException;
import org.needscape.store.StoreSession;

/**
 * Runs every transaction on a thread of its own, which nobody interrupts. An interrupt while H2 reads or writes makes Java close
 * the file and ends the database for everybody; a caller that is interrupted here waits for its transaction and finds its
 * interrupt again afterwards. Work that has to be stopped early ends itself with an exception.
 */
final class UninterruptedStore implements Store {

    private final Store store;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "store");
        thread.setDaemon(true);
        return thread;
    });

    UninterruptedStore(Store store) {
        this.store = store;
    }

    @Override
    public <T> T write(Function<StoreSession, T> work) {
        return run(() -> store.write(work));
    }

    @Override
    public <T> T read(Function<StoreSession, T> work) {
        return run(() -> store.read(work));
    }

    @Override
    public String location() {
        return store.location();
    }

    @Override
    public boolean isHealthy() {
        return !threads.isShutdown() && run(store::isHealthy);
    }

    @Override
    public void close() {
        if (!threads.isShutdown()) {
            run(() -> {
                store.close();
                return true;
            });
            threads.shutdown();
        }
    }

    private <T> T run(Callable<T> work) {
        Future<T> future;
        try {
            future = threads.submit(work);
        } catch (RejectedExecutionException afterClose) {
            throw new StoreException("The store " + store.location() + " is closed.", afterClose);
        }
        return Uninterrupted.await(future);
    }
}
