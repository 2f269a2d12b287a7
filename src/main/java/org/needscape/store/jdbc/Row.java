package org.needscape.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.OptionalDouble;

/** The columns of one row, given one after the other: the parameters of a statement, or a row that is copied in bulk. */
interface Row {

    Row add(String text) throws SQLException;

    /** For a column of type {@code integer}. */
    Row add(int number) throws SQLException;

    /** For a column of type {@code bigint}. */
    Row add(long number) throws SQLException;

    Row add(double number) throws SQLException;

    /** The number, or null where there is none. */
    Row add(OptionalDouble number) throws SQLException;

    Row add(boolean flag) throws SQLException;

    Row add(byte[] bytes) throws SQLException;

    /** To the microsecond, which is what every database keeps. */
    Row add(Instant instant) throws SQLException;
}
