package org.needscape.stats;

import java.util.Arrays;

/** Numbers in order, among which others find their place. */
public final class SortedSample {

    private final double[] ascending;

    /** @param values at least one, finite; not kept */
    public SortedSample(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A sample has at least one number.");
        }
        for (double value : values) {
            Arguments.finite("A number of a sample", value);
        }
        this.ascending = values.clone();
        Arrays.sort(ascending);
    }

    public int size() {
        return ascending.length;
    }

    /**
     * The rank of a number, from the smallest (1) to the largest (n).
     *
     * @return of one that is in the sample the mean rank of its equals; of one between two numbers the middle between their ranks;
     *     at least 1 and at most n
     */
    public double rankOf(double value) {
        int less = firstNotBelow(value);
        int end = less;
        while (end < ascending.length && ascending[end] == value) {
            end++;
        }
        double rank = end > less ? (less + 1 + end) / 2.0 : less + 0.5;
        return Math.min(ascending.length, Math.max(1, rank));
    }

    private int firstNotBelow(double value) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
