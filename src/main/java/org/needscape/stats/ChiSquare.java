package org.needscape.stats;

import org.apache.commons.math3.special.Gamma;

/** The chi-square distribution. */
public final class ChiSquare {

    private ChiSquare() {}

    /**
     * The probability of a larger value.
     *
     * @param chiSquare 0 or more
     * @param degreesOfFreedom 1 or more
     * @return 0 to 1
     */
    public static double upperTail(double chiSquare, int degreesOfFreedom) {
        Arguments.notNegative("A chi-square", chiSquare);
        Arguments.positive("The degrees of freedom", degreesOfFreedom);
        return Gamma.regularizedGammaQ(degreesOfFreedom / 2.0, chiSquare / 2);
    }
}
