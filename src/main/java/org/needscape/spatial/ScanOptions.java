package org.needscape.spatial;

/**
 * How to scan.
 *
 * @param rates high or low
 * @param maxPopulationShare the largest share of the population that a circle may hold, above 0, at most 1
 * @param maxRadiusMetres the largest radius, 0 or more; infinite for none
 * @param replicates R, how many simulated maps to compare with, at least 1
 * @param seed of the simulated maps
 */
public record ScanOptions(
        ScanRates rates, double maxPopulationShare, double maxRadiusMetres, int replicates, long seed) {

    public ScanOptions {
        if (!(maxPopulationShare > 0 && maxPopulationShare <= 1)) {
            throw new IllegalArgumentException("The largest share of the population must be above 0 and at most 1, not "
                    + maxPopulationShare + ".");
        }
        if (!(maxRadiusMetres >= 0)) {
            throw new IllegalArgumentException("The largest radius must be 0 or more, not " + maxRadiusMetres + ".");
        }
        if (replicates < 1) {
            throw new IllegalArgumentException("A scan needs at least one replicate, not " + replicates + ".");
        }
    }

    /** High rates, circles of up to half the population and any radius, 999 replicates, seed 1. */
    public static ScanOptions defaults() {
        return new ScanOptions(ScanRates.HIGH, 0.5, Double.POSITIVE_INFINITY, 999, 1);
    }

    public ScanOptions withRates(ScanRates other) {
        return new ScanOptions(other, maxPopulationShare, maxRadiusMetres, replicates, seed);
    }

    public ScanOptions withMaxPopulationShare(double share) {
        return new ScanOptions(rates, share, maxRadiusMetres, replicates, seed);
    }

    public ScanOptions withMaxRadiusMetres(double metres) {
        return new ScanOptions(rates, maxPopulationShare, metres, replicates, seed);
    }

    public ScanOptions withReplicates(int count) {
        return new ScanOptions(rates, maxPopulationShare, maxRadiusMetres, count, seed);
    }

    public ScanOptions withSeed(long other) {
        return new ScanOptions(rates, maxPopulationShare, maxRadiusMetres, replicates, other);
    }
}
