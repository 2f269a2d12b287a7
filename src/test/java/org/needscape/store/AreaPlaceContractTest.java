package org.needscape.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.store.TinyCounty.COUNTY;
import static org.needscape.store.TinyCounty.LSOA;
import static org.needscape.store.TinyCounty.boundary;
import static org.needscape.store.TinyCounty.code;
import static org.needscape.store.TinyCounty.id;
import static org.needscape.store.TinyCounty.load;
import static org.needscape.store.TinyCounty.square;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;

/** What every store promises about finding areas by where they are. Square 1 is from 401,000 to 402,000 m east. */
public abstract class AreaPlaceContractTest {

    private static final double CENTIMETRE = 0.01;

    /** Wider than the National Grid: a thousand squares reach beyond it. */
    private static final Envelope EVERYTHING = new Envelope(0, 2_000_000, 0, 1_250_000);

    private static final ExtentName SOUTH = new ExtentName("south");
    private static final GeometryFactory FACTORY = new GeometryFactory();

    protected Store store;

    /** An empty store. */
    protected abstract Store open();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void areasOfTheBoxAreFoundAndThoseBesideItAreNot() {
        load(store, 1, 5);
        assertEquals(codes(2, 3), codesIn(box(402_500, 300_200, 403_500, 300_300)));
        assertEquals(codes(3), codesIn(box(403_100, 300_100, 403_900, 300_900)), "inside of an area");
        assertEquals(codes(2, 3, 4), codesIn(box(402_900, 299_000, 404_100, 302_000)), "higher than the areas");
        assertEquals(List.of(), codesIn(box(402_000, 301_000.5, 404_000, 302_000)), "north of them");
        assertEquals(List.of(), codesIn(box(390_000, 300_000, 400_500, 301_000)), "west of them");
    }

    @Test
    void foundAreasAreWhole() {
        load(store, 1, 2);
        SmallArea found = listIn(box(402_100, 300_100, 402_200, 300_200)).get(0);
        assertEquals(id(2), found.id());
        assertEquals("Square 2", found.name());
        assertTrue(square(2).boundary().equalsExact(found.boundary()));
        assertEquals(27700, found.boundary().getSRID());
    }

    @Test
    void commonEdgeOrCornerIsEnoughAndACentimetreIsTooFar() {
        load(store, 3, 3);
        assertEquals(codes(3), codesIn(box(402_000, 300_100, 403_000, 300_200)), "edge in the west");
        assertEquals(codes(3), codesIn(box(404_000, 300_100, 404_500, 300_200)), "edge in the east");
        assertEquals(codes(3), codesIn(box(403_100, 301_000, 403_200, 302_000)), "edge in the north");
        assertEquals(codes(3), codesIn(box(403_100, 299_000, 403_200, 300_000)), "edge in the south");
        assertEquals(codes(3), codesIn(box(404_000, 301_000, 405_000, 302_000)), "corner");
        // A database that compares boxes in single precision takes these for touching.
        assertEquals(List.of(), codesIn(box(402_000, 300_100, 403_000 - CENTIMETRE, 300_200)));
        assertEquals(List.of(), codesIn(box(404_000 + CENTIMETRE, 300_100, 404_500, 300_200)));
        assertEquals(List.of(), codesIn(box(403_100, 301_000 + CENTIMETRE, 403_200, 302_000)));
        assertEquals(List.of(), codesIn(box(404_000 + CENTIMETRE, 301_000, 405_000, 302_000)));
        assertEquals(List.of(), codesIn(box(402_000, 300_100, 403_000 - CENTIMETRE / 10, 300_200)));
    }

    @Test
    void boxMayBeAPointOrALine() {
        load(store, 1, 4);
        assertEquals(codes(2), codesIn(box(402_500, 300_500, 402_500, 300_500)), "point");
        assertEquals(codes(1, 2), codesIn(box(402_000, 300_500, 402_000, 300_500)), "point on a border");
        assertEquals(List.of(), codesIn(box(402_000, 299_000, 402_000, 299_000)), "point in the sea");
        assertEquals(codes(1, 2, 3), codesIn(box(401_500, 300_500, 403_500, 300_500)), "line to the east");
        assertEquals(codes(2), codesIn(box(402_500, 290_000, 402_500, 310_000)), "line to the north");
        assertEquals(codes(1, 2, 3, 4), codesIn(box(400_000, 301_000, 410_000, 301_000)), "line along a border");
    }

    @Test
    void emptyBoxFindsNothing() {
        load(store, 1, 2);
        assertEquals(List.of(), codesIn(new Envelope()));
    }

    @Test
    void boxAroundEverythingFindsWhatListAreasLists() {
        load(store, 700, 1300);
        save(square(2), square(1400), square(1));
        List<SmallArea> all = store.read(session -> session.areas().listAreas(COUNTY.name(), LSOA));
        assertEquals(604, all.size());
        assertEquals(all, listIn(EVERYTHING), "in the same order");
    }

