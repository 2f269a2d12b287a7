package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededDrawsTest {

    private static final int MANY = 20_000;

    /** The statistic of Kolmogorov and Smirnov exceeds this over the root of the number of draws once in ten thousand times. */
    private static final double FAR_OFF = 2.23;

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 1, 1.7, 9, 250, 1e6})
    void gammaNumbersAreDistributedAsCommonsMathSays(double shape) {
        SeededDraws draws = SeededDraws.of(7, 3);
        // Inverse cumulative accuracy of its own; the distribution function is that of commons-math 3.6.1.
        GammaDistribution gamma = new GammaDistribution(null, shape, 1);

        assertTrue(distance(() -> draws.gamma(shape), gamma::cumulativeProbability) < FAR_OFF / Math.sqrt(MANY));
    }

    @Test
    void normalNumbersAreDistributedAsCommonsMathSays() {
        SeededDraws draws = SeededDraws.of(7, 4);

        assertTrue(distance(draws::normal, new NormalDistribution(null, 0, 1)::cumulativeProbability)
                < FAR_OFF / Math.sqrt(MANY));
    }

    @Test
    void sameSeedAndDrawGiveTheSameNumbersAndOthersDoNot() {
        assertEquals(SeededDraws.of(1, 5).gamma(3), SeededDraws.of(1, 5).gamma(3));
        assertNotEquals(SeededDraws.of(1, 5).gamma(3), SeededDraws.of(1, 6).gamma(3));
        assertNotEquals(SeededDraws.of(1, 5).gamma(3), SeededDraws.of(2, 5).gamma(3));
    }

    /** Mean p and variance p (1 - p) / (c + 1), four standard errors wide. */
    @Test
    void sharesScatterAroundTheirCentre() {
        double[] centre = {0.5, 0.3, 0.2};
        double concentration = 31;
        double[] sums = new double[3];
        double[] squares = new double[3];
        for (int draw = 0; draw < MANY; draw++) {
            double[] shares = SeededDraws.of(11, draw).shares(centre, concentration);
            assertEquals(1, Arrays.stream(shares).sum(), 1e-12);
            for (int k = 0; k < 3; k++) {
                sums[k] += shares[k];
                squares[k] += (shares[k] - centre[k]) * (shares[k] - centre[k]);
            }
        }
        for (int k = 0; k < 3; k++) {
            double variance = centre[k] * (1 - centre[k]) / (concentration + 1);
            assertEquals(centre[k], sums[k] / MANY, 4 * Math.sqrt(variance / MANY));
            assertEquals(variance, squares[k] / MANY, 4 * variance * Math.sqrt(2.0 / MANY) * 1.5);
        }
    }

    @Test
    void shapesAreAboveNought() {
        assertThrows(IllegalArgumentException.class, () -> SeededDraws.of(1, 1).gamma(0));
    }

    /** The greatest difference between the share of draws below a number and what it should be. */
    private static double distance(java.util.function.DoubleSupplier draw, DoubleUnaryOperator distribution) {
        double[] drawn = new double[MANY];
        for (int k = 0; k < MANY; k++) {
            drawn[k] = draw.getAsDouble();
        }
        Arrays.sort(drawn);
        double greatest = 0;
        for (int k = 0; k < MANY; k++) {
            double should = distribution.applyAsDouble(drawn[k]);
            greatest = Math.max(
                    greatest, Math.max(Math.abs(should - (double) k / MANY), Math.abs(should - (k + 1.0) / MANY)));
        }
        return greatest;
    }
}
