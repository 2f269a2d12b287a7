package org.needscape.store.jdbc;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.sql.DataSource;
import org.needscape.store.ProtectionStore;
import org.needscape.store.StoreException;

/** The one row of {@code store_key}. */
final class StoreKey {

    private StoreKey() {}

    /** Makes the key of a store whose tables are new. Two processes that do so at once make one. */
    static void makeIfMissing(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setSchema(SchemaMigration.SCHEMA);
            if (isThere(statement)) {
                return;
            }
            connection.setAutoCommit(false);
            statement.execute("select revision from store_state for update");
            if (!isThere(statement)) {
                insert(connection);
            }
            connection.commit();
        }
    }

    static byte[] read(Sql sql) {
        return sql.find(
                        """
                        select secret
                        from store_key
                        """,
                        Sql.Binder.NONE,
                        row -> HexFormat.of().parseHex(row.getString(1)))
                .orElseThrow(() -> new StoreException(
                        "The store " + sql.location() + " has lost its key: open it again, and it gets a new one."));
    }

    private static boolean isThere(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select 1 from store_key")) {
            return rows.next();
        }
    }

    private static void insert(Connection connection) throws SQLException {
        byte[] key = new byte[ProtectionStore.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try (PreparedStatement statement = connection.prepareStatement("insert into store_key (secret) values (?)")) {
            statement.setString(1, HexFormat.of().formatHex(key));
            statement.executeUpdate();
        }
    }
}
