package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.needscape.stats.SeededDraws;

/** Draws of a rate lie around the rate that is scored. Means of 40,000 draws are held to five standard errors. */
class RatePosteriorTest {

    private static final int DRAWS = 40_000;
    private static final double[] COUNTS = {10, 30, 4, 60};
    private static final double[] PEOPLE = {100, 100, 50, 150};

    @Test
    void drawsTowardAllHaveTheMeanThatIsScored() {
        RatePosterior posterior = GammaPosterior.towardAll(COUNTS, PEOPLE).orElseThrow();

        for (int area = 0; area < 4; area++) {
            hasMean(posterior.rate(area), draws(posterior, area));
        }
        assertTrue(posterior.varies());
    }

    @Test
    void ratesThatDifferByNoMoreThanChanceAreOneForAll() {
        RatePosterior posterior = GammaPosterior.towardAll(new double[] {10, 10}, new double[] {100, 100})
                .orElseThrow();

        assertFalse(posterior.varies());
        assertEquals(0.1, posterior.draw(0, SeededDraws.of(1, 1)), 1e-15);
    }

    @Test
    void drawsTowardNeighboursHaveTheMeanThatIsScored() {
        RatePosterior posterior = GammaPosterior.towardNeighbours(COUNTS, PEOPLE, new int[][] {{1}, {0}, {3}, {2}})
                .orElseThrow();

        for (int area = 0; area < 4; area++) {
            hasMean(posterior.rate(area), draws(posterior, area));
        }
    }

    /** Two areas with 10 of 100 each: their common rate is 20 of 200, give or take √20 of 200. */
    @Test
    void neighbourhoodThatDoesNotVaryHasARateThatIsNotCertain() {
        RatePosterior posterior = GammaPosterior.towardNeighbours(
                        new double[] {10, 10, 60}, new double[] {100, 100, 100}, new int[][] {{1}, {0}, {}})
                .orElseThrow();

        double[] drawn = draws(posterior, 0);
        hasMean(0.1, drawn);
        assertEquals(Math.sqrt(20) / 200, deviation(drawn), 0.03 * Math.sqrt(20) / 200);
    }

    @Test
    void neighbourhoodWithoutEventsHasNone() {
        RatePosterior posterior = GammaPosterior.towardNeighbours(
                        new double[] {0, 0, 60, 50}, new double[] {100, 100, 100, 100}, new int[][] {{1}, {0}, {3}, {2}
                        })
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
