package org.needscape;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.needscape.postgis.PostgisCluster;
import org.needscape.store.Store;
import org.needscape.store.jdbc.H2StoreOpener;
import org.needscape.store.jdbc.PostgisAddress;
import org.needscape.store.jdbc.PostgisStoreOpener;

/**
 * Where journeys keep their stores. Each names a folder; with the setting {@code needscape.test.store=postgis} a database takes its
 * place, so that the same journey runs on both.
 */
public final class JourneyStores {

    private static final String SETTING = "needscape.test.store";
    private static final boolean ON_SERVER =
            switch (System.getProperty(SETTING, "embedded")) {
                case "embedded" -> false;
                case "postgis" -> true;
                default -> throw new IllegalArgumentException(SETTING + " is embedded or postgis.");
            };

    private JourneyStores() {}

    /** Whether stores are databases on a server. */
    public static boolean onServer() {
        return ON_SERVER;
    }

    /** What a person gives as {@code --store}. */
    public static String location(Path store) {
        if (!ON_SERVER) {
            return store.toString();
        }
        if (!PostgisCluster.shared().hasDatabase(database(store))) {
            PostgisCluster.shared().newDatabase(database(store));
        }
        return address(store).text();
    }

    /** The variables of a process that uses the store. */
    public static Map<String, String> environment(Path store) {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        if (ON_SERVER) {
            environment.putAll(PostgisCluster.shared().environment());
            environment.put("XDG_STATE_HOME", store.toString());
        }
        return environment;
    }

    public static Store open(Path store) {
        location(store);
        return ON_SERVER
                ? PostgisStoreOpener.open(
                        address(store), PostgisCluster.shared().credentials())
                : H2StoreOpener.open(store);
    }

    /** Whether there is a store, or anything that was about to become one. */
    public static boolean holdsAnything(Path store) {
        if (!ON_SERVER) {
            return Files.exists(store);
        }
        location(store);
        return !PostgisCluster.shared()
                .query(database(store), "select 1 from pg_namespace where nspname = 'needscape'")
                .isEmpty();
    }

    /** Runs a statement behind the program's back on a closed store. */
    public static void execute(Path store, String sql) throws Exception {
        if (ON_SERVER) {
            PostgisCluster.shared().execute(database(store), "set search_path to needscape, public; " + sql);
            return;
        }
        try (var connection = java.sql.DriverManager.getConnection(
                        "jdbc:h2:file:" + store.resolve("needscape")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;SCHEMA=needscape",
                        "needscape",
                        "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How many bytes the store has come to, also while something is being written to it. */
    public static long size(Path store) throws IOException {
        if (ON_SERVER) {
            return Long.parseLong(PostgisCluster.shared()
                    .query("postgres", "select pg_database_size('" + database(store) + "')")
                    .get(0));
        }
        Path file = store.resolve("needscape.mv.db");
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Copies a closed store. */
    public static Path copy(Path from, Path to) throws IOException {
        if (ON_SERVER) {
            PostgisCluster.shared().copy(address(from), database(to));
            return to;
        }
        Files.createDirectories(to);
        Files.copy(from.resolve("needscape.mv.db"), to.resolve("needscape.mv.db"));
        return to;
    }

    private static PostgisAddress address(Path store) {
        return PostgisCluster.shared().address(database(store));
    }

    private static String database(Path store) {
        String name = store.toAbsolutePath().normalize().toString();
        return "journey_"
                + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", "");
    }
}
