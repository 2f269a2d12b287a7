package org.needscape.store.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.needscape.postgis.PostgisCluster;
import org.needscape.progress.Progress;
import org.needscape.store.MoveReport;
import org.needscape.store.MovedThings;
import org.needscape.store.Store;

/** A store of a test that is moved, of either kind. */
final class MovingStore {

    /** So that a few dozen rows fill several chunks. */
    static final int CHUNK_ROWS = 7;

    private final String name;
    private final MovePlace source;
    private final MovePlace target;
    private final Supplier<Store> opener;

    private MovingStore(String name, MovePlace source, MovePlace target, Supplier<Store> opener) {
        this.name = name;
        this.source = source;
        this.target = target;
        this.opener = opener;
    }

    static MovingStore folder(Path folder) {
        return new MovingStore(
                folder.toString(),
                MovePlace.folder(folder),
                MovePlace.folder(folder),
                () -> H2StoreOpener.open(folder));
    }

    /** In a new database. */
    static MovingStore database() {
        return database(PostgisCluster.shared());
    }

    /** In a new database on a server of its own. */
    static MovingStore database(PostgisCluster cluster) {
        PostgisAddress address = cluster.newDatabase();
        Credentials credentials = cluster.credentials();
        return new MovingStore(
                address.text(),
                MovePlace.source(address, credentials),
                MovePlace.target(address, credentials),
                () -> PostgisStoreOpener.open(address, credentials));
    }

    /** What a person calls it. */
    String name() {
        return name;
    }

    MovePlace source() {
        return source;
    }

    MovePlace target() {
        return target;
    }

    Store open() {
        return opener.get();
    }

    /** The same with one of everything in it. */
    MovingStore filled() {
        try (Store store = open()) {
            MovedThings.fill(store);
        }
        return this;
    }

    MoveReport moveTo(MovingStore other) {
        return moveTo(other, Progress.SILENT);
    }

    MoveReport moveTo(MovingStore other, Progress progress) {
        return StoreMove.run(source, other.target, CHUNK_ROWS, progress);
    }

    /** What it says of itself. */
    List<String> describe() {
        try (Store store = open()) {
            return MovedThings.describe(store);
        }
    }

    /** Every row of every table. */
    Map<String, List<String>> dump() {
        return source.use(database -> {
            try {
                return TableDump.rows(database);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    /** Runs statements behind the program's back. */
    void execute(String... statements) {
        source.use(database -> {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                for (String text : statements) {
                    statement.execute(text);
                }
                connection.commit();
                return true;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }
}
