package org.needscape.need;

import java.util.ArrayList;
import java.util.List;

/**
 * National fifths (quintiles) of deprivation, made of deciles: 1 and 2 are the most deprived fifth, 9 and 10 the least deprived one. They
 * are sums of what is shown, so they tell nothing that deciles do not.
 */
public final class Fifths {

    private Fifths() {}

    /**
     * Takes deciles together by fifths.
     *
     * @param groups deciles, or several next to each other, most deprived first
     * @return a group for each fifth that has people; fifths that share a group of deciles are one group; its count is unknown where that
     *     of a part is
     */
    public static List<GradientGroup> of(List<GradientGroup> groups) {
        List<GradientGroup> fifths = new ArrayList<>();
        for (GradientGroup group : groups) {
            int last = fifths.size() - 1;
            if (last >= 0 && fifthOf(fifths.get(last).lastDecile()) >= fifthOf(group.firstDecile())) {
                fifths.set(last, fifths.get(last).with(group));
            } else {
                fifths.add(group);
            }
        }
        return fifths;
    }

    /** The fifth of a decile, 1 (most deprived) to 5. */
    public static int fifthOf(int decile) {
        return (decile + 1) / 2;
    }

    /** {@code 1}, or {@code 2-3} for fifths taken together. */
    public static String label(GradientGroup group) {
        int first = fifthOf(group.firstDecile());
        int last = fifthOf(group.lastDecile());
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
