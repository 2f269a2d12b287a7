package org.needscape.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.needscape.store.Store;
import org.needscape.store.StoreException;
import org.needscape.store.StoreSession;

/**
 * The store on a pool of connections. Safe for use by many threads: each transaction has a connection of its own. A transaction
 * may be started inside another one and is then independent of it.
 */
final class JdbcStore implements Store {

    /** How long closing waits for transactions that are under way. */
    private static final long CLOSE_TIMEOUT_SECONDS = 30;

    private final HikariDataSource pool;
    private final Dialect dialect;
    private final String location;

    /** Transactions share it, closing takes it alone. */
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();

    private volatile boolean closed;

    JdbcStore(HikariDataSource pool, Dialect dialect, String location) {
        this.pool = pool;
        this.dialect = dialect;
        this.location = location;
    }

    @Override
    public <T> T write(Function<StoreSession, T> work) {
        return run(() -> {
            try (Started started = start(true)) {
                Connection connection = started.connection();
                JdbcSession session = new JdbcSession(new Sql(connection, dialect, location));
                T result;
                try {
                    result = work.apply(session);
                    session.finish();
                } catch (Throwable failure) {
                    rollback(connection, failure);
                    throw failure;
                } finally {
                    session.end();
                }
                commit(started);
                return result;
            }
        });
    }

    @Override
    public <T> T read(Function<StoreSession, T> work) {
        return run(() -> {
            try {
                return readOnce(work);
            } catch (StoreException failure) {
                if (!isLost(failure)) {
                    throw failure;
                }
                // Reading has no effect until it returns, so it is safe to read again.
                pool.getHikariPoolMXBean().softEvictConnections();
                return readOnce(work);
            }
        });
    }

    private <T> T readOnce(Function<StoreSession, T> work) throws SQLException {
        try (Started started = start(false)) {
            JdbcSession session = new JdbcSession(new Sql(started.connection(), dialect, location));
            try {
                T result = work.apply(session);
                started.connection().rollback();
                return result;
            } finally {
                session.end();
            }
        }
    }

    /** A transaction that has begun on a connection of its own. */
    private record Started(Connection connection, Dialect.Outcome outcome) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    /** Nothing is lost with a connection that turns out to be dead here: one more is tried. */
    private Started start(boolean writes) throws SQLException {
        try {
            return startOnce(writes);
        } catch (SQLException failure) {
            if (!dialect.isLost(failure)) {
                throw failure;
            }
            pool.getHikariPoolMXBean().softEvictConnections();
            return startOnce(writes);
        }
    }

    private Started startOnce(boolean writes) throws SQLException {
        Connection connection = pool.getConnection();
        try {
            if (writes) {
                return new Started(connection, dialect.beginWrite(connection));
            }
            dialect.beginRead(connection);
            return new Started(connection, Dialect.Outcome.CERTAIN);
        } catch (SQLException failure) {
            close(connection, failure);
            throw failure;
        }
    }

    private void commit(Started started) throws SQLException {
        try {
            started.connection().commit();
        } catch (SQLException failure) {
            if (!dialect.isLost(failure) || started.outcome() == Dialect.Outcome.CERTAIN) {
                rollback(started.connection(), failure);
                throw failure;
            }
            pool.getHikariPoolMXBean().softEvictConnections();
            if (!wasCommitted(started.outcome(), failure)) {
                throw failure;
            }
        }
    }

    /** @throws StoreException when nobody can tell */
    private boolean wasCommitted(Dialect.Outcome outcome, SQLException lost) {
        try (Connection another = pool.getConnection()) {
            Optional<Boolean> committed = outcome.wasCommitted(another);
            if (committed.isPresent()) {
                return committed.get();
            }
        } catch (SQLException unreachable) {
            lost.addSuppressed(unreachable);
        }
        throw new StoreException(
                "The connection to the store " + location
                        + " was lost while the last change was being confirmed, and the"
                        + " store does not answer: look whether the change is there before you make it again.",
                lost);
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public boolean isHealthy() {
        try {
            return read(session -> {
                session.areas().listExtents();
                return true;
            });
        } catch (StoreException unwell) {
            return false;
        }
    }

    @Override
    public void close() {
        boolean alone = false;
        try {
            alone = open.writeLock().tryLock(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException closeAtOnce) {
            Thread.currentThread().interrupt();
        }
        try {
            closed = true;
            pool.close();
        } finally {
            if (alone) {
                open.writeLock().unlock();
            }
        }
    }

    @FunctionalInterface
    private interface Transaction<T> {
        T run() throws SQLException;
    }

    private <T> T run(Transaction<T> transaction) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new StoreException("The store " + location + " is closed.");
            }
            return transaction.run();
        } catch (SQLException failure) {
            forgetIfLost(failure);
            throw new StoreException(dialect.explain(failure, location), failure);
        } catch (StoreException failure) {
            if (failure.getCause() instanceof SQLException reported) {
                forgetIfLost(reported);
            }
            throw failure;
        } finally {
            open.readLock().unlock();
        }
    }

    private boolean isLost(StoreException failure) {
        return failure.getCause() instanceof SQLException reported && dialect.isLost(reported);
    }

    /** When one connection is lost all are; the next transaction gets a new one. */
    private void forgetIfLost(SQLException failure) {
        if (dialect.isLost(failure)) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private static void rollback(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            // A transaction whose connection is lost is rolled back by the database.
            reason.addSuppressed(lost);
        }
    }

    private static void close(Connection connection, SQLException reason) {
        try {
            connection.close();
        } catch (SQLException lost) {
            reason.addSuppressed(lost);
        }
    }
}
