package org.needscape.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import org.needscape.store.StoreException;

/** One of the two stores of a move, on one connection. */
final class MoveSide implements AutoCloseable {

    private final Database database;
    private final Connection connection;
    private String outcome = Dialect.NOTHING_CHANGED;

    private MoveSide(Database database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    static MoveSide open(Database database) {
        try {
            MoveSide side = new MoveSide(database, database.connect());
            side.run(() -> {
                database.dialect().streamAnswers(side.connection);
                return true;
            });
            return side;
        } catch (SQLException failure) {
            throw new StoreException(database.dialect().explain(failure, database.location()), failure);
        }
    }

    /** @param text what becomes of the target when something fails from here on */
    void setOutcome(String text) {
        outcome = text;
    }

    String location() {
        return database.location();
    }

    Sql sql() {
        return new Sql(connection, database.dialect(), database.location(), outcome);
    }

    /** From here to the next rollback one state is seen. */
    void beginRead() {
        run(() -> {
            database.dialect().beginRead(connection);
            return true;
        });
    }

    /** Whether nobody else moves a store into this one, and cannot until this is closed. */
    boolean lockForMove() {
        return run(() -> database.dialect().lockForMove(connection));
    }

    void commit() {
        run(() -> {
            connection.commit();
            return true;
        });
    }

    void rollback() {
        run(() -> {
            connection.rollback();
            return true;
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException lost) {
            // What was not committed is rolled back by the database.
        }
    }

    private <T> T run(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException failure) {
            throw new StoreException(database.dialect().explain(failure, location(), outcome), failure);
        }
    }
}
