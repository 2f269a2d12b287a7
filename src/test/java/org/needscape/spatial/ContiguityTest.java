package org.needscape.spatial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.needscape.GridOf25;
import org.needscape.RealData;
import org.needscape.area.AreaCode;

class ContiguityTest {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Test
    void squaresOfAGridTouchAtEdgesAndCorners() {
        Neighbours queen = Contiguity.QUEEN.neighboursOf(grid(0));
        Neighbours rook = Contiguity.ROOK.neighboursOf(grid(0));

        int[][] expected = GridOf25.queenNeighbours();
        for (int area = 0; area < 25; area++) {
            assertArrayEquals(expected[area], listOf(queen, area));
        }
        assertArrayEquals(new int[] {7, 11, 13, 17}, listOf(rook, 12));
        assertArrayEquals(new int[] {1, 5}, listOf(rook, 0));
        assertEquals(0, queen.oneWayCount());
    }

    @Test
    void roundingNoiseDoesNotPartNeighbours() {
        // Corners a ten-millionth of a metre apart, around coordinates with none, one, two and three decimals.
        for (double offset : new double[] {0, 0.1, 0.05, 0.25, 0.005, 0.015, 0.125}) {
            List<Geometry> noisy = new ArrayList<>();
            Random random = new Random(5);
            for (Geometry square : grid(offset)) {
                Coordinate[] corners = Arrays.stream(square.getCoordinates())
                        .map(c -> new Coordinate(
                                c.x + (random.nextDouble() - 0.5) * 2e-7, c.y + (random.nextDouble() - 0.5) * 2e-7))
                        .toArray(Coordinate[]::new);
                corners[4] = corners[0];
                noisy.add(GEOMETRY.createPolygon(corners));
            }
            assertEquals(
                    Contiguity.QUEEN.neighboursOf(grid(0)).linkCount(),
                    Contiguity.QUEEN.neighboursOf(noisy).linkCount(),
                    "offset " + offset);
        }
    }

    @Test
    void islandsAndHolesAndEmptyBoundaries() {
        Geometry ring = square(0, 0, 4).difference(square(1, 1, 2));
        Geometry island = square(100, 100, 1);
        Neighbours neighbours =
                Contiguity.QUEEN.neighboursOf(List.of(ring, square(1, 1, 2), island, GEOMETRY.createMultiPolygon()));

        assertArrayEquals(new int[] {1}, listOf(neighbours, 0));
        assertEquals(List.of(2, 3), neighbours.isolates());
        assertEquals(0, Contiguity.QUEEN.neighboursOf(List.of()).size());
    }

    @Test
    void orderOfBoundariesDoesNotMatter() {
        List<Geometry> shuffled = new ArrayList<>(grid(0));
        List<Integer> order = new ArrayList<>(IntStream.range(0, 25).boxed().toList());
        Collections.shuffle(order, new Random(3));
        for (int k = 0; k < 25; k++) {
            shuffled.set(k, grid(0).get(order.get(k)));
        }
        Neighbours neighbours = Contiguity.QUEEN.neighboursOf(shuffled);

        for (int k = 0; k < 25; k++) {
            int[] ids = Arrays.stream(listOf(neighbours, k))
                    .map(order::get)
                    .sorted()
                    .toArray();
            assertArrayEquals(GridOf25.queenNeighbours()[order.get(k)], ids);
        }
    }

    @Test
    void staffordshireHasThePublishedNeighbours() throws IOException {
        // 2,904 directed queen links in this file of 2017 boundaries; the list was made with spdep's poly2nb.
        List<Geometry> boundaries = GeoJsonBoundaries.read(RealData.require("reference/staffordshire.geojson"));
        Neighbours queen = Contiguity.QUEEN.neighboursOf(boundaries);
        Neighbours expected = ReferenceNeighbours.read(RealData.require("reference/staffordshire_nb.csv"), 528);

        assertEquals(2_904, queen.linkCount());
        for (int area = 0; area < 528; area++) {
            assertArrayEquals(listOf(expected, area), listOf(queen, area), "area " + (area + 1));
        }
        assertTrue(Contiguity.ROOK.neighboursOf(boundaries).linkCount() < 2_904);
    }

    @Test
    @Tag("slow")
    void englandHasThePublishedNeighbours() throws IOException {
        // 192,652 directed queen links and one isolate, E01019077 on the Isles of Scilly.
        List<Geometry> boundaries = GeoJsonBoundaries.read(RealData.require("reference/england.geojson.gz"));
        Neighbours queen = Contiguity.QUEEN.neighboursOf(boundaries);
        Neighbours expected = ReferenceNeighbours.read(RealData.require("reference/england_nb.csv.gz"), 32_844);

        assertEquals(192_652, queen.linkCount());
        assertEquals(expected.isolates(), queen.isolates());
        for (int area = 0; area < 32_844; area++) {
            assertArrayEquals(listOf(expected, area), listOf(queen, area), "area " + (area + 1));
        }
    }

    @Test
    void linksOfAFileKeepTheirWeightAndDirection() {
        List<AreaCode> codes = List.of(new AreaCode("a"), new AreaCode("b"), new AreaCode("c"));
        Neighbours neighbours = Neighbours.ofCodes(
                codes,
                List.of(
                        new Link(codes.get(2), codes.get(1), 3),
                        new Link(codes.get(2), codes.get(0), 1),
                        new Link(codes.get(0), codes.get(2), 2)));

        assertArrayEquals(new int[] {0, 1}, listOf(neighbours, 2));
        assertEquals(0.25, neighbours.rowStandardised().weight(2, 0), 1e-15);
        assertEquals(0.75, neighbours.rowStandardised().weight(2, 1), 1e-15);
        assertEquals(1, neighbours.oneWayCount());
        assertEquals(List.of(1), neighbours.isolates());
        assertThrows(
                IllegalArgumentException.class,
                () -> Neighbours.ofCodes(codes.subList(0, 2), List.of(new Link(codes.get(2), codes.get(0), 1))));
        assertThrows(IllegalArgumentException.class, () -> Neighbours.ofLists(new int[][] {{1, 1}, {0}}));
        assertThrows(IllegalArgumentException.class, () -> Neighbours.ofLists(new int[][] {{1}}));
    }

    private static int[] listOf(Neighbours neighbours, int area) {
        return IntStream.range(0, neighbours.degree(area))
                .map(k -> neighbours.neighbour(area, k))
                .toArray();
    }

    private static List<Geometry> grid(double offset) {
        List<Geometry> squares = new ArrayList<>();
        for (int area = 0; area < 25; area++) {
            squares.add(square(400_000 + offset + area % 5 * 1_000, 300_000 + offset + area / 5 * 1_000, 1_000));
        }
        return squares;
    }

    private static Geometry square(double x, double y, double side) {
        return GEOMETRY.createPolygon(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + side, y),
            new Coordinate(x + side, y + side),
            new Coordinate(x, y + side),
            new Coordinate(x, y)
        });
    }
}
