package org.needscape.demo;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A small piece of land. Areas, districts, the county and the city are all made of whole parcels, therefore they share exact
 * borders and nest.
 *
 * @param index its place in the mesh
 * @param site the point it grew from
 * @param ring its corners, counter-clockwise, rounded to a centimetre, the first not repeated
 * @param neighbours the parcels it shares an edge with, in order of their index
 */
record Parcel(int index, Coordinate site, List<Coordinate> ring, List<Integer> neighbours) {

    Parcel {
        ring = List.copyOf(ring);
        neighbours = List.copyOf(neighbours);
    }

    /** Distance between the points that two parcels grew from. */
    double distanceMetres(Parcel other) {
        return site.distance(other.site);
    }
}
