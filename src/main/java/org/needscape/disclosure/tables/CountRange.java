package org.needscape.disclosure.tables;

import java.util.OptionalLong;

/**
 * The counts that a cell may have for all that anybody can tell.
 *
 * @param lower the least, 0 or more
 * @param upper the greatest; empty when there is no limit
 */
public record CountRange(long lower, OptionalLong upper) {

    /** How many counts it is wide: greatest less least; {@link Long#MAX_VALUE} without a limit. */
    public long width() {
        return upper.isEmpty() ? Long.MAX_VALUE : upper.getAsLong() - lower;
    }

    static CountRange of(long lower, long upper) {
        return new CountRange(lower, upper >= Knowledge.NO_LIMIT ? OptionalLong.empty() : OptionalLong.of(upper));
    }

    /** {@code 1 to 5}, {@code 7} or {@code 6 or more}. */
    @Override
    public String toString() {
        if (upper.isEmpty()) {
            return lower + " or more";
        }
        return width() == 0 ? Long.toString(lower) : lower + " to " + upper.getAsLong();
    }
}
