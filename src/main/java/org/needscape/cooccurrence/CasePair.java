package org.needscape.cooccurrence;

import java.util.List;
import java.util.Optional;
import org.needscape.stats.Estimate;
import org.needscape.stats.TwoByTwo;

/**
 * Two risk factors among the cases of children of which both are known.
 *
 * @param first a factor
 * @param second another
 * @param table the cases by both
 * @param leftOut cases of which at least one of the two is not known
 */
public record CasePair(String first, String second, TwoByTwo table, long leftOut) {

    public CasePair {
        Shares.checkNotNegative("Cases left out", leftOut);
    }

    /** Counts the cases by two different factors. */
    public static CasePair of(CaseCombinations cases, String first, String second) {
        int both = cases.mask(List.of(first, second));
        int one = cases.mask(List.of(first));
        TwoByTwo table = new TwoByTwo(
                cases.count(both, present -> present == both),
                cases.count(both, present -> present == one),
                cases.count(both, present -> present == (both & ~one)),
                cases.count(both, present -> present == 0));
        return new CasePair(first, second, table, cases.cases() - table.total());
    }

    /** Among the cases with the second factor the share that has the first: P(first | second), with Wilson's 95 % limits. */
    public Optional<Estimate> firstGivenSecondFraction() {
        return Shares.of(table.both(), table.havingSecond());
    }

    /** Among the cases with the first factor the share that has the second: P(second | first), with Wilson's 95 % limits. */
    public Optional<Estimate> secondGivenFirstFraction() {
        return Shares.of(table.both(), table.havingFirst());
    }

    /**
     * How many times more often than by chance both are there, with 95 % limits; empty when no case has both or
     * {@link #whyNoLift()} says why.
     */
    public Optional<Estimate> lift() {
        return table.lift(Shares.CONFIDENCE);
    }

    /** Why there is no lift; empty when there is one; it is 0, without limits, where no case has both. */
    public Optional<NoAssociation> whyNoLift() {
        return NoAssociation.ofLift(List.of(table.havingFirst(), table.havingSecond()), table.total());
    }

    /** The odds ratio with Woolf's 95 % limits; empty when {@link #whyNoOddsRatio()} says why. */
    public Optional<Estimate> oddsRatio() {
        return table.oddsRatio(Shares.CONFIDENCE);
    }

    /** Why there is no odds ratio; empty when there is one. */
    public Optional<NoAssociation> whyNoOddsRatio() {
        return NoAssociation.ofOddsRatio(table);
    }
}
