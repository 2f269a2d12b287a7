package org.needscape.disclosure.cases;

import java.util.stream.LongStream;
import org.needscape.cooccurrence.CaseCombinations;

/**
 * Leaves some cases out before anything is counted, so that nobody can be sure of a count, however it was come by: one more case of
 * a combination that is there may always have been left out, and then everything that is shown is the same.
 */
public final class CaseSample {

    /** One case in so many is left out on average. */
    public static final int ONE_IN = 10;

    private CaseSample() {}

    /** Which cases are left out; nobody who does not know its secret can tell. */
    @FunctionalInterface
    public interface Draw {

        /**
         * Whether a case is left out. The same arguments always get the same answer: who could draw again could average.
         *
         * @param combination what the case has, in a text
         * @param which the first, second ... case of this combination, from 1
         */
        boolean leavesOut(String combination, long which);
    }

    /** The cases that are counted. */
    public static CaseCombinations of(CaseCombinations all, Draw draw) {
        return all.keeping((combination, cases) -> LongStream.rangeClosed(1, cases)
                .filter(which -> !draw.leavesOut(combination, which))
                .count());
    }
}
