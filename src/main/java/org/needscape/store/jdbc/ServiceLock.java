package org.needscape.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.needscape.store.StoreException;

/**
 * Held by the one service that serves a database: a service marks unfinished jobs as failed when it starts, which would be wrong
 * for those of another one that runs. It ends with its connection, also when the process is killed.
 */
public final class ServiceLock implements AutoCloseable {

    /** A number that no other program of the database is likely to use: the bytes of "needserv". */
    private static final long KEY = 0x6e65656473657276L;

    private final Connection connection;

    private ServiceLock(Connection connection) {
        this.connection = connection;
    }

    /** @throws StoreException when another service has it, or the database cannot be reached */
    public static ServiceLock take(PostgisAddress address, Credentials credentials) {
        return take(
                address,
                credentials,
                "The store " + address.text()
                        + " is served by another Needscape service already: use that one, or stop it first.");
    }

    /** Keeps services away from a store that is about to be moved into. */
    static ServiceLock takeForMove(PostgisAddress address, Credentials credentials) {
        return take(
                address,
                credentials,
                "The store " + address.text() + " is served by a Needscape service: stop it before you move another"
                        + " store there. Nothing was changed.");
    }

    private static ServiceLock take(PostgisAddress address, Credentials credentials, String refusal) {
        ServiceLock lock = new ServiceLock(PostgisStoreOpener.connect(address, credentials));
        boolean taken;
        try {
            taken = AdvisoryLock.tryTake(lock.connection, KEY);
        } catch (SQLException failure) {
            lock.close();
            throw PostgisStoreOpener.refused(address, failure);
        }
        if (!taken) {
            lock.close();
            throw new StoreException(refusal);
        }
        return lock;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException lost) {
            // It ended with its connection.
        }
    }
}
