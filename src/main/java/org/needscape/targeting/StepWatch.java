package org.needscape.targeting;

/** Told how far the answer to a question has come that takes many sets. */
@FunctionalInterface
public interface StepWatch {

    /** Hears nothing. */
    StepWatch SILENT = (done, of) -> {};

    /**
     * Called before the first set, after each, and now and then between.
     *
     * @param done how many sets or areas are done, 0 to {@code of}
     * @param of how many there are
     * @throws java.util.concurrent.CancellationException when the search must stop
     */
    void heard(int done, int of);
}
