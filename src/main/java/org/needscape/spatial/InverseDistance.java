package org.needscape.spatial;

import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * All areas within a cap are neighbours, the nearer the more: weight = 1 / max(d, minimum)^power, d in metres. The minimum keeps areas
 * with the same or nearly the same centre from outweighing all others. The relation goes both ways, with the same weight.
 *
 * @param power how fast the weight falls, above 0, finite; 1 or 2 as a rule
 * @param capMetres the largest distance, above 0, finite
 * @param minimumMetres what a smaller distance counts as, above 0, at most the cap
 */
public record InverseDistance(double power, double capMetres, double minimumMetres) implements DistanceRule {

    public InverseDistance {
        if (!(power > 0 && Double.isFinite(power))) {
            throw new IllegalArgumentException("The power of a distance must be above 0, not " + power + ".");
        }
        if (!(capMetres > 0 && Double.isFinite(capMetres))) {
            throw new IllegalArgumentException("The largest distance must be above 0 metres, not " + capMetres + ".");
        }
        if (!(minimumMetres > 0 && minimumMetres <= capMetres)) {
            throw new IllegalArgumentException("The smallest distance must be above 0 and at most " + capMetres
                    + " metres, not " + minimumMetres + ".");
        }
        if (!(Math.pow(capMetres, -power) > 0 && Double.isFinite(Math.pow(minimumMetres, -power)))) {
            throw new IllegalArgumentException("The power " + power + " is too large for these distances.");
        }
    }

    @Override
    public Neighbours neighboursOf(List<Coordinate> centres) {
        SortedCentres sorted = new SortedCentres(centres);
        List<List<SortedCentres.Near>> near = IntStream.range(0, centres.size())
                .parallel()
                .mapToObj(area -> sorted.within(area, capMetres + NearestFirst.SAME_METRES))
                .toList();
        int links = near.stream().mapToInt(List::size).sum();
        int[] from = new int[links];
        int[] to = new int[links];
        double[] weights = new double[links];
        int link = 0;
        for (int area = 0; area < near.size(); area++) {
            for (SortedCentres.Near other : near.get(area)) {
                from[link] = area;
                to[link] = other.area();
                weights[link++] = Math.pow(Math.max(other.metres(), minimumMetres), -power);
            }
        }
        return Neighbours.ofLinks(centres.size(), from, to, weights);
    }
}
