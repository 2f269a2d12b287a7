package org.needscape.render;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * An axis in equal steps that holds 0: where values lie and which are marked. It stands upright, or lies along the bottom when its
 * {@code top} is the pixel of its right end and its {@code bottom} that of its left end.
 *
 * @param top the pixel of the highest value
 * @param bottom the pixel of the lowest value
 * @param lowest the value at the bottom, 0 or below
 * @param highest the value at the top, 0 or above and above the lowest
 * @param step between marks, above 0
 */
record RateAxis(double top, double bottom, double lowest, double highest, double step) implements ChartAxis {

    private static final int MOST_STEPS = 5;

    /** An axis from 0 with three to five steps of 1, 2, 2.5 or 5 times a power of ten that covers a rate. */
    static RateAxis covering(double rate, double top, double bottom) {
        return covering(0, rate, top, bottom);
    }

    /** An axis with such steps that covers 0 and everything from the lowest to the highest value. */
    static RateAxis covering(double lowest, double highest, double top, double bottom) {
        double below = Math.max(-lowest, 0);
        double above = highest > 0 || below > 0 ? Math.max(highest, 0) : 1;
        double needed = above + below;
        double power = Math.pow(10, Math.floor(Math.log10(needed / MOST_STEPS)));
        for (double factor : new double[] {1, 2, 2.5, 5, 10, 20}) {
            double step = factor * power;
            double up = Math.ceil(above / step);
            double down = Math.ceil(below / step);
            if (up + down <= MOST_STEPS) {
                return new RateAxis(top, bottom, 0 - down * step, up * step, step);
            }
        }
        throw new IllegalStateException("twenty times a power of ten always covers " + needed);
    }

    @Override
    public double pixel(double value) {
        double inside = Math.max(lowest, Math.min(value, highest));
        return bottom - (bottom - top) * (inside - lowest) / (highest - lowest);
    }

    int steps() {
        return (int) Math.round((highest - lowest) / step);
    }

    @Override
    public List<Double> marks() {
        return IntStream.rangeClosed(0, steps())
                .mapToObj(k -> lowest + k * step)
                .toList();
    }

    @Override
    public String tick(double mark) {
        if (step >= 1 && step == Math.rint(step)) {
            return written("%,.0f", Math.rint(mark));
        }
        return written(step >= 0.1 ? "%.1f" : "%.2f", mark);
    }

    private static String written(String format, double mark) {
        String digits = String.format(Locale.UK, format, Math.abs(mark));
        return mark < 0 && !digits.matches("[0.]+") ? "\u2212" + digits : digits;
    }
}
