package org.needscape.need;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which areas may change sides at the end of the highest-need tenth while a weight moves; all others surely do not.
 *
 * <p>The way of the weight is cut into steps. As a weight moves one way, a score only rises or only falls, so within a step it lies
 * between what it is at both ends. An area that stays below what a tenth of the areas stay above is out all the way, and one that stays
 * above what fewer can come above is in all the way.
 */
final class TenthReach {

    private static final int STEPS = 32;

    /** Between two ways to work out the same score. */
    private static final double ROUNDING = 1e-9;

    private TenthReach() {}

    /** The score of an area with a weight moved by so much. */
    interface Moved {
        double score(int at, double change);
    }

    /**
     * The areas that may change sides.
     *
     * @param moved scores, each rising or falling only
     * @param isIn which areas are in the tenth before the weight is moved
     * @param tenth how many areas the tenth has, 1 or more
     * @param weight before it is moved
     * @param most how many times its weight the factor counts at the end of its way, 0 to below 1 or above 1
     */
    static BitSet of(Moved moved, boolean[] isIn, int tenth, double weight, double most) {
        int areas = isIn.length;
        BitSet found = new BitSet(areas);
        double[] before = scores(moved, areas, 0);
        for (int step = 1; step <= STEPS; step++) {
            double share = (double) step / STEPS;
            double times = most > 1 ? Math.pow(most, share) : 1 - share * (1 - most);
            double[] after = scores(moved, areas, (times - 1) * weight);
            double[] low = new double[areas];
            double[] high = new double[areas];
            for (int at = 0; at < areas; at++) {
                low[at] = Math.min(before[at], after[at]);
                high[at] = Math.max(before[at], after[at]);
            }
            double surelyOut = largest(low, tenth);
            double surelyIn = largest(high, tenth);
            for (int at = 0; at < areas; at++) {
                double margin = ROUNDING * (1 + Math.abs(high[at]));
                if (isIn[at] ? low[at] < surelyIn + margin : high[at] > surelyOut - margin) {
                    found.set(at);
                }
            }
            before = after;
        }
        return found;
    }

    private static double[] scores(Moved moved, int areas, double change) {
        double[] scores = new double[areas];
        for (int at = 0; at < areas; at++) {
            scores[at] = moved.score(at, change);
        }
        return scores;
    }

    /** The number of this place from the largest. */
    static double largest(double[] values, int place) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - place];
    }
}
