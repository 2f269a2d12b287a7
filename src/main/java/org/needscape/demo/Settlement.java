package org.needscape.demo;

/**
 * A town or village, as planned.
 *
 * @param name its invented name
 * @param district the district it belongs to
 * @param eastMetres easting of its centre on the British National Grid
 * @param northMetres northing of its centre
 * @param areas how many LSOAs it has
 * @param level how deprived it is beyond its district, in standard deviations
 */
record Settlement(String name, District district, double eastMetres, double northMetres, int areas, double level) {

    private static final double TOWN_AREA_SQUARE_METRES = 680_000;
    private static final double VILLAGE_AREA_SQUARE_METRES = 1_100_000;

    Settlement {
        if (areas < 1) {
            throw new IllegalArgumentException("Settlement " + name + " needs at least one area.");
        }
    }

    /** Whether it is big enough to have an inside and an outside. */
    boolean isTown() {
        return areas >= 4;
    }

    /** The radius of a circle that holds its areas. */
    double radiusMetres() {
        double each = isTown() ? TOWN_AREA_SQUARE_METRES : VILLAGE_AREA_SQUARE_METRES;
        return StrictMath.sqrt(areas * each / StrictMath.PI);
    }

    /** Distance from its centre. */
    double distanceMetres(double east, double north) {
        double dx = east - eastMetres;
        double dy = north - northMetres;
        return StrictMath.sqrt(dx * dx + dy * dy);
    }
}
