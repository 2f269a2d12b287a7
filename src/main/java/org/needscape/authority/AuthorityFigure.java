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
 * @param category {@link #ALL}, or a part such as an assessment factor, of which an episode may have several; parts that make up a whole have
 *     their group before them, as {@link #part} writes it
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

    /** The part that is the whole of its group. */
    public static final String TOTAL = "Total";

    /** Of a group's name and of a part's. */
    public static final int MAX_PART_CHARACTERS = 99;

    private static final String SEPARATOR = ": ";

    public AuthorityFigure {
        if (category.isBlank()) {
            throw new IllegalArgumentException("A figure of an authority needs a category.");
        }
        requireNotNegative("A number", number);
        requireNotNegative("A rate", ratePer10000);
        requireNotNegative("A population", population);
        flags = Set.copyOf(flags);
    }

    /**
     * The category of a part of a group, such as {@code Age group: 1 to 4 years}.
     *
     * @param group such as Age group
     * @param name such as 1 to 4 years, or {@link #TOTAL}
     */
    public static String part(String group, String name) {
        if (group.isBlank() || name.isBlank() || group.contains(SEPARATOR)) {
            throw new IllegalArgumentException("A part of a figure needs a group and a name.");
        }
        return group + SEPARATOR + name;
    }

    /** The group that this is a part of; empty for a part without one and for what is not divided. */
    public String group() {
        int end = category.indexOf(SEPARATOR);
        return end < 0 ? "" : category.substring(0, end);
    }

    /** The category without its group. */
    public String partName() {
        int end = category.indexOf(SEPARATOR);
        return end < 0 ? category : category.substring(end + SEPARATOR.length());
    }

    private static void requireNotNegative(String what, Value value) {
        if (value.number().orElse(0) < 0) {
            throw new IllegalArgumentException(
                    what + " of an authority cannot be " + value.number().getAsDouble() + ".");
        }
    }
}
