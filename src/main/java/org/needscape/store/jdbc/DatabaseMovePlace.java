package org.needscape.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.needscape.store.StoreException;

/** A store in a database on a server. */
final class DatabaseMovePlace extends MovePlace {

    private final PostgisAddress address;
    private final Credentials credentials;
    private final boolean target;

    DatabaseMovePlace(PostgisAddress address, Credentials credentials, boolean target) {
        this.address = address;
        this.credentials = credentials;
        this.target = target;
    }

    @Override
    String plainText() {
        return address.plainText();
    }

    @Override
    String name() {
        return address.text();
    }

    /** A server has many names; but a lock in a database that one connection has taken cannot be had by another. */
    @Override
    boolean isSame(MovePlace other) {
        if (!(other instanceof DatabaseMovePlace place)) {
            return false;
        }
        if (plainText().equals(place.plainText())) {
            return true;
        }
        long key = UUID.randomUUID().getLeastSignificantBits();
        try (Connection here = connect();
                Connection there = place.connect()) {
            return AdvisoryLock.tryTake(here, key) && !AdvisoryLock.tryTake(there, key);
        } catch (SQLException failure) {
            throw PostgisStoreOpener.refused(address, failure);
        }
    }

    @Override
    <T> T use(Function<Database, T> work) {
        return work.apply(reach(() -> PostgisStoreOpener.prepare(address, credentials)));
    }

    @Override
    void whileNotServed(Runnable work) {
        ServiceLock lock = ServiceLock.takeForMove(address, credentials);
        try {
            work.run();
        } finally {
            lock.close();
        }
    }

    private Connection connect() {
        return reach(() -> PostgisStoreOpener.connect(address, credentials));
    }

    /** Who may not enter the target must not change the settings of the source. */
    private <T> T reach(Supplier<T> way) {
        try {
            return way.get();
        } catch (StoreException failure) {
            if (target && failure.getCause() instanceof SQLException reported && PostgisDialect.isLogin(reported)) {
                throw new StoreException(
                        "The store " + name() + " does not let this user in: set the user and password in"
                                + " NEEDSCAPE_MOVE_TO_USER and NEEDSCAPE_MOVE_TO_PASSWORD or in the settings file.",
                        failure);
            }
            throw failure;
        }
    }
}
