package org.needscape.need;

import org.needscape.indicator.Value;

/**
 * One area as it enters a gradient.
 *
 * @param decile national decile of deprivation, 1 (most deprived) to 10
 * @param population of the area in the year of the count
 * @param count events in the area, a whole number where known
 */
public record GradientArea(int decile, Value population, Value count) {

    public GradientArea {
        if (decile < 1 || decile > 10) {
            throw new IllegalArgumentException("A decile is 1 to 10, not " + decile + ".");
        }
        if (population.isKnown() && population.number().orElseThrow() < 0) {
            throw new IllegalArgumentException(
                    "A population is 0 or more, not " + population.number().orElseThrow() + ".");
        }
        if (count.isKnown()) {
            double number = count.number().orElseThrow();
            if (number < 0 || number != Math.rint(number)) {
                throw new IllegalArgumentException("A count is a whole number of 0 or more, not " + number + ".");
            }
        }
    }
}
