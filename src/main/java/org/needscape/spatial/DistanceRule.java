package org.needscape.spatial;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** A way to tell neighbours by the distance between the centres of areas, where touching does not tell. */
public sealed interface DistanceRule permits NearestNeighbours, DistanceBand, InverseDistance {

    /**
     * The neighbours of each area; no area is its own.
     *
     * @param centres in metres on a projected grid, finite; degrees would make circles ellipses
     * @throws IllegalArgumentException when a coordinate is not finite
     */
    Neighbours neighboursOf(List<Coordinate> centres);
}
