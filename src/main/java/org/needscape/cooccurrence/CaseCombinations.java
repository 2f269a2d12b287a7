package org.needscape.cooccurrence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongBiFunction;
import java.util.stream.IntStream;

/**
 * Cases of children, counted by which risk factors they have together: for each combination of factors that are present, absent or
 * unknown, and each level of intervention, how many cases. A case itself is not kept, only that there was one more of its
 * combination. With many factors a combination may still be that of a single child: these are exact counts, to be protected before
 * anybody is shown them.
 *
 * <p>A case with a factor unknown takes part in everything that does not need that factor, and in nothing that does. Immutable;
 * equal when factors, levels and counts are.
 */
public final class CaseCombinations {

    private final List<String> factors;
    private final List<String> levels;
    private final Map<Combination, Long> counts;

    /**
     * Cases with one and the same combination, whatever their level.
     *
     * @param present the factors these cases have, in the order of all factors; they are known not to have the others
     * @param cases how many, above 0
     */
    public record CaseCount(List<String> present, long cases) {

        public CaseCount {
            present = List.copyOf(present);
            if (cases <= 0) {
                throw new IllegalArgumentException("A combination that was found has cases, not " + cases + ".");
            }
        }
    }

    CaseCombinations(List<String> factors, List<String> levels, Map<Combination, Long> counts) {
        this.factors = factors;
        this.levels = levels;
        this.counts = counts;
    }

    public List<String> factors() {
        return factors;
    }

    public List<String> levels() {
        return levels;
    }

    /** All cases, whatever is known of them. */
    public long cases() {
        return count(0, present -> true);
    }

    /** Cases of which at least one factor is unknown. */
    public long casesWithUnknownFactors() {
        return cases() - count(mask(factors), present -> true);
    }

    /** Cases of which all factors are known, by combination: the most frequent first, then by the order of the factors. */
    public List<CaseCount> list() {
        Map<Integer, Long> byPresent = new TreeMap<>();
        counts.forEach((combination, cases) -> {
            if (combination.unknown() == 0) {
                byPresent.merge(combination.present(), cases, Math::addExact);
            }
        });
        return byPresent.entrySet().stream()
                .map(entry -> new CaseCount(
                        IntStream.range(0, factors.size())
                                .filter(k -> (entry.getKey() >> k & 1) == 1)
                                .mapToObj(factors::get)
                                .toList(),
                        entry.getValue()))
                .sorted(Comparator.comparingLong(CaseCount::cases).reversed())
                .toList();
    }

    /**
     * These cases and others together.
     *
     * @param other cases counted by the same factors and levels
     */
    public CaseCombinations plus(CaseCombinations other) {
        if (!factors.equals(other.factors) || !levels.equals(other.levels)) {
            throw new IllegalArgumentException("Cases counted by " + factors + " and " + levels
                    + " cannot be added to cases counted by " + other.factors + " and " + other.levels + ".");
        }
        Map<Combination, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((combination, cases) -> sum.merge(combination, cases, Math::addExact));
        return new CaseCombinations(factors, levels, sum);
    }

    /** The cases at a level of intervention only. */
    public CaseCombinations atLevel(String level) {
        int index = Combination.index(levels, level);
        return only(combination -> combination.level() == index);
    }

    /** The cases of which no level is known. */
    public CaseCombinations withoutLevel() {
        return only(combination -> combination.level() == Combination.NO_LEVEL);
    }

    /** The cases that are known to have all of these factors. */
    public CaseCombinations having(List<String> wanted) {
        int mask = mask(wanted);
        return only(combination -> (combination.present() & mask) == mask);
    }

    /**
     * Of each combination only some of its cases.
     *
     * @param kept how many are kept of so many cases of a combination at a level, 0 or more and at most as many; the combination is
     *     named by a text that does not depend on the order of the factors
     */
    public CaseCombinations keeping(ToLongBiFunction<String, Long> kept) {
        Map<Combination, Long> some = new TreeMap<>();
        counts.forEach((combination, cases) -> {
            long left = kept.applyAsLong(nameOf(combination), cases);
            Shares.checkPart("Cases kept", left, cases);
            if (left > 0) {
                some.put(combination, left);
            }
        });
        return new CaseCombinations(factors, levels, some);
    }

    private String nameOf(Combination combination) {
        String level = combination.level() == Combination.NO_LEVEL ? "" : levels.get(combination.level());
        return level + " has " + names(combination.present()) + " perhaps " + names(combination.unknown());
    }

    private List<String> names(int mask) {
        return IntStream.range(0, factors.size())
                .filter(k -> (mask >> k & 1) == 1)
                .mapToObj(factors::get)
                .sorted()
                .toList();
    }

    /** How many cases of which all factors of a mask are known have a combination of these, given as the mask of those present. */
    long count(int mask, IntPredicate present) {
        return counts.entrySet().stream()
                .filter(entry -> (entry.getKey().unknown() & mask) == 0
                        && present.test(entry.getKey().present() & mask))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** The mask of factors, all different. */
    int mask(List<String> names) {
        return Combination.distinct(names).stream()
                .mapToInt(name -> 1 << Combination.index(factors, name))
                .sum();
    }

    private CaseCombinations only(Predicate<Combination> wanted) {
        Map<Combination, Long> some = new TreeMap<>(counts);
        some.keySet().removeIf(wanted.negate());
        return new CaseCombinations(factors, levels, some);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CaseCombinations that
                && factors.equals(that.factors)
                && levels.equals(that.levels)
                && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }
}
