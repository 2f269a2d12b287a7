package org.needscape.stats;

import java.util.OptionalDouble;

/** A fitted log-linear model of counts: ln μ = ln exposure + Σ coefficient · covariate. Immutable. */
public final class FittedCountModel {

    private final double[] coefficients;
    private final double[][] covariance;
    private final double deviance;
    private final double pearsonChiSquare;
    private final int degreesOfFreedom;
    private final OptionalDouble theta;

    FittedCountModel(
            double[] coefficients,
            double[][] covariance,
            double deviance,
            double pearsonChiSquare,
            int degreesOfFreedom,
            OptionalDouble theta) {
        this.coefficients = coefficients.clone();
        this.covariance = copyOf(covariance);
        this.deviance = deviance;
        this.pearsonChiSquare = pearsonChiSquare;
        this.degreesOfFreedom = degreesOfFreedom;
        this.theta = theta;
    }

    /** A coefficient on the log scale; 0 is the intercept, 1 the first covariate. */
    public double coefficient(int index) {
        return coefficients[index];
    }

    /** The standard error of a coefficient, as the model has it: no dispersion applied. */
    public double standardError(int index) {
        return Math.sqrt(covariance[index][index]);
    }

    /** How two coefficients vary together, from the expected information: no dispersion applied. */
    public double covariance(int first, int second) {
        return covariance[first][second];
    }

    /** The standard error times √φ (quasi-Poisson); empty where φ is. */
    public OptionalDouble quasiStandardError(int index) {
        OptionalDouble dispersion = dispersion();
        return dispersion.isPresent()
                ? OptionalDouble.of(standardError(index) * Math.sqrt(dispersion.getAsDouble()))
                : OptionalDouble.empty();
    }

    /**
     * The factor by which the rate changes per unit of a covariate, e^β, with limits e^(β ± z se).
     *
     * @param index of the covariate, from 1
     * @param standardError of its coefficient, the model's own or another
     * @param confidenceFraction such as 0.95
     */
    public Estimate rateRatio(int index, double standardError, double confidenceFraction) {
        double margin = StandardNormal.multiplier(confidenceFraction)
                * Arguments.notNegative("A standard error", standardError);
        double beta = coefficients[index];
        return Estimate.ofLogarithm(beta, margin);
    }

    /** Twice the distance of the log-likelihood from the perfect fit; 0 or more. */
    public double deviance() {
        return deviance;
    }

    /** Observations minus coefficients. */
    public int degreesOfFreedom() {
        return degreesOfFreedom;
    }

    /** Σ (count - fitted mean)² / variance; 0 or more. */
    public double pearsonChiSquare() {
        return pearsonChiSquare;
    }

    /** φ = Σ Pearson² / degrees of freedom; above 1 counts vary more than the model says. Empty without degrees of freedom. */
    public OptionalDouble dispersion() {
        return degreesOfFreedom > 0 ? OptionalDouble.of(pearsonChiSquare / degreesOfFreedom) : OptionalDouble.empty();
    }

    /** θ of a negative binomial model, variance μ + μ²/θ; empty when there is no variation beyond Poisson's. */
    public OptionalDouble theta() {
        return theta;
    }

    private static double[][] copyOf(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int row = 0; row < matrix.length; row++) {
            copy[row] = matrix[row].clone();
        }
        return copy;
    }
}
