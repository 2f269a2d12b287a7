package org.needscape.stats;

import java.util.Arrays;

/**
 * Shares of small areas drawn toward the share of their district on the logit scale, as the English Indices of Deprivation draw
 * theirs.
 *
 * <p>For y of n in an area, M = ln((y + ½) / (n - y + ½)) with sampling variance s² = (n + 1)(n + 2) / (n (y + 1)(n - y + 1)). In a
 * district M_district is the same of its summed counts, and t² = Σ (M - M̄)² / (k - 1) over its k areas. The weight that an area keeps
 * is w = (1/s²) / (1/s² + 1/t²), its shrunken logit w M + (1 - w) M_district, its share that turned back.
 *
 * <p>t² is the spread of M as observed, chance included, as the Indices have it; it draws less than an estimate of the true spread
 * alone would. Where all areas of a district have the same M, t² is 0 and all get the district's share. An area alone in its district
 * has nothing to be drawn toward: it keeps its own M, and so (y + ½) / (n + 1).
 *
 * <p>Source: McLennan and others, 2019, The English Indices of Deprivation 2019: technical report, appendix on shrinkage, for the
 * structure; Scottish Executive, 2003, Scottish Indices of Deprivation, appendix 1. The ½ added to counts keeps shares of none and of
 * all finite (Haldane, 1956, Annals of Human Genetics 20:309-311, DOI 10.1111/j.1469-1809.1955.tb01285.x).
 */
public final class LogitShrinkage {

    private final double[] means;
    private final double[] variances;

    private LogitShrinkage(double[] means, double[] variances) {
        this.means = means;
        this.variances = variances;
    }

    /**
     * Estimates and draws.
     *
     * @param counts y, each 0 or more
     * @param populations n, each above 0 and no smaller than its count
     * @param districts the number of each area's district, from 0
     * @throws IllegalArgumentException when more are counted than there are, for then it is no share
     */
    public static LogitShrinkage fit(double[] counts, double[] populations, int[] districts) {
        Arguments.sameLength(counts.length, populations.length);
        Arguments.sameLength(counts.length, districts.length);
        int size = Arrays.stream(districts).max().orElse(-1) + 1;
        double[] events = new double[size];
        double[] people = new double[size];
        double[] sums = new double[size];
        int[] areas = new int[size];
        double[] own = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            own[i] = logit(counts[i], populations[i]);
            events[districts[i]] += counts[i];
            people[districts[i]] += populations[i];
            sums[districts[i]] += own[i];
            areas[districts[i]]++;
        }
        double[] squares = new double[size];
        for (int i = 0; i < counts.length; i++) {
            double deviation = own[i] - sums[districts[i]] / areas[districts[i]];
            squares[districts[i]] += deviation * deviation;
        }
        double[] means = new double[counts.length];
        double[] variances = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            int district = districts[i];
            double sampling = samplingVariance(counts[i], populations[i]);
            double between = squares[district] / (areas[district] - 1);
            double kept = areas[district] == 1 ? 1 : between / (between + sampling);
            means[i] = kept * own[i] + (1 - kept) * logit(events[district], people[district]);
            variances[i] = kept * sampling;
        }
        return new LogitShrinkage(means, variances);
    }

    /** The share of an area drawn toward its district's, above 0 and below 1. */
    public double share(int area) {
        return shareOf(means[area]);
    }

    /** The shrunken logit: the mean of what is believed of an area's logit. */
    public double mean(int area) {
        return means[area];
    }

    /** The variance of what is believed of an area's logit, 1 / (1/s² + 1/t²); 0 where its district's areas do not differ. */
    public double variance(int area) {
        return variances[area];
    }

    /** The share that has a logit. */
    public static double shareOf(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    private static double logit(double count, double population) {
        Arguments.notNegative("A count", count);
        Arguments.positive("A population", population);
        if (count > population) {
            throw new IllegalArgumentException(count + " of " + population + " is no share.");
        }
        return StrictMath.log((count + 0.5) / (population - count + 0.5));
    }

    private static double samplingVariance(double count, double population) {
        return (population + 1) * (population + 2) / (population * (count + 1) * (population - count + 1));
    }
}
