package org.needscape.spatial;

import org.jspecify.annotations.Nullable;
import org.needscape.stats.Alternative;

/**
 * Local Moran's I: whether an area and its neighbours lie on the same side of the mean. I = (z / m2) Σ w z over the neighbours,
 * z the deviation from the mean, m2 = Σz²/n, weights row-standardised unless the caller wants them as they are. Expectation and
 * variance are conditional on the area's own value: E = -z² W / ((n - 1) m2),
 * Var = (z/m2)² n/(n - 2) (Q - W²/(n - 1)) (m2 - z²/(n - 1)).
 *
 * <p>An isolate's value counts in mean and variance but is not tested; an area exactly at the mean has no variance and is not
 * tested either. Neighbours without a known value are dropped before weights are standardised.
 *
 * <p>Source: Anselin, 1995, Geographical Analysis 27:93-115; Sokal, Oden and Thomson, 1998, Geographical Analysis 30:331-354.
 */
public final class LocalMoran {

    /** On which side of the mean an area and its neighbours lie. */
    public enum Quadrant {
        /** High among high. */
        HH,
        /** Low among low. */
        LL,
        /** High among low. */
        HL,
        /** Low among high. */
        LH,
        /** The area or its neighbours lie exactly at the mean. */
        NONE
    }

    private final double[] statistic;
    private final double[] expectation;
    private final double[] variance;
    private final Quadrant[] quadrants;
    private final LocalTests tests;

    private LocalMoran(
            double[] statistic, double[] expectation, double[] variance, Quadrant[] quadrants, LocalTests tests) {
        this.statistic = statistic;
        this.expectation = expectation;
        this.variance = variance;
        this.quadrants = quadrants;
        this.tests = tests;
    }

    /**
     * Tests every area.
     *
     * @param values any real values; for counts of people use empirical Bayes standardised rates
     * @param neighbours over the same areas; links of areas to themselves are ignored
     * @param rowStandardised whether the weights of each area are divided by their sum
     * @param alternative which side of I counts
     */
    public static LocalMoran test(
            AreaValues values, Neighbours neighbours, boolean rowStandardised, Alternative alternative) {
        if (values.size() != neighbours.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + neighbours.size() + " areas.");
        }
        Neighbours known = neighbours.withoutSelf().among(values::isKnown);
        Neighbours weighted = rowStandardised ? known.rowStandardised() : known;
        double[] z = values.deviations();
        int n = values.knownCount();
        double m2 = GetisOrd.Moments.of(values, z).sumOfSquares() / n;
        boolean constant = values.isConstant() || n < 3;
        double[] statistic = new double[z.length];
        double[] expectation = new double[z.length];
        double[] variance = new double[z.length];
        double[] score = new double[z.length];
        Quadrant[] quadrants = new Quadrant[z.length];
        @Nullable NotComputed[] reasons = new NotComputed[z.length];
        for (int area = 0; area < z.length; area++) {
            quadrants[area] = Quadrant.NONE;
            if (!values.isKnown(area)) {
                reasons[area] = values.reason(area).orElse(NotComputed.MISSING);
            } else if (weighted.degree(area) == 0) {
                reasons[area] = NotComputed.ISOLATE;
            } else if (constant) {
                reasons[area] = NotComputed.CONSTANT;
            } else {
                double lag = 0;
                double w = 0;
                double q = 0;
                for (int k = 0; k < weighted.degree(area); k++) {
                    double weight = weighted.weight(area, k);
                    lag += weight * z[weighted.neighbour(area, k)];
                    w += weight;
                    q += weight * weight;
                }
                statistic[area] = z[area] / m2 * lag;
                expectation[area] = -z[area] * z[area] * w / ((n - 1) * m2);
                variance[area] = z[area]
                        / m2
                        * (z[area] / m2)
                        * n
                        / (n - 2)
                        * (q - w * w / (n - 1))
                        * (m2 - z[area] * z[area] / (n - 1));
                score[area] = (statistic[area] - expectation[area]) / Math.sqrt(variance[area]);
                quadrants[area] = quadrant(z[area], lag);
                reasons[area] = variance[area] > 0 && Double.isFinite(score[area]) ? null : NotComputed.CONSTANT;
            }
        }
        return new LocalMoran(
                statistic, expectation, variance, quadrants, LocalTests.ofScores(score, reasons, alternative));
    }

    /** z, p and q per area. */
    public LocalTests tests() {
        return tests;
    }

    /**
     * I of an area.
     *
     * @throws IllegalArgumentException when it was not tested
     */
    public double statistic(int area) {
        return statistic[requireTested(area)];
    }

    /**
     * The conditional expectation of I.
     *
     * @throws IllegalArgumentException when the area was not tested
     */
    public double expectation(int area) {
        return expectation[requireTested(area)];
    }

    /**
     * The conditional variance of I, above 0.
     *
     * @throws IllegalArgumentException when the area was not tested
     */
    public double variance(int area) {
        return variance[requireTested(area)];
    }

    /** {@link Quadrant#NONE} also where the area was not tested. */
    public Quadrant quadrant(int area) {
        return tests.isComputed(area) ? quadrants[area] : Quadrant.NONE;
    }

    private int requireTested(int area) {
        if (!tests.isComputed(area)) {
            throw new IllegalArgumentException("Area " + area + " was not tested: " + tests.reason(area) + ".");
        }
        return area;
    }

    private static Quadrant quadrant(double z, double lag) {
        if (z == 0 || lag == 0) {
            return Quadrant.NONE;
        }
        if (z > 0) {
            return lag > 0 ? Quadrant.HH : Quadrant.HL;
        }
        return lag > 0 ? Quadrant.LH : Quadrant.LL;
    }
}
