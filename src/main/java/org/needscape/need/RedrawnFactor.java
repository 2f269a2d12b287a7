package org.needscape.need;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.needscape.indicator.Value;
import org.needscape.stats.EmpiricalBayes;
import org.needscape.stats.SeededDraws;

/**
 * A factor whose rates are drawn anew: for each area from its posterior, Gamma(b²/a + y, b/a + n) for y events among n people, where
 * b is the overall rate and a the variance between areas (Marshall, 1991; see {@link EmpiricalBayes}). Where a is 0 or less the rates
 * differ by no more than chance, and every area gets b.
 *
 * <p>The factor's values are these rates times a constant, such as 100 for percent; it is found from values and counts.
 */
final class RedrawnFactor {

    /** By how much a value may differ from its count over its population times the constant, as a share of it. */
    private static final double TOLERANCE = 0.02;

    private static final int FEWEST_EVENTS = 10;

    private final double[] shapes;
    private final double[] rates;
    private final double unit;
    private final double overall;
    private final boolean varies;
    private final boolean agrees;

    private RedrawnFactor(
            double[] shapes, double[] rates, double unit, double overall, boolean varies, boolean agrees) {
        this.shapes = shapes;
        this.rates = rates;
        this.unit = unit;
        this.overall = overall;
        this.varies = varies;
        this.agrees = agrees;
    }

    /**
     * Fits the posterior to the areas whose value, count and population are known.
     *
     * @return empty when there is no event in any of them
     */
    static Optional<RedrawnFactor> fit(CountedFactor counted) {
        List<Value> values = counted.values();
        int[] known = java.util.stream.IntStream.range(0, values.size())
                .filter(area -> values.get(area).isKnown()
                        && counted.counts().get(area).isKnown()
                        && counted.populations().get(area).number().orElse(0) > 0)
                .toArray();
        double[] counts = numbers(counted.counts(), known);
        double[] people = numbers(counted.populations(), known);
        return EmpiricalBayes.fit(counts, people).map(bayes -> {
            double[] shapes = new double[values.size()];
            double[] rates = new double[values.size()];
            double valued = 0;
            for (int at = 0; at < known.length; at++) {
                valued += number(values.get(known[at])) * people[at];
            }
            double unit = valued / Arrays.stream(counts).sum();
            double overall = bayes.overallRate();
            double variance = bayes.varianceBetweenAreas();
            boolean agrees = true;
            for (int at = 0; at < known.length; at++) {
                int area = known[at];
                shapes[area] = overall * overall / variance + counts[at];
                rates[area] = overall / variance + people[at];
                double would = unit * counts[at] / people[at];
                agrees &= counts[at] < FEWEST_EVENTS
                        || Math.abs(number(values.get(area)) - would) <= TOLERANCE * Math.abs(would);
            }
            return new RedrawnFactor(shapes, rates, unit, overall, variance > 0, agrees);
        });
    }

    /** Whether the rates of areas differ by more than chance. */
    boolean varies() {
        return varies;
    }

    /** Whether the values are counts over populations times a constant, as far as can be seen. */
    boolean agrees() {
        return agrees;
    }

    /** Whether an area's rate is drawn anew. */
    boolean isRedrawn(int area) {
        return rates[area] != 0;
    }

    /** A value of an area, in the factor's unit. */
    double draw(int area, SeededDraws draws) {
        return unit * (varies ? draws.gamma(shapes[area]) / rates[area] : overall);
    }

    private static double[] numbers(List<Value> values, int[] which) {
        return Arrays.stream(which)
                .mapToDouble(area -> number(values.get(area)))
                .toArray();
    }

    private static double number(Value value) {
        return value.number().orElseThrow();
    }
}
