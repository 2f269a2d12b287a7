package org.needscape.spatial;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Conditional permutation of all areas at once: for each area, how many draws of its neighbours' weighted sum are at or above, and
 * at or below, the observed one. The draws are shared, see {@link SharedDraws}.
 *
 * <p>An area with equal weights needs no sum of its own: its counts are looked up among the sorted sums of its number of neighbours,
 * and put right for the few draws that hold the area itself. Counts are whole numbers, so that it does not matter which thread
 * counts first. For one run.
 */
final class ConditionalCounts {

    /** Draws between two looks at which areas may stop: fixed, so that where an area stops depends on its draws alone. */
    static final int LOOK_DRAWS = 4_096;

    /** Areas counted by a thread at a time. */
    private static final int RANGE = 512;

    private final ObservedSums observed;
    private final boolean[] counting;
    private final AtomicIntegerArray above;
    private final AtomicIntegerArray below;
    private final int[] draws;

    /** Nothing counted yet. */
    ConditionalCounts(ObservedSums observed) {
        this.observed = observed;
        int size = observed.size();
        counting = new boolean[size];
        for (int area = 0; area < size; area++) {
            counting[area] = observed.degree(area) > 0;
        }
        above = new AtomicIntegerArray(size);
        below = new AtomicIntegerArray(size);
        draws = new int[size];
    }

    /**
     * Draws and counts.
     *
     * @param limit how many draws, fewer for areas that stop
     * @param stops asked at every look for each area whether it has had enough
     */
    void run(long seed, int limit, IntPredicate stops, Work work) {
        SharedDraws shared = new SharedDraws(seed, observed, counting);
        int drawn = 0;
        while (drawn < limit && shared.isNeeded()) {
            int block = Math.min(shared.blockDraws(), limit - drawn);
            count(shared, drawn, block);
            drawn += block;
            if (drawn % LOOK_DRAWS == 0 && settle(drawn, stops)) {
                shared = new SharedDraws(seed, observed, counting);
            }
            work.done((double) drawn / limit);
        }
        settle(drawn, area -> true);
        work.done(1);
    }

    /** How many draws were at or above the observed sum; with the sign of all sums turned, at or below it. */
    int above(int area, boolean turned) {
        return (turned ? below : above).get(area);
    }

    /** How many draws were at or below the observed sum; with the sign of all sums turned, at or above it. */
    int below(int area, boolean turned) {
        return above(area, !turned);
    }

    /** How many draws an area has had. */
    int draws(int area) {
        return draws[area];
    }

    private void count(SharedDraws shared, int first, int block) {
        shared.deal(first, block, this::replace);
        IntStream.range(0, (counting.length + RANGE - 1) / RANGE).parallel().forEach(range -> {
            double[] sums = new double[shared.hasWeightedSums() ? block : 0];
            for (int area = range * RANGE; area < Math.min(counting.length, (range + 1) * RANGE); area++) {
                if (counting[area] && observed.hasEqualWeights(area)) {
                    above.addAndGet(area, shared.countAtLeast(observed.degree(area), observed.least(area)));
                    below.addAndGet(area, shared.countAtMost(observed.degree(area), observed.most(area)));
                } else if (counting[area]) {
                    shared.weightedSums(observed.weights(area), sums);
                    countWeighted(area, sums);
                }
            }
        });
    }

    private void countWeighted(int area, double[] sums) {
        double least = observed.least(area);
        double most = observed.most(area);
        int up = 0;
        int down = 0;
        for (double sum : sums) {
            up += sum >= least ? 1 : 0;
            down += sum <= most ? 1 : 0;
        }
        above.addAndGet(area, up);
        below.addAndGet(area, down);
    }

    private void replace(int area, double counted, double right) {
        double least = observed.least(area);
        double most = observed.most(area);
        above.addAndGet(area, (right >= least ? 1 : 0) - (counted >= least ? 1 : 0));
        below.addAndGet(area, (right <= most ? 1 : 0) - (counted <= most ? 1 : 0));
    }

    /** Lets areas stop; whether any did. */
    private boolean settle(int drawn, IntPredicate stops) {
        boolean any = false;
        for (int area = 0; area < counting.length; area++) {
            if (counting[area] && stops.test(area)) {
                counting[area] = false;
                draws[area] = drawn;
                any = true;
            }
        }
        return any;
    }
}
