package org.needscape.need;

import org.needscape.indicator.Polarity;

/**
 * One factor of a recipe.
 *
 * @param column the indicator, or the column of a file, not blank
 * @param polarity which end means more need; it must be stated
 * @param standardisation how its values are made comparable
 * @param weight above 0; only the proportions between weights matter, except in a weighted sum
 */
public record NeedFactor(String column, Polarity polarity, Standardisation standardisation, double weight) {

    public NeedFactor {
        if (column.isBlank()) {
            throw new IllegalArgumentException("A factor names no column.");
        }
        if (polarity == Polarity.NOT_STATED) {
            throw new IllegalArgumentException("Factor " + column
                    + " does not state which end means more need: give its polarity, higher or lower.");
        }
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "The weight of factor " + column + " must be above 0, not " + weight + ".");
        }
    }

    /** A factor by z-score with weight 1. */
    public static NeedFactor zScore(String column, Polarity polarity) {
        return new NeedFactor(column, polarity, Standardisation.Z, 1);
    }
}
