package org.needscape.cooccurrence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.stats.Correlation;

class PlaceCoOccurrenceTest {

    private static final Map<AreaCode, Value> ABUSE_RATES = rates(9, 8, 7, 6, 2, 1);
    private static final Map<AreaCode, Value> DEBT_RATES = rates(5, 4, 1, 3, 1, 1);

    @Test
    void placesHighOnBothAreNamedAndCountedAgainstChance() {
        // By hand: abuse is 6 or more in 4 of 6 areas, debt 3 or more in 3; both in 3; expected 4/6 * 3/6 = 1/3.
        PlaceCoOccurrence both = PlaceCoOccurrence.of(
                List.of(PlaceFlags.atLeast("abuse", ABUSE_RATES, 6), PlaceFlags.atLeast("debt", DEBT_RATES, 3)));

        assertEquals(
                new PlaceCoOccurrence(
                        List.of("abuse", "debt"), List.of(area(0), area(1), area(3)), List.of(4L, 3L), 6, 0),
                both);
        assertEquals(0.5, both.togetherFraction().orElseThrow());
        assertEquals(1 / 3.0, both.expectedFraction().orElseThrow(), 1e-15);
        assertEquals(1.5, both.lift().orElseThrow(), 1e-15);
    }

    @Test
    void suppressedAndMissingPlacesAreLeftOutNeverLow() {
        Map<AreaCode, Value> abuse = new TreeMap<>(ABUSE_RATES);
        abuse.put(area(0), Value.suppressed());
        Map<AreaCode, Value> debt = new TreeMap<>(DEBT_RATES);
        debt.remove(area(1));
        PlaceFlags flags = PlaceFlags.atLeast("abuse", abuse, 6);
        PlaceCoOccurrence both = PlaceCoOccurrence.of(List.of(flags, PlaceFlags.atLeast("debt", debt, 3)));

        assertEquals(FactorFlag.UNKNOWN, flags.of(area(0)));
        assertEquals(List.of(area(3)), both.together());
        assertEquals(4, both.of());
        assertEquals(2, both.leftOut());
    }

    @Test
    void withoutPlacesThereIsAReasonAndNoFigure() {
        PlaceFlags empty = new PlaceFlags("abuse", Map.of());
        PlaceCoOccurrence none = PlaceCoOccurrence.of(List.of(empty, new PlaceFlags("debt", Map.of())));

        assertEquals(Optional.of(NoAssociation.NOTHING_KNOWN), none.whyNoLift());
        assertTrue(none.lift().isEmpty());
        assertTrue(none.togetherFraction().isEmpty() && none.expectedFraction().isEmpty());
        PlaceCoOccurrence nowhere = PlaceCoOccurrence.of(
                List.of(PlaceFlags.atLeast("abuse", ABUSE_RATES, 6), PlaceFlags.atLeast("debt", DEBT_RATES, 99)));
        assertEquals(Optional.of(NoAssociation.FACTOR_NOWHERE), nowhere.whyNoLift());
        assertThrows(IllegalArgumentException.class, () -> PlaceCoOccurrence.of(List.of(empty, empty)));
        assertThrows(IllegalArgumentException.class, () -> PlaceCoOccurrence.of(List.of(empty)));
        assertThrows(IllegalArgumentException.class, () -> PlaceFlags.atLeast("abuse", ABUSE_RATES, Double.NaN));
    }

    @Test
    void ratesAreCorrelatedOverPlacesOfWhichBothAreKnown() {
        // scipy 1.17.1: pearsonr([8, 7, 6, 2, 1], [4, 1, 3, 1, 1]) and spearmanr of the same.
        Map<AreaCode, Value> abuse = new TreeMap<>(ABUSE_RATES);
        abuse.put(area(0), Value.suppressed());
        PlaceCorrelation.Rates first = new PlaceCorrelation.Rates("abuse", abuse);
        PlaceCorrelation.Rates second = new PlaceCorrelation.Rates("debt", DEBT_RATES);
        PlaceCorrelation pearson =
                PlaceCorrelation.of(first, second, Correlation.PEARSON).orElseThrow();

        assertEquals(0.6811149137797496, pearson.coefficient(), 1e-14);
        assertEquals(
                0.6708203932499368,
                PlaceCorrelation.of(first, second, Correlation.SPEARMAN)
                        .orElseThrow()
                        .coefficient(),
                1e-14);
        assertEquals(5, pearson.places());
        assertEquals(1, pearson.leftOut());
    }

    @Test
    void ratesThatDoNotVaryHaveNoCorrelation() {
        PlaceCorrelation.Rates first = new PlaceCorrelation.Rates("abuse", ABUSE_RATES);
        PlaceCorrelation.Rates constant = new PlaceCorrelation.Rates("debt", rates(2, 2, 2, 2, 2, 2));
        PlaceCorrelation.Rates two = new PlaceCorrelation.Rates("debt", rates(2, 3));

        assertTrue(PlaceCorrelation.of(first, constant, Correlation.SPEARMAN).isEmpty());
        assertTrue(PlaceCorrelation.of(first, two, Correlation.PEARSON).isEmpty());
    }

    @Test
    void whatHoldsOfPlacesCannotPassForWhatHoldsOfChildren() {
        List<Class<?>> ofChildren = List.of(
                CasePrevalence.class,
                CaseCoOccurrence.class,
                CasePair.class,
                CaseFactorNumbers.class,
                CaseCombinations.class,
                ThreeFactorsAtHome.class);
        List<Class<?>> ofPlaces = List.of(PlaceFlags.class, PlaceCoOccurrence.class, PlaceCorrelation.class);
        for (Class<?> children : ofChildren) {
            for (Class<?> places : ofPlaces) {
                assertFalse(children.isAssignableFrom(places) || places.isAssignableFrom(children));
                assertFalse(mentions(children, places) || mentions(places, children));
            }
        }
        // No interface in common through which one could be handed over as the other.
        assertTrue(Stream.concat(ofChildren.stream(), ofPlaces.stream())
                .allMatch(type -> type.getInterfaces().length == 0));
    }

    private static boolean mentions(Class<?> type, Class<?> other) {
        return Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getConstructors()))
                .anyMatch(member -> List.of(member.getParameterTypes()).contains(other));
    }

    private static AreaCode area(int index) {
        return new AreaCode("E9900000" + index);
    }

    private static Map<AreaCode, Value> rates(double... ratesPer10000) {
        Map<AreaCode, Value> rates = new TreeMap<>();
        for (int k = 0; k < ratesPer10000.length; k++) {
            rates.put(area(k), Value.known(ratesPer10000[k]));
        }
        return rates;
    }
}
