package org.needscape.stats;

import java.util.Arrays;

/**
 * What a count regression is fitted to: events, the exposure they arose from, and covariates. An intercept is always part of
 * the model. Immutable.
 */
public final class CountData {

    private final double[] counts;
    private final double[] exposures;
    private final double[] logExposures;
    private final double[][] design;

    private CountData(double[] counts, double[] exposures, double[] logExposures, double[][] design) {
        this.counts = counts;
        this.exposures = exposures;
        this.logExposures = logExposures;
        this.design = design;
    }

    /**
     * Copies the data in.
     *
     * @param counts events, each 0 or more
     * @param exposures populations, each above 0
     * @param covariates columns as long as the counts, finite; none for a model with an intercept only
     */
    public static CountData of(double[] counts, double[] exposures, double[]... covariates) {
        Arguments.sameLength(counts.length, exposures.length);
        double[][] design = new double[counts.length][covariates.length + 1];
        for (int i = 0; i < counts.length; i++) {
            Arguments.notNegative("A count", counts[i]);
            Arguments.positive("An exposure", exposures[i]);
            design[i][0] = 1;
        }
        for (int c = 0; c < covariates.length; c++) {
            Arguments.sameLength(counts.length, covariates[c].length);
            for (int i = 0; i < counts.length; i++) {
                design[i][c + 1] = Arguments.finite("A covariate", covariates[c][i]);
            }
        }
        double[] logExposures = Arrays.stream(exposures).map(Math::log).toArray();
        return new CountData(counts.clone(), exposures.clone(), logExposures, design);
    }

    /** How many observations. */
    public int size() {
        return counts.length;
    }

    /** How many coefficients, the intercept among them. */
    public int coefficientCount() {
        return size() == 0 ? 1 : design[0].length;
    }

    /** These data with a coefficient held at a value: its covariate becomes part of the exposure. */
    CountData withFixed(int index, double coefficient) {
        double[] scaled = new double[size()];
        double[] logScaled = new double[size()];
        double[][] others = new double[size()][];
        for (int i = 0; i < size(); i++) {
            logScaled[i] = logExposures[i] + coefficient * design[i][index];
            scaled[i] = Math.exp(logScaled[i]);
            others[i] = new double[design[i].length - 1];
            System.arraycopy(design[i], 0, others[i], 0, index);
            System.arraycopy(design[i], index + 1, others[i], index, others[i].length - index);
        }
        return new CountData(counts, scaled, logScaled, others);
    }

    double count(int i) {
        return counts[i];
    }

    double exposure(int i) {
        return exposures[i];
    }

    double logExposure(int i) {
        return logExposures[i];
    }

    double[] row(int i) {
        return design[i];
    }

    /** The same with other counts, as many, each 0 or more. */
    CountData withCounts(double[] others) {
        Arguments.sameLength(counts.length, others.length);
        return new CountData(others.clone(), exposures, logExposures, design);
    }

    double totalCount() {
        double total = 0;
        for (double count : counts) {
            total += count;
        }
        return total;
    }

    /** ln(mean / exposure) under these coefficients. */
    double logRate(int i, double[] coefficients) {
        double[] row = design[i];
        double sum = 0;
        for (int c = 0; c < coefficients.length; c++) {
            sum += coefficients[c] * row[c];
        }
        return sum;
    }
}
