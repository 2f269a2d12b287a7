package org.needscape.disclosure.cases;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.needscape.cooccurrence.CasePair;
import org.needscape.indicator.Value;
import org.needscape.stats.TwoByTwo;

/**
 * The cases of which two factors are known, as shown.
 *
 * @param first a factor
 * @param second another
 * @param both cases that have both
 * @param firstOnly cases that have only the first
 * @param secondOnly cases that have only the second
 * @param neither cases that have neither
 */
public record ShownPair(String first, String second, Value both, Value firstOnly, Value secondOnly, Value neither) {

    ShownPair map(UnaryOperator<Value> change) {
        return new ShownPair(
                first,
                second,
                change.apply(both),
                change.apply(firstOnly),
                change.apply(secondOnly),
                change.apply(neither));
    }

    /** The two by the shown counts alone; empty when one of these is hidden, because every figure of a pair takes all four. */
    public Optional<CasePair> table() {
        if (!List.of(both, firstOnly, secondOnly, neither).stream().allMatch(Value::isKnown)) {
            return Optional.empty();
        }
        TwoByTwo table = new TwoByTwo(
                ShownCases.count(both),
                ShownCases.count(firstOnly),
                ShownCases.count(secondOnly),
                ShownCases.count(neither));
        return Optional.of(new CasePair(first, second, table, 0));
    }
}
