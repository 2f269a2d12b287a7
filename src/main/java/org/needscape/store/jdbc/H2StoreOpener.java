package org.needscape.store.jdbc;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.needscape.store.Store;
import org.needscape.store.StoreException;

/** Opens the embedded store: a folder with one database file. One process at a time can have it open. */
public final class H2StoreOpener {

    /** The folder that is used when none is named. */
    public static final Path DEFAULT_FOLDER = Path.of("needscape-data");

    private static final String SCRIPTS = "classpath:db/migration/common";

    /**
     * WRITE_DELAY=0 because H2 loses acknowledged commits of the last half second otherwise. The modes let H2 and PostgreSQL share
     * their SQL. A trace file could hold values. Whoever opened the store closes it: if H2 closed it by itself when the process is
     * told to end, work under way could not finish.
     */
    private static final String SETTINGS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
                    + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;LOCK_TIMEOUT=30000";

    private static final Dialect DIALECT = new H2Dialect();

    private H2StoreOpener() {}

    /** Whether a folder holds a store, openable or not. */
    public static boolean exists(Path folder) {
        return Files.isRegularFile(new StoreFolder(folder).file());
    }

    /**
     * Opens the store in a folder. Makes both when they do not exist; brings an older store up to date after keeping a copy of it
     * beside it.
     *
     * @throws StoreException when it cannot be opened: one sentence that says why and what to do; the store is as it was
     */
    public static Store open(Path folder) {
        Store store = prepare(folder, Database::toStore);
        ServiceAddress.delete(folder);
        return store;
    }

    /** As {@link #open}, for a use of the tables themselves; the database stays open meanwhile. */
    static <T> T prepare(Path folder, Function<Database, T> use) {
        StoreFolder files = new StoreFolder(folder);
        files.make();
        DataSource source = source("jdbc:h2:file:" + files.databasePath() + SETTINGS);
        SchemaMigration migration = new SchemaMigration(source, SCRIPTS);
        SchemaMigration.State state = readState(files, source, migration);
        Optional<Path> copy = state.standing() == SchemaMigration.Standing.OLDER
                ? Optional.of(files.keepCopy(state.programVersion()))
                : Optional.empty();
        return migrate(files, source, migration, copy, use);
    }

    /** A store that is gone when it is closed, for tests and trials. Open stores of one name in one process are one store. */
    public static Store inMemory(String name) {
        DataSource source = source("jdbc:h2:mem:" + name + SETTINGS);
        try {
            return whileOpen(source, () -> {
                new SchemaMigration(source, SCRIPTS).run();
                return database(source, "in memory").toStore();
            });
        } catch (SQLException failure) {
            throw new StoreException(DIALECT.explain(failure, "in memory"), failure);
        }
    }

    private static SchemaMigration.State readState(StoreFolder files, DataSource source, SchemaMigration migration) {
        try {
            SchemaMigration.State state = whileOpen(source, migration::read);
            if (state.standing() == SchemaMigration.Standing.NEWER) {
                throw new StoreException("The store " + files.path()
                        + " was made by a newer version of Needscape: its tables are version "
                        + state.storeVersion() + ", this program knows them up to version " + state.programVersion()
                        + ". Open it with the newer program; nothing was changed.");
            }
            return state;
        } catch (SQLException failure) {
            throw unopened(files, failure);
        } catch (FlywayException failure) {
            throw new StoreException(
                    "The store " + files.path() + " cannot be opened: its tables are not those of a Needscape store.",
                    failure);
        }
    }

    private static <T> T migrate(
            StoreFolder files,
            DataSource source,
            SchemaMigration migration,
            Optional<Path> copy,
            Function<Database, T> use) {
        try {
            return whileOpen(source, () -> {
                migration.run();
                return use.apply(database(source, files.path().toString()));
            });
        } catch (SQLException failure) {
            throw unopened(files, failure);
        } catch (FlywayException | PoolInitializationException failure) {
            throw new StoreException(
                    "The store " + files.path() + " cannot be brought to this version of Needscape"
                            + " (is the disk full?). " + putBack(files, copy, failure),
                    failure);
        }
    }

    /** Holds a connection meanwhile, so that H2 does not close and open the file, or forget what is in memory, in between. */
    private static <T> T whileOpen(DataSource source, Supplier<T> work) throws SQLException {
        Connection connection = source.getConnection();
        try {
            return work.get();
        } finally {
            connection.close();
        }
    }

    /** H2 commits each change of a table by itself, so a migration that fails half way is undone by the copy. */
    private static String putBack(StoreFolder files, Optional<Path> copy, RuntimeException reason) {
        if (copy.isEmpty()) {
            return "It held nothing yet.";
        }
        try {
            files.restore(copy.get());
            return "It was put back as it was.";
        } catch (IOException failure) {
            reason.addSuppressed(failure);
            return "As it was before, it is in " + copy.get() + ".";
        }
    }

    private static StoreException unopened(StoreFolder files, SQLException failure) {
        Optional<URI> service = ServiceAddress.read(files.path());
        if (failure.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1 && service.isPresent()) {
            return new StoreException(
                    "The store " + files.path() + " is in use by the service at " + service.get()
                            + ": import through its page there, or stop it first.",
                    failure);
        }
        return new StoreException(DIALECT.explain(failure, files.path().toString()), failure);
    }

    private static DataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        source.setUser("needscape");
        source.setPassword("");
        return source;
    }

    private static Database database(DataSource source, String location) {
        return new Database(source, DIALECT, location, "set schema " + SchemaMigration.SCHEMA);
    }
}
