package org.needscape.stats;

import java.util.OptionalDouble;
import org.apache.commons.math3.special.Gamma;

/** θ of a negative binomial model given its fitted means: the maximum of the likelihood over ln θ. */
final class ExtraVariation {

    private static final double SMALLEST_THETA = 1e-4;
    private static final double LARGEST_THETA = 1e7;
    private static final int MOST_STEPS = 100;
    private static final double RELATIVE_CHANGE = 1e-10;
    /** Above this the sums over a table of counts cost more than they save. */
    private static final int LARGEST_TABLE = 100_000;

    private final CountData data;
    /** How many counts are above k, for k from 0; empty where counts are not whole, or too large for a table. */
    private final int[] countsAbove;

    ExtraVariation(CountData data) {
        this.data = data;
        this.countsAbove = table(data);
    }

    /** By moments: Σ n / Σ ((y / μ - 1)² - 1 / μ), within the limits of the search. */
    double startingTheta(ReweightedLeastSquares fit) {
        double extra = 0;
        for (int i = 0; i < data.size(); i++) {
            double mean = fit.fittedMean(i);
            double relative = data.count(i) / mean - 1;
            extra += relative * relative * mean / (1 + mean) - 1 / (1 + mean);
        }
        return within(extra > 0 ? data.size() / extra : 1);
    }

    /**
     * The best θ for these means.
     *
     * @param start where to begin, above 0
     * @return at most a large θ, which then stands for no extra variation; empty when the search does not settle
     */
    OptionalDouble theta(ReweightedLeastSquares fit, double start) {
        double low = Math.log(SMALLEST_THETA);
        double high = Math.log(LARGEST_THETA);
        double logTheta = Math.log(within(start));
        for (int step = 0; step < MOST_STEPS; step++) {
            double theta = Math.exp(logTheta);
            double[] derivatives = derivatives(fit, theta);
            // By ln θ.
            double slope = theta * derivatives[0];
            double curvature = theta * theta * derivatives[1] + slope;
            if (slope > 0) {
                low = logTheta;
            } else {
                high = logTheta;
            }
            double next = curvature < 0 ? logTheta - slope / curvature : (low + high) / 2;
            if (!(next > low && next < high)) {
                next = (low + high) / 2;
            }
            if (Math.abs(next - logTheta) < RELATIVE_CHANGE || high - low < RELATIVE_CHANGE) {
                return OptionalDouble.of(Math.exp(next));
            }
            logTheta = next;
        }
        return OptionalDouble.empty();
    }

    /** The first and second derivative of the log-likelihood by θ. */
    private double[] derivatives(ReweightedLeastSquares fit, double theta) {
        double first = 0;
        double second = 0;
        for (int i = 0; i < data.size(); i++) {
            double mean = fit.fittedMean(i);
            double sum = theta + mean;
            double excess = (mean - data.count(i)) / sum;
            // ln(θ / (θ + μ)) and what remains, in a form that keeps its figures where θ is large.
            first += excess - Math.log1p(mean / theta);
            second += mean / (theta * sum) - excess / sum;
        }
        if (countsAbove.length > 0 || data.totalCount() == 0) {
            for (int k = 0; k < countsAbove.length; k++) {
                double inverse = 1 / (theta + k);
                first += countsAbove[k] * inverse;
                second -= countsAbove[k] * inverse * inverse;
            }
        } else {
            for (int i = 0; i < data.size(); i++) {
                first += Gamma.digamma(theta + data.count(i)) - Gamma.digamma(theta);
                second += Gamma.trigamma(theta + data.count(i)) - Gamma.trigamma(theta);
            }
        }
        return new double[] {first, second};
    }

    private static double within(double theta) {
        return Math.min(LARGEST_THETA, Math.max(SMALLEST_THETA, theta));
    }

    private static int[] table(CountData data) {
        double largest = 0;
        for (int i = 0; i < data.size(); i++) {
            double count = data.count(i);
            if (count != Math.rint(count) || count > LARGEST_TABLE) {
                return new int[0];
            }
            largest = Math.max(largest, count);
        }
        int[] above = new int[(int) largest];
        for (int i = 0; i < data.size(); i++) {
            for (int k = 0; k < data.count(i); k++) {
                above[k]++;
            }
        }
        return above;
    }
}
