package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.needscape.stats.EmpiricalBayes;
import org.needscape.stats.EmpiricalBayes.Scatter;
import org.needscape.stats.SeededDraws;

/** Draws of a rate lie around the rate that is scored. Means of 40,000 draws are held to five standard errors. */
class RatePosteriorTest {

    private static final int DRAWS = 40_000;
    private static final double[] COUNTS = {10, 30, 4, 60};
    private static final double[] PEOPLE = {100, 100, 50, 150};

    @Test
    void drawsTowardAllHaveTheMeanThatIsScored() {
        RatePosterior posterior =
                BayesPosterior.towardAll(COUNTS, PEOPLE, Scatter.OF_EVENTS).orElseThrow();

        for (int area = 0; area < 4; area++) {
            hasMean(posterior.rate(area), draws(posterior, area));
        }
        assertTrue(posterior.varies());
    }

    @Test
    void ratesThatDifferByNoMoreThanChanceAreOneForAll() {
        RatePosterior posterior = BayesPosterior.towardAll(
                        new double[] {10, 10}, new double[] {100, 100}, Scatter.OF_EVENTS)
                .orElseThrow();

        assertFalse(posterior.varies());
        assertEquals(0.1, posterior.draw(0, SeededDraws.of(1, 1)), 1e-15);
    }

    /** Gamma(b²/a + y, b/a + n) with b = 0.26 and a by Marshall: its variance is its mean over b/a + n. */
    @Test
    void drawsTowardAllSpreadAsTheirGammaDistribution() {
        EmpiricalBayes bayes = EmpiricalBayes.fit(COUNTS, PEOPLE).orElseThrow();
        RatePosterior posterior =
                BayesPosterior.towardAll(COUNTS, PEOPLE, Scatter.OF_EVENTS).orElseThrow();

        assertEquals(0.26, bayes.overallRate(), 1e-12);
        for (int area = 0; area < 4; area++) {
            double scale = 0.26 / bayes.varianceBetweenAreas() + PEOPLE[area];
            double shape = 0.26 * 0.26 / bayes.varianceBetweenAreas() + COUNTS[area];
            assertEquals(shape / scale, posterior.rate(area), 1e-12);
            double expected = Math.sqrt(shape) / scale;
            assertEquals(expected, deviation(draws(posterior, area)), 0.03 * expected);
        }
    }

    /** 60 to 90 of 100: of events chance would give 0.75/100, more than is seen; of a share 0.75 · 0.25/100. */
    @Test
    void commonSharesVaryThoughAsEventsTheyWouldNot() {
        double[] counts = {60, 70, 80, 90};
        double[] people = {100, 100, 100, 100};

        assertFalse(BayesPosterior.towardAll(new double[] {70, 75, 75, 80}, people, Scatter.OF_EVENTS)
                .orElseThrow()
                .varies());
        RatePosterior posterior =
                BayesPosterior.towardAll(counts, people, Scatter.OF_A_SHARE).orElseThrow();
        for (int area = 0; area < 4; area++) {
            double[] drawn = draws(posterior, area);
            hasMean(posterior.rate(area), drawn);
            assertTrue(Arrays.stream(drawn).allMatch(share -> share >= 0 && share <= 1));
        }
    }

    /**
     * Two areas with 10 of 100 each beside two of 40 and 60: within the first pair nothing varies, but all pairs together say that rates of
     * neighbours may, and the pair's mean is not certain either.
     */
    @Test
    void neighbourhoodThatDoesNotVaryHasARateThatIsNotCertain() {
        RatePosterior posterior = BayesPosterior.towardNeighbours(
                        new double[] {10, 10, 40, 60},
                        new double[] {100, 100, 100, 100},
                        new int[][] {{1}, {0}, {3}, {2}},
                        Scatter.OF_EVENTS)
                .orElseThrow();

        double[] drawn = draws(posterior, 0);
        assertEquals(0.1, posterior.rate(0), 1e-12);
        hasMean(0.1, drawn);
        // At least as uncertain as the common rate of 20 events among 200 people.
        assertTrue(deviation(drawn) > Math.sqrt(20) / 200, "" + deviation(drawn));
    }

    @Test
    void neighbourhoodWithoutEventsHasNone() {
        RatePosterior posterior = BayesPosterior.towardNeighbours(
                        new double[] {0, 0, 60, 50},
                        new double[] {100, 100, 100, 100},
                        new int[][] {{1}, {0}, {3}, {2}},
                        Scatter.OF_EVENTS)
                .orElseThrow();

        assertEquals(0, posterior.rate(0));
        assertEquals(0, posterior.draw(0, SeededDraws.of(1, 1)));
    }

    /** Half of the draws lie below the share that is scored, and their logits spread as the precisions say. */
    @Test
    void drawsTowardDistrictsHaveTheShareThatIsScoredInTheirMiddle() {
        RatePosterior posterior = LogitPosterior.towardDistricts(COUNTS, PEOPLE, new int[] {0, 0, 0, 0});

        for (int area = 0; area < 4; area++) {
            double scored = posterior.rate(area);
            double below = Arrays.stream(draws(posterior, area))
                    .filter(rate -> rate < scored)
                    .count();
            assertEquals(0.5, below / DRAWS, 5 * 0.5 / Math.sqrt(DRAWS));
        }
        assertTrue(posterior.varies());
        assertFalse(LogitPosterior.towardDistricts(new double[] {4, 4}, new double[] {20, 20}, new int[] {0, 0})
                .varies());
    }

    private static double[] draws(RatePosterior posterior, int area) {
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            drawn[draw] = posterior.draw(area, SeededDraws.of(5, draw));
        }
        return drawn;
    }

    private static void hasMean(double expected, double[] drawn) {
        double mean = Arrays.stream(drawn).average().orElseThrow();
        assertEquals(expected, mean, 5 * deviation(drawn) / Math.sqrt(drawn.length) + 1e-15);
    }

    private static double deviation(double[] drawn) {
        double mean = Arrays.stream(drawn).average().orElseThrow();
        return Math.sqrt(Arrays.stream(drawn)
                .map(number -> (number - mean) * (number - mean))
                .average()
                .orElseThrow());
    }
}
