package org.needscape.geoio.shapefile;

import java.util.List;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * A shape with its attributes. Treat the geometry as read-only.
 *
 * @param geometry metres on the British National Grid; an empty one is written as the null shape
 * @param values a {@link String} or a {@link Number} for each field, in their order; an empty text leaves the field blank, which
 *     is how a missing number is written
 */
public record ShapefileRecord(MultiPolygon geometry, List<Object> values) {

    /** Leaves a field blank. */
    public static final String BLANK = "";

    public ShapefileRecord {
        values = List.copyOf(values);
    }
}
