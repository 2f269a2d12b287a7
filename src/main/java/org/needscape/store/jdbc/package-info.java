/** The store on H2: SQL, migrations, dialect. */
@NullMarked
package org.needscape.store.jdbc;

import org.jspecify.annotations.NullMarked;
