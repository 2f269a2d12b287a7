package org.needscape.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.layer.LegendClass;
import org.needscape.layer.Ramp;

/**
 * Classes of a measure for map and legend: up to five with about equal numbers of areas, written with their limits, first the end
 * that means most need. They order areas and say nothing about significance.
 */
final class ValueClasses {

    private static final int CLASSES = 5;

    private final double[] lowerLimits;
    private final boolean highFirst;
    private final int decimals;
    private final double maximum;
    private final boolean lowestAlone;

    /**
     * @param values all values of the extent
     * @param highFirst whether high values are most need
     * @param decimals how limits are written
     */
    ValueClasses(Collection<Value> values, boolean highFirst, int decimals) {
        double[] sorted = values.stream()
                .filter(Value::isKnown)
                .mapToDouble(value -> value.number().getAsDouble())
                .sorted()
                .toArray();
        this.highFirst = highFirst;
        this.decimals = decimals;
        this.maximum = sorted.length == 0 ? 0 : sorted[sorted.length - 1];
        double[] limits = new double[CLASSES];
        int count = 0;
        int lowest = countLowest(sorted);
        // Where many areas share the lowest value, such as zero, it is a class of its own.
        if ((long) lowest * CLASSES > sorted.length) {
            limits[count++] = sorted[0];
        } else {
            lowest = 0;
        }
        int spread = sorted.length - lowest;
        int classes = CLASSES - count;
        for (int i = 0; i < classes && spread > 0; i++) {
            double limit = sorted[lowest + (int) ((long) i * spread / classes)];
            if (count == 0 || limit > limits[count - 1]) {
                limits[count++] = limit;
            }
        }
        this.lowestAlone = lowest > 0;
        this.lowerLimits = Arrays.copyOf(limits, count);
    }

    private static int countLowest(double[] sorted) {
        int count = 0;
        while (count < sorted.length && sorted[count] == sorted[0]) {
            count++;
        }
        return count;
    }

    /** The class of a value, {@code 1} for most need; the state's code when it is not known. */
    String classOf(Value value) {
        if (value.number().isEmpty()) {
            return value.state().code();
        }
        int found = Arrays.binarySearch(lowerLimits, value.number().getAsDouble());
        int index = found >= 0 ? found : -found - 2;
        return Integer.toString(highFirst ? lowerLimits.length - index : index + 1);
    }

    /** The legend, most need first, with the number of areas in each class and in each state that occurs. */
    List<LegendClass> legend(Collection<Value> values) {
        List<LegendClass> legend = new ArrayList<>();
        for (int code = 1; code <= lowerLimits.length; code++) {
            int index = highFirst ? lowerLimits.length - code : code - 1;
            boolean last = index == lowerLimits.length - 1;
            String label = index == 0 && lowestAlone
                    ? writeAlone(lowerLimits[index])
                    : last
                            ? write(lowerLimits[index]) + " to " + write(maximum)
                            : write(lowerLimits[index]) + " to under " + write(lowerLimits[index + 1]);
            legend.add(new LegendClass(
                    Integer.toString(code), label, Ramp.colour(code, lowerLimits.length), count(values, code)));
        }
        legend.addAll(states(values));
        return legend;
    }

    /** One legend entry for every state but known that occurs. */
    static List<LegendClass> states(Collection<Value> values) {
        List<LegendClass> legend = new ArrayList<>();
        for (ValueState state : ValueState.values()) {
            int count = (int)
                    values.stream().filter(value -> value.state() == state).count();
            if (state != ValueState.KNOWN && count > 0) {
                legend.add(new LegendClass(state.code(), state.words(), Ramp.colour(state), count));
            }
        }
        return legend;
    }

    private int count(Collection<Value> values, int code) {
        String text = Integer.toString(code);
        return (int) values.stream()
                .filter(value -> value.isKnown() && classOf(value).equals(text))
                .count();
    }

    /** A class of one number only; that of true zeros says so in words, since a pale colour alone might be taken for no data. */
    private String writeAlone(double number) {
        return number == 0 ? "0 (none)" : write(number);
    }

    private String write(double number) {
        return String.format(Locale.UK, "%,." + decimals + "f", number);
    }
}
