package org.needscape.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.indicator.ValueState;

class AllocationTest {

    private static final AreaCode A = new AreaCode("E07999001");
    private static final AreaCode B = new AreaCode("E07999002");
    private static final AreaCode C = new AreaCode("E07999003");
    private static final Value NONE = Value.notAvailable();

    /** By hand: 100 × 1/3 is 33.33 for each; the pound that is left goes to the lowest code. */
    @Test
    void poundsThatAreLeftGoToWhoLostMostAndAmongEqualsToTheLowestCode() {
        Map<AreaCode, Value> thirds = Map.of(A, Value.known(1), B, Value.known(1), C, Value.known(1));

        assertEquals(
                new Allocation(
                        Map.of(A, Value.known(34), B, Value.known(33), C, Value.known(33)), 0, Allocation.Left.NOTHING),
                Allocation.of(100, thirds, NONE));
        // 10 × 2/7 = 2.86, 10 × 4/7 = 5.71, 10 × 1/7 = 1.43.
        assertEquals(
                Map.of(A, Value.known(3), B, Value.known(6), C, Value.known(1)),
                Allocation.of(10, Map.of(A, Value.known(2), B, Value.known(4), C, Value.known(1)), NONE)
                        .poundsByPlace());
    }

    /** By hand: of 100 for 20 children, 12 + 5 are known; 3 are those of the hidden district, which are due 15. */
    @Test
    void placeWithHiddenKeyHasNoShareAndTheRestIsLeftForItWhereTheWholeIsKnown() {
        Map<AreaCode, Value> keys = Map.of(A, Value.known(12), B, Value.suppressed(), C, Value.known(5));

        assertEquals(
                new Allocation(
                        Map.of(A, Value.known(60), B, Value.suppressed(), C, Value.known(25)),
                        15,
                        Allocation.Left.FOR_PLACES_NOT_KNOWN),
                Allocation.of(100, keys, Value.known(20)));
    }

    @Test
    void withoutTheWholeNobodysShareIsKnownWhereOneKeyIsNot() {
        Map<AreaCode, Value> hidden = Map.of(A, Value.known(12), B, Value.suppressed());
        Map<AreaCode, Value> missing = Map.of(A, Value.known(12), B, NONE);

        for (Value whole : List.of(NONE, Value.suppressed(), Value.known(11))) {
            assertEquals(
                    new Allocation(
                            Map.of(A, Value.suppressed(), B, Value.suppressed()), 100, Allocation.Left.WHOLE_NOT_KNOWN),
                    Allocation.of(100, hidden, whole));
            assertEquals(
                    new Allocation(Map.of(A, NONE, B, NONE), 100, Allocation.Left.WHOLE_NOT_KNOWN),
                    Allocation.of(100, missing, whole));
        }
    }

    @Test
    void keyOfZeroEverywhereSharesNothingOutAndZeroHereGivesZero() {
        Map<AreaCode, Value> zero = Map.of(A, Value.known(0), B, Value.known(0));

        assertEquals(new Allocation(Map.of(A, NONE, B, NONE), 7, Allocation.Left.NO_KEY), Allocation.of(7, zero, NONE));
        assertEquals(
                new Allocation(Map.of(A, Value.known(0), B, Value.known(7)), 0, Allocation.Left.NOTHING),
                Allocation.of(7, Map.of(A, Value.known(0), B, Value.known(2)), NONE));
    }

    @Test
    void budgetOfZeroGivesEverybodyZeroAndNoPlacesLeaveAll() {
        assertEquals(
                new Allocation(Map.of(A, Value.known(0), B, Value.known(0)), 0, Allocation.Left.NOTHING),
                Allocation.of(0, Map.of(A, Value.known(0), B, Value.known(0)), NONE));
        assertEquals(new Allocation(Map.of(), 7, Allocation.Left.NO_KEY), Allocation.of(7, Map.of(), NONE));
    }

    @Test
    void negativeNumbersAreMistakes() {
        assertThrows(IllegalArgumentException.class, () -> Allocation.of(-1, Map.of(A, Value.known(1)), NONE));
        assertThrows(IllegalArgumentException.class, () -> Allocation.of(1, Map.of(A, Value.known(-1)), NONE));
    }

    @Property(tries = 500)
    void sharesAndWhatIsLeftAddUpToTheBudget(
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long budget,
            @ForAll("keys") Map<AreaCode, Value> keys,
            @ForAll("wholes") Value whole) {
        Allocation allocation = Allocation.of(budget, keys, whole);

        double shared = allocation.poundsByPlace().values().stream()
                .filter(Value::isKnown)
                .mapToDouble(share -> share.number().getAsDouble())
                .sum();
        assertEquals(budget, (long) shared + allocation.leftPounds());
        assertEquals(keys.keySet(), allocation.poundsByPlace().keySet());
        keys.forEach((place, key) -> {
            if (!key.isKnown()) {
                assertEquals(key, allocation.poundsByPlace().get(place));
            }
        });
    }

    /** Every share is within a pound of what is due, and whoever has the larger key has no smaller share. */
    @Property(tries = 500)
    void sharesFollowTheKey(
            @ForAll @LongRange(min = 0, max = 10_000_000_000L) long budget,
            @ForAll("knownKeys") Map<AreaCode, Value> keys) {
        double sum = ValueArithmetic.sum(keys.values()).number().getAsDouble();
        Allocation allocation = Allocation.of(budget, keys, NONE);
        if (sum == 0) {
            return;
        }
        keys.forEach((place, key) -> {
            double due = new BigDecimal(key.number().getAsDouble())
                    .multiply(BigDecimal.valueOf(budget))
                    .divide(new BigDecimal(sum), 9, java.math.RoundingMode.HALF_EVEN)
                    .doubleValue();
            double share = number(allocation, place);
            assertTrue(Math.abs(share - due) < 1 + 1e-6, due + " " + share);
            keys.forEach((other, otherKey) -> {
                if (otherKey.number().getAsDouble() > key.number().getAsDouble()) {
                    assertTrue(number(allocation, other) >= share);
                }
            });
        });
    }

    private static double number(Allocation allocation, AreaCode place) {
        Value share = allocation.poundsByPlace().get(place);
        assertEquals(ValueState.KNOWN, share.state());
        return share.number().getAsDouble();
    }

    private static Map<AreaCode, Value> byCode(List<Value> values) {
        Map<AreaCode, Value> keys = new TreeMap<>();
        for (int k = 0; k < values.size(); k++) {
            keys.put(new AreaCode("E0799900" + k), values.get(k));
        }
        return keys;
    }

    @Provide
    Arbitrary<Map<AreaCode, Value>> keys() {
        return Arbitraries.oneOf(numbers(), Arbitraries.of(Value.suppressed(), NONE))
                .list()
                .ofMaxSize(8)
                .map(AllocationTest::byCode);
    }

    @Provide
    Arbitrary<Map<AreaCode, Value>> knownKeys() {
        return numbers().list().ofMinSize(1).ofMaxSize(8).map(AllocationTest::byCode);
    }

    @Provide
    Arbitrary<Value> wholes() {
        return Arbitraries.oneOf(numbers(), Arbitraries.of(Value.suppressed(), NONE));
    }

    private static Arbitrary<Value> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 5000).map(Value::known),
                Arbitraries.doubles().between(0, 5000).map(Value::known));
    }
}
