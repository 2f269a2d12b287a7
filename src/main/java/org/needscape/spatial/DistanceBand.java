package org.needscape.spatial;

import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * All areas within a distance are neighbours, each with weight 1; one exactly at the distance (to within 1e-6 m) is. The relation goes
 * both ways. An area without another that near is an isolate.
 *
 * @param metres the distance, above 0, finite
 */
public record DistanceBand(double metres) implements DistanceRule {

    public DistanceBand {
        if (!(metres > 0 && Double.isFinite(metres))) {
            throw new IllegalArgumentException("A distance band must be above 0 metres, not " + metres + ".");
        }
    }

    /**
     * The smallest band in which every area has a neighbour: the largest of the distances to the nearest other area. In the country it
     * may be so large that towns have hundreds.
     *
     * @throws IllegalArgumentException when there are fewer than two areas, or all have the same centre
     */
    public static DistanceBand reachingAll(List<Coordinate> centres) {
        if (centres.size() < 2) {
            throw new IllegalArgumentException(
                    "No distance reaches another area: there is only " + centres.size() + ".");
        }
        SortedCentres sorted = new SortedCentres(centres);
        return new DistanceBand(IntStream.range(0, centres.size())
                .parallel()
                .mapToDouble(area -> sorted.metresToNearest(area, 1))
                .max()
                .orElseThrow());
    }

    @Override
    public Neighbours neighboursOf(List<Coordinate> centres) {
        SortedCentres sorted = new SortedCentres(centres);
        return Neighbours.ofLists(IntStream.range(0, centres.size())
                .parallel()
                .mapToObj(area -> sorted.within(area, metres + NearestFirst.SAME_METRES).stream()
                        .mapToInt(SortedCentres.Near::area)
                        .toArray())
                .toArray(int[][]::new));
    }
}
