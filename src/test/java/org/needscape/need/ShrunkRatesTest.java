package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.needscape.indicator.Value;

class ShrunkRatesTest {

    /**
     * Two areas by hand: 10 of 100 and 30 of 100 give b = 0.2 and s² = 0.01, so
     * a = 0.01 - 0.2 / 100 = 0.008, and the share kept is 0.008 / (0.008 + 0.002) = 0.8: 12 and 28 in 100.
     */
    @Test
    void ratesKeepTheShareThatTheirPopulationIsWorth() {
        List<Value> shrunk = ShrunkRates.of(new CountedFactor(values(10, 30), values(10, 30), values(100, 100)))
                .orElseThrow();

        assertEquals(12, shrunk.get(0).number().orElseThrow(), 1e-9);
        assertEquals(28, shrunk.get(1).number().orElseThrow(), 1e-9);
    }

    @Test
    void valuesWithoutTheirCountStayAndUnknownOnesKeepTheirReason() {
        List<Value> rates = new ArrayList<>(values(10, 30, 50));
        rates.add(Value.suppressed());
        List<Value> counts = new ArrayList<>(values(10, 30));
        counts.add(Value.notAvailable());
        counts.add(Value.known(4));

        List<Value> shrunk = ShrunkRates.of(new CountedFactor(rates, counts, values(100, 100, 100, 100)))
                .orElseThrow();

        assertEquals(12, shrunk.get(0).number().orElseThrow(), 1e-9);
        assertEquals(Value.known(50), shrunk.get(2));
        assertEquals(Value.suppressed(), shrunk.get(3));
    }

    @Test
    void withoutAnyEventThereIsNothingToShrink() {
        assertEquals(Optional.empty(), ShrunkRates.of(new CountedFactor(values(0, 0), values(0, 0), values(100, 100))));
    }

    @Test
    void fewPeopleAreDrawnFurtherThanMany() {
        List<Value> shrunk = ShrunkRates.of(new CountedFactor(
                        values(40, 40, 10, 12, 30), values(4, 400, 100, 120, 300), values(10, 1000, 1000, 1000, 1000)))
                .orElseThrow();

        assertTrue(shrunk.get(0).number().orElseThrow() < shrunk.get(1).number().orElseThrow());
    }

    private static List<Value> values(double... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(Value::known).toList();
    }
}
