package org.needscape.spatial;

/**
 * A stream of random numbers that depends on a seed and a stream number only (SplitMix64; Steele, Lea and Flood, 2014, Fast
 * splittable pseudorandom number generators, OOPSLA).
 */
final class RandomStream {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    RandomStream(long seed, long stream) {
        state = mix(mix(seed + GOLDEN) + stream * GOLDEN);
    }

    /** A whole number from 0 to below the bound, all equally likely to within one part in 2^32. */
    int below(int bound) {
        state += GOLDEN;
        long bits = mix(state) >>> 1;
        return (int) Math.multiplyHigh(bits, (long) bound << 1);
    }

    private static long mix(long number) {
        long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
