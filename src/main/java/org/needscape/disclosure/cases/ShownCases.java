package org.needscape.disclosure.cases;

import java.util.List;
import java.util.Optional;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Value;

/**
 * The cases of one place and period as they may be shown. Every count is rounded or hidden, and whatever else is said of the cases is
 * made of these counts alone.
 *
 * @param rule by which counts were hidden and rounded
 * @param cases how many are counted
 * @param factors how common each factor is
 * @param pairs every two factors
 * @param numbers how many factors cases have
 * @param atHome how many of the three at home cases have: domestic abuse, parental mental ill-health and parental substance misuse;
 *     empty when one of the three was not recorded
 * @param combinations the most frequent ones
 * @param levels the cases at each level of intervention
 */
public record ShownCases(
        DisclosurePolicy rule,
        Value cases,
        List<ShownFactor> factors,
        List<ShownPair> pairs,
        ShownNumbers numbers,
        Optional<ShownNumbers> atHome,
        List<ShownCombination> combinations,
        List<ShownLevel> levels) {

    /** Of fewer cases nothing is shown. */
    public static final int FEWEST_CASES = 100;

    public ShownCases {
        factors = List.copyOf(factors);
        pairs = List.copyOf(pairs);
        combinations = List.copyOf(combinations);
        levels = List.copyOf(levels);
    }

    /** What counts are rounded to a multiple of. */
    public int roundingBase() {
        return CaseRounding.base(rule);
    }

    /** The same by another rule as well: what is hidden stays so, and what that rule hides is hidden too. */
    public ShownCases under(DisclosurePolicy other) {
        DisclosurePolicy strictest = rule.strictest(other);
        if (strictest.equals(rule)) {
            return this;
        }
        CaseRounding rounding = new CaseRounding(strictest);
        return new ShownCases(
                strictest,
                rounding.again(cases),
                factors.stream().map(factor -> factor.map(rounding::again)).toList(),
                pairs.stream().map(pair -> pair.map(rounding::again)).toList(),
                numbers.map(rounding::again),
                atHome.map(three -> three.map(rounding::again)),
                combinations.stream()
                        .filter(combination ->
                                rounding.again(combination.cases()).isKnown())
                        .toList(),
                levels.stream().map(level -> level.map(rounding::again)).toList());
    }

    static long count(Value shown) {
        return Math.round(shown.number().orElseThrow());
    }
}
