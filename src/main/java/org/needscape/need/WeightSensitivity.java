package org.needscape.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
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

    /** A share of weight that is left by rounding only. */
    private static final double NOTHING = 1e-12;

    private final NeedMatrix matrix;
    private final int[] rated;
    private final int tenth;

    /** By factor and rated area: its score, 0 where it is not known, and 1 or 0 for whether it is. */
    private final double[][] scores;

    private final double[][] known;

    /** By rated area: Σ w x and Σ w over known factors. */
    private final double[] sums;

    private final double[] weights;

    /** By rated area: whether it is in the highest-need tenth as weights are. */
    private final boolean[] isIn;

    /** By factor: which rated areas may change sides when it counts less, and when it counts more. */
    private final List<BitSet> tippedBySmaller = new ArrayList<>();

    private final List<BitSet> tippedByLarger = new ArrayList<>();

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
        this.scores = new double[matrix.factors().size()][rated.length];
        this.known = new double[matrix.factors().size()][rated.length];
        this.sums = new double[rated.length];
        this.weights = new double[rated.length];
        for (int at = 0; at < rated.length; at++) {
            List<Value> standardised = matrix.rows().get(rated[at]).standardised();
            for (int factor = 0; factor < standardised.size(); factor++) {
                if (standardised.get(factor).isKnown()) {
                    double weight = matrix.factors().get(factor).weight();
                    scores[factor][at] = standardised.get(factor).number().orElseThrow();
                    known[factor][at] = 1;
                    sums[at] += weight * scores[factor][at];
                    weights[at] += weight;
                }
            }
        }
        this.isIn = new boolean[rated.length];
        if (tenth > 0) {
            findReach();
        }
    }

    private void findReach() {
        double[] now = new double[rated.length];
        Arrays.setAll(now, at -> sums[at] / weights[at]);
        double last = TenthReach.largest(now, tenth);
        for (int at = 0; at < rated.length; at++) {
            isIn[at] = now[at] >= last;
        }
        for (int factor = 0; factor < matrix.factors().size(); factor++) {
            int moved = factor;
            TenthReach.Moved scores = (at, change) -> score(at, moved, change);
            double weight = matrix.factors().get(factor).weight();
            tippedBySmaller.add(TenthReach.of(scores, isIn, tenth, weight, 0));
            tippedByLarger.add(TenthReach.of(scores, isIn, tenth, weight, MOST_TIMES));
        }
    }

    private double score(int at, int factor, double change) {
        double weight = weights[at] + change * known[factor][at];
        // A factor that is the only one known is the score, until it is left out altogether.
        return weight <= NOTHING * weights[at] ? scores[factor][at] : (sums[at] + change * scores[factor][at]) / weight;
    }

    /** How many areas are the highest-need tenth, equal scores aside. */
    public int highestNeedTenth() {
        return tenth;
    }

    /**
     * What changing the weight of one factor does to an area.
     *
     * @param factor whose weight is changed
     * @param isIn whether the area is in the highest-need tenth as weights are
     * @param timesSmaller how many times its weight the factor would have to count at most for the area to change sides, below 1, or
     *     1 for however little less where it ties; empty where leaving the factor out altogether changes nothing
     * @param timesLarger the same above 1, or 1; empty where ten times the weight changes nothing
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
            Optional<Double> less = tenth > 0 && tippedBySmaller.get(factor).get(at)
                    ? firstChange(at, factor, -1, weight)
                    : Optional.empty();
            Optional<Double> more = tenth > 0 && tippedByLarger.get(factor).get(at)
                    ? firstChange(at, factor, 1, (MOST_TIMES - 1) * weight)
                    : Optional.empty();
            tippings.add(new Tipping(
                    matrix.factors().get(factor),
                    isIn[at],
                    less.map(change -> (weight - change) / weight),
                    more.map(change -> (weight + change) / weight)));
        }
        return tippings;
    }

    /**
     * How far the weight is moved when the area is first on the other side. Equal scores are where (S + t x) (W' + t k') =
     * (S' + t x') (W + t k), k saying whether the factor is known in an area.
     *
     * @param direction -1 for less weight, 1 for more
     */
    private Optional<Double> firstChange(int at, int factor, int direction, double most) {
        PlaceSweep sweep = new PlaceSweep(most, rated.length - 1);
        double[] x = scores[factor];
        double[] k = known[factor];
        for (int other = 0; other < rated.length; other++) {
            if (other != at) {
                double a = x[at] * k[other] - x[other] * k[at];
                double b = sums[at] * k[other] + x[at] * weights[other] - sums[other] * k[at] - x[other] * weights[at];
                double c = sums[at] * weights[other] - sums[other] * weights[at];
                sweep.add(a, direction * b, c);
            }
        }
        return sweep.firstChange(isIn[at], tenth);
    }
}
