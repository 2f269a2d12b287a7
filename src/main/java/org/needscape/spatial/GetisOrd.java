package org.needscape.spatial;

import org.jspecify.annotations.Nullable;
import org.needscape.stats.Alternative;

/**
 * The local statistics Gi and Gi* in their z form: whether the values around an area add up to more, or less, than they would
 * if values lay anywhere by chance.
 *
 * <p>Gi* counts the area itself: z = (Σ w x - x̄ W) / (s √((n Q - W²) / (n - 1))) with W = Σ w, Q = Σ w², mean and standard
 * deviation (divisor n) over all n known values. Gi leaves the area out, of the sums, of mean and of deviation, and has n - 1 for
 * n throughout. z does not change when the weights of an area are multiplied by a constant: binary and row-standardised weights
 * give the same result, so weights are used as they come. It does not change either when a constant is added to all values.
 *
 * <p>The weight of an area for itself in Gi* is 1, unless the neighbours hold a link of the area to itself. An isolate's value
 * counts in mean and deviation, but the isolate is not tested. Neighbours without a known value are dropped.
 *
 * <p>Source: Ord and Getis, 1995, Geographical Analysis 27:286-306, equations 6 and 7.
 */
public enum GetisOrd {
    /** The area and its neighbours. */
    GI_STAR("gi-star") {
        @Override
        double z(double own, double weightedSum, double weightSum, double squareSum, double selfWeight, Moments all) {
            double sum = weightedSum + selfWeight * own;
            double w = weightSum + selfWeight;
            double q = squareSum + selfWeight * selfWeight;
            return score(sum, w, q, 0, all.sumOfSquares() / all.count(), all.count());
        }
    },
    /** The neighbours only. */
    GI("gi") {
        @Override
        double z(double own, double weightedSum, double weightSum, double squareSum, double selfWeight, Moments all) {
            // Values are deviations from the mean of all, so the others add up to minus the area's own.
            int others = all.count() - 1;
            double mean = -own / others;
            double variance = (all.sumOfSquares() - own * own) / others - mean * mean;
            return score(weightedSum, weightSum, squareSum, mean, variance, others);
        }
    };

    /** Below this share of its terms a difference is rounding error. */
    private static final double ROUNDING = 1e-12;

    private final String code;

    GetisOrd(String code) {
        this.code = code;
    }

    /** The word of the command line. */
    public String code() {
        return code;
    }

    /**
     * Tests every area.
     *
     * @param values any real values; for counts of people use empirical Bayes standardised rates
     * @param neighbours over the same areas
     * @param alternative which side counts
     * @return z, p, q per area, or why not; all constant when the values do not vary or every area is a neighbour
     */
    public LocalTests test(AreaValues values, Neighbours neighbours, Alternative alternative) {
        if (values.size() != neighbours.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + neighbours.size() + " areas.");
        }
        double[] x = values.deviations();
        Moments all = Moments.of(values, x);
        boolean constant = values.isConstant() || values.knownCount() < 3;
        double[] z = new double[x.length];
        @Nullable NotComputed[] reasons = new NotComputed[x.length];
        for (int area = 0; area < x.length; area++) {
            if (!values.isKnown(area)) {
                reasons[area] = values.reason(area).orElse(NotComputed.MISSING);
                continue;
            }
            double sum = 0;
            double w = 0;
            double q = 0;
            double self = 1;
            int known = 0;
            for (int k = 0; k < neighbours.degree(area); k++) {
                int other = neighbours.neighbour(area, k);
                double weight = neighbours.weight(area, k);
                if (other == area) {
                    self = weight;
                } else if (values.isKnown(other)) {
                    sum += weight * x[other];
                    w += weight;
                    q += weight * weight;
                    known++;
                }
            }
            if (known == 0) {
                reasons[area] = NotComputed.ISOLATE;
            } else {
                z[area] = constant ? Double.NaN : z(x[area], sum, w, q, self, all);
                reasons[area] = Double.isFinite(z[area]) ? null : NotComputed.CONSTANT;
            }
        }
        return LocalTests.ofScores(z, reasons, alternative);
    }

    /** The z score of an area, not finite where it does not exist. Values are deviations from the mean of all. */
    abstract double z(
            double own, double weightedSum, double weightSum, double squareSum, double selfWeight, Moments all);

    private static double score(double sum, double w, double q, double mean, double variance, int n) {
        double spread = n * q - w * w;
        if (n < 2 || spread <= ROUNDING * n * q || variance <= 0) {
            return Double.NaN;
        }
        return (sum - mean * w) / Math.sqrt(variance * spread / (n - 1));
    }

    /**
     * What the scores need of all known values.
     *
     * @param count how many are known
     * @param sumOfSquares of their deviations from the mean
     */
    record Moments(int count, double sumOfSquares) {

        static Moments of(AreaValues values, double[] deviations) {
            double sum = 0;
            for (double deviation : deviations) {
                sum += deviation * deviation;
            }
            return new Moments(values.knownCount(), sum);
        }
    }
}
