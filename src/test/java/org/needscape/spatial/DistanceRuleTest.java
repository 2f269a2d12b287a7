package org.needscape.spatial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.needscape.GridOf25;
import org.needscape.area.AreaCode;

/** Neighbours by distance, bridges, and what a summary says of them, on the grid of 25 squares of a kilometre. */
class DistanceRuleTest {

    private static final List<Coordinate> GRID = grid(380_000.1, 1_000.3);

    @Test
    void nearestNeighboursTakeTheLowestIndexAmongEqualDistances() {
        Neighbours two = new NearestNeighbours(2, false).neighboursOf(GRID);

        assertArrayEquals(new int[] {1, 5}, list(two, 0));
        // Area 12, in the middle, has four at the same distance: 7, 11, 13, 17.
        assertArrayEquals(new int[] {7, 11}, list(two, 12));
        assertEquals(50, two.linkCount());
        assertTrue(two.oneWayCount() > 0);
        assertArrayEquals(new int[] {7, 11, 13, 17}, list(new NearestNeighbours(4, false).neighboursOf(GRID), 12));
    }

    @Test
    void nearestNeighboursCanBeMadeToGoBothWays() {
        Neighbours both = new NearestNeighbours(2, true).neighboursOf(GRID);

        assertEquals(0, both.oneWayCount());
        // 13 and 17 have 12 among their nearest two.
        assertArrayEquals(new int[] {7, 11, 13, 17}, list(both, 12));
    }

    @Test
    void bandsHoldWhatIsExactlyAtTheirDistance() {
        Neighbours rook = new DistanceBand(1_000.3).neighboursOf(GRID);
        Neighbours queen = new DistanceBand(1_000.3 * Math.sqrt(2)).neighboursOf(GRID);

        assertArrayEquals(new int[] {7, 11, 13, 17}, list(rook, 12));
        for (int area = 0; area < 25; area++) {
            assertArrayEquals(GridOf25.queenNeighbours()[area], list(queen, area));
        }
        assertEquals(0, new DistanceBand(900).neighboursOf(GRID).linkCount());
    }

    @Test
    void bandCanBeAskedToReachEveryArea() {
        List<Coordinate> centres = new ArrayList<>(GRID);
        centres.add(new Coordinate(380_000.1 + 9 * 1_000.3, 380_000.1));
        DistanceBand band = DistanceBand.reachingAll(centres);

        assertEquals(5 * 1_000.3, band.metres(), 1e-6);
        assertEquals(List.of(), band.neighboursOf(centres).isolates());
        assertEquals(
                List.of(25),
                new DistanceBand(band.metres() - 1).neighboursOf(centres).isolates());
    }

    @Test
    void inverseDistanceFallsWithTheDistanceAndStopsAtTheMinimum() {
        List<Coordinate> centres =
                List.of(new Coordinate(0, 0), new Coordinate(0, 0), new Coordinate(200, 0), new Coordinate(0, 1_000));
        Neighbours weighted = new InverseDistance(2, 500, 10).neighboursOf(centres);

        assertArrayEquals(new int[] {1, 2}, list(weighted, 0));
        assertEquals(1 / 100.0, weighted.weight(0, 0), 1e-15);
        assertEquals(1 / 40_000.0, weighted.weight(0, 1), 1e-15);
        assertEquals(List.of(3), weighted.isolates());
        assertTrue(NeighbourSummary.of(weighted).evenWeights());
    }

    @Test
    void bridgesJoinWhatDoesNotTouch() {
        List<AreaCode> codes = codes(6);
        Neighbours banks = Neighbours.ofLists(new int[][] {{1}, {0}, {3, 4}, {2}, {2}, {}});
        Neighbours bridged = banks.bridged(
                codes, List.of(link("A1", "A2", 1), link("A2", "A1", 1), link("A0", "A1", 5), link("A5", "A0", 0.5)));

        assertArrayEquals(new int[] {0, 2}, list(bridged, 1));
        assertArrayEquals(new int[] {1, 5}, list(bridged, 0));
        assertEquals(1, bridged.weight(0, 0));
        assertEquals(0.5, bridged.weight(5, 0));
        assertEquals(List.of(3, 2, 1), NeighbourSummary.of(banks).componentSizes());
        assertEquals(List.of(6), NeighbourSummary.of(bridged).componentSizes());
        assertRefused("Z9", () -> banks.bridged(codes, List.of(link("A1", "Z9", 1))));
        assertRefused("to itself", () -> banks.bridged(codes, List.of(link("A1", "A1", 1))));
        assertRefused("5 codes for 6", () -> banks.bridged(codes(5), List.of()));
    }

