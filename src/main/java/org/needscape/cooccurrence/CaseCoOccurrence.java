package org.needscape.cooccurrence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.needscape.stats.Estimate;
import org.needscape.stats.Independence;

/**
 * How many cases of children have all of several risk factors, against how many would if the factors had nothing to do with each
 * other. About children; what holds of places is a {@link PlaceCoOccurrence}.
 *
 * <p>All counts are of the cases of which every one of these factors is known, so that like is compared with like.
 *
 * @param factors two or more
 * @param together cases that have all of them
 * @param having cases that have each of them, in the order of the factors
 * @param of cases of which all of them are known
 * @param leftOut cases of which at least one of them is not known
 */
public record CaseCoOccurrence(List<String> factors, long together, List<Long> having, long of, long leftOut) {

    public CaseCoOccurrence {
        factors = List.copyOf(factors);
        having = List.copyOf(having);
        Shares.checkTogether(factors, together, having, of);
        Shares.checkNotNegative("Cases left out", leftOut);
    }

    /** Counts the cases with all of these factors, two or more. */
    public static CaseCoOccurrence of(CaseCombinations cases, List<String> factors) {
        int all = cases.mask(factors);
        long of = cases.count(all, present -> true);
        List<Long> having = factors.stream()
                .map(factor -> cases.mask(List.of(factor)))
                .map(one -> cases.count(all, present -> (present & one) == one))
                .toList();
        return new CaseCoOccurrence(
                factors, cases.count(all, present -> present == all), having, of, cases.cases() - of);
    }

    /** The share of cases with all the factors, 0 to 1, with Wilson's 95 % limits; empty when there are no cases. */
    public Optional<Estimate> togetherFraction() {
        return Shares.of(together, of);
    }

    /** The share expected under independence, Π n_k / N, 0 to 1; empty when there are no cases. */
    public OptionalDouble expectedFraction() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of(Independence.expectedFraction(having, of));
    }

    /**
     * How many times more cases have all the factors than expected under independence: 1 is chance, 0 is never together. Empty
     * when {@link #whyNoLift()} says why.
     */
    public OptionalDouble lift() {
        return whyNoLift().isPresent()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Independence.lift(together, having, of));
    }

    /** Why there is no lift; empty when there is one. */
    public Optional<NoAssociation> whyNoLift() {
        return NoAssociation.ofLift(having, of);
    }
}
