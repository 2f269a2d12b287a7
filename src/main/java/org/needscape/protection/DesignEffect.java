package org.needscape.protection;

import java.util.Map;
import java.util.OptionalDouble;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;

/**
 * How much less than children who come alone the children of a measure say, because brothers and sisters are counted together: the design
 * effect D = Σ m² / Σ m over all families of an extent, with m children counted of a family ({@link
 * org.needscape.stats.ClusteredCount}). It is the one figure that leaves the door of what is known of families.
 *
 * <p><b>When it is told.</b> Where every area of the extent has a count and says how its children come in families, where the extent's
 * count is shown, and where that is at least {@value #FEWEST_THRESHOLDS} times the largest count that is hidden, 100 children by default.
 * It is told to one decimal, from 1.1: 1.0 would widen nothing.
 *
 * <p><b>Why it gives no child away.</b> Σ m² - Σ m is twice the number of pairs of brothers and sisters who are counted together. Of T
 * children a step of 0.1 is T / 10 of that sum, T / 20 pairs: at least as many as the largest count that is hidden. So what is told of
 * the number of pairs, itself no count of children, is no finer than what is told of any hidden count, and nothing is told of where they
 * live or how large a family is: no area, district or category has a figure of its own. That hardly anybody has a brother or sister
 * among them, which would say something of everyone counted, is not told: it cannot be known from families that nobody stated. Extents
 * that share areas, or files that follow one another, tell two such figures; each is good for a step only, and their counts differ by 0 or
 * by more than is hidden, as everywhere. The limits made with it follow from it and from counts that are shown.
 */
final class DesignEffect {

    /** Of the largest hidden count: then a step of D is as many pairs. */
    static final int FEWEST_THRESHOLDS = 20;

    private static final double STEPS_PER_UNIT = 10;

    private DesignEffect() {}

    /**
     * The design effect of an extent.
     *
     * @param published the counts as they are shown
     * @return above 1, to one decimal, or nothing
     */
    static OptionalDouble of(PublishedCounts published, Period period, ExtentName extent) {
        ExactCounts exact = published.exact();
        Map<AreaCode, Value> families =
                exact.families().getOrDefault(extent, Map.of()).get(period);
        if (families == null || !published.extent(period, extent).isKnown()) {
            return OptionalDouble.empty();
        }
        double children = 0;
        double squares = 0;
        for (AreaCode code : exact.areasOf(extent)) {
            double count = exact.count(period, code).number().orElse(-1);
            Value squared = count == 0 ? Value.known(0) : families.getOrDefault(code, Value.known(0));
            double sum = squared.number().orElse(-1);
            if (count < 0 || sum < count) {
                return OptionalDouble.empty();
            }
            children += count;
            squares += sum;
        }
        DisclosurePolicy policy = published.policy();
        double fewest = FEWEST_THRESHOLDS * (double) Math.max(policy.threshold(), policy.roundingBase());
        double told = Math.rint(STEPS_PER_UNIT * squares / Math.max(1, children)) / STEPS_PER_UNIT;
        return children >= fewest && told > 1 ? OptionalDouble.of(told) : OptionalDouble.empty();
    }
}
