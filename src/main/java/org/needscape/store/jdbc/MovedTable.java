package org.needscape.store.jdbc;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as it is moved from one database to another.
 *
 * @param name of it
 * @param label what its rows are to people, in the plural
 * @param columns all of them
 * @param key the columns whose values together are different in each row, by which rows are read in the same order every time
 * @param fetchRows how many rows of it fit into memory easily
 */
record MovedTable(String name, String label, List<Column> columns, List<String> key, int fetchRows) {

    private static final int SMALL_ROWS = 10_000;

    /** @param kind what it holds */
    record Column(String name, ColumnKind kind) {}

    MovedTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** One whose rows are small. */
    static MovedTable of(String name, String label, Column... columns) {
        return new MovedTable(name, label, List.of(columns), List.of(), SMALL_ROWS);
    }

    MovedTable withKey(String... keyColumns) {
        return new MovedTable(name, label, columns, List.of(keyColumns), fetchRows);
    }

    MovedTable withFetchRows(int rows) {
        return new MovedTable(name, label, columns, key, rows);
    }

    /** Whether the database itself numbers its rows. */
    boolean isNumbered() {
        return key.equals(List.of("id")) && columns.get(indexOf("id")).kind() != ColumnKind.TEXT;
    }

    /** Whether it holds boundaries. */
    boolean hasBoundaries() {
        return columns.stream().anyMatch(column -> column.kind() == ColumnKind.BOUNDARY);
    }

    int indexOf(String column) {
        return columns.stream().map(Column::name).toList().indexOf(column);
    }

    Columns toColumns() {
        Columns all = new Columns(name, columns.stream().map(Column::name).toList(), "");
        return columns.stream()
                .filter(column -> column.kind() == ColumnKind.BOUNDARY)
                .findFirst()
                .map(column -> all.withBoundary(column.name()))
                .orElse(all);
    }

    /** Hands over every row, by the key: a value for each column. */
    void forEachRow(Sql sql, MovedRowConsumer consumer) {
        sql.forEach(query(), fetchRows, Sql.Binder.NONE, row -> {
            Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = columns.get(i).kind().read(row, i + 1);
            }
            consumer.accept(values);
        });
    }

    @FunctionalInterface
    interface MovedRowConsumer {
        void accept(Object[] values);
    }

    void add(Sql sql, List<Object[]> rows) {
        sql.addRows(toColumns(), rows, (row, values) -> {
            for (int i = 0; i < values.length; i++) {
                columns.get(i).kind().add(row, values[i]);
            }
        });
    }

    long count(Sql sql) {
        return sql.find("select count(*) from " + name, Sql.Binder.NONE, row -> row.getLong(1))
                .orElse(0L);
    }

    void empty(Sql sql) {
        sql.update("delete from " + name, Sql.Binder.NONE);
    }

    /** Makes the database number the next row after those of the store that they come from. */
    void numberOn(Sql from, Sql sql) {
        long next = from.find("select coalesce(max(id), 0) + 1 from " + name, Sql.Binder.NONE, row -> row.getLong(1))
                .orElse(1L);
        sql.update("alter table " + name + " alter column id restart with " + next, Sql.Binder.NONE);
    }

    private String query() {
        String selected = columns.stream()
                .map(column ->
                        column.kind() == ColumnKind.BOUNDARY ? "cast(" + column.name() + " as bytea)" : column.name())
                .collect(Collectors.joining(", "));
        return "select " + selected + " from " + name + (key.isEmpty() ? "" : " order by " + String.join(", ", key));
    }
}
