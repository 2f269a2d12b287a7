package org.needscape.store.jdbc;

import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.needscape.store.StoreException;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Where a database is: {@code jdbc:postgresql://host:port/database?sslmode=verify-full}. It holds neither user nor password, and of
 * the driver's options only those with which a connection is secured or found: some of the others load classes or write files.
 *
 * @param text as the person who runs the program wrote it
 * @param database its name
 */
public record PostgisAddress(String text, String database) {

    private static final String START = "jdbc:postgresql:";
    private static final Pattern OPTION_END = Pattern.compile("&");

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern LOOPBACK = Pattern.compile(
            "localhost|127(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}|\\[?(::1|(0{1,4}:){7}0{0,3}1)]?");

    private static final Set<String> SECRETS = Set.of("user", "password", "sslpassword");
    private static final Set<String> OPTIONS = new TreeSet<>(Set.of(
            PGProperty.SSL_MODE.getName(),
            PGProperty.SSL_ROOT_CERT.getName(),
            PGProperty.SSL_CERT.getName(),
            PGProperty.SSL_KEY.getName(),
            PGProperty.CHANNEL_BINDING.getName(),
            PGProperty.GSS_ENC_MODE.getName(),
            PGProperty.TARGET_SERVER_TYPE.getName(),
            PGProperty.CONNECT_TIMEOUT.getName(),
            PGProperty.SOCKET_TIMEOUT.getName(),
            PGProperty.APPLICATION_NAME.getName()));

    /** Whether a text looks like an address of a database and not like a folder. */
    public static boolean isOne(String text) {
        return text.toLowerCase(Locale.ROOT).startsWith("jdbc:");
    }

    /** @throws StoreException when it is none that can be used; the sentence repeats nothing that could be a password */
    public static PostgisAddress parse(String text) {
        if (!text.startsWith(START)) {
            throw new StoreException("A store is a folder or a PostgreSQL database: name a folder, or an address like"
                    + " jdbc:postgresql://localhost:5432/needscape.");
        }
        if (text.indexOf('@') >= 0) {
            throw secret();
        }
        refuseOptions(text);
        Properties parsed = Driver.parseURL(text, new Properties());
        if (parsed == null) {
            throw unreadable();
        }
        String database = parsed.getProperty(PGProperty.PG_DBNAME.getName(), "");
        if (database.isBlank()) {
            throw new StoreException(
                    "The address of the store names no database: write it like jdbc:postgresql://localhost:5432/needscape.");
        }
        return new PostgisAddress(text, database);
    }

    /** Host, port and database in one way of writing them, without options. */
    String plainText() {
        Properties parsed = Driver.parseURL(text, new Properties());
        if (parsed == null) {
            throw unreadable();
        }
        return START + "//"
                + parsed.getProperty(PGProperty.PG_HOST.getName(), "").toLowerCase(Locale.ROOT) + ":"
                + parsed.getProperty(PGProperty.PG_PORT.getName(), "") + "/" + database;
    }

    /** Whether every server that it names is this machine: localhost, 127.0.0.0/8 or ::1. No name is looked up. */
    public boolean isOnThisMachine() {
        Properties parsed = Driver.parseURL(text, new Properties());
        if (parsed == null) {
            throw unreadable();
        }
        String hosts = parsed.getProperty(PGProperty.PG_HOST.getName(), "").toLowerCase(Locale.ROOT);
        return COMMA.splitAsStream(hosts)
                .allMatch(host -> LOOPBACK.matcher(host).matches());
    }

    private static void refuseOptions(String text) {
        int start = text.indexOf('?');
        if (start < 0) {
            return;
        }
        for (String option : OPTION_END.split(text.substring(start + 1), -1)) {
            int end = option.indexOf('=');
            String name = end < 0 ? option : option.substring(0, end);
            if (SECRETS.contains(name.toLowerCase(Locale.ROOT))) {
                throw secret();
            }
            if (!OPTIONS.contains(name)) {
                throw new StoreException(
                        "The address of the store has an option that is not taken there: leave it out. These are taken: "
                                + String.join(", ", OPTIONS) + ".");
            }
        }
    }

    private static StoreException secret() {
        return new StoreException(
                "The address of the store holds a user or password, which others on this machine could read: leave them out, and"
                        + " set NEEDSCAPE_STORE_USER and NEEDSCAPE_STORE_PASSWORD or use the settings file.");
    }

    private static StoreException unreadable() {
        return new StoreException(
                "The address of the store cannot be read: write it like jdbc:postgresql://localhost:5432/needscape.");
    }
}
