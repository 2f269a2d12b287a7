package org.needscape.store.jdbc;

/** The one row of {@code store_state}, which every change of content counts up and which stands for the whole store in a lock. */
final class StateRow {

    private StateRow() {}

    /**
     * One transaction at a time comes past here, so that none misses what another one is about to commit. The row that is locked is
     * one that no other row refers to: a reference to it would hold it against two that wait for each other.
     */
    static void lock(Sql sql) {
        sql.list(
                """
                select revision
                from store_state
                for update
                """,
                Sql.Binder.NONE,
                row -> row.getLong(1));
    }
}
