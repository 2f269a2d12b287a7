package org.needscape.spatial;

import java.util.Optional;

/**
 * Global Moran's I: how alike neighbours are over the whole map. I = (n / S0) Σ Σ w z z / Σ z², expected at -1 / (n - 1) when
 * values lie by chance. Isolates and areas without a known value are left out of n, of the mean and of S0.
 *
 * <p>Source: Cliff and Ord, 1981, Spatial Processes, chapter 2.
 *
 * @param statistic I
 * @param expectation -1 / (n - 1)
 * @param varianceRandomisation of I when the values are dealt out at random, above 0
 * @param varianceNormality of I when the values are drawn from a normal distribution, above 0
 * @param areaCount n, the areas that counted
 */
public record GlobalMoran(
        double statistic, double expectation, double varianceRandomisation, double varianceNormality, int areaCount) {

    /**
     * Computes I.
     *
     * @param values any real values
     * @param neighbours over the same areas; links of areas to themselves are ignored
     * @param rowStandardised whether the weights of each area are divided by their sum
     * @return empty when fewer than four areas have a value and a neighbour with one, or the values do not vary
     */
    public static Optional<GlobalMoran> compute(AreaValues values, Neighbours neighbours, boolean rowStandardised) {
        Neighbours weighted = usable(values, neighbours, rowStandardised);
        AreaValues counted = countedValues(values, weighted);
        int n = counted.knownCount();
        if (n < 4 || counted.isConstant()) {
            return Optional.empty();
        }
        double[] z = counted.deviations();
        double z2 = 0;
        double z4 = 0;
        for (double deviation : z) {
            z2 += deviation * deviation;
            z4 += deviation * deviation * deviation * deviation;
        }
        WeightSums sums = WeightSums.of(weighted);
        double s0 = sums.s0();
        if (!(s0 > 0)) {
            return Optional.empty();
        }
        double expectation = -1.0 / (n - 1);
        double nn = (double) n * n;
        double normality =
                (nn * sums.s1() - n * sums.s2() + 3 * s0 * s0) / ((nn - 1) * s0 * s0) - expectation * expectation;
        double kurtosis = z4 / n / ((z2 / n) * (z2 / n));
        double a = n * ((nn - 3 * n + 3) * sums.s1() - n * sums.s2() + 3 * s0 * s0);
        double b = kurtosis * ((nn - n) * sums.s1() - 2 * n * sums.s2() + 6 * s0 * s0);
        double randomisation = (a - b) / ((n - 1.0) * (n - 2.0) * (n - 3.0) * s0 * s0) - expectation * expectation;
        if (!(randomisation > 0) || !(normality > 0)) {
            return Optional.empty();
        }
        return Optional.of(
                new GlobalMoran(n / s0 * crossProduct(weighted, z) / z2, expectation, randomisation, normality, n));
    }

    /** How many standard deviations I lies above its expectation, values dealt out at random. */
    public double zRandomisation() {
        return (statistic - expectation) / Math.sqrt(varianceRandomisation);
    }

    /** How many standard deviations I lies above its expectation, values drawn from a normal distribution. */
    public double zNormality() {
        return (statistic - expectation) / Math.sqrt(varianceNormality);
    }

    static Neighbours usable(AreaValues values, Neighbours neighbours, boolean rowStandardised) {
        Neighbours known = neighbours.withoutSelf().among(values::isKnown);
        return rowStandardised ? known.rowStandardised() : known;
    }

    /** The values without those of isolates. An area that is only somebody's neighbour counts. */
    static AreaValues countedValues(AreaValues values, Neighbours usable) {
        boolean[] linked = new boolean[usable.size()];
        for (int area = 0; area < usable.size(); area++) {
            for (int k = 0; k < usable.degree(area); k++) {
                linked[area] = true;
                linked[usable.neighbour(area, k)] = true;
            }
        }
        AreaValues.Builder counted = new AreaValues.Builder(values.size());
        for (int area = 0; area < values.size(); area++) {
            if (linked[area]) {
                counted.known(area, values.get(area));
            }
        }
        return counted.build();
    }

    static double crossProduct(Neighbours weighted, double[] z) {
        double sum = 0;
        for (int area = 0; area < weighted.size(); area++) {
            double lag = 0;
            for (int k = 0; k < weighted.degree(area); k++) {
                lag += weighted.weight(area, k) * z[weighted.neighbour(area, k)];
            }
            sum += z[area] * lag;
        }
        return sum;
    }
}
