package org.needscape.demo;

/**
 * A random landscape: a sum of waves of about one length that run in all directions. Mean 0 and standard deviation about 1
 * over a region several waves wide.
 */
final class SmoothField {

    private static final int WAVES = 14;

    private final double[] east = new double[WAVES];
    private final double[] north = new double[WAVES];
    private final double[] phase = new double[WAVES];

    /**
     * @param chance where its shape comes from
     * @param waveMetres the length of its waves
     */
    SmoothField(Chance chance, double waveMetres) {
        for (int wave = 0; wave < WAVES; wave++) {
            double direction = chance.between(0, 2 * StrictMath.PI);
            double length = waveMetres * chance.between(0.7, 1.5);
            east[wave] = 2 * StrictMath.PI * StrictMath.cos(direction) / length;
            north[wave] = 2 * StrictMath.PI * StrictMath.sin(direction) / length;
            phase[wave] = chance.between(0, 2 * StrictMath.PI);
        }
    }

    /** Its height at a place, in standard deviations. */
    double at(double eastMetres, double northMetres) {
        double sum = 0;
        for (int wave = 0; wave < WAVES; wave++) {
            sum += StrictMath.cos(east[wave] * eastMetres + north[wave] * northMetres + phase[wave]);
        }
        return sum * StrictMath.sqrt(2.0 / WAVES);
    }
}
