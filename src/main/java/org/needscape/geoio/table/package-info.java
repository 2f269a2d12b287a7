/**
 * Tables in: CSV files and workbooks as publishers offer them, read row by row into typed values. A row is accepted whole or refused
 * whole; a file of another boundary year is refused whole.
 *
 * <p>May use: {@code area}, {@code authority}, {@code cooccurrence}, {@code geoio.workbook}, {@code indicator}, {@code report},
 * {@code progress}; commons-csv.
 */
@NullMarked
package org.needscape.geoio.table;

import org.jspecify.annotations.NullMarked;
