package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Value;
import org.needscape.stats.ExponentialTransform;

/**
 * The definitions of methods 1.10 against numbers made by something else: Python 3.11, modules math and statistics, one line each from
 * the formula as it is printed there, to six decimals.
 */
class MatrixFixturesTest {

    /** A tie, and one that stands out: mean 28/3, median 5.5, median absolute deviation 2.5. */
    private static final double[] COLUMN = {2, 4, 4, 7, 9, 30};

    @ParameterizedTest
    @CsvSource({
        "z,              -0.703482, -0.511624, -0.511624, -0.223835, -0.031976, 1.982541",
        "robust-z,       -0.944287, -0.404694, -0.404694,  0.404694,  0.944287, 6.610009",
        "rank,            1,         2.5,       2.5,       4,         5,        6",
        "percentile,      0.083333,  0.333333,  0.333333,  0.583333,  0.750000, 0.916667",
        "min-max,         0,         0.071429,  0.071429,  0.178571,  0.250000, 1",
        "rank-to-normal, -1.281552, -0.412463, -0.412463,  0.201893,  0.643345, 1.281552",
        "exponential,     4.133972, 12.185393, 12.185393, 24.680643, 39.769078, 100",
        "threshold,       0,         0,         0,         0,         0,        1"
    })
    void everyStandardisationIsWhatItsFormulaSays(
            String method, double a, double b, double c, double d, double e, double f) {
        NeedFactor factor = new NeedFactor("x", Polarity.HIGHER_IS_MORE_NEED, Standardisation.parse(method), 1);
        Standardisation.Fitted fitted = factor.fit(COLUMN, 0).orElseThrow();

        assertArrayEquals(
                new double[] {a, b, c, d, e, f},
                Arrays.stream(COLUMN).map(fitted::score).toArray(),
                5.1e-7);
    }

    /** Ten in a hundred of England's areas lie above 50.43, and the middle one at 15.65, in every release. */
    @ParameterizedTest
    @CsvSource({"32482", "32844", "33755"})
    void exponentialHasItsPublishedQuantiles(int areas) {
        long above = IntStream.rangeClosed(1, areas)
                .filter(rank -> ExponentialTransform.ofRank(rank, areas) > 50.43)
                .count();

        assertEquals(0.1, (double) above / areas, 2e-5);
        assertEquals(15.6475, ExponentialTransform.ofRank((areas + 1) / 2.0, areas), 1e-4);
    }

    /** Three factors with weights 2, 1, 1, the second of which means need where it is low; two cells are not known. */
    @Test
    void matrixIsTheWeightedMeanOfWhatIsKnown() {
        Value hidden = Value.suppressed();
        Map<String, List<Value>> columns = Map.of(
                "a", known(COLUMN),
                "b", with(known(50, 0, 40, 45, 30, 20), 1, hidden),
                "c", with(known(1, 3, 2, 2, 0, 5), 4, Value.notAvailable()));
        NeedRecipe recipe = new NeedRecipe(
                "fixture",
                List.of(
                        NeedFactor.zScore("a", Polarity.HIGHER_IS_MORE_NEED).withWeight(2),
                        NeedFactor.zScore("b", Polarity.LOWER_IS_MORE_NEED),
                        NeedFactor.zScore("c", Polarity.HIGHER_IS_MORE_NEED)),
                Aggregation.WEIGHTED_MEAN,
                0.75,
                0);

        NeedMatrix matrix = NeedMatrix.of(recipe, codes(6), columns);

        double[] scores = {-0.885391, -0.253165, -0.417003, -0.376916, 0.172455, 1.739842};
        double[] ranks = {6, 3, 5, 4, 2, 1};
        double[] coverage = {1, 0.75, 1, 1, 0.75, 1};
        for (int area = 0; area < 6; area++) {
            NeedMatrix.Row row = matrix.rows().get(area);
            assertEquals(scores[area], row.score().number().orElseThrow(), 5.1e-7);
            assertEquals(Value.known(ranks[area]), row.rank());
            assertEquals(coverage[area], row.coverageFraction(), 1e-12);
        }
    }

    /** Degrees may be Celsius or Kelvin: where a factor's nought lies says nothing of need. */
    @Property(tries = 200, seed = "81")
    void constantAddedToAFactorChangesNoRank(
            @ForAll("column") List<Integer> first,
            @ForAll("column") List<Integer> second,
            @ForAll @IntRange(min = -100_000, max = 100_000) int constant) {
        List<Value> moved = first.stream()
                .map(number -> Value.known(number + (double) constant))
                .toList();

        assertEquals(ranks(known(first), known(second)), ranks(moved, known(second)));
    }

    /** Pounds may be pence. A power of two moves no digit. */
    @Property(tries = 200, seed = "82")
    void unitOfAFactorChangesNoRank(
            @ForAll("column") List<Integer> first,
            @ForAll("column") List<Integer> second,
            @ForAll @IntRange(min = -10, max = 10) int power) {
        List<Value> scaled = first.stream()
                .map(number -> Value.known(Math.scalb((double) number, power)))
                .toList();

        assertEquals(ranks(known(first), known(second)), ranks(scaled, known(second)));
    }

    /** Whole numbers, distinct sums of which lie far enough apart that rounding does not make or break a tie. */
    @Provide
    Arbitrary<List<Integer>> column() {
        return Arbitraries.integers().between(0, 1000).list().ofSize(9);
    }

    /** By area its rank, those with scores a thousand-millionth apart sharing one. */
    private static List<Integer> ranks(List<Value> first, List<Value> second) {
        NeedRecipe recipe = NeedRecipe.equalWeights(
                "x",
                List.of(
                        NeedFactor.zScore("a", Polarity.HIGHER_IS_MORE_NEED),
                        NeedFactor.zScore("b", Polarity.LOWER_IS_MORE_NEED)));
        NeedMatrix matrix = NeedMatrix.of(recipe, codes(first.size()), Map.of("a", first, "b", second));
        double[] scores = matrix.rows().stream()
                .mapToDouble(row -> row.score().number().orElse(0))
                .toArray();
        return Arrays.stream(scores)
                .mapToObj(score -> 1
                        + (int) Arrays.stream(scores)
                                .filter(other -> other > score + 1e-9)
                                .count())
                .toList();
    }

    private static List<AreaCode> codes(int count) {
        return IntStream.range(0, count).mapToObj(i -> new AreaCode("A" + i)).toList();
    }

    private static List<Value> known(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Value::known).toList();
    }

    private static List<Value> known(List<Integer> numbers) {
        return numbers.stream().map(number -> Value.known(number)).toList();
    }

    private static List<Value> with(List<Value> values, int at, Value other) {
        List<Value> all = new ArrayList<>(values);
        all.set(at, other);
        return all;
    }
}
