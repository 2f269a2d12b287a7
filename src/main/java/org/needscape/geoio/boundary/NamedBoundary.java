package org.needscape.geoio.boundary;

import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;

/**
 * A boundary of a file whose geography nobody stated.
 *
 * @param code the publisher's code
 * @param name its name, or the code where the file has no name
 * @param boundary metres on the British National Grid, whole centimetres, valid and not empty; treat it as read-only
 */
public record NamedBoundary(AreaCode code, String name, MultiPolygon boundary) {}
