package org.needscape.spatial;

/**
 * The log likelihood ratio of Kulldorff's discrete Poisson model: LLR = c ln(c/E) + (C - c) ln((C - c)/(C - E)) where c differs from E in
 * the direction looked for, else 0; a term without events is 0.
 *
 * @param total C
 * @param rates which direction
 */
record ScanLikelihood(int total, ScanRates rates) {

    /** LLRs that lie closer are equal: a circle's expectation is a sum, which differs by rounding with the order of its terms. */
    private static final double ROUNDING = 1e-9;

    /** Below this share of all events an expectation, or its rest, is rounding. */
    private static final double NOTHING = 1e-12;

    /** Whether a circle of this expectation has an inside and an outside to compare. */
    boolean canCompare(double expected) {
        return expected > NOTHING * total && expected < (1 - NOTHING) * total;
    }

    /** The LLR of a count where {@code expected} {@link #canCompare}; 0 or more. */
    double ratio(int count, double expected) {
        if (rates == ScanRates.HIGH ? count <= expected : count >= expected) {
            return 0;
        }
        int outside = total - count;
        double inner = count == 0 ? 0 : count * Math.log(count / expected);
        double outer = outside == 0 ? 0 : outside * Math.log(outside / (total - expected));
        return Math.max(0, inner + outer);
    }

    /** By how much the LLRs of the same finding may differ. */
    static double tolerance(double ratio) {
        return ROUNDING * Math.max(1, ratio);
    }

    /**
     * The smallest count, with the sign of the rates looked for, whose LLR is above 0 and at least the floor; {@code Integer.MAX_VALUE}
     * when there is none.
     */
    int signedLimit(double expected, double floor) {
        int sign = rates.sign();
        int low = (int) Math.floor(sign * expected) + 1;
        int high = rates == ScanRates.HIGH ? total : 0;
        if (low > high || ratio(sign * high, expected) < floor) {
            return Integer.MAX_VALUE;
        }
        if (floor <= 0) {
            return low;
        }
        while (low < high) {
            int middle = low + (high - low) / 2;
            if (ratio(sign * middle, expected) >= floor) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
