/**
 * Boundaries in: shapefile, GeoPackage and GeoJSON as GeoTools features, their coordinate system judged, brought onto the
 * British National Grid, snapped to one centimetre, repaired where they are invalid. Every record that cannot be used is a problem in
 * the import's log, and reading goes on.
 *
 * <p>May use: {@code area}, {@code report}, {@code progress}, {@code geoio.shapefile}, {@code geoio.grid}; GeoTools, JTS, SQLite, Jackson.
 */
@NullMarked
package org.needscape.geoio.boundary;

import org.jspecify.annotations.NullMarked;