    @Test
    void summarySaysWhatTheRelationLooksLike() {
        NeighbourSummary queen = NeighbourSummary.of(Neighbours.ofLists(GridOf25.queenNeighbours()));
        assertEquals(new NeighbourSummary(25, 144, 0, List.of(), List.of(25), 3, 144 / 25.0, 8, 0, true), queen);
        assertTrue(queen.isSymmetric());

        NeighbourSummary uneven = NeighbourSummary.of(Neighbours.ofLists(new int[][] {{0, 1}, {2}, {1}, {}}));
        assertEquals(new NeighbourSummary(4, 4, 1, List.of(3), List.of(3, 1), 0, 3 / 4.0, 1, 1, false), uneven);
        assertFalse(uneven.isSymmetric());
        assertEquals(
                new NeighbourSummary(0, 0, 0, List.of(), List.of(), 0, 0, 0, 0, true),
                NeighbourSummary.of(Neighbours.ofLists(new int[0][])));
        // Row-standardised links go both ways with other weights.
        NeighbourSummary rows = NeighbourSummary.of(
                Neighbours.ofLists(GridOf25.queenNeighbours()).rowStandardised());
        assertTrue(rows.isSymmetric() && !rows.evenWeights());
    }

    @Test
    void whatCannotBeMeantIsRefusedWithASentence() {
        assertRefused("at least one nearest neighbour, not 0", () -> new NearestNeighbours(0, false));
        assertRefused("none has 25 others", () -> new NearestNeighbours(25, false).neighboursOf(GRID));
        assertRefused("above 0 metres, not NaN", () -> new DistanceBand(Double.NaN));
        assertRefused("above 0 metres, not 0.0", () -> DistanceBand.reachingAll(List.of(GRID.get(0), GRID.get(0))));
        assertRefused("there is only 1", () -> DistanceBand.reachingAll(GRID.subList(0, 1)));
        assertRefused("power", () -> new InverseDistance(0, 100, 1));
        assertRefused("largest distance", () -> new InverseDistance(1, Double.POSITIVE_INFINITY, 1));
        assertRefused("smallest distance", () -> new InverseDistance(1, 100, 0));
        assertRefused("too large", () -> new InverseDistance(400, 1_000, 1));
        assertRefused("centre of area 1 is NaN", () -> new DistanceBand(1)
                .neighboursOf(List.of(new Coordinate(0, 0), new Coordinate(Double.NaN, 0))));
        assertRefused("weight", () -> link("A1", "A2", Double.NEGATIVE_INFINITY));
    }

    /** The sweep finds what comparing all pairs finds. */
    @Property(tries = 60, seed = "21")
    void nearestAndBandAgreeWithAllPairs(
            @ForAll int seed,
            @ForAll @IntRange(min = 2, max = 40) int size,
            @ForAll @IntRange(min = 1, max = 6) int count) {
        Random random = new Random(seed);
        // Few different coordinates, so that many distances are equal and some centres the same.
        List<Coordinate> centres = IntStream.range(0, size)
                .mapToObj(k -> new Coordinate(random.nextInt(8) * 100, random.nextInt(8) * 100))
                .toList();
        int k = Math.min(count, size - 1);
        Neighbours nearest = new NearestNeighbours(k, false).neighboursOf(centres);
        Neighbours band = new DistanceBand(250).neighboursOf(centres);
        for (int area = 0; area < size; area++) {
            Coordinate own = centres.get(area);
            int self = area;
            int[] expected = IntStream.range(0, size)
                    .filter(other -> other != self)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer other) -> own.distance(centres.get(other)))
                            .thenComparing(Comparator.naturalOrder()))
                    .limit(k)
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            assertArrayEquals(expected, list(nearest, area));
            assertArrayEquals(
                    IntStream.range(0, size)
                            .filter(other -> other != self && own.distance(centres.get(other)) <= 250)
                            .toArray(),
                    list(band, area));
        }
    }

    private static void assertRefused(String words, org.junit.jupiter.api.function.Executable work) {
        String message = assertThrows(IllegalArgumentException.class, work).getMessage();
        assertTrue(message.contains(words), message);
    }

    private static int[] list(Neighbours neighbours, int area) {
        return IntStream.range(0, neighbours.degree(area))
                .map(k -> neighbours.neighbour(area, k))
                .toArray();
    }

    private static Link link(String area, String neighbour, double weight) {
        return new Link(new AreaCode(area), new AreaCode(neighbour), weight);
    }

    private static List<AreaCode> codes(int size) {
        return IntStream.range(0, size).mapToObj(k -> new AreaCode("A" + k)).toList();
    }

    private static List<Coordinate> grid(double start, double cell) {
        return IntStream.range(0, 25)
                .mapToObj(area -> new Coordinate(start + area % 5 * cell, start + area / 5 * cell))
                .toList();
    }
}
