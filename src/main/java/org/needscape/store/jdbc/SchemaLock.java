package org.needscape.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Held while the tables of a store on a server are compared and changed, so that two processes do not do it at once. */
final class SchemaLock {

    /** A number that no other program of the database is likely to use: the bytes of "needsche". */
    private static final long KEY = 0x6e65656473636865L;

    private SchemaLock() {}

    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /** Waits for whoever holds it, then works. */
    static void whileHeld(DataSource source, Work work) throws SQLException {
        // It ends with the connection.
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("select pg_advisory_lock(?)")) {
            statement.setLong(1, KEY);
            statement.execute();
            work.run();
        }
    }
}
