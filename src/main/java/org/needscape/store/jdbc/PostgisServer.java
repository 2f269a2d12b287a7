package org.needscape.store.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * What a database server is, as far as a store depends on it.
 *
 * @param version as the server numbers itself, such as 150018
 * @param encoding of texts, such as {@code UTF8}
 * @param readOnly whether it takes no changes
 * @param postgisVersion such as {@code 3.3.2}; empty when the database has no PostGIS
 * @param quotedPostgisSchema the schema that PostGIS was installed in, quoted where SQL needs it
 */
record PostgisServer(
        int version, String encoding, boolean readOnly, String postgisVersion, String quotedPostgisSchema) {

    /** The first that can say afterwards whether a transaction was committed. */
    static final int OLDEST_POSTGRESQL = 13;

    /** The first for all of those. */
    static final int OLDEST_POSTGIS = 3;

    private static final Pattern MAJOR = Pattern.compile("(\\d+)\\..*");

    static PostgisServer read(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select cast(current_setting('server_version_num') as integer), current_setting('server_encoding'),
                            current_setting('transaction_read_only') = 'on',
                            coalesce(extension.extversion, ''), coalesce(quote_ident(namespace.nspname), '')
                        from (select 1) as always
                        left join pg_extension as extension on extension.extname = 'postgis'
                        left join pg_namespace as namespace on namespace.oid = extension.extnamespace
                        """)) {
            row.next();
            return new PostgisServer(
                    row.getInt(1), row.getString(2), row.getBoolean(3), row.getString(4), row.getString(5));
        }
    }

    /** Why no store can be kept there and what to do; empty when one can. */
    Optional<String> refusal() {
        if (version / 10_000 < OLDEST_POSTGRESQL) {
            return Optional.of("its server is PostgreSQL " + version / 10_000 + ", and PostgreSQL " + OLDEST_POSTGRESQL
                    + " or later is needed.");
        }
        if (!encoding.equals("UTF8")) {
            return Optional.of("its texts are encoded as " + encoding
                    + ", which lacks letters of some names. Make a database with the encoding UTF8.");
        }
        if (readOnly) {
            return Optional.of("the server is a read-only copy or was set so. Name the one that is written to.");
        }
        if (postgisVersion.isEmpty()) {
            return Optional.of(
                    "the database has no PostGIS. Have its administrator run 'create extension postgis' in it.");
        }
        Matcher major = MAJOR.matcher(postgisVersion);
        if (!major.matches() || Integer.parseInt(major.group(1)) < OLDEST_POSTGIS) {
            return Optional.of("its PostGIS is version " + postgisVersion + ", and PostGIS " + OLDEST_POSTGIS
                    + " or later is needed. Have its administrator update it.");
        }
        return Optional.empty();
    }
}
