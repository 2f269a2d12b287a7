package org.needscape.need;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.needscape.GridOf25;
import org.needscape.indicator.Value;
import org.needscape.spatial.Neighbours;

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

    /** Four areas in a row, the last alone; by hand for the first two, whose neighbourhood is both of them. */
    @Test
    void towardTheNeighbourhoodItsOwnRateCounts() {
        Neighbours pairs = Neighbours.ofLists(new int[][] {{1}, {0}, {3}, {2}});
        Surroundings surroundings = new Surroundings(Optional.of(pairs), List.of());
        List<Value> rates = values(10, 30, 80, 80);

        List<Value> shrunk = ShrunkRates.of(
                        new CountedFactor(rates, rates, values(100, 100, 100, 100), Shrinkage.LOCAL, surroundings))
                .orElseThrow();

        // As the two areas above; the other two have the same rate, and nothing varies around them.
        assertEquals(12, shrunk.get(0).number().orElseThrow(), 1e-9);
        assertEquals(28, shrunk.get(1).number().orElseThrow(), 1e-9);
        assertEquals(80, shrunk.get(2).number().orElseThrow(), 1e-9);
    }

    /** EBlocal(cases, pop, queen neighbours) of spdep 1.2-7, per 10,000 to four decimals. */
    @Test
    void towardTheNeighbourhoodAgreesWithReference() {
        List<Value> cases = values(GridOf25.column("cases"));
        List<Value> people = values(GridOf25.column("pop"));
        List<Value> rates = IntStream.range(0, 25)
                .mapToObj(area -> Value.known(10_000
                        * cases.get(area).number().orElseThrow()
                        / people.get(area).number().orElseThrow()))
                .toList();
        Surroundings surroundings =
                new Surroundings(Optional.of(Neighbours.ofLists(GridOf25.queenNeighbours())), List.of());

        List<Value> shrunk = ShrunkRates.of(new CountedFactor(rates, cases, people, Shrinkage.LOCAL, surroundings))
                .orElseThrow();

        double[] expected = GridOf25.column("EB_local");
        for (int area = 0; area < 25; area++) {
            assertEquals(expected[area], shrunk.get(area).number().orElseThrow(), 5.1e-5);
        }
    }

    @Test
    void areaWithoutNeighboursIsDrawnTowardTheOverallRate() {
        Neighbours none = Neighbours.ofLists(new int[][] {{}, {}});
        CountedFactor alone = new CountedFactor(
                values(10, 30),
                values(10, 30),
                values(100, 100),
                Shrinkage.LOCAL,
                new Surroundings(Optional.of(none), List.of()));

        assertEquals(
                ShrunkRates.of(new CountedFactor(values(10, 30), values(10, 30), values(100, 100))),
                ShrunkRates.of(alone));
    }

    /** 3 of 40, 12 of 60, 9 of 25 in one district: see LogitShrinkageTest. The value of each is a percentage. */
    @Test
    void towardTheDistrictSharesAreDrawnOnTheLogitScale() {
        List<Value> shrunk = ShrunkRates.of(new CountedFactor(
                        values(7.5, 20, 36, 10),
                        values(3, 12, 9, 5),
                        values(40, 60, 25, 50),
                        Shrinkage.DISTRICT,
                        new Surroundings(Optional.empty(), List.of("north", "north", "north", "south"))))
                .orElseThrow();

        assertEquals(10.6202123, shrunk.get(0).number().orElseThrow(), 5e-8);
        assertEquals(20.3784438, shrunk.get(1).number().orElseThrow(), 5e-8);
        assertEquals(33.2665739, shrunk.get(2).number().orElseThrow(), 5e-8);
        assertEquals(10.7843137, shrunk.get(3).number().orElseThrow(), 5e-8);
    }

    @Test
    void whatIsNotToBeShrunkStays() {
        List<Value> rates = values(10, 30);

        assertEquals(
                Optional.of(rates),
                ShrunkRates.of(new CountedFactor(rates, rates, values(100, 100), Shrinkage.NONE, Surroundings.NONE)));
    }

    @Test
    void surroundingsThatAreNeededMustBeKnown() {
        List<Value> rates = values(10, 30);
        Surroundings ofOne = new Surroundings(Optional.of(Neighbours.ofLists(new int[][] {{}})), List.of("north"));
        for (Shrinkage shrinkage : List.of(Shrinkage.LOCAL, Shrinkage.DISTRICT)) {
            for (Surroundings lacking : List.of(Surroundings.NONE, ofOne)) {
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new CountedFactor(rates, rates, values(100, 100), shrinkage, lacking));
            }
        }
    }

    /** What is hidden in an area changes nothing in any other, however rates are drawn. */
    @Property(tries = 100, seed = "72")
    void hiddenCellNeverChangesAnything(
            @ForAll @IntRange(min = 0, max = 5) int one,
            @ForAll @IntRange(min = 0, max = 5) int other,
            @ForAll @Size(8) List<@IntRange(min = 6, max = 60) Integer> counts,
            @ForAll Shrinkage shrinkage) {
        assertEquals(
                ShrunkRates.of(withHidden(counts, one, shrinkage)),
                ShrunkRates.of(withHidden(counts, other, shrinkage)));
    }

    private static CountedFactor withHidden(List<Integer> known, int hidden, Shrinkage shrinkage) {
        List<Value> rates = new ArrayList<>();
        List<Value> counts = new ArrayList<>();
        List<Value> people = new ArrayList<>();
        int[][] neighbours = new int[known.size() + 1][];
        List<String> districts = new ArrayList<>();
        for (int area = 0; area < known.size(); area++) {
            rates.add(Value.known(known.get(area) / 2.0));
            counts.add(Value.known(known.get(area)));
            people.add(Value.known(200));
            neighbours[area] = new int[] {known.size(), (area + 1) % known.size()};
            districts.add(area % 2 == 0 ? "even" : "odd");
        }
        rates.add(Value.suppressed());
        counts.add(Value.known(hidden));
        people.add(Value.known(200));
        neighbours[known.size()] = IntStream.range(0, known.size()).toArray();
        districts.add("odd");
        return new CountedFactor(
                rates,
                counts,
                people,
                shrinkage,
                new Surroundings(Optional.of(Neighbours.ofLists(neighbours)), districts));
    }

    private static List<Value> values(double... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(Value::known).toList();
    }
}
