package org.needscape.render;

/**
 * A vertical axis from 0: where rates lie and which are marked.
 *
 * @param top the pixel of the highest rate
 * @param bottom the pixel of 0, below the top
 * @param highest the rate at the top, above 0
 * @param step between marks, above 0
 */
record RateAxis(double top, double bottom, double highest, double step) {

    private static final int MOST_STEPS = 5;

    /** An axis with three to five steps of 1, 2, 2.5 or 5 times a power of ten that covers a rate. */
    static RateAxis covering(double rate, double top, double bottom) {
        double needed = rate > 0 ? rate : 1;
        double power = Math.pow(10, Math.floor(Math.log10(needed / MOST_STEPS)));
        for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
            double step = factor * power;
            if (step * MOST_STEPS >= needed) {
                return new RateAxis(top, bottom, step * Math.ceil(needed / step), step);
            }
        }
        throw new IllegalStateException("ten times a power of ten always covers " + needed);
    }

    double pixel(double rate) {
        return bottom - (bottom - top) * Math.min(rate, highest) / highest;
    }

    int steps() {
        return (int) Math.round(highest / step);
    }
}
