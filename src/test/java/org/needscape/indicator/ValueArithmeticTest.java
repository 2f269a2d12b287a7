package org.needscape.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueArithmeticTest {

    private static final Value SEVEN = Value.known(7);

    @Test
    void knownValuesGiveTheOrdinaryResult() {
        assertEquals(Value.known(12), ValueArithmetic.sum(List.of(SEVEN, Value.known(5), Value.known(0))));
        assertEquals(Value.known(-2), ValueArithmetic.difference(Value.known(5), SEVEN));
        assertEquals(Value.known(140), ValueArithmetic.ratio(SEVEN, Value.known(500), 10_000));
        assertEquals(Value.known(1.4), ValueArithmetic.ratio(SEVEN, Value.known(500), 100));
        assertEquals(Value.known(0), ValueArithmetic.ratio(Value.known(0), Value.known(500), 1));
    }

    @Test
    void sumOfNothingIsZero() {
        assertEquals(Value.known(0), ValueArithmetic.sum(List.of()));
    }

    @Test
    void suppressedWinsOverNotAvailableAndThatOverNotApplicable() {
        List<Value> falling = List.of(Value.suppressed(), Value.notAvailable(), Value.notApplicable(), SEVEN);
        for (int strongest = 0; strongest < falling.size() - 1; strongest++) {
            for (int weaker = strongest + 1; weaker < falling.size(); weaker++) {
                Value one = falling.get(strongest);
                Value other = falling.get(weaker);
                assertEquals(one, ValueArithmetic.sum(List.of(other, one)));
                assertEquals(one, ValueArithmetic.difference(one, other));
                assertEquals(one, ValueArithmetic.difference(other, one));
                assertEquals(one, ValueArithmetic.ratio(one, other, 100));
                assertEquals(one, ValueArithmetic.ratio(other, one, 100));
            }
        }
    }

    /** 500 and some who were rounded to zero are more than 500, and do not round to zero. */
    @Test
    void withWhatRoundsToZeroNothingCanBeComputed() {
        assertEquals(Value.notAvailable(), ValueArithmetic.sum(List.of(Value.known(500), Value.low())));
        assertEquals(Value.notAvailable(), ValueArithmetic.sum(List.of(Value.low(), Value.notApplicable())));
        assertEquals(Value.notAvailable(), ValueArithmetic.difference(SEVEN, Value.low()));
        assertEquals(Value.notAvailable(), ValueArithmetic.ratio(Value.low(), SEVEN, 100));
        assertEquals(Value.suppressed(), ValueArithmetic.sum(List.of(Value.low(), Value.suppressed())));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1})
    void nothingToDivideByGivesNoRatio(double denominator) {
        Value none = Value.known(denominator);
        assertEquals(Value.notAvailable(), ValueArithmetic.ratio(SEVEN, none, 10_000));
        assertEquals(Value.notAvailable(), ValueArithmetic.ratio(Value.known(0), none, 10_000));
        assertEquals(Value.notAvailable(), ValueArithmetic.ratio(Value.low(), none, 10_000));
        // That nobody lives there does not make a hidden count less hidden.
        assertEquals(Value.suppressed(), ValueArithmetic.ratio(Value.suppressed(), none, 10_000));
    }

    @Test
    void resultThatIsNotFiniteIsNotAvailable() {
        Value huge = Value.known(Double.MAX_VALUE);
        assertEquals(Value.notAvailable(), ValueArithmetic.sum(List.of(huge, huge)));
        assertEquals(Value.notAvailable(), ValueArithmetic.difference(huge, Value.known(-Double.MAX_VALUE)));
        assertEquals(Value.notAvailable(), ValueArithmetic.ratio(huge, Value.known(0.5), 1));
        assertEquals(
                Optional.of(List.of(Value.notAvailable())),
                ValueArithmetic.amongKnown(List.of(SEVEN), known -> Optional.of(new double[] {Double.NaN})));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -100, Double.NaN, Double.POSITIVE_INFINITY})
    void ratioIsPerAFiniteNumberAboveZero(double per) {
        assertThrows(IllegalArgumentException.class, () -> ValueArithmetic.ratio(SEVEN, SEVEN, per));
    }

    @Test
    void whatIsNotKnownKeepsItsReasonAndTakesNoPartAmongTheKnown() {
        List<Value> values = List.of(SEVEN, Value.suppressed(), Value.known(5), Value.notAvailable());
        assertEquals(
                Optional.of(List.of(Value.known(12), Value.suppressed(), Value.known(10), Value.notAvailable())),
                ValueArithmetic.amongKnown(
                        values, known -> Optional.of(new double[] {known[0] + known[1], 2 * known[1]})));
        assertEquals(Optional.empty(), ValueArithmetic.amongKnown(values, known -> Optional.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> ValueArithmetic.amongKnown(values, known -> Optional.of(new double[4])));
    }
}
