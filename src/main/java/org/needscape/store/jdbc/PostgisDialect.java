package org.needscape.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.postgis.jdbc.PGbox2d;
import net.postgis.jdbc.geometry.Point;
import org.locationtech.jts.geom.Envelope;
import org.postgresql.util.PSQLState;

/** PostgreSQL with PostGIS. */
final class PostgisDialect implements Dialect {

    private static final int SRID = 27700;

    /** A server may still be undoing the transaction that is asked for, or ending a connection whose process was killed. */
    private static final int TRIES = 40;

    private static final long WAIT_MILLISECONDS = 250;

    /** A number that no other program of the database is likely to use: the bytes of "needmove". */
    private static final long MOVE_KEY = 0x6e6565646d6f7665L;

    @Override
    public void beginRead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
        }
    }

    @Override
    public Outcome beginWrite(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select cast(pg_current_xact_id() as text)")) {
            row.next();
            String transaction = row.getString(1);
            return another -> wasCommitted(another, transaction);
        }
    }

    /** Source: PostgreSQL Global Development Group, PostgreSQL 15 documentation, 9.26.11, pg_xact_status. */
    private static Optional<Boolean> wasCommitted(Connection connection, String transaction) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_xact_status(cast(? as xid8))")) {
            statement.setString(1, transaction);
            for (int tries = 0; tries < TRIES; tries++) {
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    String status = String.valueOf(row.getString(1));
                    if (!status.equals("in progress")) {
                        return Optional.of(status.equals("committed"));
                    }
                }
                connection.rollback();
                TimeUnit.MILLISECONDS.sleep(WAIT_MILLISECONDS);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** It does so when the size of a fetch is set. */
    @Override
    public void streamAnswers(Connection connection) {}

    @Override
    public boolean lockForMove(Connection connection) throws SQLException {
        boolean locked = AdvisoryLock.tryTake(connection, MOVE_KEY);
        try {
            for (int tries = 1; !locked && tries < TRIES; tries++) {
                TimeUnit.MILLISECONDS.sleep(WAIT_MILLISECONDS);
                locked = AdvisoryLock.tryTake(connection, MOVE_KEY);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return locked;
    }

    @Override
    public <T> void addRows(Connection connection, Columns columns, Collection<T> items, Sql.RowBinder<T> binder)
            throws SQLException {
        CopyRows.add(connection, columns, items, binder);
    }

    /** Numbers are taken first, in one go, because rows that are copied in bulk do not answer with theirs. */
    @Override
    public <T> List<Integer> addNumberedRows(
            Connection connection, Columns columns, Collection<T> items, Sql.RowBinder<T> binder) throws SQLException {
        List<Integer> ids = takeIds(connection, columns.table(), items.size());
        Iterator<Integer> next = ids.iterator();
        CopyRows.add(connection, columns.withId(), items, (row, item) -> {
            row.add(next.next().intValue());
            binder.bind(row, item);
        });
        return ids;
    }

    private static List<Integer> takeIds(Connection connection, String table, int count) throws SQLException {
        List<Integer> ids = new ArrayList<>(count);
        try (PreparedStatement statement = connection.prepareStatement(
                "select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)")) {
            statement.setString(1, table);
            statement.setInt(2, count);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(Math.toIntExact(rows.getLong(1)));
                }
            }
        }
        return ids;
    }

    /**
     * Compares boxes in single precision, rounded outwards: on the grid that is some centimetres. Source: PostGIS Project Steering
     * Committee, PostGIS 3.3 manual, operator {@code &&} of geometry and box2df.
     */
    @Override
    public String overlapsBox() {
        return "area.boundary && ST_SetSRID(cast(cast(? as box2d) as geometry), " + SRID + ")";
    }

    @Override
    public void bindBox(Parameters parameters, Envelope box) throws SQLException {
        parameters.addObject(
                new PGbox2d(new Point(box.getMinX(), box.getMinY()), new Point(box.getMaxX(), box.getMaxY())));
    }

    @Override
    public boolean isLost(SQLException failure) {
        // The pool has tried for long enough when it reports that it could not get a connection.
        return !(failure instanceof SQLTransientConnectionException) && isLost(state(failure));
    }

    /** Whether the server refused the user or the password. */
    static boolean isLogin(SQLException failure) {
        return switch (state(failure)) {
            case "28P01", "28000" -> true;
            default -> false;
        };
    }

    private static boolean isLost(String state) {
        return PSQLState.isConnectionError(state)
                || switch (state) {
                    case "57P01", "57P02", "57P03", "57P05", "25P03" -> true;
                    default -> false;
                };
    }

    @Override
    public String explain(SQLException failure, String location, String outcome) {
        String state = state(failure);
        String store = "The store " + location;
        return switch (state) {
            case "08001", "08004" ->
                store + " cannot be reached: check that the server runs, and the address and port.";
            case "28P01", "28000" ->
                store + " does not let this user in: set the user and password in NEEDSCAPE_STORE_USER and"
                        + " NEEDSCAPE_STORE_PASSWORD or in the settings file.";
            case "3D000" ->
                store + " cannot be opened because the server has no database of that name: make it first, with"
                        + " 'create extension postgis' in it.";
            case "42501" ->
                store
                        + " does not let this user do that: ask its administrator to make the user the owner of the schema "
                        + SchemaMigration.SCHEMA + "." + outcome;
            case "53100" ->
                store + " cannot be written because the server's disk is full: free some space there and try again."
                        + outcome;
            case "53200" -> store + " has a server that is out of memory: try again later." + outcome;
            case "53300" ->
                store
                        + " has a server that takes no more connections: try again later, or ask its administrator for more.";
            case "25006" ->
                store
                        + " can only be read: its server is a read-only copy or was set so. Name the one that is written to."
                        + outcome;
            case "40001", "40P01", "55P03", "23505" ->
                store + " is being changed by another import at the same time: try again when that has ended."
                        + outcome;
            case "23503" -> store + " lacks something that was referred to, such as a data set." + outcome;
            case "22001" -> store + " cannot keep a text that is too long." + outcome;
            case "22021" -> store + " cannot keep a text with a character of number 0." + outcome;
            case "57014" -> store + " ended a statement that took too long." + outcome;
            case "57P01", "57P02", "57P03" ->
                store + " has a server that is stopping or starting: try again when it is back." + outcome;
            default ->
                PSQLState.isConnectionError(state)
                        ? "The connection to the store " + location
                                + " was lost: check that the server runs and try again." + outcome
                        : store + " answered with an error (PostgreSQL state " + state + ")." + outcome;
        };
    }

    /** Whether rights, disk, memory or connection were the trouble, and not what was asked for. */
    static boolean isAboutServer(SQLException failure) {
        String state = state(failure);
        return state.equals("42501")
                || PSQLState.isConnectionError(state)
                || state.startsWith("53")
                || state.startsWith("57P");
    }

    /** Of the innermost failure: batches and pools put exceptions of their own around it. */
    static String state(SQLException failure) {
        String state = "";
        for (Throwable cause : failure) {
            if (cause instanceof SQLException reported && reported.getSQLState() != null) {
                state = reported.getSQLState();
            }
        }
        return state;
    }
}
