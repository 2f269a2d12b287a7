package org.needscape.store.jdbc;

import java.sql.SQLException;

/** What one database does differently from another. */
interface Dialect {

    /** The JDBC isolation level under which all statements of a transaction see one state of the store. */
    int snapshotIsolation();

    /**
     * One sentence for the person who runs the program: what happened to the store and what to do. It holds nothing of a row: the
     * messages of databases may.
     *
     * @param failure what the database reported
     * @param location where the store is
     */
    String explain(SQLException failure, String location);

    /** Whether the connection that reported a failure is of no more use; a new one may be. */
    boolean isLost(SQLException failure);
}
