package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Searches that work at parts beside each other, each knowing what was known when all began; what they find is told in the order of parts. */
final class PartSearches implements AutoCloseable {

    /** So many parts at once. */
    static final int BESIDE = 2;

    private final List<PartSearch> searches = new ArrayList<>();
    private final ExecutorService others = Executors.newFixedThreadPool(BESIDE - 1, work -> {
        Thread thread = new Thread(work, "target-areas");
        thread.setDaemon(true);
        return thread;
    });

    PartSearches(Instance instance) {
        for (int k = 0; k < BESIDE; k++) {
            searches.add(new PartSearch(instance));
        }
    }

    /**
     * What became of a part.
     *
     * @param parts it is divided into
     * @param known with what was found and left in it
     */
    record Divided(List<Part> parts, Incumbent known) {}

    /** The one that works on the thread of whoever asks. */
    PartSearch first() {
        return searches.get(0);
    }

    /**
     * Works at some parts at once.
     *
     * @param parts at most {@link #BESIDE}, at least one
     * @param step of the first
     */
    List<Divided> divide(List<Part> parts, long step, Incumbent known) {
        List<Future<Divided>> beside = new ArrayList<>();
        for (int k = 1; k < parts.size(); k++) {
            int place = k;
            Incumbent own = known.copy();
            beside.add(others.submit(() -> divide(place, parts.get(place), step + place, own)));
        }
        List<Divided> divided = new ArrayList<>();
        divided.add(divide(0, parts.get(0), step, known.copy()));
        beside.forEach(other -> divided.add(await(other)));
        return divided;
    }

    private Divided divide(int place, Part part, long step, Incumbent known) {
        return new Divided(searches.get(place).divide(part, step, known), known);
    }

    private static Divided await(Future<Divided> work) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A part of the search failed.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The search was interrupted.");
        }
    }

    @Override
    public void close() {
        others.shutdownNow();
    }
}
