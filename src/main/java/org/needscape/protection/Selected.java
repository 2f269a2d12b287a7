package org.needscape.protection;

import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Value;

/**
 * The count of areas that somebody chose.
 *
 * @param count known, rounded where the rule rounds; otherwise why there is none
 * @param reason one sentence where there is no count, else empty. It does not say which of the rules the selection fails
 * @param rule by which small counts are hidden
 */
public record Selected(Value count, String reason, DisclosurePolicy rule) {

    public Selected {
        if (count.isKnown() != reason.isEmpty()) {
            throw new IllegalArgumentException("A selection has either a count or a reason why it has none.");
        }
    }
}
