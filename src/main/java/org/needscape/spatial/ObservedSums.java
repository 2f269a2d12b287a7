package org.needscape.spatial;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The weighted sum of its neighbours' values for each area that is tested: what draws are compared with. An area is here a position
 * among those whose value is known, the pool that is drawn from.
 */
final class ObservedSums {

    /** Sums of the same numbers in another order differ by rounding, by less than this share of their largest term: equal. */
    private static final double ROUNDING = 1e-12;

    private static final double[] EQUAL = {};

    private final double[] pool;
    private final int[] degrees;
    private final double[][] weights;
    private final double[] least;
    private final double[] most;

    private ObservedSums(double[] pool) {
        this.pool = pool;
        degrees = new int[pool.length];
        weights = new double[pool.length][];
        Arrays.fill(weights, EQUAL);
        least = new double[pool.length];
        most = new double[pool.length];
    }

    /**
     * Adds up.
     *
     * @param areas the areas with a known value
     * @param z deviations from the mean, by area
     * @param known links between these areas, none of an area to itself
     * @param tested which of them are tested; each has a neighbour
     */
    static ObservedSums of(int[] areas, double[] z, Neighbours known, IntPredicate tested) {
        double[] pool = IntStream.of(areas).mapToDouble(area -> z[area]).toArray();
        double largest = Arrays.stream(pool).map(Math::abs).max().orElse(0);
        ObservedSums sums = new ObservedSums(pool);
        for (int k = 0; k < areas.length; k++) {
            if (tested.test(areas[k])) {
                sums.add(k, areas[k], z, known, largest);
            }
        }
        return sums;
    }

    private void add(int k, int area, double[] z, Neighbours known, double largest) {
        int degree = known.degree(area);
        double first = known.weight(area, 0);
        boolean equal = first > 0;
        for (int link = 1; link < degree; link++) {
            equal &= known.weight(area, link) == first;
        }
        double[] own = equal ? EQUAL : new double[degree];
        double sum = 0;
        double weightSum = 0;
        for (int link = 0; link < degree; link++) {
            double weight = equal ? 1 : known.weight(area, link);
            sum += weight * z[known.neighbour(area, link)];
            weightSum += Math.abs(weight);
            if (!equal) {
                own[link] = weight;
            }
        }
        degrees[k] = degree;
        weights[k] = own;
        least[k] = sum - ROUNDING * weightSum * largest;
        most[k] = sum + ROUNDING * weightSum * largest;
    }

    /** How many areas are drawn from. */
    int size() {
        return pool.length;
    }

    double value(int area) {
        return pool[area];
    }

    /** How many neighbours an area has; 0 where it is not tested. */
    int degree(int area) {
        return degrees[area];
    }

    /** Whether all weights of an area are the same, and so taken as 1. */
    boolean hasEqualWeights(int area) {
        return weights[area].length == 0;
    }

    /** The weights of an area's neighbours; none where they are equal. */
    double[] weights(int area) {
        return weights[area];
    }

    /** From where on a sum counts as at or above the observed one. */
    double least(int area) {
        return least[area];
    }

    /** Up to where a sum counts as at or below the observed one. */
    double most(int area) {
        return most[area];
    }
}
