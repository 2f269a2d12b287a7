package org.needscape.postgis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.needscape.store.jdbc.Credentials;
import org.needscape.store.jdbc.PostgisAddress;

/**
 * A real PostgreSQL with PostGIS for tests: the one that {@code scripts/test} started and named in the environment, or else one that
 * this process starts for itself and stops when it ends.
 */
public final class PostgisCluster implements AutoCloseable {

    /** Where the server is, up to and with the last slash. */
    public static final String ADDRESS = "NEEDSCAPE_TEST_POSTGIS";

    public static final String PASSWORD = "NEEDSCAPE_TEST_POSTGIS_PASSWORD";
    public static final String USER = "needscape";

    private static final Path SCRIPT = Path.of("scripts", "postgis");
    private static final String TEMPLATE = "needscape_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Optional<Path> folder;
    private String address;
    private String password;

    private PostgisCluster(Optional<Path> folder, Map<String, String> settings) {
        this.folder = folder;
        this.address = settings.get(ADDRESS);
        this.password = settings.get(PASSWORD);
    }

    private static final class Shared {
        private static final PostgisCluster CLUSTER = find();

        private static PostgisCluster find() {
            if (System.getenv(ADDRESS) != null) {
                return new PostgisCluster(Optional.empty(), System.getenv());
            }
            PostgisCluster own = start();
            Runtime.getRuntime().addShutdownHook(new Thread(own::close));
            return own;
        }
    }

    /** The one that all tests share. */
    public static PostgisCluster shared() {
        return Shared.CLUSTER;
    }

    /** One of its own for a test that kills it. */
    public static PostgisCluster start() {
        try {
            // Not in a folder that a test deletes: the server's files belong to another user.
            Path folder = Files.createTempDirectory("needscape-postgis");
            return new PostgisCluster(Optional.of(folder), settings(run("start", folder)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends every process of the server at once. */
    public void kill() {
        run("kill", folder.orElseThrow());
    }

    /** Starts it again where it was. */
    public void startAgain() {
        Map<String, String> settings = settings(run("start", folder.orElseThrow()));
        address = settings.get(ADDRESS);
        password = settings.get(PASSWORD);
    }

    /** As whom programs go there. */
    public Credentials credentials() {
        return new Credentials(Optional.of(USER), Optional.of(password));
    }

    /** The same for a program of its own. */
    public Map<String, String> environment() {
        return Map.of("NEEDSCAPE_STORE_USER", USER, "NEEDSCAPE_STORE_PASSWORD", password);
    }

    /** The address of a database, there or not. */
    public PostgisAddress address(String database) {
        return PostgisAddress.parse(address + database);
    }

    /** An empty database with PostGIS. */
    public PostgisAddress newDatabase() {
        return newDatabase("test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet());
    }

    /** An empty database with PostGIS under a name. */
    public PostgisAddress newDatabase(String name) {
        makeTemplate();
        execute("postgres", "create database " + name + " template " + TEMPLATE);
        return address(name);
    }

    /** A database with all that another one, which nobody has open, holds. */
    public PostgisAddress copy(PostgisAddress from, String name) {
        execute("postgres", "create database " + name + " template " + from.database());
        return address(name);
    }

    public boolean hasDatabase(String name) {
        return !query("postgres", "select 1 from pg_database where datname = '" + name + "'")
                .isEmpty();
    }

    /** Runs a statement as the administrator. */
    public void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** The first column of what a query answers. */
    public List<String> query(String database, String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
        return values;
    }

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(address + database, USER, password);
    }

    /** Stops it and deletes what it left. */
    @Override
    public void close() {
        folder.ifPresent(path -> {
            run("stop", path);
            try {
                new ProcessBuilder("rm", "-rf", path.toString()).start().waitFor();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private synchronized void makeTemplate() {
        if (!hasDatabase(TEMPLATE)) {
            String unfinished = TEMPLATE + "_" + ProcessHandle.current().pid();
            execute("postgres", "create database " + unfinished);
            execute(unfinished, "create extension postgis");
            try {
                execute("postgres", "alter database " + unfinished + " rename to " + TEMPLATE);
            } catch (IllegalStateException anotherWasFirst) {
                execute("postgres", "drop database " + unfinished);
            }
        }
    }

    private static Map<String, String> settings(String printed) {
        Map<String, String> settings = new TreeMap<>();
        printed.lines()
                .forEach(line ->
                        settings.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return settings;
    }

    private static String run(String action, Path folder) {
        try {
            // Into a file: the server inherits the output, so it would not end with the script.
            Path output = Files.createTempFile("postgis", ".out");
            Process process = new ProcessBuilder(SCRIPT.toString(), action, folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int exit = process.waitFor();
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Files.delete(output);
            if (exit != 0) {
                throw new IllegalStateException(printed);
            }
            return printed;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
