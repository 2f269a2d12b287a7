package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
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
        double[] scores = Standardisation.EXPONENTIAL
                .standardise(
                        IntStream.rangeClosed(1, 10).mapToDouble(i -> i).toArray(), Polarity.HIGHER_IS_MORE_NEED, 0)
                .orElseThrow();
        for (int k = 0; k < 10; k++) {
            assertEquals(expected[k], scores[k], 5e-7);
        }
        // With a reference size the column holds ranks of that set: rank 1 of 10 is most need.
        double[] ranks = Standardisation.EXPONENTIAL
                .standardise(new double[] {1, 10, 2}, Polarity.LOWER_IS_MORE_NEED, 10)
                .orElseThrow();
        assertEquals(100, ranks[0], 1e-9);
        assertEquals(2.390260, ranks[1], 5e-7);
        assertEquals(50.426654, ranks[2], 5e-7);
        assertThrows(
                IllegalArgumentException.class,
                () -> Standardisation.EXPONENTIAL.standardise(new double[] {11}, Polarity.LOWER_IS_MORE_NEED, 10));
    }

    @Test
    void otherStandardisationsPointTowardNeedToo() {
        for (Standardisation method : Standardisation.values()) {
            double[] scores = method.standardise(new double[] {3, 1, 2}, Polarity.LOWER_IS_MORE_NEED, 0)
                    .orElseThrow();
            assertTrue(scores[1] > scores[2] && scores[2] > scores[0], method + " " + Arrays.toString(scores));
        }
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
