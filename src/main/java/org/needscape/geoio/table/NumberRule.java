package org.needscape.geoio.table;

import java.util.Locale;

/**
 * Which numbers a column may hold.
 *
 * @param whole whether only whole numbers
 * @param least the smallest, may be infinite
 * @param most the largest, may be infinite
 */
record NumberRule(boolean whole, double least, double most) {

    static final NumberRule ANY = new NumberRule(false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    static final NumberRule PROPORTION = new NumberRule(false, 0, 1);
    static final NumberRule NOT_NEGATIVE = new NumberRule(false, 0, Double.POSITIVE_INFINITY);
    static final NumberRule COUNT = new NumberRule(true, 0, Double.POSITIVE_INFINITY);

    static NumberRule wholeFrom1To(int most) {
        return new NumberRule(true, 1, most);
    }

    boolean allows(double number) {
        return number >= least && number <= most && (!whole || number == Math.rint(number));
    }

    /** What an allowed number is, such as "a whole number from 1 to 10". */
    String words() {
        String kind = whole ? "a whole number" : "a number";
        if (Double.isInfinite(least)) {
            return kind;
        }
        return kind
                + (Double.isInfinite(most)
                        ? " of 0 or more"
                        : String.format(Locale.ROOT, " from %.0f to %.0f", least, most));
    }
}
