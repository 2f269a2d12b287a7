package org.needscape.spatial;

import java.util.Arrays;

/**
 * Finds pairs of areas that hold the same key, such as a snapped vertex: a hash from key to the areas seen with it, in flat
 * arrays because England has some millions of vertices.
 */
final class SharedKeys {

    private final long[] keys;
    private final int[] heads;
    private final int[] areas;
    private final int[] nexts;
    private final int shift;
    private int entries;
    private long[] pairs = new long[1 << 12];
    private int pairCount;

    /** @param capacity at least the number of calls of {@link #add} */
    SharedKeys(int capacity) {
        int bits = Math.max(4, 33 - Integer.numberOfLeadingZeros(Math.max(1, capacity)));
        keys = new long[1 << bits];
        heads = new int[1 << bits];
        areas = new int[capacity];
        nexts = new int[capacity];
        shift = 64 - bits;
    }

    /**
     * Says that an area holds a key.
     *
     * @return a number that this key alone has, 0 or more
     */
    int add(long key, int area) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
        while (heads[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (heads.length - 1);
        }
        if (heads[slot] == 0) {
            keys[slot] = key;
        }
        for (int entry = heads[slot]; entry != 0; entry = nexts[entry - 1]) {
            if (areas[entry - 1] == area) {
                return slot;
            }
        }
        for (int entry = heads[slot]; entry != 0; entry = nexts[entry - 1]) {
            keepPair(areas[entry - 1], area);
        }
        areas[entries] = area;
        nexts[entries] = heads[slot];
        heads[slot] = ++entries;
        return slot;
    }

    /** Every pair of areas that share a key, both directions, as contiguity of so many areas. */
    Neighbours toNeighbours(int size) {
        long[] unique = Arrays.copyOf(pairs, pairCount);
        Arrays.sort(unique);
        int count = 0;
        for (int k = 0; k < unique.length; k++) {
            if (k == 0 || unique[k] != unique[k - 1]) {
                unique[count++] = unique[k];
            }
        }
        int[] from = new int[2 * count];
        int[] to = new int[2 * count];
        for (int k = 0; k < count; k++) {
            from[2 * k] = to[2 * k + 1] = (int) (unique[k] >>> 32);
            to[2 * k] = from[2 * k + 1] = (int) unique[k];
        }
        double[] weights = new double[2 * count];
        Arrays.fill(weights, 1);
        return Neighbours.ofLinks(size, from, to, weights);
    }

    private void keepPair(int first, int second) {
        long pair = ((long) Math.min(first, second) << 32) | Math.max(first, second);
        // Neighbours share runs of vertices: most repetitions follow each other at once.
        for (int back = 1; back <= 4 && back <= pairCount; back++) {
            if (pairs[pairCount - back] == pair) {
                return;
            }
        }
        if (pairCount == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * pairs.length);
        }
        pairs[pairCount++] = pair;
    }
}
