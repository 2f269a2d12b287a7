package org.needscape.geoio.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

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
}
