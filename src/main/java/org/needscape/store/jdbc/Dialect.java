package org.needscape.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/** What one database does differently from another. */
interface Dialect {

    /** How most failures end: with the transaction that is rolled back. */
    String NOTHING_CHANGED = " Nothing was changed.";

    /** Readies a connection for a transaction that reads one state of the store throughout. */
    void beginRead(Connection connection) throws SQLException;

    /** Readies a connection for a transaction that writes; what it returns asks later whether it was committed. */
    Outcome beginWrite(Connection connection) throws SQLException;

    /** Readies a connection to hand over long answers row by row, without holding them. */
    void streamAnswers(Connection connection) throws SQLException;

    /**
     * Keeps others from moving a store into this one until the connection ends. A process that was killed while it did so has a
     * moment to end.
     *
     * @return false when another one does so
     */
    boolean lockForMove(Connection connection) throws SQLException;

    /** Adds a row for each item, in the fastest way that the database has. */
    <T> void addRows(Connection connection, Columns columns, Collection<T> items, Sql.RowBinder<T> binder)
            throws SQLException;

    /** The same for a table whose column {@code id} numbers its rows; returns the numbers in the order of the items. */
    <T> List<Integer> addNumberedRows(
            Connection connection, Columns columns, Collection<T> items, Sql.RowBinder<T> binder) throws SQLException;

    /**
     * A condition on {@code area.boundary} with one parameter: its box touches or overlaps the one that is bound. It is a sieve:
     * some that miss the box by less than a metre may pass it too.
     */
    String overlapsBox();

    /** Binds the parameter of {@link #overlapsBox}, in metres on the British National Grid; it may have no width or height. */
    void bindBox(Parameters parameters, Envelope box) throws SQLException;

    /**
     * One sentence for the person who runs the program: what happened to the store and what to do. It holds nothing of a row: the
     * messages of databases may.
     *
     * @param failure what the database reported
     * @param location where the store is
     * @param outcome what became of the store, with a blank before it; it is left out where nothing was begun
     */
    String explain(SQLException failure, String location, String outcome);

    /** The same of a transaction that was rolled back. */
    default String explain(SQLException failure, String location) {
        return explain(failure, location, NOTHING_CHANGED);
    }

    /** Whether the connection that reported a failure is of no more use; a new one may be. */
    boolean isLost(SQLException failure);

    /** How a transaction ended whose connection was lost while it was being committed. */
    @FunctionalInterface
    interface Outcome {

        /** Of a database inside this process: what reports a failure has not committed. */
        Outcome CERTAIN = connection -> Optional.of(false);

        /**
         * Whether it was committed, when the database can tell.
         *
         * @param another a connection of its own
         */
        Optional<Boolean> wasCommitted(Connection another) throws SQLException;
    }
}
