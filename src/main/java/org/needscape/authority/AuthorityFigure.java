package org.needscape.authority;

import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;

/**
 * What is published of one authority, measure and period.
 *
 * @param authority its code
 * @param measure what is counted
 * @param period the year ending on 31 March, such as 2024
 * @param category {@link #ALL}, or a part such as an assessment factor; an episode may be in several
 * @param number how many, not negative
 * @param ratePer10000 per 10,000 children aged 0 to 17 as published, rounded by its publisher; not available where none is
 * @param population children aged 0 to 17 that the rate is of, as published; not available where none is
 * @param flags what the publisher says about it
 */
public record AuthorityFigure(
        AreaCode authority,
        AuthorityMeasure measure,
        Period period,
        String category,
        Value number,
        Value ratePer10000,
        Value population,
        Set<ValueFlag> flags) {

    /** The category of what is not divided. */
    public static final String ALL = "all";

    public AuthorityFigure {
        if (category.isBlank()) {
            throw new IllegalArgumentException("A figure of an authority needs a category.");
        }
        requireNotNegative("A number", number);
        requireNotNegative("A rate", ratePer10000);
        requireNotNegative("A population", population);
        flags = Set.copyOf(flags);
    }

    private static void requireNotNegative(String what, Value value) {
        if (value.number().orElse(0) < 0) {
            throw new IllegalArgumentException(
                    what + " of an authority cannot be " + value.number().getAsDouble() + ".");
        }
    }
}
