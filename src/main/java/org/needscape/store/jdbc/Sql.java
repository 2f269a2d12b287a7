package org.needscape.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.needscape.store.StoreException;

/**
 * Runs the statements of one transaction. Every failure of the database leaves here as a {@link StoreException} with one
 * sentence. It belongs to the thread that made it and is of no use after {@link #end()}.
 */
final class Sql {

    /** How many rows are sent at once: large enough that a round trip does not count, small enough for memory. */
    private static final int BATCH_ROWS = 2000;

    /** How many rows of an answer are held at once by a driver that would otherwise hold all. */
    private static final int FETCH_ROWS = 10_000;

    private final Connection connection;
    private final Dialect dialect;
    private final String location;
    private final String outcome;
    private final Thread owner = Thread.currentThread();
    private boolean ended;
    private boolean changed;

    Sql(Connection connection, Dialect dialect, String location) {
        this(connection, dialect, location, Dialect.NOTHING_CHANGED);
    }

    /** @param outcome what becomes of the store when a statement fails, for the sentence about it */
    Sql(Connection connection, Dialect dialect, String location, String outcome) {
        this.connection = connection;
        this.dialect = dialect;
        this.location = location;
        this.outcome = outcome;
    }

    /** Binds the parameters of a statement that is run once. */
    @FunctionalInterface
    interface Binder {

        /** For statements without parameters. */
        Binder NONE = parameters -> {};

        void bind(Parameters parameters) throws SQLException;
    }

    /** Binds the parameters of a statement that is run once for each item. */
    @FunctionalInterface
    interface ItemBinder<T> {
        void bind(Parameters parameters, T item) throws SQLException;
    }

    /** Gives the columns of a row that is added for an item. */
    @FunctionalInterface
    interface RowBinder<T> {
        void bind(Row row, T item) throws SQLException;
    }

    /** Makes a value of the current row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes the current row. */
    @FunctionalInterface
    interface RowConsumer {
        void accept(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Work<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    /** Hands over each row of a query. */
    void forEach(String query, Binder binder, RowConsumer consumer) {
        forEach(query, FETCH_ROWS, binder, consumer);
    }

    /** The same, for rows of which only so many fit into memory easily. */
    void forEach(String query, int fetchRows, Binder binder, RowConsumer consumer) {
        run(connection -> connection.prepareStatement(query), statement -> {
            binder.bind(new Parameters(statement));
            statement.setFetchSize(fetchRows);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows);
                }
            }
            return true;
        });
    }

    <T> List<T> list(String query, Binder binder, RowReader<T> reader) {
        List<T> all = new ArrayList<>();
        forEach(query, binder, row -> all.add(reader.read(row)));
        return all;
    }

    /** The first row of a query, if it has any. */
    <T> Optional<T> find(String query, Binder binder, RowReader<T> reader) {
        return list(query, binder, reader).stream().findFirst();
    }

    /** Where the store is, for messages. */
    String location() {
        return location;
    }

    /** Another one on the same transaction, with its own record of {@link #hasChanged}. */
    Sql apart() {
        return new Sql(connection, dialect, location, outcome);
    }

    /** What the database does differently from others. */
    Dialect dialect() {
        return dialect;
    }

    /** Whether a statement that writes was run. */
    boolean hasChanged() {
        return changed;
    }

    /** Runs a statement and returns how many rows it changed. */
    int update(String statementText, Binder binder) {
        changed = true;
        return run(connection -> connection.prepareStatement(statementText), statement -> {
            binder.bind(new Parameters(statement));
            return statement.executeUpdate();
        });
    }

    /**
     * Inserts a row, or updates the one that is there. Of two transactions that do so at once for one key the second waits for the
     * first and updates. Both statements take the same parameters in the same order; the first ends with
     * {@code on conflict do nothing}.
     */
    void put(String insertText, String updateText, Binder binder) {
        if (update(insertText, binder) == 0) {
            update(updateText, binder);
        }
    }

    /** Inserts one row and returns the number that its column {@code id} was given. */
    long insert(String statementText, Binder binder) {
        changed = true;
        return run(connection -> connection.prepareStatement(statementText, new String[] {"id"}), statement -> {
            binder.bind(new Parameters(statement));
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        });
    }

    /** Adds a row for each item, however many. */
    <T> void addRows(Columns columns, Collection<T> items, RowBinder<T> binder) {
        if (items.isEmpty()) {
            return;
        }
        changed = true;
        requireUsable();
        try {
            dialect.addRows(connection, columns, items, binder);
        } catch (SQLException failure) {
            throw explained(failure);
        }
    }

    /** Adds a row for each item and returns the numbers that their columns {@code id} were given, in the same order. */
    <T> List<Integer> addNumberedRows(Columns columns, Collection<T> items, RowBinder<T> binder) {
        if (items.isEmpty()) {
            return List.of();
        }
        changed = true;
        requireUsable();
        try {
            return dialect.addNumberedRows(connection, columns, items, binder);
        } catch (SQLException failure) {
            throw new StoreException(dialect.explain(failure, location), failure);
        }
    }

    /** Runs a statement once for each item. */
    <T> void batch(String statementText, Collection<T> items, ItemBinder<T> binder) {
        changed |= !items.isEmpty();
        run(connection -> connection.prepareStatement(statementText), statement -> {
            runBatches(statement, items, binder, changed -> {});
            return true;
        });
    }

    /**
     * Updates a row for each item and inserts those that are not there yet. Both statements take the same parameters in the same
     * order; no two items may have the same key.
     */
    <T> void save(String updateText, String insertText, Collection<T> items, ItemBinder<T> binder) {
        changed |= !items.isEmpty();
        List<T> missing = new ArrayList<>();
        Iterator<T> next = items.iterator();
        run(connection -> connection.prepareStatement(updateText), statement -> {
            runBatches(statement, items, binder, changed -> {
                for (int count : changed) {
                    T item = next.next();
                    if (count == 0) {
                        missing.add(item);
                    }
                }
            });
            return true;
        });
        batch(insertText, missing, binder);
    }

    /** From here on every use is a mistake. */
    void end() {
        ended = true;
    }

    private <T> void runBatches(
            PreparedStatement statement, Collection<T> items, ItemBinder<T> binder, BatchListener listener)
            throws SQLException {
        int waiting = 0;
        for (T item : items) {
            binder.bind(new Parameters(statement), item);
            statement.addBatch();
            if (++waiting == BATCH_ROWS) {
                listener.sent(statement.executeBatch());
                waiting = 0;
            }
        }
        if (waiting > 0) {
            listener.sent(statement.executeBatch());
        }
    }

    private void requireUsable() {
        if (ended || Thread.currentThread() != owner) {
            throw new IllegalStateException(
                    "A store session was used " + (ended ? "after its transaction." : "by another thread."));
        }
    }

    private StoreException explained(SQLException failure) {
        return new StoreException(dialect.explain(failure, location, outcome), failure);
    }

    private <T> T run(Preparation preparation, Work<T> work) {
        requireUsable();
        try (PreparedStatement statement = preparation.prepare(connection)) {
            return work.run(statement);
        } catch (SQLException failure) {
            throw explained(failure);
        }
    }

    @FunctionalInterface
    private interface Preparation {
        PreparedStatement prepare(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface BatchListener {
        void sent(int[] changed) throws SQLException;
    }
}
