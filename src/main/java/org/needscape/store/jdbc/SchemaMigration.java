package org.needscape.store.jdbc;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** Compares the tables of a store with what this program expects, and brings older ones up to date. */
final class SchemaMigration {

    /** The schema that holds all tables, so that a database can be shared with others. */
    static final String SCHEMA = "needscape";

    /** The table in it that says which scripts were run. */
    static final String HISTORY = "flyway_schema_history";

    private final DataSource source;
    private final Flyway flyway;

    /** @param locations where the scripts are: the common ones and those of the database */
    SchemaMigration(DataSource source, String... locations) {
        this.source = source;
        flyway = Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(source)
                .locations(locations)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .createSchemas(true)
                .table(HISTORY)
                .cleanDisabled(true)
                .group(true)
                .load();
    }

    /** How a store stands to this program. */
    enum Standing {
        EMPTY,
        OLDER,
        CURRENT,
        NEWER
    }

    /**
     * What was found; nothing is changed by finding it.
     *
     * @param standing of the store
     * @param storeVersion of its tables, {@code 0} when it has none
     * @param programVersion that this program expects
     */
    record State(Standing standing, String storeVersion, String programVersion) {}

    State read() {
        MigrationInfoService info = flyway.info();
        boolean newer =
                Arrays.stream(info.all()).map(MigrationInfo::getState).anyMatch(SchemaMigration::isUnknownToProgram);
        Optional<MigrationVersion> current = Optional.ofNullable(info.current()).map(MigrationInfo::getVersion);
        Standing standing;
        if (newer) {
            standing = Standing.NEWER;
        } else if (current.isEmpty()) {
            standing = Standing.EMPTY;
        } else {
            standing = info.pending().length > 0 ? Standing.OLDER : Standing.CURRENT;
        }
        String programVersion = Arrays.stream(info.all())
                .filter(migration -> !isUnknownToProgram(migration.getState()))
                .flatMap(migration -> Optional.ofNullable(migration.getVersion()).stream())
                .max(Comparator.naturalOrder())
                .map(MigrationVersion::getVersion)
                .orElse("0");
        String storeVersion = current.map(MigrationVersion::getVersion).orElse("0");
        return new State(standing, storeVersion, programVersion);
    }

    /** Runs the scripts that the store has not seen, and gives it a key when it has none. @throws FlywayException when one fails */
    void run() {
        flyway.migrate();
        try {
            StoreKey.makeIfMissing(source);
        } catch (SQLException failure) {
            throw new FlywayException("The key of the store could not be made.", failure);
        }
    }

    /** What the database said when a script failed. */
    static Optional<SQLException> reported(FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException reported) {
                return Optional.of(reported);
            }
        }
        return Optional.empty();
    }

    private static boolean isUnknownToProgram(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS
                || state == MigrationState.FUTURE_FAILED
                || state == MigrationState.MISSING_SUCCESS
                || state == MigrationState.MISSING_FAILED;
    }
}
