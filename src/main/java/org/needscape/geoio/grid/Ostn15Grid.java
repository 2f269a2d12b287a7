package org.needscape.geoio.grid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import org.locationtech.jts.geom.Envelope;

/**
 * Ordnance Survey's grid of shifts from ETRS89 to OSGB36, one kilometre apart, interpolated bilinearly. The file is made by
 * {@code scripts/ostn15-grid}, which says how it is laid out.
 */
final class Ostn15Grid {

    private static final int COLUMNS = 701;
    private static final int ROWS = 1251;
    private static final int MIN_EAST_SHIFT_MILLIMETRES = 82_140;
    private static final int MIN_NORTH_SHIFT_MILLIMETRES = -84_180;
    private static final double SPACING_METRES = 1000;

    private final char[] east;
    private final char[] north;

    private Ostn15Grid(char[] east, char[] north) {
        this.east = east;
        this.north = north;
    }

    static Ostn15Grid load() {
        try (InputStream resource = Ostn15Grid.class.getResourceAsStream("ostn15.gz")) {
            if (resource == null) {
                throw new IllegalStateException("The OSTN15 grid is missing from the program: build it again.");
            }
            try (InputStream in = new GZIPInputStream(resource, 1 << 16)) {
                return new Ostn15Grid(readPlane(in), readPlane(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The OSTN15 grid cannot be read from the program: build it again.", e);
        }
    }

    private static char[] readPlane(InputStream in) throws IOException {
        int size = COLUMNS * ROWS;
        byte[] low = in.readNBytes(size);
        byte[] high = in.readNBytes(size);
        if (high.length != size) {
            throw new IOException("The OSTN15 grid ends too early.");
        }
        char[] values = new char[size];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int i = row * COLUMNS + column;
                int difference = (high[i] & 0xFF) << 8 | (low[i] & 0xFF);
                int left = column > 0 ? values[i - 1] : 0;
                int below = row > 0 ? values[i - COLUMNS] : 0;
                int corner = row > 0 && column > 0 ? values[i - COLUMNS - 1] : 0;
                values[i] = (char) (difference + left + below - corner);
            }
        }
        return values;
    }

    /** Metres to add to an ETRS89 easting that lies on the grid. */
    double eastShiftMetres(double eastingMetres, double northingMetres) {
        return (MIN_EAST_SHIFT_MILLIMETRES + interpolate(east, eastingMetres, northingMetres)) / 1000;
    }

    /** Metres to add to an ETRS89 northing that lies on the grid. */
    double northShiftMetres(double eastingMetres, double northingMetres) {
        return (MIN_NORTH_SHIFT_MILLIMETRES + interpolate(north, eastingMetres, northingMetres)) / 1000;
    }

    /**
     * The smallest and largest shifts in a box that lies on the grid, or somewhat around it: x the metres to add to eastings, y to
     * northings. Between points the shift is never beyond those of the corners.
     */
    Envelope shiftsMetres(Envelope metres) {
        int lastColumn = Math.min((int) (metres.getMaxX() / SPACING_METRES) + 1, COLUMNS - 1);
        int lastRow = Math.min((int) (metres.getMaxY() / SPACING_METRES) + 1, ROWS - 1);
        Envelope shifts = new Envelope();
        for (int row = (int) (metres.getMinY() / SPACING_METRES); row <= lastRow; row++) {
            for (int column = (int) (metres.getMinX() / SPACING_METRES); column <= lastColumn; column++) {
                int i = row * COLUMNS + column;
                shifts.expandToInclude(
                        (MIN_EAST_SHIFT_MILLIMETRES + east[i]) / 1000.0,
                        (MIN_NORTH_SHIFT_MILLIMETRES + north[i]) / 1000.0);
            }
        }
        return shifts;
    }

    private static double interpolate(char[] values, double eastingMetres, double northingMetres) {
        double x = eastingMetres / SPACING_METRES;
        double y = northingMetres / SPACING_METRES;
        // The last row and column of points close the last cells and begin none.
        int column = Math.min((int) x, COLUMNS - 2);
        int row = Math.min((int) y, ROWS - 2);
        double t = x - column;
        double u = y - row;
        int i = row * COLUMNS + column;
        return (1 - t) * (1 - u) * values[i]
                + t * (1 - u) * values[i + 1]
                + t * u * values[i + COLUMNS + 1]
                + (1 - t) * u * values[i + COLUMNS];
    }
}
