package org.needscape.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Rates of areas against their common rate, with limits that narrow as areas grow. Immutable.
 *
 * <p>The baseline is Σ y / Σ n. An area is high at 95 % or 99.8 % when the lower limit of its own rate at that level, exact below 10
 * events and Byar's from 10, lies above the baseline; low when the upper one lies below it. The curve at an expected number E is the
 * exact interval of E events over E, times the baseline.
 *
 * <p>Areas often differ more than chance alone gives. z = (y - E) / √E, its highest and lowest tenth drawn in to the next value
 * (winsorised), gives φ = Σ z² / m. Where φ is above 1 the limits may be widened: all by √φ, or each by the variance τ² between areas,
 * τ² = max(0, (m φ - (m - 1)) / (Σ E - Σ E² / Σ E)) on the scale of y / E. Either way a count then has the limits of y / D events times
 * D, with D = φ or D = 1 + τ² E, see {@link ClusteredCount}.
 *
 * <p>Source: Spiegelhalter, 2005, Statistics in Medicine 24:1185-1202, sections 2 and 3 and appendix; the rule for areas is that of
 * England's public health statistics (PHEindicatormethods, {@code assign_funnel_significance}).
 */
public final class FunnelPlot {

    private static final double INNER = 0.95;
    private static final double OUTER = 0.998;
    private static final double WINSORISED = 0.1;

    private final double baseline;
    private final Options options;
    private final OptionalDouble dispersion;
    private final double tauSquared;
    private final List<Point> points;

    private FunnelPlot(
            double baseline, Options options, OptionalDouble dispersion, double tauSquared, List<Point> points) {
        this.baseline = baseline;
        this.options = options;
        this.dispersion = dispersion;
        this.tauSquared = tauSquared;
        this.points = List.copyOf(points);
    }

    /** How limits allow for areas that differ more than by chance. */
    public enum Spread {
        /** They do not. */
        PLAIN,
        /** All are widened by √φ. */
        MULTIPLICATIVE,
        /** Each by the variance τ² between areas. */
        ADDITIVE
    }

    /**
     * Choices.
     *
     * @param inOwnBaseline whether an area counts in the baseline it is compared with, as is usual
     * @param spread how limits allow for overdispersion
     */
    public record Options(boolean inOwnBaseline, Spread spread) {

        /** As England's public health statistics: areas in their own baseline, limits as chance alone gives them. */
        public static Options defaults() {
            return new Options(true, Spread.PLAIN);
        }

        public Options withInOwnBaseline(boolean included) {
            return new Options(included, spread);
        }

        public Options withSpread(Spread other) {
            return new Options(inOwnBaseline, other);
        }
    }

    /**
     * An area in the plot.
     *
     * @param ratePer10000 its own rate
     * @param expected events at the rate of its baseline, 0 or more
     * @param baselinePer10000 what it is compared with
     * @param position what that says
     */
    public record Point(double ratePer10000, double expected, double baselinePer10000, FunnelClass position) {}

    /**
     * The curve at one size, rates per 10,000.
     *
     * @param population above 0
     */
    public record Limits(double population, double lower95, double upper95, double lower998, double upper998) {}

