package org.needscape.need;

import java.util.List;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;

/**
 * How sure the ranks of a need matrix are.
 *
 * @param draws how often rates and weights were drawn anew
 * @param seed of the draws
 * @param rows one per area of the matrix, in its order
 * @param notices what a reader should know, one sentence each
 */
public record RankOutlook(int draws, long seed, List<Row> rows, List<String> notices) {

    public RankOutlook {
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
    }

    /**
     * One area. An area without a score keeps its reason in every place.
     *
     * @param area its code
     * @param median the middle of its ranks, 1 for most need
     * @param low the rank that it is above in 5 of 100 draws
     * @param high the rank that it is below in 5 of 100 draws
     * @param highestNeedTenth in how many of the draws it is among the highest-need tenth, 0 to 1
     * @param amongTheMost the same for the number of areas that was asked for
     */
    public record Row(AreaCode area, Value median, Value low, Value high, Value highestNeedTenth, Value amongTheMost) {}
}
