package org.needscape.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.OptionalDouble;

/** What a column holds, and how its values are read, added and hashed the same on every database. Only numbers may be missing. */
enum ColumnKind {
    TEXT {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void add(Row row, Object value) throws SQLException {
            row.add((String) value);
        }

        @Override
        void hash(RowBytes bytes, Object value) {
            bytes.add((String) value);
        }
    },
    INTEGER {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getInt(column);
        }

        @Override
        void add(Row row, Object value) throws SQLException {
            row.add(((Integer) value).intValue());
        }

        @Override
        void hash(RowBytes bytes, Object value) {
            bytes.add(((Integer) value).longValue());
        }
    },
    BIGINT {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getLong(column);
        }

        @Override
        void add(Row row, Object value) throws SQLException {
            row.add(((Long) value).longValue());
        }

        @Override
        void hash(RowBytes bytes, Object value) {
            bytes.add(((Long) value).longValue());
        }
    },
    NUMBER {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            double number = row.getDouble(column);
            return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
        }

        @Override
        void add(Row row, Object value) throws SQLException {
            row.add((OptionalDouble) value);
        }

        /** By its bits, but H2 keeps a negative zero as zero. */
        @Override
        void hash(RowBytes bytes, Object value) {
            OptionalDouble number = (OptionalDouble) value;
            bytes.add(number.isPresent());
            bytes.add(Double.doubleToLongBits(number.orElse(0) + 0.0));
        }
    },
    FLAG {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getBoolean(column);
        }

        @Override
        void add(Row row, Object value) throws SQLException {
            row.add(((Boolean) value).booleanValue());
        }

        @Override
        void hash(RowBytes bytes, Object value) {
            bytes.add(((Boolean) value).booleanValue());
        }
    },
    BOUNDARY {
        /** Databases differ in the order of the bytes. */
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return BoundaryBytes.write(BoundaryBytes.read(row.getBytes(column)));
        }

        @Override
        void add(Row row, Object value) throws SQLException {
            row.add((byte[]) value);
        }

        @Override
        void hash(RowBytes bytes, Object value) {
            bytes.add((byte[]) value);
        }
    },
    TIME {
        /** Databases differ in the offset. */
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }

        @Override
        void add(Row row, Object value) throws SQLException {
            row.add((Instant) value);
        }

        @Override
        void hash(RowBytes bytes, Object value) {
            Instant instant = (Instant) value;
            bytes.add(instant.getEpochSecond());
            bytes.add(instant.getNano() / 1000L);
        }
    };

    abstract Object read(ResultSet row, int column) throws SQLException;

    abstract void add(Row row, Object value) throws SQLException;

    abstract void hash(RowBytes bytes, Object value);
}
