package org.needscape.store.jdbc;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.needscape.store.Store;
import org.needscape.store.StoreException;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens a store in a PostgreSQL database with PostGIS: a schema of its own, which many processes may use at once. */
public final class PostgisStoreOpener {

    private static final String[] SCRIPTS = {"classpath:db/migration/common", "classpath:db/migration/postgresql"};
    private static final PostgisDialect DIALECT = new PostgisDialect();

    /**
     * A server may have limits that fit web pages and not imports. Waiting for another import is bounded, so that nobody waits for
     * ever for one that hangs.
     */
    private static final String CONNECTION_SQL =
            "set lock_timeout = '60s'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0";

    private static final int CONNECT_TIMEOUT_SECONDS = 10;

    private PostgisStoreOpener() {}

    /**
     * Whether there is a store, openable or not.
     *
     * @throws StoreException when the database cannot be reached
     */
    public static boolean exists(PostgisAddress address, Credentials credentials) {
        try (Connection connection = connect(address, credentials);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('" + SchemaMigration.SCHEMA + "."
                        + SchemaMigration.HISTORY + "') is not null")) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException failure) {
            throw refused(address, failure);
        }
    }

    /**
     * Opens the store in a database. Makes its schema when there is none; brings an older store up to date after keeping a copy of
     * its tables in a schema beside it.
     *
     * @throws StoreException when it cannot be opened: one sentence that says why and what to do; the store is as it was
     */
    public static Store open(PostgisAddress address, Credentials credentials) {
        try {
            return prepare(address, credentials).toStore();
        } catch (PoolInitializationException failure) {
            throw new StoreException("The store " + address.text() + " cannot be reached: try again.", failure);
        }
    }

    static Database prepare(PostgisAddress address, Credentials credentials) {
        PGSimpleDataSource source = source(address, credentials);
        try {
            source.setCurrentSchema(searchPath(PostgisServer.read(source), address));
            SchemaMigration migration = new SchemaMigration(source, SCRIPTS);
            SchemaLock.whileHeld(source, () -> migrate(address, source, migration));
        } catch (SQLException failure) {
            throw refused(address, failure);
        }
        return new Database(source, DIALECT, address.text(), CONNECTION_SQL);
    }

    private static void migrate(PostgisAddress address, PGSimpleDataSource source, SchemaMigration migration)
            throws SQLException {
        SchemaMigration.State state = read(address, migration);
        switch (state.standing()) {
            case NEWER ->
                throw new StoreException("The store " + address.text()
                        + " was made by a newer version of Needscape: its tables are version "
                        + state.storeVersion() + ", this program knows them up to version " + state.programVersion()
                        + ". Open it with the newer program; nothing was changed.");
            case OLDER -> SchemaCopy.keep(source, state.programVersion());
            case EMPTY, CURRENT -> {}
        }
        try {
            migration.run();
        } catch (FlywayException failure) {
            Optional<SQLException> reported = SchemaMigration.reported(failure);
            if (reported.isPresent() && PostgisDialect.isAboutServer(reported.get())) {
                throw refused(address, reported.get());
            }
            throw new StoreException(
                    "The store " + address.text()
                            + " cannot be brought to this version of Needscape: is something of another"
                            + " program in its schema " + SchemaMigration.SCHEMA + ", or the server's disk full?"
                            + " It was left as it was.",
                    failure);
        }
    }

    private static SchemaMigration.State read(PostgisAddress address, SchemaMigration migration) {
        try {
            return migration.read();
        } catch (FlywayException failure) {
            throw new StoreException(
                    "The store " + address.text() + " cannot be opened: its tables are not those of a Needscape store.",
                    failure);
        }
    }

    /** The schema of the store, then only the one that PostGIS was installed in: others could hold functions of strangers. */
    private static String searchPath(PostgisServer server, PostgisAddress address) {
        server.refusal().ifPresent(reason -> {
            throw new StoreException("The store " + address.text() + " cannot be kept there: " + reason);
        });
        return SchemaMigration.SCHEMA + ", " + server.quotedPostgisSchema();
    }

    private static PGSimpleDataSource source(PostgisAddress address, Credentials credentials) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        source.setTcpKeepAlive(true);
        source.setApplicationName("Needscape");
        source.setReWriteBatchedInserts(true);
        source.setURL(address.text());
        credentials.user().ifPresent(source::setUser);
        credentials.password().ifPresent(source::setPassword);
        return source;
    }

    /** @throws StoreException when the database cannot be reached */
    static Connection connect(PostgisAddress address, Credentials credentials) {
        try {
            return source(address, credentials).getConnection();
        } catch (SQLException failure) {
            throw refused(address, failure);
        }
    }

    static StoreException refused(PostgisAddress address, SQLException failure) {
        return new StoreException(DIALECT.explain(failure, address.text()), failure);
    }
}
