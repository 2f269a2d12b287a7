package org.needscape.stats;

/**
 * Rates smoothed toward the rate of the area with its neighbours. With the neighbourhood of an area being itself and its
 * neighbours, b = Σy/Σn over it, n̄ the mean population in it and s² = Σ n_j (r_j - b_j)² / Σ n_j, the smoothed rate is
 * b + (r - b) a / (a + b/n) with a = max(0, s² - b/n̄).
 *
 * <p>b_j in s² is the mean of the neighbourhood of j, not of the area's own: this is what spdep's EBlocal computes, the only
 * published reference; it takes slow changes over the map out of the variance.
 *
 * <p>Source: Marshall, 1991, Applied Statistics 40:283-294, section 4.
 */
public final class LocalSmoothing {

    private LocalSmoothing() {}

    /**
     * The smoothed rates.
     *
     * @param counts events, each 0 or more
     * @param populations each above 0
     * @param neighbourhoods for each area the indices of itself and its neighbours
     * @return events per person; the rate of the neighbourhood where rates in it vary no more than by chance, 0 where it has no
     *     events, the area's own rate where it is alone
     */
    public static double[] rates(double[] counts, double[] populations, int[][] neighbourhoods) {
        Arguments.sameLength(counts.length, populations.length);
        Arguments.sameLength(counts.length, neighbourhoods.length);
        int areas = counts.length;
        double[] means = new double[areas];
        double[] people = new double[areas];
        for (int i = 0; i < areas; i++) {
            Arguments.notNegative("A count", counts[i]);
            Arguments.positive("A population", populations[i]);
            double events = 0;
            for (int j : neighbourhoods[i]) {
                events += counts[j];
                people[i] += populations[j];
            }
            means[i] = events / people[i];
        }
        double[] smoothed = new double[areas];
        for (int i = 0; i < areas; i++) {
            double spread = 0;
            for (int j : neighbourhoods[i]) {
                double deviation = counts[j] / populations[j] - means[j];
                spread += populations[j] * deviation * deviation;
            }
            double sampling = means[i] * neighbourhoods[i].length / people[i];
            double variance = Math.max(0, spread / people[i] - sampling);
            double own = counts[i] / populations[i];
            smoothed[i] = variance == 0
                    ? means[i]
                    : means[i] + (own - means[i]) * variance / (variance + means[i] / populations[i]);
        }
        return smoothed;
    }
}
