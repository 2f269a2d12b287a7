package org.needscape.store.jdbc;

import java.util.ArrayList;
import java.util.List;

/** Copies the rows of a table that the target lacks, in chunks of one transaction each, and hashes all of them on the way. */
final class TableCopy {

    /** Long texts and boundaries fill a chunk before its rows do. */
    private static final long MAX_CHUNK_BYTES = 8L << 20;

    private final MovedTable table;
    private final TableHash hash;
    private final long present;
    private final int chunkRows;
    private final Taker taker;
    private final List<Object[]> chunk = new ArrayList<>();
    private long chunkBytes;

    /** Takes a chunk of rows. */
    @FunctionalInterface
    interface Taker {
        void take(List<Object[]> rows);
    }

    /** @param present how many rows the target has already: the first ones */
    TableCopy(MovedTable table, long present, int chunkRows, Taker taker) {
        this.table = table;
        this.hash = new TableHash(table);
        this.present = present;
        this.chunkRows = chunkRows;
        this.taker = taker;
    }

    /** @param eachRow run after each row that was read */
    TableHash run(Sql from, Runnable eachRow) {
        table.forEachRow(from, row -> {
            hash.add(row);
            if (hash.rows() > present) {
                add(row);
            }
            eachRow.run();
        });
        send();
        return hash;
    }

    private void add(Object[] row) {
        chunk.add(row);
        for (Object value : row) {
            chunkBytes += size(value);
        }
        if (chunk.size() >= chunkRows || chunkBytes >= MAX_CHUNK_BYTES) {
            send();
        }
    }

    private void send() {
        if (!chunk.isEmpty()) {
            taker.take(chunk);
            chunk.clear();
            chunkBytes = 0;
        }
    }

    private static int size(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof byte[] bytes ? bytes.length : Long.BYTES;
    }
}
