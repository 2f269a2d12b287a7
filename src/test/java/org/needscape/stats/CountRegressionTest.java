package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.needscape.GridOf25;

class CountRegressionTest {

    // Simulated with numpy (negative binomial, theta 4); intercept, slope, theta and standard error of the slope
    // expected.
    static final double[] OVER_COUNTS = {
        36, 3, 17, 11, 2, 11, 8, 5, 1, 0, 21, 6, 9, 3, 5, 5, 5, 3, 3, 0, 26, 8, 10, 3, 8, 6, 1, 2, 1, 6
    };
    static final double[] OVER_POPULATIONS = {
        672, 512, 542, 648, 489, 587, 616, 312, 227, 350, 342, 636, 656, 202, 449, 610, 265, 598, 259, 433, 608, 351,
        370, 339, 559, 327, 695, 422, 439, 452
    };
    static final double[] OVER_DECILES = {
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    };
    private static final double[] EXPECTED = {-3.146192525, -0.222965346, 4.307701246, 0.043462981};

    @Test
    void gridOf25IsUnderDispersed() {
        // glm(cases ~ decile + offset(log(pop)), poisson) in R 4; glm.nb diverges: no extra variation.
        CountData data = CountData.of(GridOf25.column("cases"), GridOf25.column("pop"), GridOf25.column("decile"));
        FittedCountModel poisson = PoissonRegression.fit(data).fitted().orElseThrow();

        assertEquals(-2.710767164, poisson.coefficient(0), 5e-10);
        assertEquals(-0.273652303, poisson.coefficient(1), 5e-10);
        // R takes the weights of the last but one iteration: its standard error differs in the seventh figure.
        assertEquals(0.030041399, poisson.standardError(1), 1e-8);
        assertEquals(7.310240, poisson.deviance(), 5e-7);
        assertEquals(0.263605, poisson.dispersion().orElseThrow(), 5e-7);

        FittedCountModel negativeBinomial =
                NegativeBinomialRegression.fit(data).fitted().orElseThrow();
        assertTrue(negativeBinomial.theta().isEmpty());
        assertEquals(poisson.coefficient(1), negativeBinomial.coefficient(1));
    }

    @Test
    void overDispersedCountsHaveAFiniteTheta() {
        // Maximum of the likelihood over intercept, slope and ln theta by scipy.optimize.minimize (BFGS, then Newton
        // steps);
        // standard errors from the expected information at that theta, as MASS::glm.nb gives them.
        CountData data = CountData.of(OVER_COUNTS, OVER_POPULATIONS, OVER_DECILES);
        FittedCountModel model = NegativeBinomialRegression.fit(data).fitted().orElseThrow();

        assertEquals(EXPECTED[0], model.coefficient(0), 1e-6);
        assertEquals(EXPECTED[1], model.coefficient(1), 1e-6);
        assertEquals(EXPECTED[2], model.theta().orElseThrow(), 1e-5);
        assertEquals(EXPECTED[3], model.standardError(1), 1e-6);
    }

    @Test
    void whatCannotBeFittedSaysWhy() {
        double[] populations = {100, 100, 100, 100};
        assertTrue(PoissonRegression.fit(CountData.of(new double[4], populations, new double[] {1, 2, 3, 4}))
                .reason()
                .contains("no events"));
        assertTrue(
                PoissonRegression.fit(CountData.of(new double[] {1, 2, 3, 4}, populations, new double[] {3, 3, 3, 3}))
                        .reason()
                        .contains("does not vary"));
        assertTrue(
                PoissonRegression.fit(CountData.of(new double[] {7, 9, 0, 0}, populations, new double[] {1, 1, 2, 3}))
                        .reason()
                        .contains("one extreme"));
        assertTrue(PoissonRegression.fit(CountData.of(new double[] {1}, new double[] {10}, new double[] {1}))
                .reason()
                .contains("fewer areas"));
        assertTrue(NegativeBinomialRegression.fit(CountData.of(new double[0], new double[0]))
                .fitted()
                .isEmpty());
    }

    @Test
    void eventsAtOneEndHaveNoSlopeHoweverFewPeopleAreElsewhere() {
        CountModel model = PoissonRegression.fit(
                CountData.of(new double[] {1, 0}, new double[] {1_000_000, 1}, new double[] {1, 10}));

        assertTrue(model.reason().contains("one extreme"));
    }

    @Test
    void eventsInTheMiddleOnlyHaveASlope() {
        CountModel model = PoissonRegression.fit(
                CountData.of(new double[] {0, 9, 0}, new double[] {100, 100, 100}, new double[] {1, 2, 3}));

        assertEquals(0, model.fitted().orElseThrow().coefficient(1), 1e-9);
    }

    @Test
    void unitsOfACovariateDoNotMatter() {
        double[] large = new double[25];
        double[] deciles = GridOf25.column("decile");
        for (int i = 0; i < 25; i++) {
            large[i] = deciles[i] * 1e9;
        }
        FittedCountModel model = PoissonRegression.fit(
                        CountData.of(GridOf25.column("cases"), GridOf25.column("pop"), large))
                .fitted()
                .orElseThrow();

        assertEquals(-0.273652303e-9, model.coefficient(1), 5e-19);
    }
}
