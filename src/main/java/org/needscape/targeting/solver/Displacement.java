package org.needscape.targeting.solver;

import java.util.BitSet;
import java.util.Optional;

/**
 * Lets one more area into a set by giving up others: the one that reaches least need where one is enough, else one after the other by
 * least need for the room it makes, none of them to spare.
 */
final class Displacement {

    private final Instance instance;
    private final BitSet set;
    private final BitSet given;

    /** @param set keeps to all constraints */
    Displacement(Instance instance, BitSet set) {
        this.instance = instance;
        this.set = set;
        this.given = (BitSet) set.clone();
        given.andNot(instance.in());
    }

    /** The areas that go when {@code area} comes in; empty when these steps find none. */
    Optional<BitSet> forArea(int area) {
        Optional<BitSet> one = one(area);
        Optional<BitSet> several = several(area);
        if (one.isPresent() && several.isPresent()) {
            return instance.need(several.get()) < instance.need(one.get()) ? several : one;
        }
        return one.or(() -> several);
    }

    private BitSet with(int area) {
        BitSet with = (BitSet) set.clone();
        with.set(area);
        return with;
    }

    private Optional<BitSet> one(int area) {
        BitSet with = with(area);
        int best = -1;
        for (int other = given.nextSetBit(0); other >= 0; other = given.nextSetBit(other + 1)) {
            if (best < 0 || instance.need(other) < instance.need(best)) {
                with.clear(other);
                best = instance.isFeasible(with) ? other : best;
                with.set(other);
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        BitSet one = new BitSet();
        one.set(best);
        return Optional.of(one);
    }

    private Optional<BitSet> several(int area) {
        BitSet with = with(area);
        BitSet gone = new BitSet();
        while (!instance.fits(with)) {
            int next = next(with, gone);
            if (next < 0) {
                return Optional.empty();
            }
            with.clear(next);
            gone.set(next);
        }
        if (gone.isEmpty() || !instance.isFeasible(with)) {
            return Optional.empty();
        }
        for (int other = gone.nextSetBit(0); other >= 0; other = gone.nextSetBit(other + 1)) {
            with.set(other);
            if (instance.isFeasible(with)) {
                gone.clear(other);
            } else {
                with.clear(other);
            }
        }
        return Optional.of(gone);
    }

    private int next(BitSet with, BitSet gone) {
        int best = -1;
        double bestRatio = Double.POSITIVE_INFINITY;
        BitSet tried = (BitSet) given.clone();
        tried.andNot(gone);
        for (int other = tried.nextSetBit(0); other >= 0; other = tried.nextSetBit(other + 1)) {
            double room = room(with, other);
            double ratio = instance.need(other) / room;
            if (room > 0 && ratio < bestRatio) {
                with.clear(other);
                if (instance.suffices(with) && instance.piecesHold(with)) {
                    best = other;
                    bestRatio = ratio;
                }
                with.set(other);
            }
        }
        return best;
    }

    /** How much of what is too much goes with an area, as shares of it added up over the limits. */
    private double room(BitSet with, int other) {
        double room = 0;
        for (LinearRow row : instance.rows()) {
            double sum = Instance.sum(row, with);
            if (row.hasUpper() && !row.fits(sum)) {
                double excess = sum - row.upper();
                room += Math.min(row.amount(other), excess) / excess;
            }
        }
        return room;
    }
}
