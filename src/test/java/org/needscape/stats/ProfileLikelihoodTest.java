package org.needscape.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProfileLikelihoodTest {

    @Test
    void poissonSlopePerDecile() {
        // scipy 1.17: brentq on deviance(slope) - deviance - 1.959964^2, the intercept in closed form.
        CountData data = tenDeciles();
        FittedCountModel model = PoissonRegression.fit(data).fitted().orElseThrow();
        Estimate ratio =
                ProfileLikelihood.rateRatio(data, model, 1, 0.95).estimate().orElseThrow();

        assertEquals(0.77105485, ratio.estimate(), 5e-9);
        assertEquals(0.74977698, ratio.lower(), 5e-8);
        assertEquals(0.79255304, ratio.upper(), 5e-8);
    }

    @Test
    void negativeBinomialSlopeWithThetaHeld() {
        // scipy 1.17: brentq on twice the fall of the log-likelihood at theta 4.307701246, the intercept by
        // minimize_scalar.
        CountData data = CountData.of(
                CountRegressionTest.OVER_COUNTS,
                CountRegressionTest.OVER_POPULATIONS,
                CountRegressionTest.OVER_DECILES);
        FittedCountModel model = NegativeBinomialRegression.fit(data).fitted().orElseThrow();
        Estimate ratio =
                ProfileLikelihood.rateRatio(data, model, 1, 0.95).estimate().orElseThrow();

        assertEquals(0.80014258, ratio.estimate(), 5e-7);
        assertEquals(0.73507644, ratio.lower(), 5e-7);
        assertEquals(0.86786284, ratio.upper(), 5e-7);
    }

    @Test
    void limitsApproachWaldsWhereCountsAreLarge() {
        double[] counts = Arrays.stream(LogLinearGradientTest.COUNTS)
                .mapToDouble(count -> 10_000.0 * count)
                .toArray();
        CountData data = CountData.of(counts, LogLinearGradientTest.POPULATIONS, deciles());
        FittedCountModel model = PoissonRegression.fit(data).fitted().orElseThrow();
        Estimate profile =
                ProfileLikelihood.rateRatio(data, model, 1, 0.95).estimate().orElseThrow();
        Estimate wald = model.rateRatio(1, model.standardError(1), 0.95);

        // The two differ by a term of the order of the squared standard error, here 2e-8.
        assertEquals(wald.lower(), profile.lower(), 1e-7);
        assertEquals(wald.upper(), profile.upper(), 1e-7);
    }

    @Test
    void thereIsNoSuchCovariate() {
        CountData data = tenDeciles();
        FittedCountModel model = PoissonRegression.fit(data).fitted().orElseThrow();

        assertThrows(IllegalArgumentException.class, () -> ProfileLikelihood.rateRatio(data, model, 2, 0.95));
        assertThrows(IllegalArgumentException.class, () -> ProfileLikelihood.rateRatio(data, model, 0, 0.95));
        assertTrue(ProfileLikelihood.rateRatio(data, model, 1, 0.95).reason().isEmpty());
    }

    private static CountData tenDeciles() {
        return CountData.of(
                Arrays.stream(LogLinearGradientTest.COUNTS).asDoubleStream().toArray(),
                LogLinearGradientTest.POPULATIONS,
                deciles());
    }

    private static double[] deciles() {
        return new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    }
}
