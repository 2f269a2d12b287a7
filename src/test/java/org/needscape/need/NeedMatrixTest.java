package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Value;

class NeedMatrixTest {

    private static final NeedFactor POOR = NeedFactor.zScore("poor", Polarity.HIGHER_IS_MORE_NEED);
    private static final NeedFactor WELL = NeedFactor.zScore("well", Polarity.LOWER_IS_MORE_NEED);

    @Test
    void scoreIsTheMeanOfZScoresTurnedTowardNeed() {
        // By hand: poor 2 4 6 gives -1 0 1; well 30 20 10 gives 1 0 -1, turned to -1 0 1.
        NeedMatrix matrix = NeedMatrix.of(
                NeedRecipe.equalWeights("two", List.of(POOR, WELL)),
                codes(3),
                Map.of("poor", known(2, 4, 6), "well", known(30, 20, 10)));

        assertEquals(List.of(-1.0, 0.0, 1.0), scores(matrix));
        assertEquals(List.of(3.0, 2.0, 1.0), ranks(matrix));
        assertEquals(Value.known(1), matrix.rows().get(2).standardised().get(1));
        // ceil(10 * 1 / 3) = 4, ceil(10 * 3 / 3) = 10.
        assertEquals(Value.known(4), matrix.rows().get(2).decile());
        assertEquals(Value.known(10), matrix.rows().get(0).decile());
    }

    @Test
    void weightsCountInProportion() {
        NeedRecipe recipe = new NeedRecipe(
                "weighted",
                List.of(
                        new NeedFactor("poor", Polarity.HIGHER_IS_MORE_NEED, Standardisation.Z, 3),
                        new NeedFactor("well", Polarity.HIGHER_IS_MORE_NEED, Standardisation.Z, 1)),
                Aggregation.WEIGHTED_MEAN,
                0.75,
                0);
        NeedMatrix matrix = NeedMatrix.of(recipe, codes(3), Map.of("poor", known(2, 4, 6), "well", known(30, 20, 10)));

        assertEquals(List.of(-0.5, 0.0, 0.5), scores(matrix));
    }

    @Test
    void suppressedAndMissingFactorsAreUnavailableNeverZero() {
        List<Value> poor = List.of(Value.known(2), Value.known(4), Value.known(6), Value.suppressed());
        List<Value> well = List.of(Value.known(30), Value.known(20), Value.notAvailable(), Value.known(10));
        NeedMatrix strict = NeedMatrix.of(
                NeedRecipe.equalWeights("strict", List.of(POOR, WELL)), codes(4), Map.of("poor", poor, "well", well));

        assertEquals(Value.notAvailable(), strict.rows().get(2).score());
        assertEquals(Value.suppressed(), strict.rows().get(3).score());
        assertEquals(Value.suppressed(), strict.rows().get(3).rank());
        assertEquals(Value.suppressed(), strict.rows().get(3).standardised().get(0));
        assertEquals(0.5, strict.rows().get(3).coverageFraction());
        assertEquals(List.of(2.0, 1.0), ranks(strict));

        NeedMatrix lenient = NeedMatrix.of(
                new NeedRecipe("half", List.of(POOR, WELL), Aggregation.WEIGHTED_MEAN, 0.5, 0),
                codes(4),
                Map.of("poor", poor, "well", well));
        // Only "poor" is known: z of 6 among 2 4 6 is 1, not diluted by the missing half.
        assertEquals(Value.known(1), lenient.rows().get(2).score());
    }

    @Test
    void areaWithAHiddenFactorIsUnrankedAndChangesNobodyElsesScoreOrRank() {
        NeedRecipe recipe = NeedRecipe.equalWeights("one", List.of(POOR));
        List<Value> all = List.of(Value.known(2), Value.suppressed(), Value.known(9), Value.known(4));
        NeedMatrix matrix = NeedMatrix.of(recipe, codes(4), Map.of("poor", all));
        NeedMatrix without = NeedMatrix.of(recipe, codes(3), Map.of("poor", known(2, 9, 4)));

        assertEquals(scores(without), scores(matrix));
        assertEquals(ranks(without), ranks(matrix));
        NeedMatrix.Row hidden = matrix.rows().get(1);
        assertEquals(List.of(Value.suppressed()), hidden.standardised());
        assertEquals(
                List.of(Value.suppressed(), Value.suppressed(), Value.suppressed()),
                List.of(hidden.score(), hidden.rank(), hidden.decile()));
    }

    @Test
    void threeQuartersOfTheWeightAreEnough() {
        List<NeedFactor> factors = List.of("a", "b", "c", "d").stream()
                .map(column -> NeedFactor.zScore(column, Polarity.HIGHER_IS_MORE_NEED))
                .toList();
        List<Value> full = known(1, 2, 3);
        List<Value> gap = List.of(Value.known(1), Value.known(2), Value.notAvailable());
        NeedMatrix matrix = NeedMatrix.of(
                NeedRecipe.equalWeights("four", factors), codes(3), Map.of("a", full, "b", full, "c", full, "d", gap));

        assertEquals(0.75, matrix.rows().get(2).coverageFraction());
        assertTrue(matrix.rows().get(2).score().isKnown());
    }

