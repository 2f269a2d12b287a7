package org.needscape.geoio.table;

import java.util.Locale;

/**
 * Which numbers a column may hold.
 *
 * @param kind what they are, such as "a whole number"
 * @param whole whether only whole numbers
 * @param least the smallest, may be infinite
 * @param most the largest, may be infinite
 * @param whatToDo about a number that is not allowed, one sentence
 */
record NumberRule(String kind, boolean whole, double least, double most, String whatToDo) {

    private static final String AS_PUBLISHED = "Check the cell against the published file.";
    private static final String AS_DESCRIBED = "Correct the cell, or the unit in the codebook.";

    static final NumberRule ANY =
            new NumberRule("a number", false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, AS_PUBLISHED);
    static final NumberRule PROPORTION = new NumberRule("a number", false, 0, 1, AS_PUBLISHED);
    static final NumberRule NOT_NEGATIVE = new NumberRule("a number", false, 0, Double.POSITIVE_INFINITY, AS_PUBLISHED);
    static final NumberRule COUNT = new NumberRule("a whole number", true, 0, Double.POSITIVE_INFINITY, AS_PUBLISHED);

    /** What a codebook calls percent. */
    static final NumberRule PERCENT_SHARE = new NumberRule("a percentage", false, 0, 100, AS_DESCRIBED);

    /** What a codebook calls a proportion. */
    static final NumberRule PROPORTION_SHARE = new NumberRule("a proportion", false, 0, 1, AS_DESCRIBED);

    /** What a codebook calls a number of people, households or cases; estimates of it need not be whole. */
    static final NumberRule PEOPLE = new NumberRule("a number", false, 0, Double.POSITIVE_INFINITY, AS_DESCRIBED);

    static NumberRule wholeFrom1To(int most) {
        return new NumberRule("a whole number", true, 1, most, AS_PUBLISHED);
    }

    /** Whether the numbers are parts of a whole, so that none is larger than it. */
    boolean isShare() {
        return equals(PERCENT_SHARE) || equals(PROPORTION_SHARE);
    }

    boolean allows(double number) {
        return number >= least && number <= most && (!whole || number == Math.rint(number));
    }

    /** What an allowed number is, such as "a whole number from 1 to 10". */
    String words() {
        if (Double.isInfinite(least)) {
            return kind;
        }
        return kind
                + (Double.isInfinite(most)
                        ? " of 0 or more"
                        : String.format(Locale.ROOT, " from %.0f to %.0f", least, most));
    }
}
