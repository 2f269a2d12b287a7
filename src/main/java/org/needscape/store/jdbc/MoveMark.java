package org.needscape.store.jdbc;

import java.util.Optional;
import org.needscape.store.StoreException;

/**
 * The row that stands in a store while another one is being moved into it.
 *
 * @param source where the other one is, in one way of writing it
 * @param revision of the other one, or {@link #TO_BE_EMPTIED}
 */
record MoveMark(String source, long revision) {

    /** Instead of a revision: what was copied so far is of no use. */
    static final long TO_BE_EMPTIED = -1;

    static Optional<MoveMark> find(Sql sql) {
        return sql.find(
                """
                select source, source_revision
                from store_move
                """,
                Sql.Binder.NONE,
                row -> new MoveMark(row.getString(1), row.getLong(2)));
    }

    /** @throws StoreException when there is one */
    static void requireNone(Sql sql) {
        find(sql).ifPresent(mark -> {
            throw new StoreException("The store " + sql.location() + " is not whole yet: a move from " + mark.source()
                    + " into it was interrupted. Run the same 'needscape move' again to finish it.");
        });
    }

    void insert(Sql sql) {
        sql.update(
                """
                insert into store_move (source, source_revision, started)
                values (?, ?, current_timestamp)
                """,
                parameters -> parameters.add(source).add(revision));
    }

    static void setRevision(Sql sql, long revision) {
        sql.update(
                """
                update store_move
                set source_revision = ?
                """,
                parameters -> parameters.add(revision));
    }

    static void delete(Sql sql) {
        sql.update("""
                delete from store_move
                """, Sql.Binder.NONE);
    }
}
