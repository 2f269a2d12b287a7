package org.needscape.cooccurrence;

import java.util.Optional;

/**
 * How many children the rule "in so many systems on average" gives, beside what the sizes of the cohorts allow.
 *
 * @param byRule what the rule gives
 * @param possible what is possible however the cohorts overlap
 */
public record SystemsEstimate(ChildrenRange byRule, ChildrenRange possible) {

    /** Whether everything that the rule gives is possible. */
    public boolean isPossible() {
        return byRule.isWithin(possible);
    }

    /** The part of the rule's range that is possible; empty when none of it is. */
    public Optional<ChildrenRange> possiblePart() {
        return byRule.within(possible);
    }

    /** What a reader must know beside the rule's range; empty when all of it is possible. */
    public Optional<String> caution() {
        if (isPossible()) {
            return Optional.empty();
        }
        String part = possiblePart()
                .map(range -> "only " + range.words() + " agree with them.")
                .orElse("no part of it agrees with them.");
        return Optional.of("The rule gives " + byRule.words() + ", the sizes of the cohorts allow " + possible.words()
                + "; " + part);
    }
}