    @Test
    void factorWithoutSpreadIsDroppedWithANotice() {
        NeedMatrix matrix = NeedMatrix.of(
                NeedRecipe.equalWeights("flat", List.of(POOR, WELL)),
                codes(3),
                Map.of("poor", known(2, 4, 6), "well", known(5, 5, 5)));

        assertEquals(List.of(POOR), matrix.factors());
        assertEquals(1, matrix.notices().size());
        assertTrue(matrix.notices().get(0).startsWith("Factor well was left out"));
        assertEquals(List.of(-1.0, 0.0, 1.0), scores(matrix));
        assertEquals(1, matrix.rows().get(0).coverageFraction());
    }

    @Test
    void allFactorsFlatGiveNoScoreAtAll() {
        NeedMatrix matrix =
                NeedMatrix.of(NeedRecipe.equalWeights("flat", List.of(POOR)), codes(2), Map.of("poor", known(5, 5)));

        assertFalse(matrix.rows().get(0).score().isKnown());
        assertEquals(0, matrix.rows().get(0).coverageFraction());
    }

    @Test
    void equalScoresShareTheBestRank() {
        NeedMatrix matrix = NeedMatrix.of(
                NeedRecipe.equalWeights("ties", List.of(POOR)), codes(4), Map.of("poor", known(9, 7, 7, 1)));

        assertEquals(List.of(1.0, 2.0, 2.0, 4.0), ranks(matrix));
    }

    @Test
    void polarityIsRequired() {
        assertThrows(IllegalArgumentException.class, () -> NeedFactor.zScore("rank", Polarity.NOT_STATED));
        assertThrows(
                IllegalArgumentException.class,
                () -> NeedMatrix.of(NeedRecipe.equalWeights("x", List.of(POOR)), codes(1), Map.of()));
    }

    @Test
    void exponentialOfTenRanks() {
        // Published formula with the constant 23, N = 10, least to most need.
        double[] expected = {
            2.390260, 5.058046, 8.076375, 11.551504, 15.646790, 20.632707, 27.007471, 35.856824, 50.426654, 100
        };
        double[] scores = scores(
                Standardisation.EXPONENTIAL,
                Polarity.HIGHER_IS_MORE_NEED,
                0,
                IntStream.rangeClosed(1, 10).mapToDouble(i -> i).toArray());
        for (int k = 0; k < 10; k++) {
            assertEquals(expected[k], scores[k], 5e-7);
        }
        // With a reference size the column holds ranks of that set: rank 1 of 10 is most need.
        double[] ranks = scores(Standardisation.EXPONENTIAL, Polarity.LOWER_IS_MORE_NEED, 10, 1, 10, 2);
        assertEquals(100, ranks[0], 1e-9);
        assertEquals(2.390260, ranks[1], 5e-7);
        assertEquals(50.426654, ranks[2], 5e-7);
        assertThrows(
                IllegalArgumentException.class,
                () -> scores(Standardisation.EXPONENTIAL, Polarity.LOWER_IS_MORE_NEED, 10, 11));
    }

    @ParameterizedTest
    @EnumSource(Standardisation.class)
    void everyStandardisationPointsTowardNeed(Standardisation method) {
        double[] scores = scores(method, Polarity.LOWER_IS_MORE_NEED, 0, 3, 1, 2);

        assertTrue(scores[1] >= scores[2] && scores[2] >= scores[0] && scores[1] > scores[0], Arrays.toString(scores));
    }

    @Test
    void minMaxRunsFromGoalpostToGoalpost() {
        // From 10 to 30: 5 lies below, 20 in the middle, 40 above; turned, low values are need.
        assertEquals(List.of(0.0, 0.5, 1.0), goalposts(Polarity.HIGHER_IS_MORE_NEED));
        assertEquals(List.of(1.0, 0.5, 0.0), goalposts(Polarity.LOWER_IS_MORE_NEED));
    }

    @Test
    void thresholdIsOneForWorseThanTheBenchmark() {
        NeedFactor given = new NeedFactor(
                "x", Polarity.HIGHER_IS_MORE_NEED, Standardisation.THRESHOLD, 1, Optional.empty(), Optional.of(7.0));
        assertEquals(List.of(0.0, 0.0, 1.0), list(scores(given, 0, 2, 7, 8)));
        // Without one the mean of the areas, here 6: only 8 is more; where low values are need only 2 is less.
        assertArrayEquals(
                new double[] {0, 0, 1}, scores(Standardisation.THRESHOLD, Polarity.HIGHER_IS_MORE_NEED, 0, 4, 6, 8));
        assertArrayEquals(
                new double[] {1, 0, 0}, scores(Standardisation.THRESHOLD, Polarity.LOWER_IS_MORE_NEED, 0, 4, 6, 8));
    }

