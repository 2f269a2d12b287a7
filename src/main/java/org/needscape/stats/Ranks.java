package org.needscape.stats;

import java.util.stream.IntStream;

/** Ranks of numbers, with the two usual ways to treat ties. */
public final class Ranks {

    private Ranks() {}

    /**
     * Ranks from the smallest number (1) to the largest; equal numbers share the mean of the ranks they take up.
     *
     * @param values finite
     */
    public static double[] averageAscending(double[] values) {
        int[] order = ascendingOrder(values);
        double[] ranks = new double[values.length];
        int start = 0;
        while (start < order.length) {
            int end = start;
            while (end + 1 < order.length && values[order[end + 1]] == values[order[start]]) {
                end++;
            }
            for (int k = start; k <= end; k++) {
                ranks[order[k]] = (start + end) / 2.0 + 1;
            }
            start = end + 1;
        }
        return ranks;
    }

    /**
     * Competition ranks from the largest number (1) to the smallest: equal numbers share the best rank they take up and the
     * ranks after them are left out (1, 2, 2, 4).
     *
     * @param values finite
     */
    public static int[] competitionDescending(double[] values) {
        int[] order = ascendingOrder(values);
        int[] ranks = new int[values.length];
        for (int k = order.length - 1; k >= 0; k--) {
            boolean tied = k + 1 < order.length && values[order[k]] == values[order[k + 1]];
            ranks[order[k]] = tied ? ranks[order[k + 1]] : order.length - k;
        }
        return ranks;
    }

    private static int[] ascendingOrder(double[] values) {
        for (double value : values) {
            Arguments.finite("A value to rank", value);
        }
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
