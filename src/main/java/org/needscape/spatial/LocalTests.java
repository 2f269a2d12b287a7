package org.needscape.spatial;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needscape.stats.Alternative;
import org.needscape.stats.FalseDiscoveryRate;

/**
 * The outcome of a local test for each area: a z score with p and q, or why there is none. q is the adjusted p over the areas
 * that were tested, no others: by Benjamini and Hochberg unless another procedure is asked for. Immutable.
 */
public final class LocalTests {

    private final double[] z;
    private final double[] p;
    private final double[] q;
    private final int[] draws;
    private final @Nullable NotComputed[] reasons;
    private final int testedCount;

    private LocalTests(
            double[] z, double[] p, double[] q, int[] draws, @Nullable NotComputed[] reasons, int testedCount) {
        this.z = z;
        this.p = p;
        this.q = q;
        this.draws = draws;
        this.reasons = reasons;
        this.testedCount = testedCount;
    }

    /** Normal p-values from z scores; z counts only where there is no reason. */
    static LocalTests ofScores(double[] z, @Nullable NotComputed[] reasons, Alternative alternative) {
        double[] p = new double[z.length];
        for (int area = 0; area < z.length; area++) {
            p[area] = reasons[area] == null ? alternative.pValue(z[area]) : 1;
        }
        return of(z, p, new int[z.length], reasons, FalseDiscoveryRate.BENJAMINI_HOCHBERG);
    }

    /** The same areas and scores with p-values of permutations, and how many draws each rests on. */
    LocalTests permuted(double[] other, int[] draws) {
        return of(z, other, draws.clone(), reasons, FalseDiscoveryRate.BENJAMINI_HOCHBERG);
    }

    /** The same tests with q-values by another procedure than Benjamini and Hochberg's. */
    public LocalTests adjustedBy(FalseDiscoveryRate procedure) {
        return of(z, p, draws, reasons, procedure);
    }

    private static LocalTests of(
            double[] z, double[] p, int[] draws, @Nullable NotComputed[] reasons, FalseDiscoveryRate procedure) {
        int tested = 0;
        double[] family = new double[z.length];
        for (int area = 0; area < z.length; area++) {
            if (reasons[area] == null) {
                family[tested++] = p[area];
            }
        }
        double[] adjusted = procedure.adjust(Arrays.copyOf(family, tested));
        double[] q = new double[z.length];
        int k = 0;
        for (int area = 0; area < z.length; area++) {
            q[area] = reasons[area] == null ? adjusted[k++] : 1;
        }
        return new LocalTests(z.clone(), p.clone(), q, draws, reasons.clone(), tested);
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

    /**
     * How many draws the p-value rests on; 0 where it is the normal one.
     *
     * @throws IllegalArgumentException when the area was not tested
     */
    public int draws(int area) {
        return draws[requireComputed(area)];
    }

    private int requireComputed(int area) {
        if (reasons[area] != null) {
            throw new IllegalArgumentException("Area " + area + " was not tested: " + reasons[area] + ".");
        }
        return area;
    }
}
