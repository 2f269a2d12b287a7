package org.needscape.geoio.grid;

/**
 * A point in degrees, longitude first, as GeoJSON writes it. Its datum is ETRS89, which boundary data does not tell from WGS 84.
 *
 * @param longitudeDegrees east of Greenwich
 * @param latitudeDegrees north of the equator
 */
public record LongitudeLatitude(double longitudeDegrees, double latitudeDegrees) {}
