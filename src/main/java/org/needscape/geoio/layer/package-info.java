/**
 * Layers and tables of areas out: zipped shapefile, GeoJSON, GeoPackage (tables), CSV with its metadata, and the JSON in which results
 * are kept. Marks stand for what is
 * hidden or missing in every format, and fictional data says so.
 *
 * <p>May use: {@code area}, {@code indicator}, {@code layer}, {@code geoio.shapefile}, {@code geoio.grid}; JTS, Jackson,
 * JDBC (a GeoPackage is an SQLite file).
 */
@NullMarked
package org.needscape.geoio.layer;

import org.jspecify.annotations.NullMarked;
