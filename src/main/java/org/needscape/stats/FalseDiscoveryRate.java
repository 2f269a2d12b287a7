package org.needscape.stats;

import java.util.stream.IntStream;

/**
 * The Benjamini-Hochberg step-up procedure as adjusted p-values: q(i) = min over j ≥ i of min(1, m p(j) / j), p sorted upwards.
 * Rejecting where q ≤ α keeps the expected share of false findings among the findings at α or below, also under the positive
 * dependence of neighbouring areas.
 *
 * <p>Only tests that were made belong into the family: leave out areas that could not be computed.
 *
 * <p>Source: Benjamini and Hochberg, 1995, Journal of the Royal Statistical Society B 57:289-300.
 */
public final class FalseDiscoveryRate {

    private FalseDiscoveryRate() {}

    /**
     * Adjusts p-values.
     *
     * @param pValues each 0 to 1; may be empty
     * @return q-values in the same order, each at least its p-value and at most 1; equal p-values get equal q-values
     */
    public static double[] qValues(double[] pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("A p-value is 0 to 1, not " + p + ".");
            }
        }
        int tests = pValues.length;
        int[] ascending = IntStream.range(0, tests)
                .boxed()
                .sorted((a, b) -> Double.compare(pValues[a], pValues[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[tests];
        double smallest = 1;
        for (int rank = tests; rank >= 1; rank--) {
            int test = ascending[rank - 1];
            smallest = Math.min(smallest, pValues[test] * tests / rank);
            q[test] = smallest;
        }
        return q;
    }
}
