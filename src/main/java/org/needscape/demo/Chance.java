package org.needscape.demo;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every machine. Each purpose draws from a stream of its own, so that a change to one part
 * of the county leaves the others as they were. All functions are taken from {@link StrictMath}.
 */
final class Chance {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final SplittableRandom source;

    private Chance(long key) {
        this.source = new SplittableRandom(key);
    }

    /**
     * The stream of one purpose.
     *
     * @param seed the county's seed
     * @param purpose what the numbers are for
     * @param which further numbers that tell streams of the same purpose apart
     */
    static Chance of(long seed, String purpose, long... which) {
        long key = mixed(FNV_OFFSET, seed);
        for (int at = 0; at < purpose.length(); at++) {
            key = mixed(key, purpose.charAt(at));
        }
        for (long part : which) {
            key = mixed(key, part);
        }
        return new Chance(key);
    }

    private static long mixed(long key, long part) {
        long mixed = (key ^ part) * FNV_PRIME;
        return mixed ^ (mixed >>> 29);
    }

    /** Uniform on [0, 1). */
    double uniform() {
        return (source.nextLong() >>> 11) * 0x1.0p-53;
    }

    /** Uniform on [low, high). */
    double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Standard normal, by Box and Muller. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    /** Poisson by inversion; large means are split, because a sum of Poisson numbers is one. */
    int poisson(double mean) {
        int count = 0;
        double left = mean;
        while (left > 30) {
            count += small(30);
            left -= 30;
        }
        return count + small(left);
    }

    private int small(double mean) {
        double probability = StrictMath.exp(-mean);
        double cumulated = probability;
        double draw = uniform();
        int count = 0;
        while (draw > cumulated && count < 200) {
            count++;
            probability *= mean / count;
            cumulated += probability;
        }
        return count;
    }

    /** Binomial: successes in so many tries. */
    int binomial(int tries, double probability) {
        int successes = 0;
        for (int attempt = 0; attempt < tries; attempt++) {
            if (uniform() < probability) {
                successes++;
            }
        }
        return successes;
    }
}
