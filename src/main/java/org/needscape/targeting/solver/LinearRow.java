package org.needscape.targeting.solver;

/** A linear constraint: the sum of what the chosen areas have lies from a lower to an upper limit. */
final class LinearRow {

    private static final double TOLERANCE = 1e-9;

    private final double[] amounts;
    private final double lower;
    private final double upper;
    private final double slack;

    /**
     * @param amounts by area, 0 or more
     * @param lower 0 or less where there is none
     * @param upper infinite where there is none
     */
    LinearRow(double[] amounts, double lower, double upper) {
        this.amounts = amounts;
        this.lower = lower;
        this.upper = upper;
        this.slack = TOLERANCE * Math.max(1, Double.isInfinite(upper) ? lower : upper);
    }

    double amount(int area) {
        return amounts[area];
    }

    double lower() {
        return lower;
    }

    double upper() {
        return upper;
    }

    boolean hasLower() {
        return lower > 0;
    }

    boolean hasUpper() {
        return upper < Double.POSITIVE_INFINITY;
    }

    /** Whether a sum is not above the upper limit, but for rounding. */
    boolean fits(double sum) {
        return sum <= upper + slack;
    }

    /** Whether a sum is not below the lower limit, but for rounding. */
    boolean suffices(double sum) {
        return sum >= lower - slack;
    }
}