    /**
     * Compares areas.
     *
     * @param counts events, each 0 or more; at least one area
     * @param populations each above 0
     */
    public static FunnelPlot of(long[] counts, double[] populations, Options options) {
        Arguments.sameLength(counts.length, populations.length);
        double events = 0;
        double people = 0;
        for (int i = 0; i < counts.length; i++) {
            events += Arguments.notNegative("A count", counts[i]);
            people += Arguments.positive("A population", populations[i]);
        }
        Arguments.positive("The number of areas", counts.length);
        double[] baselines = new double[counts.length];
        double[] expected = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            boolean apart = !options.inOwnBaseline() && counts.length > 1;
            baselines[i] = apart ? (events - counts[i]) / (people - populations[i]) : events / people;
            expected[i] = baselines[i] * populations[i];
        }
        OptionalDouble dispersion = dispersion(counts, expected);
        double tauSquared = dispersion.isPresent() ? tauSquared(dispersion.getAsDouble(), expected) : 0;
        FunnelPlot empty = new FunnelPlot(10_000 * events / people, options, dispersion, tauSquared, List.of());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            points.add(new Point(
                    10_000 * counts[i] / populations[i],
                    expected[i],
                    10_000 * baselines[i],
                    empty.position(counts[i], expected[i])));
        }
        return new FunnelPlot(empty.baseline, options, dispersion, tauSquared, points);
    }

    /** The rate of all areas together per 10,000. */
    public double baselinePer10000() {
        return baseline;
    }

    /** φ of the winsorised z; above 1 areas differ more than by chance. Empty with fewer than two areas that expect events. */
    public OptionalDouble dispersion() {
        return dispersion;
    }

    /** τ², the variance of the true rates between areas relative to the baseline's square; 0 where they differ by chance alone. */
    public double tauSquared() {
        return tauSquared;
    }

    /** The areas in the order in which they were given. */
    public List<Point> points() {
        return points;
    }

    /**
     * The limits about the baseline of all areas for these sizes.
     *
     * @param populations each above 0
     * @return empty when there are no events at all
     */
    public List<Limits> curve(double[] populations) {
        List<Limits> curve = new ArrayList<>();
        for (double population : populations) {
            double expected = Arguments.positive("A population", population) * baseline / 10_000;
            if (expected > 0) {
                Interval inner = curveAt(expected, INNER);
                Interval outer = curveAt(expected, OUTER);
                curve.add(new Limits(population, inner.lower(), inner.upper(), outer.lower(), outer.upper()));
            }
        }
        return curve;
    }

    private Interval curveAt(double expected, double confidence) {
        double effect = designEffect(expected);
        return PoissonInterval.exactOf(expected / effect, confidence).times(effect / expected * baseline);
    }

    private FunnelClass position(long count, double expected) {
        if (isAbove(count, expected, OUTER)) {
            return FunnelClass.HIGH_998;
        }
        if (isAbove(count, expected, INNER)) {
            return FunnelClass.HIGH_95;
        }
        if (isBelow(count, expected, OUTER)) {
            return FunnelClass.LOW_998;
        }
        return isBelow(count, expected, INNER) ? FunnelClass.LOW_95 : FunnelClass.WITHIN;
    }

    private boolean isAbove(long count, double expected, double confidence) {
        return new ClusteredCount(count, designEffect(expected))
                        .limits(confidence)
                        .lower()
                > expected;
    }

    private boolean isBelow(long count, double expected, double confidence) {
        return new ClusteredCount(count, designEffect(expected))
                        .limits(confidence)
                        .upper()
                < expected;
    }

    private double designEffect(double expected) {
        return switch (options.spread()) {
            case PLAIN -> 1;
            case MULTIPLICATIVE -> Math.max(1, dispersion.orElse(1));
            case ADDITIVE -> 1 + tauSquared * expected;
        };
    }

    private static OptionalDouble dispersion(long[] counts, double[] expected) {
        double[] z = new double[counts.length];
        int size = 0;
        for (int i = 0; i < counts.length; i++) {
            if (expected[i] > 0) {
                z[size++] = (counts[i] - expected[i]) / Math.sqrt(expected[i]);
            }
        }
        if (size < 2) {
            return OptionalDouble.empty();
        }
        double[] ordered = Arrays.copyOf(z, size);
        Arrays.sort(ordered);
        int drawnIn = (int) Math.floor(WINSORISED * size);
        double sum = 0;
        for (int i = 0; i < size; i++) {
            double value = ordered[Math.min(size - 1 - drawnIn, Math.max(drawnIn, i))];
            sum += value * value;
        }
        return OptionalDouble.of(sum / size);
    }

    private static double tauSquared(double dispersion, double[] expected) {
        int size = 0;
        double sum = 0;
        double sumOfSquares = 0;
        for (double number : expected) {
            size += number > 0 ? 1 : 0;
            sum += number;
            sumOfSquares += number * number;
        }
        double divisor = sum - sumOfSquares / sum;
        return divisor > 0 ? Math.max(0, (size * dispersion - (size - 1)) / divisor) : 0;
    }
}
