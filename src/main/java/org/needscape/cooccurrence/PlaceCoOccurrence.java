package org.needscape.cooccurrence;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.stats.Independence;

/**
 * In how many areas several risk factors are high together: <em>places, not children</em>. It says nothing of how many children
 * have the factors together, not even in those places (the ecological fallacy: Robinson, 1950, American Sociological Review
 * 15:351-357); for that, count cases: {@link CaseCoOccurrence}.
 *
 * @param factors two or more
 * @param together the areas in which all of them are high, by code
 * @param having in how many areas each of them is high, in the order of the factors
 * @param of areas of which all of them are known
 * @param leftOut areas of which at least one of them is not known
 */
public record PlaceCoOccurrence(
        List<String> factors, List<AreaCode> together, List<Long> having, long of, long leftOut) {

    public PlaceCoOccurrence {
        factors = List.copyOf(factors);
        together = List.copyOf(together);
        having = List.copyOf(having);
        Shares.checkTogether(factors, together.size(), having, of);
        Shares.checkNotNegative("Areas left out", leftOut);
    }

    /**
     * Counts the areas in which all of these factors are high.
     *
     * @param flags two or more, all of the same geography
     */
    public static PlaceCoOccurrence of(List<PlaceFlags> flags) {
        List<String> factors = flags.stream().map(PlaceFlags::factor).toList();
        if (new HashSet<>(factors).size() != factors.size()) {
            throw new IllegalArgumentException("Factors must differ: " + factors + ".");
        }
        Set<AreaCode> areas = new TreeSet<>();
        flags.forEach(factor -> areas.addAll(factor.areas().keySet()));
        List<AreaCode> known = areas.stream()
                .filter(area -> flags.stream().noneMatch(factor -> factor.of(area) == FactorFlag.UNKNOWN))
                .toList();
        List<AreaCode> together = known.stream()
                .filter(area -> flags.stream().allMatch(factor -> factor.of(area) == FactorFlag.PRESENT))
                .toList();
        List<Long> having = flags.stream()
                .map(factor -> known.stream()
                        .filter(area -> factor.of(area) == FactorFlag.PRESENT)
                        .count())
                .toList();
        return new PlaceCoOccurrence(factors, together, having, known.size(), areas.size() - known.size());
    }

    /** The share of places in which all the factors are high, 0 to 1; empty when there are no places. */
    public OptionalDouble togetherFraction() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) together.size() / of);
    }

    /** The share of places expected if the factors were high independently of each other; empty when there are no places. */
    public OptionalDouble expectedFraction() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of(Independence.expectedFraction(having, of));
    }

    /** How many times more places have all the factors high than expected; empty when {@link #whyNoLift()} says why. */
    public OptionalDouble lift() {
        return whyNoLift().isPresent()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Independence.lift(together.size(), having, of));
    }

    /** Why there is no lift; empty when there is one. */
    public Optional<NoAssociation> whyNoLift() {
        return NoAssociation.ofLift(having, of);
    }
}
