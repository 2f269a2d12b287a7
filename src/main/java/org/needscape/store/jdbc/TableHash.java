package org.needscape.store.jdbc;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Counts the rows of a table and hashes what they hold, whatever their order and whichever database they stand in: the sum of the
 * SHA-256 of each row, modulo 2^256.
 */
final class TableHash {

    private static final int WORDS = 4;

    private final MovedTable table;
    private final Sha256 sha256 = new Sha256();
    private final RowBytes bytes = new RowBytes();

    /** The most significant word first. */
    private final long[] sum = new long[WORDS];

    private long rows;
    private long unsound;

    TableHash(MovedTable table) {
        this.table = table;
    }

    /**
     * What a table holds.
     *
     * @param rows how many
     * @param hash of all of them, in hexadecimal
     */
    record Content(long rows, String hash) {

        /** Of a table that was not read. */
        static final Content NONE = new Content(0, "");
    }

    void add(Object[] row) {
        for (int i = 0; i < row.length; i++) {
            table.columns().get(i).kind().hash(bytes, row[i]);
        }
        ByteBuffer hash = ByteBuffer.wrap(bytes.hash(sha256));
        long carry = 0;
        for (int word = WORDS - 1; word >= 0; word--) {
            carry = addWord(word, hash.getLong(word * Long.BYTES), carry);
        }
        rows++;
        if (table.hasBoundaries() && !isSound(row)) {
            unsound++;
        }
    }

    long rows() {
        return rows;
    }

    /** How many areas have a name and boundary that are not those of the content hash beside them. */
    long unsound() {
        return unsound;
    }

    Content content() {
        ByteBuffer all = ByteBuffer.allocate(WORDS * Long.BYTES);
        for (long word : sum) {
            all.putLong(word);
        }
        return new Content(rows, HexFormat.of().formatHex(all.array()));
    }

    private long addWord(int word, long added, long carry) {
        long first = sum[word] + added;
        long second = first + carry;
        sum[word] = second;
        return Long.compareUnsigned(first, added) < 0 || Long.compareUnsigned(second, carry) < 0 ? 1 : 0;
    }

    private boolean isSound(Object[] row) {
        String name = (String) row[table.indexOf("name")];
        byte[] boundary = (byte[]) row[table.indexOf("boundary")];
        return AreaWriter.contentHash(name, boundary).equals(row[table.indexOf("content_hash")]);
    }
}
