package org.needscape.geoio.boundary;

/**
 * What a boundary file turned out to be.
 *
 * @param format how it was written
 * @param coordinateSystem the coordinate system it was in, in words
 * @param codeColumn the column the codes were taken from
 * @param nameColumn the column the names were taken from; empty where the codes stand for them
 * @param areaCount how many areas were taken, at least 1
 * @param fictional whether its areas are those of the fictional county
 */
public record BoundarySummary(
        BoundaryFormat format,
        String coordinateSystem,
        String codeColumn,
        String nameColumn,
        long areaCount,
        boolean fictional) {}
