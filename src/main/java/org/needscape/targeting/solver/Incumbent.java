package org.needscape.targeting.solver;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The best set known, up to which bound a part of the search is left, and what was left so. */
final class Incumbent {

    static final double NO_AIM = -1;

    private static final double EPSILON = 1e-9;

    private final Instance instance;
    private final double gap;
    private final double aim;
    private @Nullable BitSet best;
    private double need = -1;
    private double left;

    /**
     * None yet.
     *
     * @param gap share of the bound that may stay open
     * @param aim the need that any set is looked for which reaches it; {@link #NO_AIM} for the best set
     */
    Incumbent(Instance instance, double gap, double aim) {
        this.instance = instance;
        this.gap = gap;
        this.aim = aim;
    }

    /** The same by itself, for one who looks on without the others; nothing was left there. */
    Incumbent copy() {
        Incumbent copy = new Incumbent(instance, gap, aim);
        copy.best = best;
        copy.need = need;
        return copy;
    }

    /** Takes what another one has come to since it was copied from this one. */
    void take(Incumbent other) {
        other.set().ifPresent(this::offer);
        left = Math.max(left, other.left);
    }

    /** The best set; it is never changed. */
    Optional<BitSet> set() {
        return Optional.ofNullable(best);
    }

    /** What the best set reaches; below 0 without one. */
    double need() {
        return need;
    }

    /** No set in what was left reaches more. */
    double left() {
        return left;
    }

    void offer(BitSet set) {
        double reached = instance.need(set);
        if (reached > need) {
            need = reached;
            best = (BitSet) set.clone();
        }
    }

    /** A part with a bound up to this one is left. */
    double target() {
        if (aim > NO_AIM) {
            double below = aim - EPSILON * Math.max(1, aim);
            return need >= below ? Double.POSITIVE_INFINITY : below;
        }
        if (best == null) {
            return -EPSILON;
        }
        return need / (1 - gap) + EPSILON * Math.max(1, need);
    }

    /** Notes that a part with this bound is left. */
    void leave(double bound) {
        if (best != null) {
            left = Math.max(left, Math.min(bound, target() - EPSILON * Math.max(1, need)));
        }
    }

    /** Whether areas may be decided because no better set decides them otherwise. */
    boolean hasTarget() {
        return best != null || aim > NO_AIM;
    }
}
