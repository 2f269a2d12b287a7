/**
 * The store on a relational database: SQL, migrations, and what differs between databases. {@link
 * org.needscape.store.jdbc.H2StoreOpener} opens the embedded one, {@link
 * org.needscape.store.jdbc.PostgisStoreOpener} one on a server, {@link org.needscape.store.jdbc.StoreMove} moves everything of one
 * into another.
 *
 * <p>A <em>session</em> is one transaction on one connection; its stores share a {@code Sql} that turns every {@code
 * SQLException} into a {@link org.needscape.store.StoreException} in one place. A <em>dialect</em> is what one database does
 * differently from another; the SQL itself is shared. A <em>content hash</em> is brought up to date at the end of the
 * transaction that changed the content, so that reading it costs nothing.
 *
 * <p>May use: {@code store}, the domain packages, JDBC, H2, PostgreSQL, PostGIS, HikariCP, Flyway, JTS.
 */
@NullMarked
package org.needscape.store.jdbc;

import org.jspecify.annotations.NullMarked;
