package org.needscape.spatial;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Draws that all areas share, a block of them at a time. A draw is the start of a random order of all areas; an area takes from it
 * the first k that are not itself, k being how many neighbours it has.
 *
 * <p>Leaving one area out of a random order leaves a random order of the others. So every selection of k others is equally likely,
 * none comes twice, and the area itself never comes. Where it is not among the first k, they are its draw, and their sum is the
 * same for all areas with k neighbours; where it is among them, the first k + 1 without itself are. Areas that share draws have
 * p-values that rise and fall together by chance; each by itself is as valid as with draws of its own.
 *
 * <p>Each draw has a stream of random numbers of its own, made from seed and number of the draw, and a longer start of it begins
 * with the shorter one. So no result depends on how draws are put into blocks, or on threads.
 */
final class SharedDraws {

    /** Draws dealt by a thread at a time: it needs an order of all areas to begin with. */
    private static final int CHUNK = 256;

    /** Numbers kept of a block: 8 MB. */
    private static final int BLOCK_NUMBERS = 1 << 20;

    private static final int LEAST_BLOCK = 64;

    /** Takes what an area's own place in a draw changes. */
    @FunctionalInterface
    interface OwnPlaces {

        /**
         * @param counted the sum that the draw has for every area with as many neighbours or the same weights
         * @param right the sum that it has for this area
         */
        void found(int area, double counted, double right);
    }

    private final long seed;
    private final ObservedSums observed;
    private final boolean[] needing;
    private final int longest;
    private final int longestWeighted;
    private final int[] sumDegrees;
    private final int[] columns;
    private int block;
    private double[] sums = {};
    private double[] terms = {};

    /** @param needing which areas still need draws */
    SharedDraws(long seed, ObservedSums observed, boolean[] needing) {
        this.seed = seed;
        this.observed = observed;
        this.needing = needing;
        boolean[] summed = new boolean[observed.size() + 1];
        int all = 0;
        int weighted = 0;
        for (int area = 0; area < needing.length; area++) {
            if (needing[area]) {
                int degree = observed.degree(area);
                boolean equal = observed.hasEqualWeights(area);
                all = Math.max(all, degree);
                summed[degree] |= equal;
                weighted = Math.max(weighted, equal ? 0 : degree);
            }
        }
        longest = all;
        longestWeighted = weighted;
        sumDegrees = IntStream.range(0, summed.length)
                .filter(degree -> summed[degree])
                .toArray();
        columns = new int[summed.length];
        for (int column = 0; column < sumDegrees.length; column++) {
            columns[sumDegrees[column]] = column;
        }
    }

    /** Whether any area still waits for draws. */
    boolean isNeeded() {
        return longest > 0;
    }

    /** How many draws fit into a block: a power of two, so that blocks end where areas may stop. */
    int blockDraws() {
        int fitting = BLOCK_NUMBERS / (sumDegrees.length + longestWeighted);
        return Math.min(
                ConditionalCounts.LOOK_DRAWS, Math.max(LEAST_BLOCK, Integer.highestOneBit(Math.max(1, fitting))));
    }

    boolean hasWeightedSums() {
        return longestWeighted > 0;
    }

    /**
     * Makes draws; what was made before is gone.
     *
     * @param first the number of the first draw
     * @param size how many
     * @param ownPlaces called by several threads
     */
    void deal(int first, int size, OwnPlaces ownPlaces) {
        block = size;
        sums = new double[sumDegrees.length * size];
        terms = new double[longestWeighted * size];
        IntStream.range(0, (size + CHUNK - 1) / CHUNK)
                .parallel()
                .forEach(chunk -> deal(first, chunk * CHUNK, Math.min(size, (chunk + 1) * CHUNK), ownPlaces));
        IntStream.range(0, sumDegrees.length)
                .parallel()
                .forEach(column -> Arrays.sort(sums, column * size, (column + 1) * size));
    }

    /** How many draws of so many areas add up to at least this much. */
    int countAtLeast(int degree, double sum) {
        int start = columns[degree] * block;
        int low = start;
        int high = start + block;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] >= sum) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return start + block - low;
    }

    /** How many draws of so many areas add up to at most this much. */
    int countAtMost(int degree, double sum) {
        int start = columns[degree] * block;
        int low = start;
        int high = start + block;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > sum) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low - start;
    }

    /** The weighted sum of each draw, in the order of the draws. */
    void weightedSums(double[] weights, double[] into) {
        Arrays.fill(into, 0);
        for (int slot = 0; slot < weights.length; slot++) {
            double weight = weights[slot];
            int start = slot * block;
            for (int draw = 0; draw < into.length; draw++) {
                into[draw] += weight * terms[start + draw];
            }
        }
    }

    private void deal(int first, int from, int to, OwnPlaces ownPlaces) {
        int size = observed.size();
        int[] order = IntStream.range(0, size).toArray();
        int slots = Math.min(size, longest + 1);
        int[] swapped = new int[slots];
        double[] upTo = new double[slots + 1];
        for (int draw = from; draw < to; draw++) {
            RandomStream random = new RandomStream(seed, first + draw);
            for (int slot = 0; slot < slots; slot++) {
                swapped[slot] = slot + random.below(size - slot);
                swap(order, slot, swapped[slot]);
                upTo[slot + 1] = upTo[slot] + observed.value(order[slot]);
            }
            keep(draw, order, upTo);
            for (int slot = 0; slot < longest; slot++) {
                leaveOut(slot, order, upTo, ownPlaces);
            }
            for (int slot = slots - 1; slot >= 0; slot--) {
                swap(order, slot, swapped[slot]);
            }
        }
    }

    private void keep(int draw, int[] order, double[] upTo) {
        for (int column = 0; column < sumDegrees.length; column++) {
            sums[column * block + draw] = upTo[sumDegrees[column]];
        }
        for (int slot = 0; slot < longestWeighted; slot++) {
            terms[slot * block + draw] = observed.value(order[slot]);
        }
    }

    /** Tells of the area that stands at a place of the draw, where it would otherwise be drawn for itself. */
    private void leaveOut(int slot, int[] order, double[] upTo, OwnPlaces ownPlaces) {
        int area = order[slot];
        int degree = observed.degree(area);
        if (degree <= slot || !needing[area]) {
            return;
        }
        if (observed.hasEqualWeights(area)) {
            ownPlaces.found(area, upTo[degree], upTo[degree + 1] - observed.value(area));
            return;
        }
        double[] weights = observed.weights(area);
        double with = 0;
        double without = 0;
        for (int k = 0; k < degree; k++) {
            // In the same order as the sums that are counted, so that rounding is the same too.
            with += weights[k] * observed.value(order[k]);
            without += weights[k] * observed.value(order[k < slot ? k : k + 1]);
        }
        ownPlaces.found(area, with, without);
    }

    private static void swap(int[] items, int a, int b) {
        int kept = items[a];
        items[a] = items[b];
        items[b] = kept;
    }
}
