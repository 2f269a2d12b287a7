package org.needscape.store.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.OptionalDouble;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows as PostgreSQL takes them in bulk: its {@code COPY} in binary form, several times as fast as inserting them.
 *
 * <p>Source: PostgreSQL Global Development Group, PostgreSQL 15 documentation, COPY, "Binary Format"; a timestamp is the number of
 * microseconds since 2000-01-01 in UTC.
 */
final class CopyRows implements Row {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int NULL = -1;
    private static final short END = -1;
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int SEND_BYTES = 1 << 16;

    private final CopyIn copy;
    private ByteBuffer bytes = ByteBuffer.allocate(2 * SEND_BYTES);

    private CopyRows(CopyIn copy) {
        this.copy = copy;
    }

    /** Adds a row for each item. */
    static <T> void add(Connection connection, Columns columns, Collection<T> items, Sql.RowBinder<T> binder)
            throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(columns.copyStatement());
        try {
            CopyRows rows = new CopyRows(copy);
            rows.bytes.put(SIGNATURE).putInt(0).putInt(0);
            for (T item : items) {
                rows.bytes.putShort((short) columns.count());
                binder.bind(rows, item);
                rows.sendIfMuch();
            }
            rows.room(Short.BYTES).putShort(END);
            rows.send();
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    @Override
    public Row add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Row add(int number) {
        room(Integer.BYTES).putInt(Integer.BYTES).putInt(number);
        return this;
    }

    @Override
    public Row add(long number) {
        room(Long.BYTES).putInt(Long.BYTES).putLong(number);
        return this;
    }

    @Override
    public Row add(double number) {
        room(Double.BYTES).putInt(Double.BYTES).putDouble(number);
        return this;
    }

    @Override
    public Row add(OptionalDouble number) {
        if (number.isPresent()) {
            return add(number.getAsDouble());
        }
        room(0).putInt(NULL);
        return this;
    }

    @Override
    public Row add(boolean flag) {
        room(1).putInt(1).put((byte) (flag ? 1 : 0));
        return this;
    }

    @Override
    public Row add(byte[] content) {
        room(content.length).putInt(content.length).put(content);
        return this;
    }

    @Override
    public Row add(Instant instant) {
        Duration since = Duration.between(EPOCH, instant);
        return add(Math.addExact(Math.multiplyExact(since.getSeconds(), 1_000_000), since.getNano() / 1000));
    }

    /** The buffer with room for a field of so many bytes, its length, and the count of columns of the row after it. */
    private ByteBuffer room(int length) {
        int needed = length + Integer.BYTES + Short.BYTES;
        if (bytes.remaining() < needed) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * bytes.capacity(), bytes.position() + needed));
            bytes = larger.put(bytes.flip());
        }
        return bytes;
    }

    private void sendIfMuch() throws SQLException {
        if (bytes.position() >= SEND_BYTES) {
            send();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(bytes.array(), 0, bytes.position());
        bytes.clear();
    }
}
