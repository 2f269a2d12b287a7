package org.needscape.store.jdbc;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns of a table that rows are added to.
 *
 * @param table its name
 * @param names of the columns, in the order in which their values are given
 * @param boundary the name of the one that holds a boundary, or an empty text
 */
record Columns(String table, List<String> names, String boundary) {

    Columns {
        names = List.copyOf(names);
    }

    static Columns of(String table, String... names) {
        return new Columns(table, List.of(names), "");
    }

    /** The same with a boundary, given as bytes, in one of the columns. */
    Columns withBoundary(String column) {
        return new Columns(table, names, column);
    }

    /** The same after a column {@code id} that is given too. */
    Columns withId() {
        List<String> all = new ArrayList<>(List.of("id"));
        all.addAll(names);
        return new Columns(table, all, boundary);
    }

    int count() {
        return names.size();
    }

    /** Inserts one row with parameters. */
    String insertStatement() {
        List<String> values = names.stream()
                .map(name -> name.equals(boundary) ? "cast(? as geometry)" : "?")
                .toList();
        return "insert into " + table + " (" + String.join(", ", names) + ") values (" + String.join(", ", values)
                + ")";
    }

    /** Takes rows in bulk, on PostgreSQL only. */
    String copyStatement() {
        return "copy " + table + " (" + String.join(", ", names) + ") from stdin (format binary)";
    }
}