    @Test
    void areasOfOtherExtentsAndVintagesAreNotFound() {
        Geography later = Geography.parse("lsoa-2021");
        long dataset = load(store, 1, 2);
        SmallArea other =
                new SmallArea(new AreaId(later, code(1)), "Later", square(1).boundary());
        store.write(session -> {
            session.areas().saveExtent(new Extent(SOUTH, "South", false));
            session.areas().saveAreas(SOUTH, dataset, List.of(square(2), square(3)));
            session.areas().saveAreas(COUNTY.name(), dataset, List.of(other));
            return true;
        });
        assertEquals(codes(1, 2), codesIn(EVERYTHING));
        assertEquals(List.of(square(2), square(3)), listIn(SOUTH, LSOA, EVERYTHING));
        assertEquals(List.of(other), listIn(COUNTY.name(), later, EVERYTHING));
        assertEquals(List.of(), listIn(SOUTH, later, EVERYTHING));
        assertEquals(List.of(), listIn(new ExtentName("nowhere"), LSOA, EVERYTHING));

        assertEquals(Optional.of(square(1)), findAt(401_500, 300_500));
        assertEquals(Optional.empty(), findAt(403_500, 300_500), "that of the other extent");
        assertEquals(Optional.of(square(3)), findAt(SOUTH, LSOA, new Coordinate(403_500, 300_500)));
        assertEquals(Optional.of(other), findAt(COUNTY.name(), later, new Coordinate(401_500, 300_500)));
        assertEquals(Optional.empty(), findAt(SOUTH, later, new Coordinate(401_500, 300_500)));
        assertEquals(Optional.empty(), findAt(new ExtentName("nowhere"), LSOA, new Coordinate(401_500, 300_500)));
    }

    @Test
    void pointIsInTheAreaAroundIt() {
        load(store, 1, 3);
        assertEquals(Optional.of(square(2)), findAt(402_500, 300_500));
        assertEquals(Optional.of(square(3)), findAt(403_000 + CENTIMETRE, 300_500));
        assertEquals(Optional.empty(), findAt(402_500, 301_000 + CENTIMETRE));
        assertEquals(Optional.empty(), findAt(500_000, 300_500));
    }

    @Test
    void pointOnACommonBorderIsInTheAreaWithTheLowestCode() {
        load(store, 3, 4);
        save(square(2));
        assertEquals(Optional.of(square(2)), findAt(403_000, 300_500));
        assertEquals(Optional.of(square(3)), findAt(404_000, 300_000), "a corner of both");
        assertEquals(Optional.of(square(4)), findAt(405_000, 301_000), "a corner of one");
    }

    @Test
    void pointInAHoleIsInTheAreaThatFillsItOrInNone() {
        SmallArea around = new SmallArea(
                id(1),
                "Around",
                boundary("MULTIPOLYGON (((400000 300000, 409000 300000, 409000 309000, 400000 309000, 400000 300000),"
                        + " (401000 301000, 401000 302000, 402000 302000, 402000 301000, 401000 301000),"
                        + " (405000 305000, 405000 306000, 406000 306000, 406000 305000, 405000 305000)))"));
        SmallArea inside = new SmallArea(
                id(2),
                "Inside",
                boundary(
                        "MULTIPOLYGON (((401000 301000, 402000 301000, 402000 302000, 401000 302000, 401000 301000)))"));
        load(store, 9, 8);
        save(around, inside);
        assertEquals(Optional.of(inside), findAt(401_500, 301_500));
        assertEquals(Optional.empty(), findAt(405_500, 305_500));
        assertEquals(Optional.of(around), findAt(401_000, 301_500), "the border of the hole");
        assertEquals(Optional.of(around), findAt(403_000, 303_000));
        assertEquals(codes(1, 2), codesIn(box(401_400, 301_400, 401_600, 301_600)), "by their boxes");
    }

    @Test
    void areaOfSeveralPartsIsFoundInEachOfThem() {
        SmallArea islands = new SmallArea(
                id(1),
                "Islands",
                boundary("MULTIPOLYGON (((400000 300000, 401000 300000, 401000 301000, 400000 300000)),"
                        + " ((410000 310000, 411000 310000, 411000 311000, 410000 310000)))"));
        load(store, 9, 8);
        save(islands);
        assertEquals(Optional.of(islands), findAt(400_900, 300_100));
        assertEquals(Optional.of(islands), findAt(410_900, 310_100));
        assertEquals(Optional.empty(), findAt(405_000, 305_000), "between the parts");
        assertEquals(codes(1), codesIn(box(405_000, 305_000, 406_000, 306_000)), "in the box around both");
    }

    @Test
    void areaIsFoundWhereItWasSavedLast() {
        long dataset = load(store, 1, 1);
        store.write(session -> {
            SmallArea moved = new SmallArea(id(1), "Moved", square(7).boundary());
            session.areas().saveAreas(COUNTY.name(), dataset, List.of(moved));
            assertEquals(
                    Optional.of(moved),
                    session.areas().findAreaAt(COUNTY.name(), LSOA, new Coordinate(407_500, 300_500)));
            return true;
        });
        assertEquals(Optional.empty(), findAt(401_500, 300_500));
        assertEquals("Moved", findAt(407_500, 300_500).orElseThrow().name());
        assertEquals(codes(1), codesIn(box(407_000, 300_000, 407_100, 300_100)));
    }

