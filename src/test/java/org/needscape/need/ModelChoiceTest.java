package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.needscape.GridOf25;
import org.needscape.stats.CountData;

class ModelChoiceTest {

    @Test
    void underDispersedCountsKeepPoisson() {
        // glm(cases ~ decile + offset(log(pop)), poisson) in R 4: dispersion 0.263605; glm.nb diverges.
        ModelChoice choice = ModelChoice.of(
                CountData.of(GridOf25.column("cases"), GridOf25.column("pop"), GridOf25.column("decile")));

        assertEquals(ModelChoice.Used.POISSON, choice.used());
        assertEquals(0.263605, choice.dispersion().orElseThrow(), 5e-7);
        assertTrue(choice.theta().isEmpty());
        assertTrue(choice.statement().contains("under-dispersed"), choice.statement());
        assertTrue(choice.statement().contains("no extra variation"), choice.statement());
        assertEquals(
                List.of("Poisson Wald", "Poisson profile likelihood", "Quasi-Poisson Wald"),
                choice.rows().stream()
                        .map(row -> row.model() + " " + row.limits())
                        .toList());
        assertEquals(-0.273652303, choice.rows().get(0).slope(), 5e-10);
    }

    @Test
    void overDispersedCountsUseTheNegativeBinomialModel() {
        ModelChoice choice = ModelChoice.of(CountData.of(
                new double[] {
                    36, 3, 17, 11, 2, 11, 8, 5, 1, 0, 21, 6, 9, 3, 5, 5, 5, 3, 3, 0, 26, 8, 10, 3, 8, 6, 1, 2, 1, 6
                },
                new double[] {
                    672, 512, 542, 648, 489, 587, 616, 312, 227, 350, 342, 636, 656, 202, 449, 610, 265, 598, 259, 433,
                    608, 351, 370, 339, 559, 327, 695, 422, 439, 452
                },
                new double[] {
                    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
                }));

        assertEquals(ModelChoice.Used.NEGATIVE_BINOMIAL, choice.used());
        // theta by scipy.optimize (BFGS, then Newton steps).
        assertEquals(4.307701, choice.theta().orElseThrow(), 5e-6);
        assertTrue(choice.statement().contains("over-dispersed; theta 4.31"), choice.statement());
        assertEquals(5, choice.rows().size());
    }

    @Test
    void wherePearsonSeesMoreThanChanceButNoThetaDoesItIsQuasiPoisson() {
        // One event where hardly any is expected: its Pearson residual alone is large, but the likelihood finds no
        // extra variation.
        double[] counts = {1000, 500, 250, 125, 62, 31, 16, 8, 4, 2, 0, 1};
        double[] populations = {1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1, 1};
        double[] deciles = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10};
        ModelChoice choice = ModelChoice.of(CountData.of(counts, populations, deciles));

        assertTrue(choice.dispersion().orElseThrow() > 1);
        assertEquals(ModelChoice.Used.QUASI_POISSON, choice.used());
        assertTrue(choice.statement().endsWith("The negative binomial model finds no extra variation."));
    }

    @Test
    void separatedDataHaveNoModelAndSayWhy() {
        ModelChoice choice = ModelChoice.of(
                CountData.of(new double[] {7, 9, 0, 0}, new double[] {100, 100, 100, 100}, new double[] {1, 1, 2, 3}));

        assertEquals(ModelChoice.Used.NONE, choice.used());
        assertEquals(
                "No model was used. Events occur only in one extreme of the covariate, so the slope has no finite estimate.",
                choice.statement());
        assertEquals(List.of(), choice.rows());
        assertTrue(choice.dispersion().isEmpty() && choice.theta().isEmpty());
    }

    @Test
    void twoAreasCannotBeJudged() {
        ModelChoice choice =
                ModelChoice.of(CountData.of(new double[] {7, 4}, new double[] {100, 100}, new double[] {1, 2}));

        assertEquals(ModelChoice.Used.POISSON, choice.used());
        assertTrue(choice.statement().contains("cannot be judged"));
    }
}
