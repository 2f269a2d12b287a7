package org.needscape.spatial;

import java.util.stream.IntStream;

/**
 * Simulated maps: all events dealt out to the areas by chance, each map from its own stream of random numbers. A few maps tell below which
 * LLR hardly any maximum lies; for the others only circles above that are worked out, which saves most of the time, and a map that has
 * none is gone through again.
 *
 * @param circles of all areas
 * @param likelihood of the circles
 * @param draws deals the events out
 * @param areaCount how many areas
 */
record ScanReplicates(ScanCircles circles, ScanLikelihood likelihood, MultinomialDraws draws, int areaCount) {

    private static final int PILOT = 32;
    private static final double FLOOR_BELOW_PILOT = 0.8;
    private static final int MAPS_PER_TASK = 16;

    /** Maps between two reports of progress, at the most, and about how many steps they may take. */
    private static final int MAPS_PER_ROUND = 1_024;

    private static final long STEPS_PER_ROUND = 200_000_000;

    /** The largest LLR of each map; the same for any number of threads. */
    double[] maxima(int replicates, long seed, Work work) {
        double[] maxima = new double[replicates];
        int pilot = Math.min(PILOT, replicates);
        int[][] all = circles.limits(likelihood, 0);
        simulate(seed, 0, pilot, all, all, maxima);
        if (pilot < replicates) {
            double lowest = IntStream.range(0, pilot)
                    .mapToDouble(replicate -> maxima[replicate])
                    .min()
                    .orElse(0);
            int[][] limits = circles.limits(likelihood, FLOOR_BELOW_PILOT * lowest);
            int round = (int) Math.max(MAPS_PER_TASK, Math.min(MAPS_PER_ROUND, STEPS_PER_ROUND / circles.entryCount()));
            for (int from = pilot; from < replicates; from += round) {
                work.done((double) from / replicates);
                simulate(seed, from, Math.min(replicates, from + round), limits, all, maxima);
            }
        }
        work.done(1);
        return maxima;
    }

    private void simulate(long seed, int from, int until, int[][] limits, int[][] lowest, double[] maxima) {
        int tasks = (until - from + MAPS_PER_TASK - 1) / MAPS_PER_TASK;
        IntStream.range(0, tasks).parallel().forEach(task -> {
            int[] counts = new int[areaCount];
            int first = from + task * MAPS_PER_TASK;
            for (int replicate = first; replicate < Math.min(until, first + MAPS_PER_TASK); replicate++) {
                draws.deal(
                        likelihood.total(),
                        new RandomStream(seed, replicate),
                        likelihood.rates().sign(),
                        counts);
                double largest = circles.largestRatio(counts, limits, likelihood);
                maxima[replicate] = largest > 0 ? largest : circles.largestRatio(counts, lowest, likelihood);
            }
        });
    }
}
