package org.needscape.targeting.solver;

import java.util.BitSet;
import java.util.Comparator;

/**
 * A part of the search: what is decided in it, and up to where it may lead. The one that may lead furthest comes first, of equal ones the
 * deepest, of these the latest.
 */
final class Part implements Comparable<Part> {

    private static final Comparator<Part> ORDER = Comparator.comparingDouble((Part part) -> part.bound)
            .reversed()
            .thenComparing(Comparator.comparingInt((Part part) -> part.depth).reversed())
            .thenComparing(Comparator.comparingLong((Part part) -> part.number).reversed());

    private final BitSet in;
    private final BitSet out;
    private final double bound;
    private final double[] prices;
    private final DualAscent.Order order;
    private final int depth;
    private final long number;

    /**
     * @param in areas decided to be in
     * @param out areas decided to be out
     * @param bound no set of this part reaches more
     * @param prices of limits and floors that gave the bound
     * @param order of growing that gave it
     * @param depth how many times the whole was divided
     * @param number in the order of making
     */
    Part(BitSet in, BitSet out, double bound, double[] prices, DualAscent.Order order, int depth, long number) {
        this.in = in;
        this.out = out;
        this.bound = bound;
        this.prices = prices;
        this.order = order;
        this.depth = depth;
        this.number = number;
    }

    /** The same under its number. */
    Part numbered(long other) {
        return new Part(in, out, bound, prices, order, depth, other);
    }

    BitSet in() {
        return (BitSet) in.clone();
    }

    BitSet out() {
        return (BitSet) out.clone();
    }

    double bound() {
        return bound;
    }

    double[] prices() {
        return prices.clone();
    }

    DualAscent.Order order() {
        return order;
    }

    int depth() {
        return depth;
    }

    @Override
    public int compareTo(Part other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Part part && compareTo(part) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }
}
