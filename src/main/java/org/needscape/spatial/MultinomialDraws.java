package org.needscape.spatial;

import java.util.Arrays;

/**
 * Deals events out to areas, each event by itself with the same chances (Walker's alias method; Vose, 1991, A linear algorithm for
 * generating random numbers with a given distribution, IEEE Transactions on Software Engineering 17:972-975, DOI 10.1109/32.92917). One
 * event takes the same time however many areas there are; chances are met to within one part in 2^30.
 */
final class MultinomialDraws {

    private static final int CERTAIN = 1 << 30;

    private final int[] cuts;
    private final int[] aliases;

    /** @param weights what the chances are proportional to, 0 or more, one above 0 */
    MultinomialDraws(double[] weights) {
        int size = weights.length;
        double sum = Arrays.stream(weights).sum();
        double[] scaled = Arrays.stream(weights).map(w -> w / sum * size).toArray();
        cuts = new int[size];
        aliases = new int[size];
        int[] small = new int[size];
        int[] large = new int[size];
        int smallCount = 0;
        int largeCount = 0;
        for (int area = 0; area < size; area++) {
            if (scaled[area] < 1) {
                small[smallCount++] = area;
            } else {
                large[largeCount++] = area;
            }
        }
        while (smallCount > 0 && largeCount > 0) {
            int giver = large[largeCount - 1];
            int taker = small[--smallCount];
            cuts[taker] = (int) Math.rint(scaled[taker] * CERTAIN);
            aliases[taker] = giver;
            scaled[giver] -= 1 - scaled[taker];
            if (scaled[giver] < 1) {
                largeCount--;
                small[smallCount++] = giver;
            }
        }
        // What is left is 1 but for rounding.
        while (largeCount > 0) {
            cuts[large[--largeCount]] = CERTAIN;
        }
        while (smallCount > 0) {
            cuts[small[--smallCount]] = CERTAIN;
        }
    }

    /**
     * Deals events out.
     *
     * @param events how many
     * @param random where chance comes from
     * @param step what one event adds: 1, or -1 for negative counts
     * @param counts set to the events of each area, times the step
     */
    void deal(int events, RandomStream random, int step, int[] counts) {
        Arrays.fill(counts, 0);
        for (int event = 0; event < events; event++) {
            int area = random.below(cuts.length);
            counts[random.below(CERTAIN) < cuts[area] ? area : aliases[area]] += step;
        }
    }
}
