package org.needscape.stats;

/**
 * The complementary error function by rational approximations, one for each of three ranges: some twenty multiplications where a
 * continued fraction takes hundreds, which is felt when every area of a country is tested. Fifteen digits are right, twelve in the
 * far tail, and the same on every machine.
 *
 * <p>Source: Cody, 1969, Rational Chebyshev approximations for the error function, Mathematics of Computation 23:631-637,
 * doi:10.1090/S0025-5718-1969-0247736-4.
 */
final class ErrorFunction {

    private static final double SMALL = 0.46875;
    private static final double MIDDLE = 4;

    /** Beyond it the function is below the smallest number. */
    private static final double LARGEST = 27.3;

    private static final double ONE_OVER_SQRT_PI = 1 / Math.sqrt(Math.PI);

    /** Highest power first, as in all of these. */
    private static final double[] SMALL_TOP = {
        0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694
    };

    private static final double[] SMALL_BOTTOM = {
        1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171
    };

    private static final double[] MIDDLE_TOP = {
        2.1531153547440383e-08,
        0.5641884969886701,
        8.883149794388377,
        66.11919063714163,
        298.6351381974001,
        881.952221241769,
        1712.0476126340707,
        2051.0783778260716,
        1230.3393547979972
    };

    private static final double[] MIDDLE_BOTTOM = {
        1,
        15.744926110709835,
        117.6939508913125,
        537.1811018620099,
        1621.3895745666903,
        3290.7992357334597,
        4362.619090143247,
        3439.3676741437216,
        1230.3393548037495
    };

    private static final double[] FAR_TOP = {
        0.016315387137302097,
        0.30532663496123236,
        0.36034489994980445,
        0.12578172611122926,
        0.016083785148742275,
        0.0006587491615298378
    };

    private static final double[] FAR_BOTTOM = {
        1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918
    };

    private ErrorFunction() {}

    /** erfc(x) = 2/√π ∫ exp(-t²) dt from x on; 0 to 2. */
    static double erfc(double x) {
        double size = Math.abs(x);
        if (size <= SMALL) {
            double square = x * x;
            return 1 - x * polynomial(SMALL_TOP, square) / polynomial(SMALL_BOTTOM, square);
        }
        double tail = size > LARGEST ? 0 : exponential(size) * scaled(size);
        return x > 0 ? tail : 2 - tail;
    }

    /** exp(x²) erfc(x). */
    private static double scaled(double x) {
        if (x <= MIDDLE) {
            return polynomial(MIDDLE_TOP, x) / polynomial(MIDDLE_BOTTOM, x);
        }
        double inverse = 1 / (x * x);
        return (ONE_OVER_SQRT_PI - inverse * polynomial(FAR_TOP, inverse) / polynomial(FAR_BOTTOM, inverse)) / x;
    }

    /** exp(-x²), x split so that its square loses no digits. */
    private static double exponential(double x) {
        double rough = Math.floor(x * 16) / 16;
        return StrictMath.exp(-(rough * rough)) * StrictMath.exp(-((x - rough) * (x + rough)));
    }

    private static double polynomial(double[] coefficients, double x) {
        double sum = coefficients[0];
        for (int k = 1; k < coefficients.length; k++) {
            sum = sum * x + coefficients[k];
        }
        return sum;
    }
}
