package org.needscape.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * The k nearest areas are the neighbours, each with weight 1. Every area has as many, in towns and in the country, but the relation does
 * not go both ways by itself: the nearest town of a village has nearer towns. Of areas at the same distance as the k-th (to within 1e-6
 * m) those with the lowest index are taken. Areas with the same centre are at distance 0.
 *
 * @param count k, at least 1
 * @param bothWays whether links back are added, so that an area may have more than k neighbours
 */
public record NearestNeighbours(int count, boolean bothWays) implements DistanceRule {

    public NearestNeighbours {
        if (count < 1) {
            throw new IllegalArgumentException("An area needs at least one nearest neighbour, not " + count + ".");
        }
    }

    /** @throws IllegalArgumentException also when there are not more than k areas */
    @Override
    public Neighbours neighboursOf(List<Coordinate> centres) {
        if (count >= centres.size()) {
            throw new IllegalArgumentException(
                    "Of " + centres.size() + " areas none has " + count + " others: ask for fewer nearest neighbours.");
        }
        SortedCentres sorted = new SortedCentres(centres);
        int[][] lists = IntStream.range(0, centres.size())
                .parallel()
                .mapToObj(area -> nearest(sorted, area))
                .toArray(int[][]::new);
        Neighbours neighbours = Neighbours.ofLists(lists);
        return bothWays ? neighbours.withLinksBack() : neighbours;
    }

    private int[] nearest(SortedCentres sorted, int area) {
        double farthest = sorted.metresToNearest(area, count);
        List<SortedCentres.Near> near = sorted.within(area, farthest + NearestFirst.SAME_METRES);
        List<Integer> taken = new ArrayList<>();
        near.stream()
                .filter(other -> other.metres() < farthest - NearestFirst.SAME_METRES)
                .forEach(other -> taken.add(other.area()));
        near.stream()
                .filter(other -> other.metres() >= farthest - NearestFirst.SAME_METRES)
                .limit(count - taken.size())
                .forEach(other -> taken.add(other.area()));
        return taken.stream().mapToInt(Integer::intValue).toArray();
    }
}
