package org.needscape.store.jdbc;

import java.util.HashMap;
import java.util.Map;

/** How many rows a store has in each table that holds what people put there. */
record RowCounts(Map<MovedTable, Long> byTable) {

    /** Of a store without anything. */
    static final RowCounts NONE = new RowCounts(Map.of());

    RowCounts {
        byTable = Map.copyOf(byTable);
    }

    static RowCounts read(Sql sql) {
        Map<MovedTable, Long> counts = new HashMap<>();
        MovedTables.CONTENT.forEach(table -> counts.put(table, table.count(sql)));
        return new RowCounts(counts);
    }

    long of(MovedTable table) {
        return byTable.getOrDefault(table, 0L);
    }

    long total() {
        return byTable.values().stream().mapToLong(Long::longValue).sum();
    }
}
