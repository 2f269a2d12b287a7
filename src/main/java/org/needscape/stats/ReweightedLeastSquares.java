package org.needscape.stats;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Iteratively reweighted least squares for a log link and variance μ + αμ², of which α = 0 is Poisson. Starts at
 * ln((y + 0.1) / n), or at given coefficients, and stops when the deviance changes by less than a relative 1e-10.
 */
final class ReweightedLeastSquares {

    private static final int MAX_ITERATIONS = 50;
    private static final double RELATIVE_CHANGE = 1e-10;
    private static final double SINGULAR = 1e-10;

    private final CountData data;
    private final double alpha;
    private final double[] logRates;
    private final double[] fittedMeans;
    private double[] coefficients;
    private double[][] covariance;
    private double deviance;

    private ReweightedLeastSquares(CountData data, double alpha) {
        this.data = data;
        this.alpha = alpha;
        this.logRates = new double[data.size()];
        this.fittedMeans = new double[data.size()];
        this.coefficients = new double[data.coefficientCount()];
        this.covariance = new double[data.coefficientCount()][data.coefficientCount()];
    }

    /** Fits from the data's own starting values; empty when covariates are collinear or the fit does not converge. */
    static Optional<ReweightedLeastSquares> fit(CountData data, double alpha) {
        ReweightedLeastSquares fit = new ReweightedLeastSquares(data, alpha);
        for (int i = 0; i < data.size(); i++) {
            fit.fittedMeans[i] = data.count(i) + 0.1;
            fit.logRates[i] = Math.log(fit.fittedMeans[i]) - data.logExposure(i);
        }
        return fit.iterate() ? Optional.of(fit) : Optional.empty();
    }

    /** Fits from coefficients near the result. */
    static Optional<ReweightedLeastSquares> fit(CountData data, double alpha, double[] coefficients) {
        ReweightedLeastSquares fit = new ReweightedLeastSquares(data, alpha);
        fit.predict(coefficients);
        return fit.iterate() ? Optional.of(fit) : Optional.empty();
    }

    /** Fits from another fit's result. */
    static Optional<ReweightedLeastSquares> fit(CountData data, double alpha, ReweightedLeastSquares start) {
        ReweightedLeastSquares fit = new ReweightedLeastSquares(data, alpha);
        System.arraycopy(start.fittedMeans, 0, fit.fittedMeans, 0, data.size());
        System.arraycopy(start.logRates, 0, fit.logRates, 0, data.size());
        return fit.iterate() ? Optional.of(fit) : Optional.empty();
    }

    /** Whether the covariates, with the intercept, do not span as many dimensions as there are coefficients. */
    static boolean isCollinear(CountData data) {
        ReweightedLeastSquares unweighted = new ReweightedLeastSquares(data, 0);
        Arrays.fill(unweighted.fittedMeans, 1);
        return !unweighted.step();
    }

    double[] coefficients() {
        return coefficients;
    }

    double[][] covariance() {
        return covariance;
    }

    double deviance() {
        return deviance;
    }

    /** ln(fitted mean / exposure). */
    double logRate(int i) {
        return logRates[i];
    }

    double fittedMean(int i) {
        return fittedMeans[i];
    }

    double pearsonChiSquare() {
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            double mean = fittedMeans[i];
            double residual = data.count(i) - mean;
            sum += residual * residual / (mean * (1 + alpha * mean));
        }
        return sum;
    }

    private boolean iterate() {
        deviance = computeDeviance();
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            if (!step()) {
                return false;
            }
            predict(coefficients);
            double before = deviance;
            deviance = computeDeviance();
            if (!Double.isFinite(deviance)) {
                return false;
            }
            if (Math.abs(before - deviance) <= RELATIVE_CHANGE * (Math.abs(deviance) + 0.1)) {
                // One more step, whose matrix then belongs to the fitted means: it gives the standard errors.
                return step();
            }
        }
        return false;
    }

    private void predict(double[] from) {
        for (int i = 0; i < data.size(); i++) {
            logRates[i] = data.logRate(i, from);
            fittedMeans[i] = Math.exp(logRates[i] + data.logExposure(i));
        }
    }

    /** Solves the weighted normal equations, scaled to a unit diagonal so that units of covariates do not matter. */
    private boolean step() {
        int size = coefficients.length;
        double[][] normal = new double[size][size];
        double[] right = new double[size];
        for (int i = 0; i < data.size(); i++) {
            double mean = fittedMeans[i];
            double weight = mean / (1 + alpha * mean);
            double working = logRates[i] + (data.count(i) - mean) / mean;
            double[] row = data.row(i);
            for (int a = 0; a < size; a++) {
                double weighted = weight * row[a];
                if (weighted != 0) {
                    right[a] += weighted * working;
                    for (int b = 0; b <= a; b++) {
                        normal[a][b] += weighted * row[b];
                    }
                }
            }
        }
        double[] scale = new double[size];
        for (int a = 0; a < size; a++) {
            scale[a] = Math.sqrt(normal[a][a]);
            if (!(scale[a] > 0) || Double.isInfinite(scale[a])) {
                return false;
            }
        }
        for (int a = 0; a < size; a++) {
            right[a] /= scale[a];
            for (int b = 0; b <= a; b++) {
                normal[a][b] /= scale[a] * scale[b];
                normal[b][a] = normal[a][b];
            }
        }
        try {
            RealMatrix inverse = new CholeskyDecomposition(new Array2DRowRealMatrix(normal, false), 1e-9, SINGULAR)
                    .getSolver()
                    .getInverse();
            double[] solution = inverse.operate(right);
            for (int a = 0; a < size; a++) {
                coefficients[a] = solution[a] / scale[a];
                for (int b = 0; b < size; b++) {
                    covariance[a][b] = inverse.getEntry(a, b) / (scale[a] * scale[b]);
                }
            }
            return true;
        } catch (NonPositiveDefiniteMatrixException collinear) {
            return false;
        }
    }

    private double computeDeviance() {
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            double count = data.count(i);
            double mean = fittedMeans[i];
            double logTerm = count > 0 ? count * (Math.log(count) - logRates[i] - data.logExposure(i)) : 0;
            sum += alpha == 0
                    ? logTerm - (count - mean)
                    : logTerm - (count + 1 / alpha) * Math.log((1 + alpha * count) / (1 + alpha * mean));
        }
        return 2 * sum;
    }
}
