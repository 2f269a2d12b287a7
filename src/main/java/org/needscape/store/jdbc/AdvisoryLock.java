package org.needscape.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A lock of a PostgreSQL database that stands for nothing in it: one connection has it until the connection ends. */
final class AdvisoryLock {

    private AdvisoryLock() {}

    /** Takes it, unless another connection to the same database has it. */
    static boolean tryTake(Connection connection, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
