package org.needscape.store.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.OptionalDouble;

/** The parameters of a statement, bound one after the other. */
final class Parameters {

    private final PreparedStatement statement;
    private int count;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters add(String text) throws SQLException {
        statement.setString(++count, text);
        return this;
    }

    Parameters add(int number) throws SQLException {
        statement.setInt(++count, number);
        return this;
    }

    Parameters add(long number) throws SQLException {
        statement.setLong(++count, number);
        return this;
    }

    Parameters add(double number) throws SQLException {
        statement.setDouble(++count, number);
        return this;
    }

    /** The number, or null where there is none. */
    Parameters add(OptionalDouble number) throws SQLException {
        if (number.isPresent()) {
            return add(number.getAsDouble());
        }
        statement.setNull(++count, Types.DOUBLE);
        return this;
    }

    Parameters add(boolean flag) throws SQLException {
        statement.setBoolean(++count, flag);
        return this;
    }

    Parameters add(byte[] bytes) throws SQLException {
        statement.setBytes(++count, bytes);
        return this;
    }

    /** To the microsecond, which is what every database keeps. */
    Parameters add(Instant instant) throws SQLException {
        statement.setObject(++count, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        return this;
    }

    /** An array for {@code = any(?)}. */
    Parameters addIds(Collection<Integer> ids) throws SQLException {
        statement.setArray(++count, statement.getConnection().createArrayOf("integer", ids.toArray()));
        return this;
    }
}
