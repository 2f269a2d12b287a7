package org.needscape.stats;

import java.util.Arrays;

/**
 * Step-up procedures that control false discoveries, as adjusted p-values: q(i) = min over j ≥ i of min(1, c m p(j) / j), p sorted
 * upwards, m the number of tests. Rejecting where q ≤ α keeps the expected share of false findings among the findings at α or below.
 *
 * <p>Only tests that were made belong into the family: leave out areas that could not be computed.
 */
public enum FalseDiscoveryRate {
    /**
     * c = 1: for independent tests, and for the positive dependence of neighbouring areas.
     *
     * <p>Source: Benjamini and Hochberg, 1995, Journal of the Royal Statistical Society B 57:289-300,
     * doi:10.1111/j.2517-6161.1995.tb02031.x.
     */
    BENJAMINI_HOCHBERG("benjamini-hochberg") {
        @Override
        double factor(int tests) {
            return 1;
        }
    },
    /**
     * c = 1 + 1/2 + … + 1/m: whatever the tests have to do with each other. It finds less.
     *
     * <p>Source: Benjamini and Yekutieli, 2001, Annals of Statistics 29:1165-1188, theorem 1.3, doi:10.1214/aos/1013699998.
     */
    BENJAMINI_YEKUTIELI("benjamini-yekutieli") {
        @Override
        double factor(int tests) {
            double sum = 0;
            for (int test = tests; test >= 1; test--) {
                sum += 1.0 / test;
            }
            return sum;
        }
    };

    private final String code;

    FalseDiscoveryRate(String code) {
        this.code = code;
    }

    /** The word of files and of the API. */
    public String code() {
        return code;
    }

    /** Adjusts p-values by Benjamini and Hochberg. See {@link #adjust}. */
    public static double[] qValues(double[] pValues) {
        return BENJAMINI_HOCHBERG.adjust(pValues);
    }

    /**
     * Adjusts p-values.
     *
     * @param pValues each 0 to 1; may be empty
     * @return q-values in the same order, each at least its p-value and at most 1; equal p-values get equal q-values
     */
    public double[] adjust(double[] pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("A p-value is 0 to 1, not " + p + ".");
            }
        }
        int tests = pValues.length;
        double scale = factor(tests) * tests;
        double[] ascending = pValues.clone();
        Arrays.sort(ascending);
        double[] adjusted = new double[tests];
        double smallest = 1;
        for (int rank = tests; rank >= 1; rank--) {
            smallest = Math.min(smallest, ascending[rank - 1] * scale / rank);
            adjusted[rank - 1] = smallest;
        }
        double[] q = new double[tests];
        for (int test = 0; test < tests; test++) {
            q[test] = adjusted[Arrays.binarySearch(ascending, pValues[test])];
        }
        return q;
    }

    abstract double factor(int tests);
}
