package org.needscape.spatial;

import org.needscape.area.AreaCode;

/**
 * An area as a scan sees it: a point with a count of events and how many were to be expected.
 *
 * @param code of the area
 * @param eastingMetres of its centre on a metric grid, best the population-weighted one; finite
 * @param northingMetres of its centre, finite
 * @param count events, 0 or more
 * @param population people, for the cap on the size of circles; finite, 0 or more
 * @param baseline what the expectation is proportional to, finite, 0 or more: the population, or the events expected from covariates in
 *     any scale, since a scan scales expectations so that they add up to the events
 */
public record ScanArea(
        AreaCode code, double eastingMetres, double northingMetres, int count, double population, double baseline) {

    public ScanArea {
        if (!Double.isFinite(eastingMetres) || !Double.isFinite(northingMetres)) {
            throw new IllegalArgumentException(
                    "The centre of area " + code + " is " + eastingMetres + ", " + northingMetres + ".");
        }
        if (count < 0) {
            throw new IllegalArgumentException("Area " + code + " has " + count + " events.");
        }
        requireAmount(code, "a population", population);
        requireAmount(code, "a baseline", baseline);
    }

    /** An area whose expectation is proportional to its population. */
    public static ScanArea ofPopulation(
            AreaCode code, double eastingMetres, double northingMetres, int count, double population) {
        return new ScanArea(code, eastingMetres, northingMetres, count, population, population);
    }

    private static void requireAmount(AreaCode code, String what, double amount) {
        if (!Double.isFinite(amount) || amount < 0) {
            throw new IllegalArgumentException("Area " + code + " has " + what + " of " + amount + ".");
        }
    }
}
