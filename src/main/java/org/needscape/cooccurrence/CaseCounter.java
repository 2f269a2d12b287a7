package org.needscape.cooccurrence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts cases into {@link CaseCombinations}: takes them one at a time and keeps none. Not for use by several threads: let each
 * count with its own and add the results up.
 */
public final class CaseCounter {

    private static final int FEWEST_FACTORS = 2;
    private static final int MOST_FACTORS = 20;

    private final List<String> factors;
    private final List<String> levels;
    private final Map<Combination, Long> counts = new TreeMap<>();

    /**
     * Begins to count.
     *
     * @param factors 2 to 20 names, all different, in the order in which flags will be given
     * @param levels of intervention, all different, in the order in which they are shown; may be empty
     */
    public CaseCounter(List<String> factors, List<String> levels) {
        if (factors.size() < FEWEST_FACTORS || factors.size() > MOST_FACTORS) {
            throw new IllegalArgumentException("Combinations are of " + FEWEST_FACTORS + " to " + MOST_FACTORS
                    + " factors, not of " + factors.size() + ".");
        }
        this.factors = Combination.distinct(factors);
        this.levels = Combination.distinct(levels);
    }

    /**
     * Counts a case whose level of intervention is not known.
     *
     * @param flags one for each factor, in their order
     */
    public void add(List<FactorFlag> flags) {
        add(flags, Combination.NO_LEVEL);
    }

    /**
     * Counts a case.
     *
     * @param flags one for each factor, in their order
     * @param level one of the levels
     */
    public void add(List<FactorFlag> flags, String level) {
        add(flags, Combination.index(levels, level));
    }

    private void add(List<FactorFlag> flags, int level) {
        if (flags.size() != factors.size()) {
            throw new IllegalArgumentException(flags.size() + " flags for " + factors.size() + " factors.");
        }
        counts.merge(Combination.of(flags, level), 1L, Math::addExact);
    }

    /** What was counted so far; what is added afterwards does not change it. */
    public CaseCombinations combinations() {
        return new CaseCombinations(factors, levels, new TreeMap<>(counts));
    }
}
