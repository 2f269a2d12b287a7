package org.needscape.service;

import java.util.Optional;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;
import org.needscape.geoio.grid.LongitudeLatitude;
import org.needscape.geoio.grid.Ostn15;

/**
 * A point that somebody asks about, in degrees of WGS 84.
 *
 * @param longitude -180 to 180
 * @param latitude -90 to 90
 */
public record Wgs84Point(double longitude, double latitude) {

    /** Other programs write up to some twenty digits. */
    private static final int MOST_CHARACTERS = 64;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    public Wgs84Point {
        requireLongitude(longitude);
        requireLatitude(latitude);
    }

    /**
     * Reads a point.
     *
     * @param text longitude and latitude, such as {@code -2.1,52.8}
     * @throws IllegalArgumentException when it is none, with what it should be
     */
    public static Wgs84Point parse(String text) {
        double[] numbers =
                numbers(text, 2, "A point is two numbers in degrees, longitude and latitude, such as -2.1,52.8.");
        return new Wgs84Point(numbers[0], numbers[1]);
    }

    /** Where it lies on the National Grid, in metres; empty outside of it. */
    Optional<Coordinate> onGrid() {
        return Ostn15.toNationalGrid(new LongitudeLatitude(longitude, latitude))
                .map(metres -> new Coordinate(metres.eastingMetres(), metres.northingMetres()));
    }

    /** So many numbers with commas between them. */
    static double[] numbers(String text, int count, String otherwise) {
        String[] parts = text.split(",", -1);
        if (parts.length != count) {
            throw new IllegalArgumentException(otherwise);
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            String part = parts[i].strip();
            if (part.length() > MOST_CHARACTERS || !NUMBER.matcher(part).matches()) {
                throw new IllegalArgumentException(otherwise);
            }
            numbers[i] = Double.parseDouble(part);
        }
        return numbers;
    }

    static void requireLongitude(double longitude) {
        if (!(longitude >= -180 && longitude <= 180)) {
            throw new IllegalArgumentException("A longitude, which comes first, lies between -180 and 180 degrees.");
        }
    }

    static void requireLatitude(double latitude) {
        if (!(latitude >= -90 && latitude <= 90)) {
            throw new IllegalArgumentException(
                    "A latitude, which comes after the longitude, lies between -90 and 90 degrees.");
        }
    }
}
