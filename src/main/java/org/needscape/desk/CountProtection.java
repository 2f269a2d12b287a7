package org.needscape.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.needscape.indicator.Value;

/**
 * Which areas' counts must not be read from an output. Counts of 1 to N are hidden; results that rest on all areas could give
 * one or two of them back, so the next smallest counts are hidden as well until at least three are.
 */
final class CountProtection {

    private static final int AT_LEAST_TOGETHER = 3;

    private CountProtection() {}

    /**
     * The counts to hide.
     *
     * @param counts of areas
     * @param upTo N, or 0 to hide nothing
     * @param together how many must be hidden at least when one is
     */
    static boolean[] hidden(List<Value> counts, int upTo, int together) {
        boolean[] hidden = new boolean[counts.size()];
        int count = 0;
        for (int area = 0; area < hidden.length; area++) {
            double number = counts.get(area).number().orElse(0);
            hidden[area] = number >= 1 && number <= upTo;
            count += hidden[area] ? 1 : 0;
        }
        if (count > 0 && count < together) {
            List<Integer> others = new ArrayList<>();
            for (int area = 0; area < hidden.length; area++) {
                if (!hidden[area] && counts.get(area).number().orElse(0) > 0) {
                    others.add(area);
                }
            }
            others.sort(
                    Comparator.comparingDouble(area -> counts.get(area).number().orElseThrow()));
            others.stream().limit(together - count).forEach(area -> hidden[area] = true);
        }
        return hidden;
    }

    static boolean[] hidden(List<Value> counts, int upTo) {
        return hidden(counts, upTo, AT_LEAST_TOGETHER);
    }
}
