package org.needscape.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.indicator.Value;

/**
 * Rates of areas drawn toward others the more, the fewer people are behind them, so that an area of few does not come first or last by
 * chance. Toward what, a {@link Shrinkage} says: the overall rate or that of the neighbourhood by empirical Bayes (Marshall, 1991,
 * Applied Statistics 40:283-294), the district's share on the logit scale as the Indices of Deprivation do ({@link
 * org.needscape.stats.LogitShrinkage}).
 */
public final class ShrunkRates {

    private ShrunkRates() {}

    /**
     * A factor's values with those shrunk of which count and population are known.
     *
     * @return in the same order and unit; a value without its count or population stays as it is, and one that is not known keeps its
     *     reason and changes no other. Empty where there is no event. Where areas differ by no more than chance all get the overall rate
     * @throws IllegalArgumentException toward districts, when more are counted in an area than there are
     */
    public static Optional<List<Value>> of(CountedFactor counted) {
        if (counted.shrinkage() == Shrinkage.NONE) {
            return Optional.of(counted.values());
        }
        return RedrawnFactor.fit(counted).map(factor -> {
            List<Value> shrunk = new ArrayList<>(counted.values());
            for (int area = 0; area < shrunk.size(); area++) {
                if (factor.isRedrawn(area)) {
                    shrunk.set(area, Value.ofFinite(factor.shrunk(area)));
                }
            }
            return shrunk;
        });
    }

    /**
     * Whether rates that were measured differently were all drawn to one, because they differ by no more than chance.
     *
     * @param measured as they were
     * @param shrunk what became of them, in the same order
     */
    public static boolean becameOne(List<Value> measured, List<Value> shrunk) {
        return isConstant(shrunk) && !isConstant(measured);
    }

    private static boolean isConstant(List<Value> values) {
        return values.stream().filter(Value::isKnown).distinct().count() < 2;
    }
}
