package org.needscape.stats;

/** Least squares of numbers on x with weights, as linear combinations of the numbers: what the closed-form limits need. */
final class WeightedLine {

    private final double[] shares;
    private final double[] slopeCoefficients;
    private final double meanX;

    private WeightedLine(double[] shares, double[] slopeCoefficients, double meanX) {
        this.shares = shares;
        this.slopeCoefficients = slopeCoefficients;
        this.meanX = meanX;
    }

    /**
     * A line over points that do not all have the same x.
     *
     * @param x at least two different numbers
     * @param weights as many, each above 0
     */
    static WeightedLine of(double[] x, double[] weights) {
        Arguments.sameLength(x.length, weights.length);
        double total = 0;
        double meanX = 0;
        for (int i = 0; i < x.length; i++) {
            total += Arguments.positive("A weight", weights[i]);
            meanX += weights[i] * Arguments.finite("x", x[i]);
        }
        meanX /= total;
        double spread = 0;
        for (int i = 0; i < x.length; i++) {
            spread += weights[i] * (x[i] - meanX) * (x[i] - meanX);
        }
        Arguments.positive("The spread of x", spread);
        double[] shares = new double[x.length];
        double[] coefficients = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            shares[i] = weights[i] / total;
            coefficients[i] = weights[i] * (x[i] - meanX) / spread;
        }
        return new WeightedLine(shares, coefficients, meanX);
    }

    double slope(double[] y) {
        double slope = 0;
        for (int i = 0; i < y.length; i++) {
            slope += slopeCoefficients[i] * y[i];
        }
        return slope;
    }

    double intercept(double[] y, double slope) {
        double meanY = 0;
        for (int i = 0; i < y.length; i++) {
            meanY += shares[i] * y[i];
        }
        return meanY - slope * meanX;
    }

    /** Of a slope over independent numbers with these standard errors. */
    double slopeStandardError(double[] standardErrors) {
        double variance = 0;
        for (int i = 0; i < standardErrors.length; i++) {
            double part = slopeCoefficients[i] * standardErrors[i];
            variance += part * part;
        }
        return Math.sqrt(variance);
    }
}
