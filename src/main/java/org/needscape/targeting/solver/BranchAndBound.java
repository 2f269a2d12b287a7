package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The search for the best set: area by area it is decided in or out, the parts of the search with the highest bounds first, and a part is
 * left when its bound is no better than the best set known, but for the gap that is allowed. Two parts are worked at beside each other,
 * on a machine with one processor too, so that the answer is the same everywhere.
 */
final class BranchAndBound {

    /** So many parts are searched by each order of growing before the best of them goes on alone. */
    private static final int RACE = 48;

    private final Instance instance;
    private final Deadline deadline;
    private final Listener listener;
    private final Incumbent known;
    private PriorityQueue<Part> parts = new PriorityQueue<>();
    private double lowest = Double.POSITIVE_INFINITY;
    private long made;
    private long steps;

    /** A search by one order of growing. */
    private record Tree(PriorityQueue<Part> parts, double bound) {}

    /** Told of the best set now and then. */
    interface Listener {
        void heard(BitSet best, double bound);

        /** Told that the search goes on without a set. */
        default void going() {}

        /** Only told that the search goes on. */
        static Listener of(Runnable going) {
            return new Listener() {
                @Override
                public void heard(BitSet best, double bound) {
                    going.run();
                }

                @Override
                public void going() {
                    going.run();
                }
            };
        }
    }

    /**
     * What the search came to.
     *
     * @param best the best set; empty when none was found
     * @param bound no set reaches more
     * @param finished whether nothing is left to search, or nothing beyond the gap
     */
    record Result(Optional<BitSet> best, double bound, boolean finished) {}

    BranchAndBound(Instance instance, double gap, Deadline deadline, Listener listener) {
        this(instance, gap, Incumbent.NO_AIM, deadline, listener);
    }

    private BranchAndBound(Instance instance, double gap, double aim, Deadline deadline, Listener listener) {
        this.instance = instance;
        this.deadline = deadline;
        this.listener = listener;
        this.known = new Incumbent(instance, gap, aim);
    }

    /** A search for any set that reaches a need: it ends with the first, and leaves whatever does not lead to one. */
    static BranchAndBound reaching(Instance instance, double need, Deadline deadline, Runnable going) {
        return new BranchAndBound(instance, 0, need, deadline, Listener.of(going));
    }

    /** Searches, beginning with a set that is known to be feasible where there is one. */
    Result run(Optional<BitSet> start) {
        start.ifPresent(known::offer);
        try (PartSearches searches = new PartSearches(instance)) {
            return run(searches);
        }
    }

    private Result run(PartSearches searches) {
        List<Tree> trees = new ArrayList<>();
        for (DualAscent.Order order : orders()) {
            parts = new PriorityQueue<>();
            searches.first().whole(order, known).ifPresent(this::push);
            if (isOver(searches, orders().size() == 1 ? Long.MAX_VALUE : RACE)) {
                return result(true);
            }
            trees.add(new Tree(parts, treeBound()));
            lowest = Math.min(lowest, treeBound());
            if (deadline.isOver()) {
                return result(false);
            }
        }
        parts = trees.stream()
                .min(Comparator.comparingDouble(Tree::bound))
                .orElseThrow()
                .parts();
        return result(isOver(searches, Long.MAX_VALUE));
    }

    private Result result(boolean finished) {
        return new Result(known.set(), bound(), finished);
    }

    /** Searches so many parts, or one more; whether nothing is left to search then. */
    private boolean isOver(PartSearches searches, long most) {
        long searched = 0;
        while (isWorthSearching()) {
            known.set().ifPresentOrElse(best -> listener.heard(best, bound()), listener::going);
            if (searched >= most || deadline.isOver()) {
                return false;
            }
            List<Part> next = new ArrayList<>();
            while (next.size() < PartSearches.BESIDE && isWorthSearching()) {
                next.add(parts.remove());
            }
            for (PartSearches.Divided divided : searches.divide(next, steps, known)) {
                known.take(divided.known());
                divided.parts().forEach(this::push);
            }
            searched += next.size();
            steps += next.size();
        }
        return true;
    }

    private boolean isWorthSearching() {
        return !parts.isEmpty() && parts.element().bound() > known.target();
    }

    private List<DualAscent.Order> orders() {
        return instance.hasPieces() ? List.of(DualAscent.Order.values()) : List.of(DualAscent.Order.SMALLEST_GROUP);
    }

    private double bound() {
        return Math.max(0, Math.max(known.need(), Math.min(lowest, treeBound())));
    }

    private double treeBound() {
        return Math.max(known.left(), parts.isEmpty() ? 0 : parts.element().bound());
    }

    private void push(Part part) {
        if (part.bound() <= known.target()) {
            known.leave(part.bound());
        } else {
            parts.add(part.numbered(made++));
        }
    }
}
