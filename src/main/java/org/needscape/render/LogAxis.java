package org.needscape.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A logarithmic axis, on which equal ratios are equal distances. 0 has no place on it: {@link #pixel} gives the bottom, and the
 * chart says so in words.
 *
 * @param top the pixel of the highest value
 * @param bottom the pixel of the lowest value
 * @param lowest the value at the bottom, above 0
 * @param highest the value at the top, above the lowest
 */
record LogAxis(double top, double bottom, double lowest, double highest) implements ChartAxis {

    private static final double[] FACTORS = {1, 2, 5, 10};

    /** An axis from the mark at or below the lowest to the mark at or above the highest value; marks are 1, 2, 5, 10, 20 ... */
    static LogAxis covering(double lowest, double highest, double top, double bottom) {
        if (!(lowest > 0) || !(highest > 0) || Double.isInfinite(highest)) {
            throw new IllegalArgumentException(
                    "A logarithmic axis needs values above 0, not " + lowest + " to " + highest + ".");
        }
        double from = markAtOrBelow(lowest);
        double to = markAtOrBelow(highest);
        return new LogAxis(top, bottom, from, to < highest || to == from ? nextMark(to) : to);
    }

    @Override
    public double pixel(double value) {
        double inside = Math.max(lowest, Math.min(value, highest));
        return bottom - (bottom - top) * Math.log(inside / lowest) / Math.log(highest / lowest);
    }

    @Override
    public List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (double mark = lowest; mark < highest * 1.001; mark = nextMark(mark)) {
            marks.add(mark);
        }
        // With more than eight marks, those of the tens are enough.
        return marks.size() <= 8 ? marks : marks.stream().filter(LogAxis::isTen).toList();
    }

    @Override
    public String tick(double mark) {
        int decimals = mark >= 1 ? 0 : (int) Math.ceil(-Math.log10(mark) - 1e-9);
        return String.format(Locale.UK, "%,." + decimals + "f", mark);
    }

    private static boolean isTen(double mark) {
        return Math.abs(Math.log10(mark) - Math.rint(Math.log10(mark))) < 1e-6;
    }

    private static double markAtOrBelow(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
        double mark = power;
        for (double factor : FACTORS) {
            if (factor * power <= value * (1 + 1e-9)) {
                mark = factor * power;
            }
        }
        return mark;
    }

    private static double nextMark(double mark) {
        double power = Math.pow(10, Math.floor(Math.log10(mark) + 1e-9));
        for (double factor : FACTORS) {
            if (factor * power > mark * (1 + 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
