package org.needscape.store.jdbc;

import org.needscape.progress.Progress;
import org.needscape.store.MoveReport;
import org.needscape.store.SameStoreException;

/**
 * Moves everything of one store into another, empty one, between databases of either kind. The one that is moved from is only
 * read. Rows are copied in chunks, so a move that was ended by whatever goes on where it stopped when it is run again; a mark in the
 * target keeps everybody else away from it until then. The mark goes when every table has the same rows on both sides.
 */
public final class StoreMove {

    /** Some megabytes of values, a second's work. */
    private static final int CHUNK_ROWS = 20_000;

    private StoreMove() {}

    /**
     * Moves a store, or goes on with a move that was interrupted.
     *
     * @param from the store that is moved, which must be there
     * @param to the store that it is moved to, made new where there is none
     * @throws SameStoreException when both are one
     * @throws org.needscape.store.StoreException when it cannot be done: one sentence that says why and what to do
     */
    public static MoveReport run(MovePlace from, MovePlace to, Progress progress) {
        return run(from, to, CHUNK_ROWS, progress);
    }

    /** @param chunkRows how many rows are committed at once */
    static MoveReport run(MovePlace from, MovePlace to, int chunkRows, Progress progress) {
        return Uninterrupted.run("store move", () -> {
            if (from.isSame(to)) {
                throw new SameStoreException(
                        from.name() + " and " + to.name() + " are the same store: name another one to move to.");
            }
            return from.use(source -> {
                source.requireNoMove();
                return to.use(target -> {
                    try (MoveSide reading = MoveSide.open(source);
                            MoveSide writing = MoveSide.open(target)) {
                        return new MoveRun(from, reading, to, writing, chunkRows, progress).run();
                    }
                });
            });
        });
    }
}
