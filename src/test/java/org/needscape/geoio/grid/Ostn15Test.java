package org.needscape.geoio.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.locationtech.jts.geom.Envelope;

class Ostn15Test {

    /** Required is a centimetre; what Ordnance Survey prints has three decimals, so that a millimetre can be asked for. */
    private static final double TOLERANCE_METRES = 0.001;

    private static final double METRES_IN_DEGREE_OF_LATITUDE = 111_320;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "ostn15-test-points.csv", numLinesToSkip = 1)
    void degreesBecomeGridCoordinatesAsPublished(
            String point, double latitude, double longitude, double easting, double northing) {
        GridPoint grid = Ostn15.toNationalGrid(new LongitudeLatitude(longitude, latitude))
                .orElseThrow();

        assertEquals(easting, grid.eastingMetres(), TOLERANCE_METRES, point);
        assertEquals(northing, grid.northingMetres(), TOLERANCE_METRES, point);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "ostn15-test-points.csv", numLinesToSkip = 1)
    void gridCoordinatesBecomeDegreesAsPublished(
            String point, double latitude, double longitude, double easting, double northing) {
        LongitudeLatitude degrees =
                Ostn15.toLongitudeLatitude(new GridPoint(easting, northing)).orElseThrow();

        double metresInDegreeOfLongitude = METRES_IN_DEGREE_OF_LATITUDE * Math.cos(Math.toRadians(latitude));
        assertEquals(latitude, degrees.latitudeDegrees(), TOLERANCE_METRES / METRES_IN_DEGREE_OF_LATITUDE, point);
        assertEquals(longitude, degrees.longitudeDegrees(), TOLERANCE_METRES / metresInDegreeOfLongitude, point);
    }

    @Property(tries = 2000, seed = "15")
    void thereAndBackIsTheSamePlaceAnywhereInEngland(
            @ForAll @DoubleRange(min = 82_000, max = 656_000) double easting,
            @ForAll @DoubleRange(min = 5_000, max = 658_000) double northing) {
        LongitudeLatitude degrees =
                Ostn15.toLongitudeLatitude(new GridPoint(easting, northing)).orElseThrow();
        GridPoint back = Ostn15.toNationalGrid(degrees).orElseThrow();

        assertEquals(easting, back.eastingMetres(), TOLERANCE_METRES);
        assertEquals(northing, back.northingMetres(), TOLERANCE_METRES);
    }

    @Test
    void outsideTheGridThereIsNoAnswer() {
        assertEquals(Optional.empty(), Ostn15.toNationalGrid(new LongitudeLatitude(13.4, 52.5)));
        assertEquals(Optional.empty(), Ostn15.toNationalGrid(new LongitudeLatitude(-2, 48.9)));
        assertEquals(Optional.empty(), Ostn15.toNationalGrid(new LongitudeLatitude(52.7, -1.9)));
        assertEquals(Optional.empty(), Ostn15.toLongitudeLatitude(new GridPoint(-1, 300_000)));
        assertEquals(Optional.empty(), Ostn15.toLongitudeLatitude(new GridPoint(400_000, 1_250_001)));
        // The grid's own corner cannot be shifted back: the point it came from lies outside.
        assertEquals(Optional.empty(), Ostn15.toLongitudeLatitude(new GridPoint(0, 0)));
    }

    @Test
    void coordinatesThatAreNotNumbersHaveNoAnswer() {
        assertEquals(Optional.empty(), Ostn15.toNationalGrid(new LongitudeLatitude(Double.NaN, 52)));
        assertEquals(Optional.empty(), Ostn15.toNationalGrid(new LongitudeLatitude(-2, Double.POSITIVE_INFINITY)));
        assertEquals(Optional.empty(), Ostn15.toLongitudeLatitude(new GridPoint(Double.NaN, 300_000)));
    }

    @Test
    void lastCellOfTheGridIsReached() {
        // The shift is about 100 m east and 80 m south everywhere, so this lies in the last cell of both directions.
        GridPoint corner = new GridPoint(699_990, 1_249_900);
        LongitudeLatitude degrees = Ostn15.toLongitudeLatitude(corner).orElseThrow();
        GridPoint back = Ostn15.toNationalGrid(degrees).orElseThrow();

        assertEquals(corner.eastingMetres(), back.eastingMetres(), TOLERANCE_METRES);
        assertEquals(corner.northingMetres(), back.northingMetres(), TOLERANCE_METRES);
    }

    @Property(tries = 2000, seed = "15")
    void boxOnTheGridHoldsEveryPointOfTheBoxInDegrees(
            @ForAll @DoubleRange(min = -9, max = 3) double west,
            @ForAll @DoubleRange(min = 49, max = 61) double south,
            @ForAll @DoubleRange(min = 0, max = 2) double width,
            @ForAll @DoubleRange(min = 0, max = 2) double height,
            @ForAll @DoubleRange(min = 0, max = 1) double across,
            @ForAll @DoubleRange(min = 0, max = 1) double up) {
        Envelope box = Ostn15.toNationalGrid(new Envelope(west, west + width, south, south + height));
        for (double x : new double[] {0, across, 1}) {
            for (double y : new double[] {0, up, 1}) {
                Ostn15.toNationalGrid(new LongitudeLatitude(west + x * width, south + y * height))
                        .ifPresent(point -> assertTrue(
                                box.contains(point.eastingMetres(), point.northingMetres()), point + " in " + box));
            }
        }
    }

    @Property(tries = 200, seed = "15")
    void boxOnTheGridIsHardlyLargerThanWhatItHolds(
            @ForAll @DoubleRange(min = -5, max = 1) double west,
            @ForAll @DoubleRange(min = 50.5, max = 55) double south,
            @ForAll @DoubleRange(min = 0, max = 0.5) double size) {
        Envelope degrees = new Envelope(west, west + size, south, south + size);
        Envelope held = new Envelope();
        int steps = 100;
        for (int i = 0; i <= steps; i++) {
            for (int side = 0; side <= steps; side += steps) {
                include(held, west + size * i / steps, south + size * side / steps);
                include(held, west + size * side / steps, south + size * i / steps);
            }
        }

        Envelope box = Ostn15.toNationalGrid(degrees);

        // The shifts differ by some metres within half a degree, hardly at all within a kilometre.
        double slack = 0.5 + 10 * size;
        assertEquals(held.getMinX(), box.getMinX(), slack);
        assertEquals(held.getMaxX(), box.getMaxX(), slack);
        assertEquals(held.getMinY(), box.getMinY(), slack);
        assertEquals(held.getMaxY(), box.getMaxY(), slack);
    }

    @Test
    void parallelBulgesSouthAtTheCentralMeridian() {
        GridPoint lowest = Ostn15.toNationalGrid(new LongitudeLatitude(-2, 53)).orElseThrow();
        GridPoint corner = Ostn15.toNationalGrid(new LongitudeLatitude(-4, 53)).orElseThrow();

        Envelope box = Ostn15.toNationalGrid(new Envelope(-4, 0, 53, 54));

        assertTrue(corner.northingMetres() - lowest.northingMetres() > 1800, "it does bulge");
        assertTrue(box.getMinY() <= lowest.northingMetres());
        assertEquals(lowest.northingMetres(), box.getMinY(), 10);
    }

    @Test
    void boxAroundTheWorldIsTheWholeGridAndOneBesideItIsNone() {
        Envelope grid = Ostn15.toNationalGrid(new Envelope(-180, 180, -90, 90));
        assertTrue(grid.contains(new Envelope(200, 699_900, 0, 1_249_900)), grid.toString());
        assertTrue(new Envelope(0, 700_000, 0, 1_250_000).contains(grid), grid.toString());
        assertTrue(Ostn15.toNationalGrid(new Envelope(10, 20, 50, 55)).isNull());
        assertTrue(Ostn15.toNationalGrid(new Envelope(-2, -1, -53, -52)).isNull());
        assertTrue(Ostn15.toNationalGrid(new Envelope()).isNull());
    }

    private static void include(Envelope box, double longitude, double latitude) {
        GridPoint point = Ostn15.toNationalGrid(new LongitudeLatitude(longitude, latitude))
                .orElseThrow();
        box.expandToInclude(point.eastingMetres(), point.northingMetres());
    }
}
