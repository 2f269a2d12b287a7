package org.needscape.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which order the categories of one breakdown stand before a reader: age bands from the youngest to the oldest, all others as they
 * come; those that are not stated last.
 */
public final class CategoryOrder {

    /** The category of those who are in none of a breakdown's. */
    public static final String NOT_STATED = "not stated";

    /** Under 1, 1 to 4, 10-15, 16 and over, 16+, each with or without "aged" and "years". */
    private static final Pattern AGES = Pattern.compile(
            "(?:aged? )?(?:(?<under>under) )?(?<from>\\d{1,2})(?: years?)?"
                    + "(?: ?(?:to|-|\u2013) ?\\d{1,2}(?: years?)?|\\+| (?:and|or) over| (?:and|or) older)?(?: years?)?",
            Pattern.CASE_INSENSITIVE);

    private static final int BEFORE_BIRTH = -1;

    private CategoryOrder() {}

    /**
     * Puts the categories of one breakdown in order.
     *
     * @param name of a category
     */
    public static <T> List<T> sorted(List<T> categories, Function<T, String> name) {
        List<T> sorted = new ArrayList<>(categories);
        boolean ages = sorted.stream()
                .map(name)
                .filter(one -> !isNotStated(one))
                .allMatch(one -> youngest(one).isPresent());
        sorted.sort(Comparator.comparing((T one) -> isNotStated(name.apply(one)))
                .thenComparing(one -> ages ? youngest(name.apply(one)).orElse(0) : 0));
        return List.copyOf(sorted);
    }

    private static boolean isNotStated(String name) {
        return name.equalsIgnoreCase(NOT_STATED);
    }

    /** The age in years at which a band begins; empty where the name is none of a band. */
    private static OptionalInt youngest(String name) {
        if (name.equalsIgnoreCase("unborn")) {
            return OptionalInt.of(BEFORE_BIRTH);
        }
        Matcher ages = AGES.matcher(name.strip());
        if (!ages.matches()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(ages.group("under") == null ? Integer.parseInt(ages.group("from")) : 0);
    }
}
