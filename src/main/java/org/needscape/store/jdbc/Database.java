package org.needscape.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.needscape.store.Store;
import org.needscape.store.StoreException;

/**
 * A database whose tables are what this program expects.
 *
 * @param source gives connections that find the tables
 * @param dialect how it differs from others
 * @param location for messages, without credentials
 * @param connectionSql run on each connection before anything else
 */
record Database(DataSource source, Dialect dialect, String location, String connectionSql) {

    private static final int MAX_CONNECTIONS = 10;
    private static final long CONNECTION_TIMEOUT_MILLISECONDS = 10_000;

    /** @throws StoreException when it is the target of a move that has not ended */
    Store toStore() {
        requireNoMove();
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("store");
        config.setAutoCommit(false);
        config.setMaximumPoolSize(MAX_CONNECTIONS);
        // One connection always stays: with the last one H2 closes the file, and another process could take it.
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLISECONDS);
        config.setConnectionInitSql(connectionSql);
        return new UninterruptedStore(new JdbcStore(new HikariDataSource(config), dialect, location));
    }

    /** @throws StoreException when it is the target of a move that has not ended */
    void requireNoMove() {
        try (Connection connection = connect()) {
            MoveMark.requireNone(new Sql(connection, dialect, location));
            connection.rollback();
        } catch (SQLException failure) {
            throw new StoreException(dialect.explain(failure, location), failure);
        }
    }

    /** A connection outside of any pool, without automatic commits. */
    Connection connect() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(connectionSql);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failure) {
            connection.close();
            throw failure;
        }
    }
}