    /** Percentiles of 2 4 6 are 1/6, 3/6 and 5/6; of the same turned 5/6, 3/6 and 1/6: √(5/36) at both ends, 1/2 in the middle. */
    @Test
    void geometricMeanLetsALowFactorPullDown() {
        NeedMatrix matrix = NeedMatrix.of(
                new NeedRecipe(
                        "geometric",
                        List.of(
                                new NeedFactor("poor", Polarity.HIGHER_IS_MORE_NEED, Standardisation.PERCENTILE, 1),
                                new NeedFactor("well", Polarity.HIGHER_IS_MORE_NEED, Standardisation.PERCENTILE, 1)),
                        Aggregation.GEOMETRIC_MEAN,
                        0.75,
                        0),
                codes(3),
                Map.of("poor", known(2, 4, 6), "well", known(30, 20, 10)));

        assertEquals(Math.sqrt(5.0 / 36), scores(matrix).get(0), 1e-12);
        assertEquals(0.5, scores(matrix).get(1), 1e-12);
        assertEquals(Math.sqrt(5.0 / 36), scores(matrix).get(2), 1e-12);
    }

    @Test
    void geometricMeanWithANoughtIsNought() {
        NeedMatrix matrix = NeedMatrix.of(
                new NeedRecipe(
                        "nought",
                        List.of(
                                new NeedFactor("poor", Polarity.HIGHER_IS_MORE_NEED, Standardisation.MIN_MAX, 1),
                                new NeedFactor("well", Polarity.HIGHER_IS_MORE_NEED, Standardisation.MIN_MAX, 1)),
                        Aggregation.GEOMETRIC_MEAN,
                        0.75,
                        0),
                codes(3),
                Map.of("poor", known(2, 4, 6), "well", known(30, 20, 10)));

        assertEquals(List.of(0.0, 0.5, 0.0), scores(matrix));
    }

    /** Staffordshire's count of 2021: how many circumstances are worse than average. */
    @Test
    void thresholdCountCountsWhatIsWorseThanTheBenchmark() {
        NeedMatrix matrix = NeedMatrix.of(
                new NeedRecipe(
                        "count",
                        List.of(
                                new NeedFactor("poor", Polarity.HIGHER_IS_MORE_NEED, Standardisation.THRESHOLD, 1),
                                new NeedFactor("well", Polarity.LOWER_IS_MORE_NEED, Standardisation.Z, 9)),
                        Aggregation.THRESHOLD_COUNT,
                        0,
                        0),
                codes(4),
                // Means 5 and 22.5: 9 is worse than 5, and 10 and 20 are worse than 22.5.
                Map.of("poor", known(2, 4, 5, 9), "well", known(30, 20, 30, 10)));

        assertEquals(List.of(0.0, 1.0, 0.0, 2.0), scores(matrix));
    }

    @Test
    void standardisationsThatAnAggregationCannotUseAreRefusedByName() {
        assertTrue(refusal(Aggregation.GEOMETRIC_MEAN, Standardisation.Z).contains("no geometric mean can be taken"));
        assertTrue(refusal(Aggregation.THRESHOLD_COUNT, Standardisation.RANK).contains("nothing of a benchmark"));
    }

    private static String refusal(Aggregation aggregation, Standardisation method) {
        return String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> new NeedRecipe(
                                "x",
                                List.of(new NeedFactor("x", Polarity.HIGHER_IS_MORE_NEED, method, 1)),
                                aggregation,
                                0,
                                0))
                .getMessage());
    }

    private static List<Double> goalposts(Polarity polarity) {
        NeedFactor factor = new NeedFactor(
                "x", polarity, Standardisation.MIN_MAX, 1, Optional.of(new Goalposts(10, 30)), Optional.empty());
        return list(scores(factor, 0, 5, 20, 40));
    }

    private static List<Double> list(double... numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private static double[] scores(Standardisation method, Polarity polarity, int referenceSize, double... values) {
        return scores(new NeedFactor("x", polarity, method, 1), referenceSize, values);
    }

    private static double[] scores(NeedFactor factor, int referenceSize, double... values) {
        Standardisation.Fitted fitted = factor.fit(values, referenceSize).orElseThrow();
        return Arrays.stream(values).map(fitted::score).toArray();
    }

    private static List<AreaCode> codes(int count) {
        return IntStream.range(0, count).mapToObj(i -> new AreaCode("A" + i)).toList();
    }

    private static List<Value> known(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Value::known).toList();
    }

    private static List<Double> scores(NeedMatrix matrix) {
        return matrix.rows().stream()
                .map(row -> row.score().number())
                .filter(java.util.OptionalDouble::isPresent)
                .map(java.util.OptionalDouble::getAsDouble)
                .toList();
    }

    private static List<Double> ranks(NeedMatrix matrix) {
        return matrix.rows().stream()
                .map(row -> row.rank().number())
                .filter(java.util.OptionalDouble::isPresent)
                .map(java.util.OptionalDouble::getAsDouble)
                .toList();
    }
}
