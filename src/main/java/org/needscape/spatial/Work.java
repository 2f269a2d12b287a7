package org.needscape.spatial;

/** Watches a long computation: is told how far it has come, and may end it. */
@FunctionalInterface
public interface Work {

    /** Nobody watches. */
    Work UNWATCHED = share -> {};

    /**
     * Called again and again by the thread that asked for the computation, at least once a second for a country's small areas.
     *
     * @param share how much is done, 0 to 1, never less than before
     * @throws java.util.concurrent.CancellationException to end the computation; nothing of it is kept
     */
    void done(double share);
}
