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
final class Parameters implements Row {

    private final PreparedStatement statement;
    private int count;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    @Override
    public Parameters add(String text) throws SQLException {
        statement.setString(++count, text);
        return this;
    }

    @Override
    public Parameters add(int number) throws SQLException {
        statement.setInt(++count, number);
        return this;
    }

    @Override
    public Parameters add(long number) throws SQLException {
        statement.setLong(++count, number);
        return this;
    }

    @Override
    public Parameters add(double number) throws SQLException {
        statement.setDouble(++count, number);
        return this;
    }

    @Override
    public Parameters add(OptionalDouble number) throws SQLException {
        if (number.isPresent()) {
            return add(number.getAsDouble());
        }
        statement.setNull(++count, Types.DOUBLE);
        return this;
    }

    @Override
    public Parameters add(boolean flag) throws SQLException {
        statement.setBoolean(++count, flag);
        return this;
    }

    @Override
    public Parameters add(byte[] bytes) throws SQLException {
        statement.setBytes(++count, bytes);
        return this;
    }

    @Override
    public Parameters add(Instant instant) throws SQLException {
        statement.setObject(++count, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
        return this;
    }

    /** Anything that the database's own driver makes. */
    Parameters addObject(Object object) throws SQLException {
        statement.setObject(++count, object);
        return this;
    }

    /** An array for {@code = any(?)}. */
    Parameters addIds(Collection<Integer> ids) throws SQLException {
        statement.setArray(++count, statement.getConnection().createArrayOf("integer", ids.toArray()));
        return this;
    }
}
