package org.needscape.spatial;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needscape.stats.Alternative;
import org.needscape.stats.FalseDiscoveryRate;

/**
 * The outcome of a local test for each area: a z score with p and q, or why there is none. q is the Benjamini-Hochberg adjusted
 * p over the areas that were tested, no others. Immutable.
 */
public final class LocalTests {

    private final double[] z;
    private final double[] p;
    private final double[] q;
    private final @Nullable NotComputed[] reasons;
    private final int testedCount;

    private LocalTests(double[] z, double[] p, double[] q, @Nullable NotComputed[] reasons, int testedCount) {
        this.z = z;
        this.p = p;
        this.q = q;
        this.reasons = reasons;
        this.testedCount = testedCount;
    }

    /** Normal p-values from z scores; z counts only where there is no reason. */
    static LocalTests ofScores(double[] z, @Nullable NotComputed[] reasons, Alternative alternative) {
        double[] p = new double[z.length];
        for (int area = 0; area < z.length; area++) {
            p[area] = reasons[area] == null ? alternative.pValue(z[area]) : 1;
        }
        return of(z, p, reasons);
    }

    /** The same areas and scores with other p-values, such as those of permutations. */
    LocalTests withPValues(double[] other) {
        return of(z, other, reasons);
    }

    private static LocalTests of(double[] z, double[] p, @Nullable NotComputed[] reasons) {
        int tested = 0;
        double[] family = new double[z.length];
        for (int area = 0; area < z.length; area++) {
            if (reasons[area] == null) {
                family[tested++] = p[area];
            }
        }
        double[] adjusted = FalseDiscoveryRate.qValues(java.util.Arrays.copyOf(family, tested));
        double[] q = new double[z.length];
        int k = 0;
        for (int area = 0; area < z.length; area++) {
            q[area] = reasons[area] == null ? adjusted[k++] : 1;
        }
        return new LocalTests(z.clone(), p.clone(), q, reasons.clone(), tested);
    }

    /** How many areas. */
    public int size() {
        return z.length;
    }

    /** How many areas were tested: the family of the false discovery rate. */
    public int testedCount() {
        return testedCount;
    }

    public boolean isComputed(int area) {
        return reasons[area] == null;
    }

    /** Why an area was not tested; empty when it was. */
    public Optional<NotComputed> reason(int area) {
        return Optional.ofNullable(reasons[area]);
    }

    /**
     * The z score.
     *
     * @throws IllegalArgumentException when the area was not tested
     */
    public double z(int area) {
        return z[requireComputed(area)];
    }

    /**
     * The p-value, 0 to 1.
     *
     * @throws IllegalArgumentException when the area was not tested
     */
    public double p(int area) {
        return p[requireComputed(area)];
    }

    /**
     * The adjusted p-value, p to 1.
     *
     * @throws IllegalArgumentException when the area was not tested
     */
    public double q(int area) {
        return q[requireComputed(area)];
    }

    private int requireComputed(int area) {
        if (reasons[area] != null) {
            throw new IllegalArgumentException("Area " + area + " was not tested: " + reasons[area] + ".");
        }
        return area;
    }
}
