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

    private final EmpiricalBayes.Scatter scatter;
    private final double[] counts;
    private final double[] populations;
    private final double[] events;
    private final double[] people;
    private final double[] variances;
    private final double pooledVariance;

    private LocalSmoothing(
            double[] counts, double[] populations, int[][] neighbourhoods, EmpiricalBayes.Scatter scatter) {
        this.scatter = scatter;
        this.counts = counts;
        this.populations = populations;
        int areas = counts.length;
        this.events = new double[areas];
        this.people = new double[areas];
        this.variances = new double[areas];
        for (int i = 0; i < areas; i++) {
            Arguments.notNegative("A count", counts[i]);
            Arguments.positive("A population", populations[i]);
            for (int j : neighbourhoods[i]) {
                events[i] += counts[j];
                people[i] += populations[j];
            }
        }
        double pooled = 0;
        double weight = 0;
        for (int i = 0; i < areas; i++) {
            double spread = 0;
            for (int j : neighbourhoods[i]) {
                double deviation = counts[j] / populations[j] - overallRate(j);
                spread += populations[j] * deviation * deviation;
            }
            double sampling = scatter.perPerson(overallRate(i)) * neighbourhoods[i].length / people[i];
            double variance = spread / people[i] - sampling;
            variances[i] = Math.max(0, variance);
            pooled += people[i] * variance;
            weight += people[i];
        }
        pooledVariance = areas == 0 ? 0 : Math.max(0, pooled / weight);
    }

    /**
     * Estimates rate and variance of each neighbourhood.
     *
     * @param counts events, each 0 or more
     * @param populations each above 0
     * @param neighbourhoods for each area the indices of itself and its neighbours
     * @param scatter what chance does
     */
    public static LocalSmoothing fit(
            double[] counts, double[] populations, int[][] neighbourhoods, EmpiricalBayes.Scatter scatter) {
        Arguments.sameLength(counts.length, populations.length);
        Arguments.sameLength(counts.length, neighbourhoods.length);
        return new LocalSmoothing(counts.clone(), populations.clone(), neighbourhoods, scatter);
    }

    /**
     * The smoothed rates, as {@link #smoothedRate} has them.
     *
     * @param counts events, each 0 or more
     * @param populations each above 0
     * @param neighbourhoods for each area the indices of itself and its neighbours
     */
    public static double[] rates(double[] counts, double[] populations, int[][] neighbourhoods) {
        LocalSmoothing smoothing = fit(counts, populations, neighbourhoods, EmpiricalBayes.Scatter.OF_EVENTS);
        double[] smoothed = new double[counts.length];
        for (int i = 0; i < smoothed.length; i++) {
            smoothed[i] = smoothing.smoothedRate(i);
        }
        return smoothed;
    }

    /** People in the neighbourhood of an area. */
    public double people(int area) {
        return people[area];
    }

    /** b of the neighbourhood of an area, events per person. */
    public double overallRate(int area) {
        return events[area] / people[area];
    }

    /** a of the neighbourhood of an area, 0 where rates in it vary no more than by chance. */
    public double varianceBetweenAreas(int area) {
        return variances[area];
    }

    /**
     * a of all neighbourhoods together: the mean of their s² - b/n̄, those below 0 too, by people; 0 where that is below 0. That of one
     * neighbourhood comes from a handful of areas and is 0 as often as not; this is the steadier.
     */
    public double pooledVariance() {
        return pooledVariance;
    }

    /**
     * The smoothed rate of an area.
     *
     * @return events per person; the rate of the neighbourhood where rates in it vary no more than by chance, 0 where it has no
     *     events, the area's own rate where it is alone
     */
    public double smoothedRate(int area) {
        double mean = overallRate(area);
        double variance = variances[area];
        double own = counts[area] / populations[area];
        double sampling = scatter.perPerson(mean) / populations[area];
        return variance == 0 ? mean : mean + (own - mean) * variance / (variance + sampling);
    }
}
