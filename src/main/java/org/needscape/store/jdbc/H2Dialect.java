package org.needscape.store.jdbc;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.h2.mvstore.MVStoreException;
import org.locationtech.jts.geom.Envelope;

/** The embedded database. */
final class H2Dialect implements Dialect {

    private static final int BATCH_ROWS = 2000;

    @Override
    public void beginRead(Connection connection) throws SQLException {
        connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
    }

    @Override
    public Outcome beginWrite(Connection connection) {
        return Outcome.CERTAIN;
    }

    /** Otherwise a long answer is written to a file of its own first. */
    @Override
    public void streamAnswers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set lazy_query_execution 1");
        }
    }

    /** No other process can have the file open. */
    @Override
    public boolean lockForMove(Connection connection) {
        return true;
    }

    @Override
    public <T> void addRows(Connection connection, Columns columns, Collection<T> items, Sql.RowBinder<T> binder)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(columns.insertStatement())) {
            addRows(statement, items, binder, () -> {});
        }
    }

    @Override
    public <T> List<Integer> addNumberedRows(
            Connection connection, Columns columns, Collection<T> items, Sql.RowBinder<T> binder) throws SQLException {
        List<Integer> ids = new ArrayList<>(items.size());
        try (PreparedStatement statement =
                connection.prepareStatement(columns.insertStatement(), new String[] {"id"})) {
            addRows(statement, items, binder, () -> {
                try (ResultSet keys = statement.getGeneratedKeys()) {
                    while (keys.next()) {
                        ids.add(keys.getInt(1));
                    }
                }
            });
        }
        return ids;
    }

    @FunctionalInterface
    private interface AfterBatch {
        void run() throws SQLException;
    }

    private static <T> void addRows(
            PreparedStatement statement, Collection<T> items, Sql.RowBinder<T> binder, AfterBatch afterBatch)
            throws SQLException {
        int waiting = 0;
        for (T item : items) {
            binder.bind(new Parameters(statement), item);
            statement.addBatch();
            if (++waiting == BATCH_ROWS) {
                statement.executeBatch();
                afterBatch.run();
                waiting = 0;
            }
        }
        if (waiting > 0) {
            statement.executeBatch();
            afterBatch.run();
        }
    }

    @Override
    public String overlapsBox() {
        return "area.boundary && cast(? as geometry)";
    }

    @Override
    public void bindBox(Parameters parameters, Envelope box) throws SQLException {
        parameters.add(BoundaryBytes.ofBox(box));
    }

    @Override
    public String explain(SQLException failure, String location, String outcome) {
        String store = "The store " + location;
        if (isDiskFull(failure)) {
            return store + " cannot be written because the disk is full: free some space and try again." + outcome;
        }
        return switch (failure.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                store + " is in use by another Needscape process: wait until that has ended, or stop it first.";
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 ->
                store
                        + " cannot be opened: needscape.mv.db is damaged or is not a Needscape store."
                        + " Restore it from a copy, or name another folder.";
            case ErrorCode.DATABASE_IS_READ_ONLY ->
                store + " cannot be written: give yourself the right to write to needscape.mv.db.";
            case ErrorCode.LOCK_TIMEOUT_1,
                    ErrorCode.DEADLOCK_1,
                    ErrorCode.CONCURRENT_UPDATE_1,
                    ErrorCode.DUPLICATE_KEY_1 ->
                store
                        + " is being changed by another import at the same time: try again when that has ended."
                        + outcome;
            case ErrorCode.REFERENTIAL_INTEGRITY_VIOLATED_PARENT_MISSING_1 ->
                store + " lacks something that was referred to, such as a data set." + outcome;
            case ErrorCode.VALUE_TOO_LONG_2 -> store + " cannot keep a text that is too long." + outcome;
            case ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.OBJECT_CLOSED,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2 ->
                store
                        + " cannot be read or written: check that its disk is there and has space, then start again."
                        + outcome;
            default -> store + " answered with an error (H2 number " + failure.getErrorCode() + ")." + outcome;
        };
    }

    /** A failure to write closes the whole database, and a connection to it stays dead when it could be opened again. */
    @Override
    public boolean isLost(SQLException failure) {
        for (Throwable cause : failure) {
            if (cause instanceof MVStoreException
                    || (cause instanceof SQLException sql && isClosed(sql.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClosed(int errorCode) {
        return switch (errorCode) {
            case ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.OBJECT_CLOSED,
                    ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2 -> true;
            default -> false;
        };
    }

    private static boolean isDiskFull(SQLException failure) {
        for (Throwable cause : failure) {
            if (cause instanceof IOException && isAboutSpace(String.valueOf(cause.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    /** A file may also be stopped by a quota or by the largest size that the system allows a process. */
    private static boolean isAboutSpace(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("quota exceeded") || text.contains("file too large");
    }
}
