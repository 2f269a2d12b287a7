package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** Observed against expected, drawn toward 1. */
class ShrunkRatioTest {

    @Test
    void twoWhereSixAreExpected() {
        // Prior Gamma(4, 4), posterior Gamma(6, 10): scipy 1.x, gamma.ppf([.025, .975], 6, scale=.1).
        Estimate ratio = ShrunkRatio.of(2, 6, 0.25, 0.95);

        assertEquals(0.6, ratio.estimate(), 1e-12);
        assertEquals(0.22018943, ratio.lower(), 1e-8);
        assertEquals(1.16683321, ratio.upper(), 1e-8);
    }

    @Test
    void nothingIsLearntWhereNobodyIsExpected() {
        assertEquals(1, ShrunkRatio.of(0, 0, 0.25, 0.95).estimate(), 1e-12);
    }

    @Test
    void withoutVarianceThereIsOnlyChance() {
        assertEquals(new Estimate(1, 1, 1), ShrunkRatio.of(9, 3, 0, 0.95));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ShrunkRatio.of(-1, 3, 0.1, 0.95));
        assertThrows(IllegalArgumentException.class, () -> ShrunkRatio.of(1, Double.NaN, 0.1, 0.95));
        assertThrows(IllegalArgumentException.class, () -> ShrunkRatio.of(1, 3, -0.1, 0.95));
        assertThrows(IllegalArgumentException.class, () -> ShrunkRatio.of(1, 3, 0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> ShrunkRatio.smallestVisibleVariance(new double[] {0, 0}));
    }

    @Test
    void smallestVisibleVarianceIsTheStandardErrorOfNone() {
        // √(2 / (3² + 4²)) by hand.
        assertEquals(0.28284271, ShrunkRatio.smallestVisibleVariance(new double[] {3, 4}), 1e-8);
    }

    @Property
    void ratioLiesBetweenOneAndTheRawRatioAndWithinItsLimits(
            @ForAll @IntRange(min = 0, max = 500) int count,
            @ForAll @DoubleRange(min = 0.01, max = 500) double expected,
            @ForAll @DoubleRange(min = 0.01, max = 10) double variance) {
        Estimate ratio = ShrunkRatio.of(count, expected, variance, 0.95);
        double raw = count / expected;

        assertTrue(ratio.estimate() >= Math.min(1, raw) - 1e-12 && ratio.estimate() <= Math.max(1, raw) + 1e-12);
        assertTrue(0 <= ratio.lower() && ratio.lower() < ratio.estimate() && ratio.estimate() < ratio.upper());
    }

    /** 4,000 areas whose true ratios are known: limits of 95 % hold 95 in 100, and exclude 1 seldom where all ratios are 1. */
    @Test
    void limitsHoldAsManyTrueRatiosAsTheySay() {
        RandomGenerator random = new Well19937c(20_261_126);
        double variance = 0.2;
        GammaDistribution ratios = new GammaDistribution(random, 1 / variance, variance);
        int held = 0;
        int excludeOneByChance = 0;
        int areas = 4000;
        for (int area = 0; area < areas; area++) {
            double expected = 1 + area % 12;
            double ratio = ratios.sample();
            int count = new PoissonDistribution(random, ratio * expected, 1e-12, 10_000).sample();
            Estimate estimate = ShrunkRatio.of(count, expected, variance, 0.95);
            held += estimate.lower() <= ratio && ratio <= estimate.upper() ? 1 : 0;
            int byChance = new PoissonDistribution(random, expected, 1e-12, 10_000).sample();
            Estimate alike = ShrunkRatio.of(byChance, expected, variance, 0.95);
            excludeOneByChance += alike.lower() > 1 || alike.upper() < 1 ? 1 : 0;
        }

        assertTrue(Math.abs((double) held / areas - 0.95) < 0.015, held + " of " + areas);
        assertTrue((double) excludeOneByChance / areas <= 0.05, excludeOneByChance + " of " + areas);
    }
}
