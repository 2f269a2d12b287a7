/**
 * The shapefile and its zip, read and written record by record. Nothing that a file says of its own size is trusted.
 *
 * <p>May use: {@code geoio.grid}, {@code report}, {@code progress}; JTS.
 */
@NullMarked
package org.needscape.geoio.shapefile;

import org.jspecify.annotations.NullMarked;
