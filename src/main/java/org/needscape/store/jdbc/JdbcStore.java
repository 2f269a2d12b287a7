package org.needscape.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
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
        return run(connection -> {
            JdbcSession session = new JdbcSession(new Sql(connection, dialect, location));
            try {
                T result = work.apply(session);
                session.finish();
                connection.commit();
                return result;
            } catch (Throwable failure) {
                rollback(connection, failure);
                throw failure;
            } finally {
                session.end();
            }
        });
    }

    @Override
    public <T> T read(Function<StoreSession, T> work) {
        return run(connection -> {
            connection.setTransactionIsolation(dialect.snapshotIsolation());
            JdbcSession session = new JdbcSession(new Sql(connection, dialect, location));
            try {
                return work.apply(session);
            } finally {
                session.end();
                connection.rollback();
            }
        });
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
        T run(Connection connection) throws SQLException;
    }

    private <T> T run(Transaction<T> transaction) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new StoreException("The store " + location + " is closed.");
            }
            try (Connection connection = pool.getConnection()) {
                return transaction.run(connection);
            }
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
}
