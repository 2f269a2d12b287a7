package org.needscape.geoio.shapefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a shapefile's attribute table (dBASE III to V) row by row. Blank texts and numbers are missing: the format cannot tell them
 * from empty ones.
 */
public final class DbfReader implements AutoCloseable {

    private static final int HEADER_BYTES = 32;
    private static final int FIELD_BYTES = 32;
    private static final int END_OF_FIELDS = 0x0D;
    private static final int DELETED = '*';
    private static final int MAX_EXACT_DIGITS = 18;

    /**
     * A column.
     *
     * @param name as the file writes it
     * @param type the format's letter
     * @param length bytes in each row
     * @param decimals digits after the point
     */
    public record Column(String name, char type, int length, int decimals) {

        boolean isText() {
            return type != 'N' && type != 'F';
        }

        /** What its values are read as. */
        public Class<?> valueClass() {
            if (isText()) {
                return String.class;
            }
            return decimals == 0 && length <= MAX_EXACT_DIGITS ? Long.class : Double.class;
        }
    }

    /** A row; {@code values} has null where nothing is known. */
    public record Row(boolean deleted, List<@Nullable Object> values) {}

    private final InputStream in;
    private final Charset charset;
    private final long rowCount;
    private final int languageByte;
    private final List<Column> columns;
    private final byte[] row;
    private long rowsRead;

    /** @throws IOException when the header is damaged or cut off */
    public DbfReader(InputStream in, Charset charset) throws IOException {
        this.in = in;
        this.charset = charset;
        ByteBuffer header = ByteBuffer.wrap(readFully(HEADER_BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        rowCount = header.getInt(4) & 0xFFFFFFFFL;
        int headerLength = header.getShort(8) & 0xFFFF;
        int rowLength = header.getShort(10) & 0xFFFF;
        languageByte = header.get(29) & 0xFF;
        if (headerLength < HEADER_BYTES + 1) {
            throw new IOException("The table's header is damaged.");
        }
        columns = readColumns(readFully(headerLength - HEADER_BYTES), charset);
        int needed = 1 + columns.stream().mapToInt(Column::length).sum();
        if (columns.isEmpty() || rowLength < needed) {
            throw new IOException("The table's columns do not fit its rows.");
        }
        row = new byte[rowLength];
    }

    public long rowCount() {
        return rowCount;
    }

    public int languageByte() {
        return languageByte;
    }

    public List<Column> columns() {
        return columns;
    }

    /** The next row, or null after the last that the header counts. @throws IOException when the table ends before */
    @Nullable
    public Row next() throws IOException {
        if (!advance()) {
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        int offset = 1;
        for (Column column : columns) {
            values.add(value(column, offset));
            offset += column.length();
        }
        return new Row(row[0] == DELETED, values);
    }

    /** Goes to the next row without reading its values. */
    public boolean advance() throws IOException {
        if (rowsRead == rowCount) {
            return false;
        }
        if (in.readNBytes(row, 0, row.length) != row.length) {
            throw new IOException("The table ends after " + rowsRead + " of " + rowCount + " rows.");
        }
        rowsRead++;
        return true;
    }

    /** The bytes of the row just reached; not to be kept. */
    public byte[] rowBytes() {
        return row;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private @Nullable Object value(Column column, int offset) {
        if (column.isText()) {
            int end = offset + column.length();
            while (end > offset && (row[end - 1] == ' ' || row[end - 1] == 0)) {
                end--;
            }
            return end == offset ? null : new String(row, offset, end - offset, charset);
        }
        String text = new String(row, offset, column.length(), StandardCharsets.US_ASCII).strip();
        try {
            if (column.valueClass() == Long.class && text.indexOf('.') < 0 && text.indexOf('e') < 0) {
                return text.isEmpty() ? null : (Object) Long.valueOf(text);
            }
            double number = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
            return Double.isFinite(number) ? (Object) number : null;
        } catch (NumberFormatException e) {
            // Asterisks are how a number that did not fit is written.
            return null;
        }
    }

    private byte[] readFully(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length != count) {
            throw new IOException("The table's header is cut off.");
        }
        return bytes;
    }

    private static List<Column> readColumns(byte[] bytes, Charset charset) {
        List<Column> columns = new ArrayList<>();
        for (int start = 0;
                start + FIELD_BYTES <= bytes.length && bytes[start] != END_OF_FIELDS;
                start += FIELD_BYTES) {
            int end = start;
            while (end < start + 11 && bytes[end] != 0) {
                end++;
            }
            columns.add(new Column(
                    new String(bytes, start, end - start, charset).strip(),
                    (char) (bytes[start + 11] & 0xFF),
                    bytes[start + 16] & 0xFF,
                    bytes[start + 17] & 0xFF));
        }
        return columns;
    }
}
