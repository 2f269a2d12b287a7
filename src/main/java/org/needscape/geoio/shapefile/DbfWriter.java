package org.needscape.geoio.shapefile;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes the attribute table of a shapefile (dBASE III) in UTF-8. */
final class DbfWriter {

    private static final int FIELD_BYTES = 32;
    private static final byte END_OF_FIELDS = 0x0D;
    private static final byte END_OF_FILE = 0x1A;

    private final List<DbfField> fields;
    private final int recordLength;

    DbfWriter(List<DbfField> fields) {
        this.fields = fields;
        this.recordLength = 1 + fields.stream().mapToInt(DbfField::length).sum();
        if (recordLength > 65_535) {
            throw new IllegalArgumentException("The fields of a shapefile take at most 65,535 bytes together.");
        }
    }

    void writeHeader(OutputStream out, int recordCount) throws IOException {
        int headerLength = FIELD_BYTES * (fields.size() + 1) + 1;
        ByteBuffer header = ByteBuffer.allocate(headerLength).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 3);
        // A fixed date of change (1 January 1980), so that the same content gives the same bytes.
        header.put((byte) 80).put((byte) 1).put((byte) 1);
        header.putInt(recordCount).putShort((short) headerLength).putShort((short) recordLength);
        header.position(FIELD_BYTES);
        for (DbfField field : fields) {
            int start = header.position();
            header.put(field.name().getBytes(StandardCharsets.US_ASCII));
            header.position(start + 11);
            header.put((byte) field.type().letter());
            header.position(start + 16);
            header.put((byte) field.length()).put((byte) field.decimals());
            header.position(start + FIELD_BYTES);
        }
        header.put(END_OF_FIELDS);
        out.write(header.array());
    }

    void writeRecord(OutputStream out, List<Object> values) throws IOException {
        byte[] line = new byte[recordLength];
        Arrays.fill(line, (byte) ' ');
        int offset = 1;
        for (int i = 0; i < fields.size(); i++) {
            DbfField field = fields.get(i);
            byte[] text = encode(field, values.get(i));
            int start = field.type() == DbfField.Type.NUMBER ? offset + field.length() - text.length : offset;
            System.arraycopy(text, 0, line, start, text.length);
            offset += field.length();
        }
        out.write(line);
    }

    void writeEnd(OutputStream out) throws IOException {
        out.write(END_OF_FILE);
    }

    private static byte[] encode(DbfField field, Object value) {
        if (field.type() == DbfField.Type.TEXT) {
            return cut(value.toString().getBytes(StandardCharsets.UTF_8), field.length());
        }
        if (value instanceof Number number) {
            return digits(field, number).getBytes(StandardCharsets.US_ASCII);
        }
        if (value.equals(ShapefileRecord.BLANK)) {
            return new byte[0];
        }
        throw new IllegalArgumentException("Field " + field.name() + " holds numbers, not a text.");
    }

    private static String digits(DbfField field, Number number) {
        if (number instanceof Double value && !Double.isFinite(value)) {
            throw new IllegalArgumentException("Field " + field.name() + " cannot hold " + value + ".");
        }
        String text = new BigDecimal(number.toString())
                .setScale(field.decimals(), RoundingMode.HALF_EVEN)
                .toPlainString();
        if (text.length() > field.length()) {
            throw new IllegalArgumentException(
                    "Field " + field.name() + " of length " + field.length() + " cannot hold " + text + ".");
        }
        return text;
    }

    /** At most so many bytes, never ending inside a character. */
    private static byte[] cut(byte[] utf8, int length) {
        if (utf8.length <= length) {
            return utf8;
        }
        int end = length;
        while (end > 0 && (utf8[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(utf8, end);
    }
}
