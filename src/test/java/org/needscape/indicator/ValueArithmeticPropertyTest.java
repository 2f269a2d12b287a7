package org.needscape.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of arithmetic on any values: reasons never vanish, and order does not matter. */
class ValueArithmeticPropertyTest {

    private static final double PER = 10_000;

    @Property(tries = 500, seed = "41")
    void suppressedOperandMakesEveryResultSuppressed(
            @ForAll("values") List<Value> values, @ForAll("value") Value other, @ForAll int place) {
        List<Value> withHidden = new ArrayList<>(values);
        withHidden.add(Math.floorMod(place, values.size() + 1), Value.suppressed());

        assertEquals(Value.suppressed(), ValueArithmetic.sum(withHidden));
        assertEquals(Value.suppressed(), ValueArithmetic.difference(Value.suppressed(), other));
        assertEquals(Value.suppressed(), ValueArithmetic.difference(other, Value.suppressed()));
        assertEquals(Value.suppressed(), ValueArithmetic.ratio(Value.suppressed(), other, PER));
        assertEquals(Value.suppressed(), ValueArithmetic.ratio(other, Value.suppressed(), PER));
    }

    @Property(tries = 500, seed = "42")
    void resultIsKnownOnlyWhereEveryOperandIs(@ForAll("values") List<Value> values) {
        assertEquals(
                values.stream().allMatch(Value::isKnown),
                ValueArithmetic.sum(values).isKnown());
        for (Value one : values) {
            for (Value other : values) {
                boolean known = one.isKnown() && other.isKnown();
                assertEquals(known, ValueArithmetic.difference(one, other).isKnown());
                boolean divisible = known && other.number().orElseThrow() > 0;
                assertEquals(divisible, ValueArithmetic.ratio(one, other, PER).isKnown());
            }
        }
    }

    @Property(tries = 500, seed = "43")
    void orderOfASumDoesNotMatterToTheLastDigit(@ForAll("values") List<Value> values, @ForAll int seed) {
        List<Value> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(seed));
        assertEquals(ValueArithmetic.sum(values), ValueArithmetic.sum(shuffled));
    }

    @Property(tries = 500, seed = "44")
    void sumOfSumsIsTheSumOfAllForCounts(@ForAll("counts") List<Value> first, @ForAll("counts") List<Value> second) {
        List<Value> all = new ArrayList<>(first);
        all.addAll(second);
        assertEquals(
                ValueArithmetic.sum(all),
                ValueArithmetic.sum(List.of(ValueArithmetic.sum(first), ValueArithmetic.sum(second))));
    }

    @Property(tries = 500, seed = "45")
    void knownCountsAddUpAsNumbersDo(@ForAll List<@IntRange(max = 100_000) Integer> counts) {
        long expected = counts.stream().mapToLong(Integer::longValue).sum();
        assertEquals(
                Value.known(expected),
                ValueArithmetic.sum(counts.stream().map(Value::known).toList()));
    }

    @Property(tries = 500, seed = "46")
    void differenceUndoesASumForCounts(@ForAll("count") Value one, @ForAll("count") Value other) {
        Value difference = ValueArithmetic.difference(ValueArithmetic.sum(List.of(one, other)), other);
        assertEquals(one.isKnown() && other.isKnown() ? one : ValueArithmetic.sum(List.of(one, other)), difference);
    }

    @Property(tries = 500, seed = "47")
    void whatIsNotKnownKeepsItsReasonAndChangesNobodyElsesResult(@ForAll("values") @Size(min = 1) List<Value> values) {
        List<Value> results = aboveSmallest(values);
        assertEquals(values.size(), results.size());
        for (int k = 0; k < values.size(); k++) {
            assertTrue(values.get(k).isKnown() || values.get(k).equals(results.get(k)));
        }
        List<Value> known = values.stream().filter(Value::isKnown).toList();
        assertEquals(
                aboveSmallest(known), results.stream().filter(Value::isKnown).toList());
    }

    /** Each known number above the smallest known one. */
    private static List<Value> aboveSmallest(List<Value> values) {
        UnaryOperator<double[]> method = known -> {
            double smallest = Arrays.stream(known).min().orElse(0);
            return Arrays.stream(known).map(number -> number - smallest).toArray();
        };
        return ValueArithmetic.amongKnown(values, known -> Optional.of(method.apply(known)))
                .orElseThrow();
    }

    @Provide
    Arbitrary<Value> value() {
        Arbitrary<Value> known = Arbitraries.oneOf(
                        Arbitraries.integers().between(-10, 2_000).map(Integer::doubleValue),
                        Arbitraries.doubles().between(-1e9, 1e9))
                .map(Value::known);
        return Arbitraries.oneOf(known, known, reason());
    }

    @Provide
    Arbitrary<List<Value>> values() {
        return value().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Value> count() {
        Arbitrary<Value> known = Arbitraries.integers().between(0, 2_000).map(Value::known);
        return Arbitraries.oneOf(known, known, known, reason());
    }

    @Provide
    Arbitrary<List<Value>> counts() {
        return count().list().ofMaxSize(8);
    }

    private static Arbitrary<Value> reason() {
        return Arbitraries.of(Value.suppressed(), Value.notAvailable(), Value.notApplicable(), Value.low());
    }
}
