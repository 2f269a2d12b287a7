package org.needscape.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {

    @ParameterizedTest
    @EnumSource(value = ValueState.class, names = "KNOWN", mode = EnumSource.Mode.EXCLUDE)
    void onlyAKnownValueHasANumber(ValueState state) {
        assertEquals(OptionalDouble.empty(), Value.unknown(state).number());
        assertEquals(state, Value.unknown(state).state());
    }

    @Test
    void suppressedIsNeverZero() {
        assertTrue(!Value.suppressed().equals(Value.known(0)));
        assertEquals(OptionalDouble.empty(), Value.suppressed().number());
    }

    @Test
    void whatDerivesFromASuppressedValueIsSuppressed() {
        assertEquals(Value.suppressed(), Value.suppressed().map(count -> 10_000 * count / 500));
        assertEquals(Value.known(120), Value.known(6).map(count -> 10_000 * count / 500));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void noValueIsEverNanOrInfinite(double number) {
        assertThrows(IllegalArgumentException.class, () -> Value.known(number));
        assertEquals(Value.notAvailable(), Value.ofFinite(number));
        assertEquals(Value.notAvailable(), Value.known(1).map(ignored -> number));
    }

    @Test
    void marksAndWordsAreTheAgreedOnes() {
        assertEquals("[c]", ValueState.SUPPRESSED.mark());
        assertEquals("[z]", ValueState.NOT_APPLICABLE.mark());
        assertEquals("[x]", ValueState.NOT_AVAILABLE.mark());
        assertEquals("[low]", ValueState.LOW.mark());
        assertEquals("hidden to protect children", ValueState.SUPPRESSED.words());
    }
}
