package org.needscape.service;

import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.needscape.geoio.grid.Ostn15;

/**
 * A box that somebody asks about, in degrees of WGS 84. It may have no width or height. When it begins east of where it ends it
 * goes around the back of the Earth, across 180 degrees.
 *
 * <p>Source: RFC 7946, 2016, sections 5 and 5.2.
 *
 * @param west longitude where it begins, -180 to 180
 * @param south latitude, -90 to 90, not above {@code north}
 * @param east longitude where it ends, -180 to 180
 * @param north latitude, -90 to 90
 */
public record Wgs84Box(double west, double south, double east, double north) {

    /** Boundaries are handed out in six decimals: a corner that was read off them may lie so far outside. */
    private static final double ROUNDING_METRES = 0.1;

    public Wgs84Box {
        Wgs84Point.requireLongitude(west);
        Wgs84Point.requireLatitude(south);
        Wgs84Point.requireLongitude(east);
        Wgs84Point.requireLatitude(north);
        if (south > north) {
            throw new IllegalArgumentException("The first latitude of a box is not above the second: write it as"
                    + " minLon,minLat,maxLon,maxLat.");
        }
    }

    /**
     * Reads a box.
     *
     * @param text west, south, east and north, such as {@code -2.5,52.5,-1.5,53.2}
     * @throws IllegalArgumentException when it is none, with what it should be
     */
    public static Wgs84Box parse(String text) {
        double[] numbers = Wgs84Point.numbers(
                text, 4, "A box is four numbers in degrees, minLon,minLat,maxLon,maxLat, such as -2.5,52.5,-1.5,53.2.");
        return new Wgs84Box(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /** The boxes on the National Grid, in metres, that hold all of it that lies there: none, one or two. */
    List<Envelope> onGrid() {
        Stream<Envelope> parts = west <= east
                ? Stream.of(new Envelope(west, east, south, north))
                : Stream.of(new Envelope(west, 180, south, north), new Envelope(-180, east, south, north));
        return parts.map(Ostn15::toNationalGrid)
                .filter(metres -> !metres.isNull())
                .map(Wgs84Box::withRounding)
                .toList();
    }

    private static Envelope withRounding(Envelope metres) {
        metres.expandBy(ROUNDING_METRES);
        return metres;
    }
}
