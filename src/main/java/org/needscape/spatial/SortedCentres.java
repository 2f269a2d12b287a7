package org.needscape.spatial;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * Points sorted from west to east, to find those near one of them without looking at all: going outward from it, no point farther east
 * or west than the distance asked for can be near.
 */
final class SortedCentres {

    private final double[] x;
    private final double[] y;
    private final int[] areas;
    private final int[] positions;

    /** A point that is near. */
    record Near(int area, double metres) {}

    SortedCentres(List<Coordinate> centres) {
        for (int area = 0; area < centres.size(); area++) {
            Coordinate centre = centres.get(area);
            if (!Double.isFinite(centre.x) || !Double.isFinite(centre.y)) {
                throw new IllegalArgumentException(
                        "The centre of area " + area + " is " + centre.x + ", " + centre.y + ".");
            }
        }
        areas = IntStream.range(0, centres.size())
                .boxed()
                .sorted(Comparator.comparingDouble(area -> centres.get(area).x))
                .mapToInt(Integer::intValue)
                .toArray();
        x = Arrays.stream(areas).mapToDouble(area -> centres.get(area).x).toArray();
        y = Arrays.stream(areas).mapToDouble(area -> centres.get(area).y).toArray();
        positions = new int[areas.length];
        for (int position = 0; position < areas.length; position++) {
            positions[areas[position]] = position;
        }
    }

    int size() {
        return areas.length;
    }

    /** All other points within a distance, by rising index. */
    List<Near> within(int area, double metres) {
        int own = positions[area];
        int first = own;
        int last = own;
        while (first > 0 && x[own] - x[first - 1] <= metres) {
            first--;
        }
        while (last < areas.length - 1 && x[last + 1] - x[own] <= metres) {
            last++;
        }
        return IntStream.rangeClosed(first, last)
                .filter(position -> position != own)
                .mapToObj(position -> new Near(areas[position], metres(own, position)))
                .filter(near -> near.metres() <= metres)
                .sorted(Comparator.comparingInt(Near::area))
                .toList();
    }

    /** The distance to the k-th nearest other point, k from 1 to size - 1. */
    double metresToNearest(int area, int k) {
        int own = positions[area];
        double[] nearest = new double[k];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int west = own - 1;
        int east = own + 1;
        while (true) {
            double toWest = west >= 0 ? x[own] - x[west] : Double.POSITIVE_INFINITY;
            double toEast = east < areas.length ? x[east] - x[own] : Double.POSITIVE_INFINITY;
            if (Math.min(toWest, toEast) >= nearest[k - 1]) {
                return nearest[k - 1];
            }
            insert(nearest, metres(own, toWest <= toEast ? west-- : east++));
        }
    }

    private double metres(int a, int b) {
        double dx = x[a] - x[b];
        double dy = y[a] - y[b];
        return Math.sqrt(dx * dx + dy * dy);
    }

    private static void insert(double[] sorted, double metres) {
        int slot = sorted.length - 1;
        if (metres >= sorted[slot]) {
            return;
        }
        while (slot > 0 && sorted[slot - 1] > metres) {
            sorted[slot] = sorted[slot - 1];
            slot--;
        }
        sorted[slot] = metres;
    }
}
