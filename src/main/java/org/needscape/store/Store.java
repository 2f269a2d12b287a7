package org.needscape.store;

import java.util.function.Function;

/**
 * Keeps everything. One call of {@link #write} or {@link #read} is one transaction: a write is seen whole or not at all, also
 * when the process dies in the middle of it.
 *
 * <p>Safe for use by many threads. The work may run on another thread than its caller's, and an interrupt of the caller does not
 * end it: work that is cancelled throws. A transaction that is started inside another one is independent of it, so that the
 * progress of an import can be written while the import itself is not committed; it does not see what the outer one has written,
 * and must not write the same rows.
 *
 * <p>What the database cannot do is a {@link StoreException}; nothing was changed then. What a caller must not ask for, such as an
 * observation of an area that is not in the store, is an {@link IllegalArgumentException}.
 */
public interface Store extends AutoCloseable {

    /**
     * Runs one transaction that may change the store; any exception rolls all of it back and is thrown on. It is never run again:
     * when a server is lost, the {@link StoreException} says what is known of the change.
     */
    <T> T write(Function<StoreSession, T> work);

    /**
     * Runs one transaction that only reads and sees one state of the store throughout. Its work has no effect until it returns: when
     * a server is lost in the middle, it is run again from the start, once.
     */
    <T> T read(Function<StoreSession, T> work);

    /** Where the store is, for messages: a folder or a database address without credentials. */
    String location();

    /** Whether the store answers. */
    boolean isHealthy();

    /** Waits for transactions that are under way, half a minute at most; later ones are refused. */
    @Override
    void close();
}
