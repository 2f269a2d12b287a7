package org.needscape.geoio.grid;

/**
 * A point on the British National Grid (EPSG:27700, datum OSGB36).
 *
 * @param eastingMetres metres east of the grid's false origin
 * @param northingMetres metres north of the grid's false origin
 */
public record GridPoint(double eastingMetres, double northingMetres) {}