    @Test
    void coordinatesThatAreNotFiniteAreRefused() {
        load(store, 1, 1);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> findAt(bad, 300_500));
            assertThrows(IllegalArgumentException.class, () -> findAt(401_500, bad));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> codesIn(box(400_000, 300_000, Double.POSITIVE_INFINITY, 300_001)));
    }

    @Test
    void anyBoxAndPointFindWhatGoingThroughAllAreasFinds() {
        Random random = new Random(27700);
        List<SmallArea> areas = new ArrayList<>();
        for (int number = 1; number <= 80; number++) {
            areas.add(new SmallArea(id(number), "Star " + number, stars(random)));
        }
        load(store, 9, 8);
        save(areas.toArray(SmallArea[]::new));
        store.read(session -> {
            for (int i = 0; i < 600; i++) {
                Envelope box = randomBox(random, areas);
                assertEquals(
                        areas.stream()
                                .filter(area ->
                                        area.boundary().getEnvelopeInternal().intersects(box))
                                .toList(),
                        session.areas().listAreasIn(COUNTY.name(), LSOA, box),
                        box::toString);
                Coordinate point = randomPoint(random, areas);
                assertEquals(
                        areas.stream()
                                .filter(area -> area.boundary().covers(FACTORY.createPoint(point)))
                                .findFirst(),
                        session.areas().findAreaAt(COUNTY.name(), LSOA, point),
                        point::toString);
            }
            return true;
        });
    }

    /** One or two stars with a hole in the first, on whole centimetres, within 10 km. */
    private static MultiPolygon stars(Random random) {
        double east = 400_000 + random.nextInt(10_000);
        double north = 300_000 + random.nextInt(10_000);
        String first = "((" + ring(random, east, north, 800) + ")";
        first += random.nextBoolean() ? ", (" + ring(random, east, north, 150) + "))" : ")";
        String second = random.nextInt(3) > 0 ? "" : ", ((" + ring(random, east + 3000, north, 500) + "))";
        return boundary("MULTIPOLYGON (" + first + second + ")");
    }

    private static String ring(Random random, double east, double north, double radius) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            double angle = 2 * Math.PI * i / 9;
            double distance = radius * (0.5 + random.nextDouble() / 2);
            points.add(centimetres(east + distance * Math.cos(angle)) + " "
                    + centimetres(north + distance * Math.sin(angle)));
        }
        points.add(points.get(0));
        return String.join(", ", points);
    }

    private static double centimetres(double metres) {
        return Math.rint(metres * 100) / 100;
    }

    /** Of any size, a point or a line, with sides anywhere or within a centimetre of an area's. */
    private static Envelope randomBox(Random random, List<SmallArea> areas) {
        double width = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 2000;
        double height = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 2000;
        if (random.nextBoolean()) {
            double west = 399_000 + random.nextDouble() * 15_000;
            double south = 299_000 + random.nextDouble() * 12_000;
            return box(west, south, west + width, south + height);
        }
        Envelope near = areas.get(random.nextInt(areas.size())).boundary().getEnvelopeInternal();
        double west = near.getMaxX() + (random.nextInt(3) - 1) * CENTIMETRE;
        double north = near.getMinY() + (random.nextInt(3) - 1) * CENTIMETRE;
        return box(west, north - height, west + width, north);
    }

    private static Coordinate randomPoint(Random random, List<SmallArea> areas) {
        if (random.nextBoolean()) {
            return new Coordinate(400_000 + random.nextDouble() * 10_000, 300_000 + random.nextDouble() * 10_000);
        }
        Coordinate[] vertices =
                areas.get(random.nextInt(areas.size())).boundary().getCoordinates();
        return vertices[random.nextInt(vertices.length)];
    }

    private void save(SmallArea... areas) {
        store.write(session -> {
            long dataset = session.datasets().add(TinyCounty.dataset("again.zip"));
            session.areas().saveAreas(COUNTY.name(), dataset, List.of(areas));
            return true;
        });
    }

    private List<AreaCode> codesIn(Envelope box) {
        return listIn(box).stream().map(area -> area.id().code()).toList();
    }

    private List<SmallArea> listIn(Envelope box) {
        return listIn(COUNTY.name(), LSOA, box);
    }

    private List<SmallArea> listIn(ExtentName extent, Geography geography, Envelope box) {
        return store.read(session -> session.areas().listAreasIn(extent, geography, box));
    }

    private Optional<SmallArea> findAt(double eastingMetres, double northingMetres) {
        return findAt(COUNTY.name(), LSOA, new Coordinate(eastingMetres, northingMetres));
    }

    private Optional<SmallArea> findAt(ExtentName extent, Geography geography, Coordinate point) {
        return store.read(session -> session.areas().findAreaAt(extent, geography, point));
    }

    private static Envelope box(double west, double south, double east, double north) {
        return new Envelope(west, east, south, north);
    }

    private static List<AreaCode> codes(int... numbers) {
        List<AreaCode> codes = new ArrayList<>();
        for (int number : numbers) {
            codes.add(code(number));
        }
        return codes;
    }
}
