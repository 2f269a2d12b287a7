package org.needscape.geoio.grid;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * The transformation between the British National Grid (EPSG:27700) and ETRS89 longitude and latitude that defines the grid:
 * Ordnance Survey's OSTN15, within a millimetre of its published test points both ways. ETRS89 stands for WGS 84 too, from
 * which it differs by less than a metre, unknown for boundary data.
 *
 * <p>Valid where the grid of shifts is: 0 to 700 km east, 0 to 1,250 km north, which is Great Britain with the Isle of Man.
 * Elsewhere the answer is empty. Source: Ordnance Survey, A guide to coordinate systems in Great Britain, version 3.6, 2020,
 * section 6 and annexe C; Transformations and OSGM15 user guide, 2016, annexe A.
 */
public final class Ostn15 {

    // Around the grid in degrees, generously: what lies beyond is not worth projecting.
    private static final double MIN_LONGITUDE = -12;
    private static final double MAX_LONGITUDE = 6;
    private static final double MIN_LATITUDE = 48;
    private static final double MAX_LATITUDE = 63;

    private static final Envelope DEGREES = new Envelope(MIN_LONGITUDE, MAX_LONGITUDE, MIN_LATITUDE, MAX_LATITUDE);
    private static final Envelope METRES =
            new Envelope(0, NationalGrid.MAX_EASTING_METRES, 0, NationalGrid.MAX_NORTHING_METRES);

    private static final double CONVERGED_METRES = 1e-6;
    private static final int MAX_STEPS = 20;

    private Ostn15() {}

    /** Where a point in degrees lies on the grid; empty outside of the grid and for coordinates that are not numbers. */
    public static Optional<GridPoint> toNationalGrid(LongitudeLatitude point) {
        double[] metres = new double[2];
        return toNationalGrid(point.longitudeDegrees(), point.latitudeDegrees(), metres)
                ? Optional.of(new GridPoint(metres[0], metres[1]))
                : Optional.empty();
    }

    /** The longitude and latitude of a point on the grid; empty outside of the grid and for coordinates that are not numbers. */
    public static Optional<LongitudeLatitude> toLongitudeLatitude(GridPoint point) {
        double[] degrees = new double[2];
        return toLongitudeLatitude(point.eastingMetres(), point.northingMetres(), degrees)
                ? Optional.of(new LongitudeLatitude(degrees[0], degrees[1]))
                : Optional.empty();
    }

    /**
     * A box on the grid that holds every point of a box in degrees which lies on the grid; a null envelope where there is none. The
     * sides of the one are curves on the other, so that the box is larger than what it holds, at its corners most of all. Along the
     * sides it is the smallest but for the shifts, which it takes at their largest nearby, less than a metre for a small box.
     *
     * @param degrees longitude from west to east, latitude from south to north; it may have no width or height
     */
    public static Envelope toNationalGrid(Envelope degrees) {
        Envelope projected = project(degrees.intersection(DEGREES)).intersection(METRES);
        if (projected.isNull()) {
            return projected;
        }
        Envelope shifts = Lazy.GRID.shiftsMetres(projected);
        return new Envelope(
                        projected.getMinX() + shifts.getMinX(),
                        projected.getMaxX() + shifts.getMaxX(),
                        projected.getMinY() + shifts.getMinY(),
                        projected.getMaxY() + shifts.getMaxY())
                .intersection(METRES);
    }

    /**
     * Northwards a meridian nears the central one, and away from that one a parallel bends north: the outermost points are corners,
     * or where the central meridian cuts the southern side.
     */
    private static Envelope project(Envelope degrees) {
        Envelope metres = new Envelope();
        if (degrees.isNull()) {
            return metres;
        }
        double middle = Math.max(degrees.getMinX(), Math.min(NationalGrid.CENTRAL_MERIDIAN_DEGREES, degrees.getMaxX()));
        double[] point = new double[2];
        for (double longitude : new double[] {degrees.getMinX(), middle, degrees.getMaxX()}) {
            for (double latitude : new double[] {degrees.getMinY(), degrees.getMaxY()}) {
                TransverseMercator.project(longitude, latitude, point);
                metres.expandToInclude(point[0], point[1]);
            }
        }
        return metres;
    }

    /** As the public method, without an object for each of a million points. False leaves {@code metres} without meaning. */
    public static boolean toNationalGrid(double longitude, double latitude, double[] metres) {
        if (!(longitude >= MIN_LONGITUDE
                && longitude <= MAX_LONGITUDE
                && latitude >= MIN_LATITUDE
                && latitude <= MAX_LATITUDE)) {
            return false;
        }
        TransverseMercator.project(longitude, latitude, metres);
        double easting = metres[0];
        double northing = metres[1];
        if (!NationalGrid.contains(easting, northing)) {
            return false;
        }
        metres[0] = easting + Lazy.GRID.eastShiftMetres(easting, northing);
        metres[1] = northing + Lazy.GRID.northShiftMetres(easting, northing);
        return NationalGrid.contains(metres[0], metres[1]);
    }

    /** As the public method, without an object for each of a million points. False leaves {@code degrees} without meaning. */
    public static boolean toLongitudeLatitude(double eastingMetres, double northingMetres, double[] degrees) {
        if (!NationalGrid.contains(eastingMetres, northingMetres)) {
            return false;
        }
        // The shift belongs to the point before it is shifted, which is what we look for; it varies so slowly that each
        // step
        // gains four digits.
        double easting = eastingMetres;
        double northing = northingMetres;
        for (int step = 0; step < MAX_STEPS; step++) {
            double nextEasting = eastingMetres - Lazy.GRID.eastShiftMetres(easting, northing);
            double nextNorthing = northingMetres - Lazy.GRID.northShiftMetres(easting, northing);
            if (!NationalGrid.contains(nextEasting, nextNorthing)) {
                return false;
            }
            double change = Math.abs(nextEasting - easting) + Math.abs(nextNorthing - northing);
            easting = nextEasting;
            northing = nextNorthing;
            if (change < CONVERGED_METRES) {
                break;
            }
        }
        TransverseMercator.unproject(easting, northing, degrees);
        return true;
    }

    /** Unpacks the grid, about 20 ms, when it is first needed. */
    private static final class Lazy {
        static final Ostn15Grid GRID = Ostn15Grid.load();
    }
}
