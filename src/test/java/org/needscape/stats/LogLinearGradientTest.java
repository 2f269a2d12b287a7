package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** One authority in ten national deciles, most deprived first; invented data. */
class LogLinearGradientTest {

    static final double[] POPULATIONS = {9200, 9800, 10100, 10500, 11200, 11800, 12300, 12900, 13500, 13700};
    static final long[] COUNTS = {170, 128, 104, 83, 71, 60, 47, 38, 30, 22};

    @Test
    void midpointsFollowPopulationShares() {
        // 9200 / 115000 / 2 = 0.04, and so on by hand.
        assertArrayEquals(
                new double[] {
                    0.04, 0.122609, 0.20913, 0.298696, 0.393043, 0.493043, 0.597826, 0.707391, 0.822174, 0.940435
                },
                LogLinearGradient.midpoints(POPULATIONS),
                5e-7);
    }

    @Test
    void indicesAndTheirClosedFormLimits() {
        // lm(log(rate) ~ r, weights = pop) in base R, limits in closed form; 100,000 simulations gave
        // RII 0.05194 to 0.10815 and SII -207.56 to -135.31.
        LogLinearGradient gradient =
                LogLinearGradient.fit(POPULATIONS, COUNTS, 0.95).orElseThrow();

        assertEquals(5.205908585, gradient.intercept(), 5e-10);
        assertEquals(-2.591985989, gradient.slope(), 5e-10);
        assertEquals(0.187516773, gradient.slopeStandardError(), 5e-9);
        assertEquals(-168.6940, gradient.sii().estimate(), 5e-5);
        assertEquals(-207.77, gradient.sii().lower(), 5e-3);
        assertEquals(-135.33, gradient.sii().upper(), 5e-3);
        assertEquals(0.0748712, gradient.rii().estimate(), 5e-8);
        assertEquals(0.051844, gradient.rii().lower(), 5e-7);
        assertEquals(0.108126, gradient.rii().upper(), 5e-7);
        assertEquals(13.36, gradient.timesHigher(), 5e-3);
    }

    @Test
    void familiesWidenTheLimitsAndLeaveTheEstimate() {
        // numpy 2.4: the standard errors from Byar's limits of count / 1.5, times 1.5.
        double[] effects = new double[10];
        Arrays.fill(effects, 1.5);
        LogLinearGradient gradient =
                LogLinearGradient.fit(POPULATIONS, COUNTS, effects, 0.95).orElseThrow();

        assertEquals(-2.591985989, gradient.slope(), 5e-10);
        assertEquals(0.232226095, gradient.slopeStandardError(), 5e-9);
    }

    @Test
    void aGroupWithoutEventsHasNoLogarithm() {
        long[] counts = COUNTS.clone();
        counts[9] = 0;

        assertTrue(LogLinearGradient.fit(POPULATIONS, counts, 0.95).isEmpty());
        assertTrue(
                LogLinearGradient.fit(new double[] {100}, new long[] {5}, 0.95).isEmpty());
        assertThrows(
                IllegalArgumentException.class,
                () -> LogLinearGradient.fit(new double[] {100, 0}, new long[] {5, 5}, 0.95));
    }

    @Test
    void poissonModelOnTheMidpoint() {
        // glm(count ~ r + offset(log(pop)), poisson) in R.
        FittedCountModel model = PoissonRegression.fit(CountData.of(
                        Arrays.stream(COUNTS).asDoubleStream().toArray(),
                        POPULATIONS,
                        LogLinearGradient.midpoints(POPULATIONS)))
                .fitted()
                .orElseThrow();

        assertEquals(-2.680557654, model.coefficient(1), 5e-9);
        // R takes the weights of the last but one iteration: its standard error differs in the seventh figure.
        assertEquals(0.149179216, model.standardError(1), 1e-7);
        assertEquals(0.0685249, Math.exp(model.coefficient(1)), 5e-8);
        assertEquals(2.410314, model.deviance(), 5e-7);
        assertEquals(8, model.degreesOfFreedom());
        assertEquals(0.304052, model.dispersion().orElseThrow(), 5e-7);
    }

    @Test
    void poissonModelPerDecile() {
        // glm(count ~ decile + offset(log(pop)), poisson) in R, Wald limits.
        FittedCountModel model = PoissonRegression.fit(
                        CountData.of(Arrays.stream(COUNTS).asDoubleStream().toArray(), POPULATIONS, new double[] {
                            1, 2, 3, 4, 5, 6, 7, 8, 9, 10
                        }))
                .fitted()
                .orElseThrow();

        Estimate ratio = model.rateRatio(1, model.standardError(1), 0.95);
        assertEquals(0.771054847, ratio.estimate(), 5e-10);
        assertEquals(0.749964, ratio.lower(), 5e-7);
        assertEquals(0.792738, ratio.upper(), 5e-7);
    }

    @Test
    void twoAuthoritiesWithAnInteraction() {
        // glm(count ~ d * authority + offset(log(pop)), poisson) in R, d = decile - 5.5, authority B the reference.
        double[] populationsB = {31000, 27500, 22000, 18000, 14500, 11000, 8200, 6100, 4800, 3900};
        double[] countsB = {420, 310, 205, 140, 98, 62, 40, 25, 17, 11};
        double[] counts = new double[20];
        double[] populations = new double[20];
        double[] d = new double[20];
        double[] isA = new double[20];
        double[] interaction = new double[20];
        for (int i = 0; i < 20; i++) {
            counts[i] = i < 10 ? COUNTS[i] : countsB[i - 10];
            populations[i] = i < 10 ? POPULATIONS[i] : populationsB[i - 10];
            d[i] = i % 10 + 1 - 5.5;
            isA[i] = i < 10 ? 1 : 0;
            interaction[i] = d[i] * isA[i];
        }

        FittedCountModel model = PoissonRegression.fit(CountData.of(counts, populations, d, isA, interaction))
                .fitted()
                .orElseThrow();

        assertEquals(-5.089721484, model.coefficient(0), 5e-9);
        assertEquals(-0.172742906, model.coefficient(1), 5e-9);
        assertEquals(0.013607938, model.standardError(1), 5e-9);
        assertEquals(-0.111813673, model.coefficient(2), 5e-9);
        assertEquals(0.062392596, model.standardError(2), 5e-9);
        assertEquals(-0.087252865, model.coefficient(3), 5e-9);
        assertEquals(0.019631641, model.standardError(3), 5e-9);
        assertEquals(1.280169, model.deviance(), 5e-7);
    }
}
