package org.needscape.geoio.grid;

/**
 * The National Grid's projection on the GRS80 ellipsoid: degrees of ETRS89 to the metres that OSTN15 then shifts, and back.
 *
 * <p>There and back agree to a tenth of a millimetre on the whole grid. Source: Ordnance Survey, A guide to
 * coordinate systems in Great Britain, version 3.6, 2020, annexe C; the same formulas with the multiple angles of the meridian arc
 * worked out from one sine and cosine.
 */
final class TransverseMercator {

    private static final double SEMI_MAJOR_METRES = 6_378_137.0;
    private static final double SEMI_MINOR_METRES = 6_356_752.3141;

    private static final double E2 =
            1 - (SEMI_MINOR_METRES * SEMI_MINOR_METRES) / (SEMI_MAJOR_METRES * SEMI_MAJOR_METRES);
    private static final double N = (SEMI_MAJOR_METRES - SEMI_MINOR_METRES) / (SEMI_MAJOR_METRES + SEMI_MINOR_METRES);

    /** The meridian arc is ARC * (A0 phi - A2 sin 2 phi + A4 sin 4 phi - A6 sin 6 phi). */
    private static final double ARC = SEMI_MINOR_METRES * NationalGrid.SCALE_FACTOR;

    private static final double A0 = 1 + N + 5.0 / 4 * N * N + 5.0 / 4 * N * N * N;
    private static final double A2 = (3 * N + 3 * N * N + 21.0 / 8 * N * N * N) / 2;
    private static final double A4 = (15.0 / 8 * N * N + 15.0 / 8 * N * N * N) / 2;
    private static final double A6 = 35.0 / 24 * N * N * N / 2;

    /** The footpoint latitude is mu + B2 sin 2 mu + B4 sin 4 mu + B6 sin 6 mu to a tenth of a millimetre. */
    private static final double B2 = 3.0 / 2 * N - 27.0 / 32 * N * N * N;

    private static final double B4 = 21.0 / 16 * N * N;
    private static final double B6 = 151.0 / 96 * N * N * N;

    /** How far from the central meridian the inverse series stays within a tenth of a millimetre. */
    private static final double SERIES_METRES = 200_000;

    private static final double ORIGIN_LONGITUDE = Math.toRadians(NationalGrid.CENTRAL_MERIDIAN_DEGREES);
    private static final double ORIGIN_ARC;

    static {
        double origin = Math.toRadians(NationalGrid.ORIGIN_LATITUDE_DEGREES);
        ORIGIN_ARC = arc(origin, Math.sin(origin), Math.cos(origin));
    }

    private TransverseMercator() {}

    /** Writes easting and northing in metres to {@code metres[0]} and {@code metres[1]}. */
    static void project(double longitudeDegrees, double latitudeDegrees, double[] metres) {
        double phi = Math.toRadians(latitudeDegrees);
        double p = Math.toRadians(longitudeDegrees) - ORIGIN_LONGITUDE;
        double sin = Math.sin(phi);
        double cos = Math.cos(phi);
        double t2 = (sin * sin) / (cos * cos);
        double w = 1 - E2 * sin * sin;
        double nu = SEMI_MAJOR_METRES * NationalGrid.SCALE_FACTOR / Math.sqrt(w);
        double nuOverRho = w / (1 - E2);
        double eta2 = nuOverRho - 1;
        double p2 = p * p;
        double cos2 = cos * cos;

        double two = nu / 2 * sin * cos;
        double three = nu / 24 * sin * cos * cos2 * (5 - t2 + 9 * eta2);
        double threeA = nu / 720 * sin * cos * cos2 * cos2 * (61 - 58 * t2 + t2 * t2);
        double four = nu * cos;
        double five = nu / 6 * cos * cos2 * (nuOverRho - t2);
        double six = nu / 120 * cos * cos2 * cos2 * (5 - 18 * t2 + t2 * t2 + 14 * eta2 - 58 * t2 * eta2);

        metres[0] = NationalGrid.FALSE_EASTING_METRES + p * (four + p2 * (five + p2 * six));
        metres[1] = NationalGrid.FALSE_NORTHING_METRES
                + (arc(phi, sin, cos) - ORIGIN_ARC)
                + p2 * (two + p2 * (three + p2 * threeA));
    }

    /** Writes longitude and latitude in degrees to {@code degrees[0]} and {@code degrees[1]}. */
    static void unproject(double eastingMetres, double northingMetres, double[] degrees) {
        double arc = northingMetres - NationalGrid.FALSE_NORTHING_METRES + ORIGIN_ARC;
        double mu = arc / (ARC * A0);
        double sin2 = Math.sin(2 * mu);
        double cos2 = Math.cos(2 * mu);
        double phi = mu + sin2 * (B2 + 2 * B4 * cos2 + B6 * (3 - 4 * sin2 * sin2));
        double sin = Math.sin(phi);
        double cos = Math.cos(phi);
        double w = 1 - E2 * sin * sin;
        double nu = SEMI_MAJOR_METRES * NationalGrid.SCALE_FACTOR / Math.sqrt(w);
        double nuOverRho = w / (1 - E2);
        double rho = nu / nuOverRho;
        // One Newton step makes the footpoint the exact inverse of the arc above; sine and cosine need no second
        // evaluation.
        double step = (arc - arc(phi, sin, cos)) / rho;
        phi += step;
        sin += cos * step;
        double t = sin / cos;
        double t2 = t * t;
        double eta2 = nuOverRho - 1;
        double nu2 = nu * nu;

        double seven = t / (2 * rho * nu);
        double eight = t / (24 * rho * nu * nu2) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2);
        double nine = t / (720 * rho * nu * nu2 * nu2) * (61 + 90 * t2 + 45 * t2 * t2);
        double secant = 1 / cos;
        double ten = secant / nu;
        double eleven = secant / (6 * nu * nu2) * (nuOverRho + 2 * t2);
        double twelve = secant / (120 * nu * nu2 * nu2) * (5 + 28 * t2 + 24 * t2 * t2);
        double twelveA = secant / (5040 * nu * nu2 * nu2 * nu2) * (61 + 662 * t2 + 1320 * t2 * t2 + 720 * t2 * t2 * t2);

        double x = eastingMetres - NationalGrid.FALSE_EASTING_METRES;
        double x2 = x * x;
        degrees[0] = Math.toDegrees(ORIGIN_LONGITUDE + x * (ten - x2 * (eleven - x2 * (twelve - x2 * twelveA))));
        degrees[1] = Math.toDegrees(phi - x2 * (seven - x2 * (eight - x2 * nine)));
        if (Math.abs(x) > SERIES_METRES) {
            refine(eastingMetres, northingMetres, degrees, nu * cos, rho);
        }
    }

    /** Takes away what the forward formulas say is left: some millimetres at St Kilda. */
    private static void refine(
            double eastingMetres, double northingMetres, double[] degrees, double eastRadius, double northRadius) {
        double[] metres = new double[2];
        project(degrees[0], degrees[1], metres);
        degrees[0] += Math.toDegrees((eastingMetres - metres[0]) / eastRadius);
        degrees[1] += Math.toDegrees((northingMetres - metres[1]) / northRadius);
    }

    /** The meridian arc from the equator, times the scale factor, in metres. */
    private static double arc(double phi, double sin, double cos) {
        double sin2 = 2 * sin * cos;
        double cos2 = 1 - 2 * sin * sin;
        return ARC * (A0 * phi - sin2 * (A2 - 2 * A4 * cos2 + A6 * (3 - 4 * sin2 * sin2)));
    }
}
