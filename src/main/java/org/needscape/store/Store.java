package org.needscape.store;

import java.util.function.Function;

/**
 * Keeps everything. One call of {@link #write} or {@link #read} is one transaction: a write is seen whole or not at all, also
 * when the process dies in the middle of it.
 */
public interface Store extends AutoCloseable {

    /** Runs one transaction that may change the store; any exception rolls all of it back and is thrown on. */
    <T> T write(Function<StoreSession, T> work);

    /** Runs one transaction that only reads and sees one state of the store throughout. */
    <T> T read(Function<StoreSession, T> work);

    /** Where the store is, for messages: a folder or a database address without credentials. */
    String location();

    /** Whether the store answers. */
    boolean isHealthy();

    @Override
    void close();
}
