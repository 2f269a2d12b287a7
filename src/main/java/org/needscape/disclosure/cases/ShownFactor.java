package org.needscape.disclosure.cases;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.needscape.cooccurrence.CasePrevalence;
import org.needscape.indicator.Value;

/**
 * How many cases have a factor, as shown.
 *
 * @param factor its name
 * @param having cases that have it
 * @param notHaving cases that are known not to have it
 * @param notKnown cases of which it is not known
 */
public record ShownFactor(String factor, Value having, Value notHaving, Value notKnown) {

    ShownFactor map(UnaryOperator<Value> change) {
        return new ShownFactor(factor, change.apply(having), change.apply(notHaving), change.apply(notKnown));
    }

    /** How common it is, by the shown counts alone; empty when one of those that it takes is hidden. */
    public Optional<CasePrevalence> prevalence() {
        if (!having.isKnown() || !notHaving.isKnown()) {
            return Optional.empty();
        }
        long has = ShownCases.count(having);
        return Optional.of(new CasePrevalence(factor, has, has + ShownCases.count(notHaving), 0));
    }

    /** The share having it, 0 to 1; empty when it cannot be said from the shown counts. */
    OptionalDouble share() {
        return prevalence().flatMap(CasePrevalence::shareFraction).stream()
                .mapToDouble(share -> share.estimate())
                .findFirst();
    }
}
