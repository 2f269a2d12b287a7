package org.needscape.targeting;

/** Told of each better set while the search for the best goes on. */
@FunctionalInterface
public interface SuggestionWatch {

    /** Hears nothing. */
    SuggestionWatch SILENT = better -> {};

    /**
     * Called now and then, the first time with the greedy set.
     *
     * @param best the best set so far, with the bound so far
     * @throws java.util.concurrent.CancellationException when the search must stop
     */
    void heard(Suggestion best);

    /**
     * Called now and then while no set is found yet, and while it is looked for what makes every set impossible.
     *
     * @throws java.util.concurrent.CancellationException when the search must stop
     */
    default void going() {}
}
