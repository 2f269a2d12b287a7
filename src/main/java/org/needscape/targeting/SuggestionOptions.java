package org.needscape.targeting;

import java.time.Duration;

/**
 * How long to look, and how near to the best.
 *
 * @param timeLimit after which the best set found is given with the bound reached by then; above 0
 * @param relativeGapFraction how far below the bound the need reached may stay, as a share of the bound, 0 to below 1; at 0 the best
 *     set is proven
 */
public record SuggestionOptions(Duration timeLimit, double relativeGapFraction) {

    /** Ten seconds and one per cent. */
    public static final SuggestionOptions USUAL = new SuggestionOptions(Duration.ofSeconds(10), 0.01);

    public SuggestionOptions {
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("A time limit must be above 0, not " + timeLimit + ".");
        }
        if (!(relativeGapFraction >= 0 && relativeGapFraction < 1)) {
            throw new IllegalArgumentException("A gap must be from 0 to below 1, not " + relativeGapFraction + ".");
        }
    }

    /** With another time limit. */
    public SuggestionOptions withTimeLimit(Duration other) {
        return new SuggestionOptions(other, relativeGapFraction);
    }

    /** With another gap. */
    public SuggestionOptions withRelativeGapFraction(double other) {
        return new SuggestionOptions(timeLimit, other);
    }
}
