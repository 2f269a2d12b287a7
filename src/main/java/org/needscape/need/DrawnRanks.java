package org.needscape.need;

import java.util.Arrays;

/** The ranks of areas in many draws. Areas are indices from 0. */
final class DrawnRanks {

    /** By draw and area. */
    private final int[][] ranks;

    /** @param ranks by draw and area; at least one draw of at least one area */
    DrawnRanks(int[][] ranks) {
        this.ranks = ranks;
    }

    /** The ranks of one draw: 1 for the largest; equal ones share the best rank they take up. */
    static int[] of(double[] totals) {
        double[] sorted = totals.clone();
        Arrays.sort(sorted);
        int[] ranks = new int[totals.length];
        for (int at = 0; at < totals.length; at++) {
            ranks[at] = 1 + sorted.length - firstAbove(sorted, totals[at]);
        }
        return ranks;
    }

    private static int firstAbove(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The ranks of an area in rising order. */
    int[] ordered(int area) {
        int[] ofArea = new int[ranks.length];
        for (int draw = 0; draw < ranks.length; draw++) {
            ofArea[draw] = ranks[draw][area];
        }
        Arrays.sort(ofArea);
        return ofArea;
    }

    /** By area, the share of draws in which it is among the k with most need; those that share a rank share the places. */
    double[] probabilitiesAmong(int k) {
        double[] among = new double[ranks[0].length];
        for (int[] drawn : ranks) {
            int[] sharing = new int[drawn.length + 1];
            for (int rank : drawn) {
                sharing[rank]++;
            }
            for (int at = 0; at < drawn.length; at++) {
                int placesLeft = k - (drawn[at] - 1);
                if (placesLeft > 0) {
                    among[at] += Math.min(1, (double) placesLeft / sharing[drawn[at]]);
                }
            }
        }
        for (int at = 0; at < among.length; at++) {
            among[at] = Math.min(1, among[at] / ranks.length);
        }
        return among;
    }
}
