package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Polarity;
import org.needscape.indicator.Value;

class WeightSensitivityTest {

    /**
     * Ten areas, of which one is the highest-need tenth. Shares from least to greatest: the first area has 1 of a and 0 of b, the
     * second 0.5 of a and 1 of b. With weight 1 of b the first has w + 0 and the second w / 2 + 1: equal at w = 2.
     */
    @Test
    void saysHowManyTimesAFactorWouldHaveToCount() {
        NeedMatrix matrix = matrix(
                Aggregation.WEIGHTED_MEAN,
                Map.of(
                        "a", values(1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0),
                        "b", values(0, 1, 0, 0, 0, 0, 0, 0, 0, 0)));

        List<WeightSensitivity.Tipping> first = new WeightSensitivity(matrix).of(0);
        List<WeightSensitivity.Tipping> second = new WeightSensitivity(matrix).of(1);

        assertFalse(first.get(0).isIn());
        assertEquals(Optional.empty(), first.get(0).timesSmaller());
        assertEquals(2, first.get(0).timesLarger().orElseThrow(), 1e-9);
        // b would have to count half as much for the first to come before the second.
        assertEquals(0.5, first.get(1).timesSmaller().orElseThrow(), 1e-9);
        assertTrue(second.get(0).isIn());
        assertEquals(2, second.get(0).timesLarger().orElseThrow(), 1e-9);
        // An area with neither is never among the highest.
        new WeightSensitivity(matrix).of(5).forEach(tipping -> {
            assertEquals(Optional.empty(), tipping.timesSmaller());
            assertEquals(Optional.empty(), tipping.timesLarger());
        });
    }

    /** The first two areas have equal scores and share the tenth: the second leaves with however little more of a, less of b. */
    @Test
    void areaThatTiesIsTippedByHoweverLittle() {
        NeedMatrix matrix = matrix(
                Aggregation.WEIGHTED_MEAN,
                Map.of(
                        "a", values(1, 0.5, 0, 0, 0, 0, 0, 0, 0, 0),
                        "b", values(0.5, 1, 0, 0, 0, 0, 0, 0, 0, 0)));

        List<WeightSensitivity.Tipping> second = new WeightSensitivity(matrix).of(1);

        assertEquals(1, new WeightSensitivity(matrix).highestNeedTenth());
        assertTrue(second.get(0).isIn());
        assertEquals(Optional.of(1.0), second.get(0).timesLarger());
        assertEquals(Optional.empty(), second.get(0).timesSmaller());
        assertEquals(Optional.of(1.0), second.get(1).timesSmaller());
    }

    @Test
    void areaWithoutAScoreHasNoTippingPoint() {
        List<Value> hidden = new ArrayList<>(values(1, 0.5, 0));
        hidden.set(2, Value.suppressed());
        NeedMatrix matrix = matrix(Aggregation.WEIGHTED_MEAN, Map.of("a", hidden));

        assertEquals(List.of(), new WeightSensitivity(matrix).of(2));
    }

    @Test
    void onlyMeansAndSumsHaveWeightsToChange() {
        NeedMatrix matrix = matrix(Aggregation.MAXIMUM, Map.of("a", values(1, 0.5, 0)));

        assertThrows(IllegalArgumentException.class, () -> new WeightSensitivity(matrix));
    }

    /** The recipe made anew with the weight just before and just after the tipping point puts the area on different sides. */
    @Property(tries = 150, seed = "1")
    void recipeMadeAnewAgrees(@ForAll long seed, @ForAll @IntRange(min = 10, max = 40) int areas, @ForAll boolean sum) {
        Random random = new Random(seed);
        Map<String, List<Value>> columns = new TreeMap<>();
        for (String column : List.of("a", "b", "c")) {
            columns.put(
                    column,
                    IntStream.range(0, areas)
                            .mapToObj(area ->
                                    random.nextInt(12) == 0 ? Value.notAvailable() : Value.known(random.nextDouble()))
                            .toList());
        }
        Aggregation aggregation = sum ? Aggregation.WEIGHTED_SUM : Aggregation.WEIGHTED_MEAN;
        NeedMatrix matrix = matrix(aggregation, columns);
        WeightSensitivity sensitivity = new WeightSensitivity(matrix);
        for (int area = 0; area < areas; area++) {
            List<WeightSensitivity.Tipping> tippings = sensitivity.of(area);
            for (int factor = 0; factor < tippings.size(); factor++) {
                WeightSensitivity.Tipping tipping = tippings.get(factor);
                assertEquals(isIn(matrix, area), tipping.isIn());
                for (Optional<Double> times : List.of(tipping.timesSmaller(), tipping.timesLarger())) {
                    if (times.isPresent() && times.get() > 1e-4) {
                        double away = times.get() > 1 ? 1 + 1e-7 : 1 - 1e-7;
                        assertEquals(
                                tipping.isIn(), isIn(with(aggregation, columns, factor, times.get() / away), area));
                        assertEquals(
                                !tipping.isIn(), isIn(with(aggregation, columns, factor, times.get() * away), area));
                    }
                }
                for (double times : new double[] {0.999, 1.001, 0.5, 3}) {
                    boolean before = times < 1
                            ? times > tipping.timesSmaller().orElse(0.0)
                            : times < tipping.timesLarger().orElse(10.0);
                    if (before) {
                        assertEquals(tipping.isIn(), isIn(with(aggregation, columns, factor, times), area));
                    }
                }
            }
        }
    }

    private static boolean isIn(NeedMatrix matrix, int area) {
        long rated = matrix.rows().stream().filter(row -> row.rank().isKnown()).count();
        return matrix.rows().get(area).rank().number().orElse(Double.MAX_VALUE) <= rated / 10;
    }

    private static NeedMatrix matrix(Aggregation aggregation, Map<String, List<Value>> columns) {
        return with(aggregation, columns, 0, 1);
    }

    private static NeedMatrix with(
            Aggregation aggregation, Map<String, List<Value>> columns, int changed, double times) {
        List<String> names = new ArrayList<>(new TreeMap<>(columns).keySet());
        List<NeedFactor> factors = IntStream.range(0, names.size())
                .mapToObj(factor -> new NeedFactor(
                        names.get(factor),
                        Polarity.HIGHER_IS_MORE_NEED,
                        Standardisation.MIN_MAX,
                        factor == changed ? times : 1))
                .toList();
        int size = columns.get(names.get(0)).size();
        return NeedMatrix.of(
                new NeedRecipe("test", factors, aggregation, 0.01, 0),
                IntStream.range(0, size)
                        .mapToObj(area -> new AreaCode("A" + area))
                        .toList(),
                columns);
    }

    private static List<Value> values(double... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(Value::known).toList();
    }
}
