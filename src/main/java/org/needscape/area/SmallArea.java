package org.needscape.area;

import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;

/**
 * An area with its name and boundary. Equal by {@link AreaId}: a geometry is mutable and costly to compare. Treat the boundary
 * as read-only; copy it to change it.
 */
public final class SmallArea {

    private final AreaId id;
    private final String name;
    private final MultiPolygon boundary;

    /**
     * @param id geography and code
     * @param name the publisher's name, not blank
     * @param boundary metres on the British National Grid, valid and not empty
     * @throws IllegalArgumentException when the name is blank or the boundary is empty
     */
    public SmallArea(AreaId id, String name, MultiPolygon boundary) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Area " + id + " has no name.");
        }
        if (boundary.isEmpty()) {
            throw new IllegalArgumentException("Area " + id + " has an empty boundary.");
        }
        this.id = id;
        this.name = name;
        this.boundary = boundary;
    }

    public AreaId id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The boundary in metres on the British National Grid. */
    public MultiPolygon boundary() {
        return boundary;
    }

    /** The planar area of the boundary in square metres, above 0. */
    public double areaSquareMetres() {
        return boundary.getArea();
    }

    /** The geometric centre in metres on the British National Grid; it may lie outside a concave boundary. */
    public Point centroid() {
        return boundary.getCentroid();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SmallArea area && id.equals(area.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return name + ", " + id;
    }
}
