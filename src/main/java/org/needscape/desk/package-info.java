/**
 * The analyst's own desk: hotspots, gradient and need matrix from file to file, without a store. Each use case reads CSV, calls
 * the domain and writes one file, whole or not at all.
 *
 * <p>Output is what the files say: nothing of a store passes here, and nothing is protected unless the caller asks for counts of
 * 1 to N, and what derives from them, to be hidden.
 *
 * <p>May use: {@code area}, {@code indicator}, {@code layer}, {@code need}, {@code report}, {@code spatial}, {@code stats}; commons-csv,
 * Jackson, JTS (to hand boundaries on).
 */
@NullMarked
package org.needscape.desk;

import org.jspecify.annotations.NullMarked;
