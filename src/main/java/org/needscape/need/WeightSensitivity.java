package org.needscape.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.needscape.indicator.Value;

/**
 * By how much the weight of one factor would have to change to move an area into the highest-need tenth or out of it, all other
 * weights staying as they are. For recipes whose score is a weighted mean or sum of factors.
 *
 * <p>With the weight of factor k changed from w to w + t, every area's score is (S + t x) / (W + t) over its known factors (the sum is
 * that times a constant that all areas share), so two areas change places at most twice, where a quadratic in t is 0. An area changes
 * sides where the number of areas above it passes the size of the tenth.
 */
public final class WeightSensitivity {

    /** A factor counting more than this many times as much is another recipe. */
    private static final double MOST_TIMES = 10;

    private final NeedMatrix matrix;
    private final int[] rated;
    private final int tenth;

    /** By rated area: Σ w x and Σ w over known factors. */
    private final double[] sums;

    private final double[] weights;

    /**
     * @throws IllegalArgumentException when scores are not weighted means or sums
     */
    public WeightSensitivity(NeedMatrix matrix) {
        Aggregation aggregation = matrix.recipe().aggregation();
        if (aggregation != Aggregation.WEIGHTED_MEAN && aggregation != Aggregation.WEIGHTED_SUM) {
            throw new IllegalArgumentException("The weights of a recipe by " + aggregation.code()
                    + " cannot be changed one by one: use a weighted mean or sum.");
        }
        this.matrix = matrix;
        this.rated = IntStream.range(0, matrix.rows().size())
                .filter(area -> matrix.rows().get(area).score().isKnown())
                .toArray();
        this.tenth = rated.length / 10;
        this.sums = new double[rated.length];
        this.weights = new double[rated.length];
        for (int at = 0; at < rated.length; at++) {
            for (int factor = 0; factor < matrix.factors().size(); factor++) {
                OptionalDouble score = score(at, factor);
                if (score.isPresent()) {
                    double weight = matrix.factors().get(factor).weight();
                    sums[at] += weight * score.getAsDouble();
                    weights[at] += weight;
                }
            }
        }
    }

    /**
     * What changing the weight of one factor does to an area.
     *
     * @param factor whose weight is changed
     * @param isIn whether the area is in the highest-need tenth as weights are
     * @param timesSmaller how many times its weight the factor would have to count at most for the area to change sides, below 1;
     *     empty where leaving the factor out altogether changes nothing
     * @param timesLarger the same above 1; empty where ten times the weight changes nothing
     */
    public record Tipping(
            NeedFactor factor, boolean isIn, Optional<Double> timesSmaller, Optional<Double> timesLarger) {}

    /**
     * What each factor's weight does to an area.
     *
     * @param area its place among the rows of the matrix
     * @return by factor; empty for an area without a score
     */
    public List<Tipping> of(int area) {
        int at = Arrays.binarySearch(rated, area);
        List<Tipping> tippings = new ArrayList<>();
        for (int factor = 0; at >= 0 && factor < matrix.factors().size(); factor++) {
            double weight = matrix.factors().get(factor).weight();
            boolean isIn = isIn(at, factor, 0);
            double[] changes = changesOfPlace(at, factor);
            tippings.add(new Tipping(
                    matrix.factors().get(factor),
                    isIn,
                    first(at, factor, isIn, downward(changes, weight)).map(change -> (weight + change) / weight),
                    first(at, factor, isIn, upward(changes, weight)).map(change -> (weight + change) / weight)));
        }
        return tippings;
    }

    /** The first of changes after which the area is on the other side. */
    private Optional<Double> first(int at, int factor, boolean isIn, double[] changes) {
        for (int k = 0; k + 1 < changes.length; k++) {
            // Between two changes of place nothing changes.
            if (isIn(at, factor, (changes[k] + changes[k + 1]) / 2) != isIn) {
                return Optional.of(changes[k]);
            }
        }
        return Optional.empty();
    }

    private static double[] downward(double[] changes, double weight) {
        return DoubleStream.concat(
                        Arrays.stream(changes)
                                .filter(change -> change < 0 && change > -weight)
                                .map(change -> -change)
                                .sorted()
                                .map(change -> -change),
                        DoubleStream.of(-weight))
                .toArray();
    }

    private static double[] upward(double[] changes, double weight) {
        double most = (MOST_TIMES - 1) * weight;
        return DoubleStream.concat(
                        Arrays.stream(changes).filter(change -> change > 0 && change < most), DoubleStream.of(most))
                .toArray();
    }

    /** Where the area changes places with others, ascending. */
    private double[] changesOfPlace(int at, int factor) {
        List<Double> changes = new ArrayList<>();
        for (int other = 0; other < rated.length; other++) {
            if (other != at) {
                addEqualities(changes, at, other, factor);
            }
        }
        return changes.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    /** (S + t x) (W' + t k') = (S' + t x') (W + t k), where k says whether the factor is known in an area. */
    private void addEqualities(List<Double> changes, int at, int other, int factor) {
        double x = score(at, factor).orElse(0);
        double otherX = score(other, factor).orElse(0);
        double k = score(at, factor).isPresent() ? 1 : 0;
        double otherK = score(other, factor).isPresent() ? 1 : 0;
        double a = x * otherK - otherX * k;
        double b = sums[at] * otherK + x * weights[other] - sums[other] * k - otherX * weights[at];
        double c = sums[at] * weights[other] - sums[other] * weights[at];
        if (a == 0) {
            if (b != 0) {
                changes.add(-c / b);
            }
            return;
        }
        double discriminant = b * b - 4 * a * c;
        if (discriminant >= 0) {
            double root = Math.sqrt(discriminant);
            changes.add((-b - root) / (2 * a));
            changes.add((-b + root) / (2 * a));
        }
    }

    private boolean isIn(int at, int factor, double change) {
        double own = score(at, factor, change);
        int above = 0;
        for (int other = 0; other < rated.length; other++) {
            above += score(other, factor, change) > own ? 1 : 0;
        }
        return above < tenth;
    }

    private double score(int at, int factor, double change) {
        OptionalDouble x = score(at, factor);
        return x.isPresent() ? (sums[at] + change * x.getAsDouble()) / (weights[at] + change) : sums[at] / weights[at];
    }

    private OptionalDouble score(int at, int factor) {
        Value value = matrix.rows().get(rated[at]).standardised().get(factor);
        return value.number();
    }
}
