package org.needscape.store;

import java.util.List;

/**
 * What a move of one store into another came to: everything of the one is in the other.
 *
 * @param tables what the store holds, without what it has none of
 * @param notes what was unusual about it, a sentence each
 */
public record MoveReport(List<Table> tables, List<String> notes) {

    /**
     * A table that holds something.
     *
     * @param label what its rows are to people, in the plural
     * @param rows how many
     */
    public record Table(String label, long rows) {}

    public MoveReport {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** The rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
