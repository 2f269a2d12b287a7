package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The search for the best set: area by area it is decided in or out, the part of the search with the highest bound first, and a part is
 * left when its bound is no better than the best set known, but for the gap that is allowed.
 */
final class BranchAndBound {

    private static final double EPSILON = 1e-9;
    private static final double NO_AIM = -1;
    private static final int STRONG = 8;
    private static final int REBUILD_EVERY = 16;
    private static final int SHAKES = 6;

    /** So many parts are searched by each order of growing before the best of them goes on alone. */
    private static final int RACE = 48;

    private final Instance instance;
    private final double gap;
    private final Deadline deadline;
    private final Listener listener;
    private final double aim;
    private final Propagation propagation;
    private final Prices prices;
    private PriorityQueue<Part> parts = new PriorityQueue<>();
    private @Nullable BitSet best;
    private double bestNeed = -1;
    private double left;
    private double lowest = Double.POSITIVE_INFINITY;
    private long made;
    private long steps;

    /** A search by one order of growing. */
    private static final class Tree {

        private final DualAscent.Order order;
        private final PriorityQueue<Part> parts;
        private double bound;

        Tree(DualAscent.Order order, PriorityQueue<Part> parts) {
            this.order = order;
            this.parts = parts;
        }
    }

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

    /** A part of the search: what is decided in it, and up to where it may lead. */
    private static final class Part implements Comparable<Part> {

        private static final Comparator<Part> ORDER = Comparator.comparingDouble((Part part) -> part.bound)
                .reversed()
                .thenComparing(
                        Comparator.comparingInt((Part part) -> part.depth).reversed())
                .thenComparing(
                        Comparator.comparingLong((Part part) -> part.number).reversed());

        private final BitSet in;
        private final BitSet out;
        private final double bound;
        private final double[] at;
        private final DualAscent.Order order;
        private final int depth;
        private final long number;

        Part(BitSet in, BitSet out, double bound, double[] at, DualAscent.Order order, int depth, long number) {
            this.in = in;
            this.out = out;
            this.bound = bound;
            this.at = at;
            this.order = order;
            this.depth = depth;
            this.number = number;
        }

        @Override
        public int compareTo(Part other) {
            return ORDER.compare(this, other);
        }
    }

    BranchAndBound(Instance instance, double gap, Deadline deadline, Listener listener) {
        this(instance, gap, NO_AIM, deadline, listener);
    }

    private BranchAndBound(Instance instance, double gap, double aim, Deadline deadline, Listener listener) {
        this.aim = aim;
        this.instance = instance;
        this.gap = gap;
        this.deadline = deadline;
        this.listener = listener;
        this.propagation = new Propagation(instance);
        this.prices = new Prices(instance);
    }

    /** A search for any set that reaches a need: it ends with the first, and leaves whatever does not lead to one. */
    static BranchAndBound reaching(Instance instance, double need, Deadline deadline, Runnable going) {
        return new BranchAndBound(instance, 0, need, deadline, Listener.of(going));
    }

    /** Searches, beginning with a set that is known to be feasible where there is one. */
    Result run(Optional<BitSet> known) {
        known.ifPresent(this::offer);
        List<Tree> trees = new ArrayList<>();
        for (DualAscent.Order order : orders()) {
            Tree tree = new Tree(order, new PriorityQueue<>());
            trees.add(tree);
            begin(tree);
            if (isOver(orders().size() == 1 ? Long.MAX_VALUE : RACE)) {
                return result(true);
            }
            tree.bound = treeBound();
            lowest = Math.min(lowest, tree.bound);
            if (deadline.isOver()) {
                return result(false);
            }
        }
        Tree best = trees.stream()
                .min(Comparator.comparingDouble((Tree tree) -> tree.bound))
                .orElseThrow();
        parts = best.parts;
        return result(isOver(Long.MAX_VALUE));
    }

    private Result result(boolean finished) {
        return new Result(Optional.ofNullable(best), bound(), finished);
    }

    /** The whole, bounded by one order of growing. */
    private void begin(Tree tree) {
        parts = tree.parts;
        prices.ascent().order(tree.order);
        BitSet in = instance.in();
        BitSet out = instance.out();
        if (propagation.run(in, out)) {
            double[] at = prices.first(in, out);
            prices.startPieces(at, in, out);
            double bound = prices.improve(at, in, out, 0.5, 0.01, target());
            push(in, out, bound, at, 0);
        }
    }

    /** Searches so many parts; whether nothing is left to search then. */
    private boolean isOver(long most) {
        for (long searched = 0; !parts.isEmpty() && parts.element().bound > target(); searched++) {
            if (best != null) {
                listener.heard(best, bound());
            } else {
                listener.going();
            }
            if (searched >= most || deadline.isOver()) {
                return false;
            }
            search(parts.remove(), steps++);
        }
        return true;
    }

    private List<DualAscent.Order> orders() {
        return instance.hasPieces() ? List.of(DualAscent.Order.values()) : List.of(DualAscent.Order.SMALLEST_GROUP);
    }

    private double bound() {
        return Math.max(0, Math.max(bestNeed, Math.min(lowest, treeBound())));
    }

    private double treeBound() {
        return Math.max(left, parts.isEmpty() ? 0 : parts.element().bound);
    }

    /** A part with a bound up to this one is left. */
    private double target() {
        if (aim > NO_AIM) {
            double below = aim - EPSILON * Math.max(1, aim);
            return bestNeed >= below ? Double.POSITIVE_INFINITY : below;
        }
        if (best == null) {
            return -EPSILON;
        }
        return bestNeed / (1 - gap) + EPSILON * Math.max(1, bestNeed);
    }

    private void offer(BitSet set) {
        double need = instance.need(set);
        if (need > bestNeed) {
            bestNeed = need;
            best = (BitSet) set.clone();
        }
    }

    private void push(BitSet in, BitSet out, double bound, double[] at, int depth) {
        if (bound <= target()) {
            leave(bound);
        } else {
            parts.add(new Part(in, out, bound, at, prices.ascent().order(), depth, made++));
        }
    }

    private void leave(double bound) {
        if (best != null) {
            left = Math.max(left, Math.min(bound, target() - EPSILON * Math.max(1, bestNeed)));
        }
    }

    private void search(Part part, long step) {
        BitSet in = part.in;
        BitSet out = part.out;
        if (step % REBUILD_EVERY == 0) {
            rebuild(in, out, step);
        }
        if (instance.isFeasible(in)) {
            offer(in);
        }
        double[] at = part.at.clone();
        prices.ascent().order(part.order);
        double bound = Math.min(part.bound, prices.improve(at, in, out, 0.1, 0.02, target()));
        if (bound <= target()) {
            leave(bound);
            return;
        }
        double here = prices.bound(at, in, out);
        bound = Math.min(bound, here);
        fix(in, out, here);
        if (!propagation.run(in, out)) {
            return;
        }
        BitSet free = new BitSet();
        free.set(0, instance.size());
        free.andNot(in);
        free.andNot(out);
        if (instance.isFeasible(in)) {
            offer(in);
        }
        if (!free.isEmpty()) {
            branch(in, out, free, Math.min(bound, part.bound), at, part.depth);
        }
    }

    private void rebuild(BitSet in, BitSet out, long stream) {
        Optional<BitSet> built = new Construction(instance, out).from(in);
        if (built.isPresent()) {
            offer(new LocalSearch(instance, instance.in(), instance.out()).shaken(built.get(), SHAKES, stream));
        }
    }

    /**
     * Decides areas that cannot be otherwise in a set that is better than the best known.
     *
     * @param bound the one whose prices are at hand, no lower one: what it falls by is said of these prices
     */
    private void fix(BitSet in, BitSet out, double bound) {
        if (best == null && aim == NO_AIM) {
            return;
        }
        BitSet decidedIn = new BitSet();
        BitSet decidedOut = new BitSet();
        for (int area = 0; area < instance.size(); area++) {
            if (!in.get(area) && !out.get(area)) {
                double otherwise = bound - prices.ascent().fall(area);
                if (otherwise <= target()) {
                    leave(otherwise);
                    (prices.ascent().takes(area) ? decidedIn : decidedOut).set(area);
                }
            }
        }
        in.or(decidedIn);
        out.or(decidedOut);
    }

    private void branch(BitSet in, BitSet out, BitSet free, double bound, double[] at, int depth) {
        prices.bound(at, in, out);
        int[] tried = candidates(free);
        Child bestIn = null;
        Child bestOut = null;
        double bestScore = -1;
        for (int area : tried) {
            Child with = child(in, out, area, true, at, bound);
            Child without = child(in, out, area, false, at, bound);
            double score = Math.max(bound - with.bound, 1e-6 * bound) * Math.max(bound - without.bound, 1e-6 * bound);
            if (score > bestScore) {
                bestScore = score;
                bestIn = with;
                bestOut = without;
            }
            if (with.bound <= target() || without.bound <= target()) {
                break;
            }
        }
        for (Child child : new Child[] {bestOut, bestIn}) {
            if (child != null && !child.isEmpty) {
                push(child.in, child.out, child.bound, at, depth + 1);
            }
        }
    }

    private record Child(BitSet in, BitSet out, double bound, boolean isEmpty) {}

    private Child child(BitSet in, BitSet out, int area, boolean chosen, double[] at, double bound) {
        BitSet nextIn = (BitSet) in.clone();
        BitSet nextOut = (BitSet) out.clone();
        (chosen ? nextIn : nextOut).set(area);
        if (!propagation.run(nextIn, nextOut)) {
            return new Child(nextIn, nextOut, Double.NEGATIVE_INFINITY, true);
        }
        return new Child(nextIn, nextOut, Math.min(bound, prices.bound(at, nextIn, nextOut)), false);
    }

    /** The areas that are least sure by the bound, and those that bring most. */
    private int[] candidates(BitSet free) {
        BitSet chosen = new BitSet();
        free.stream()
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer area) -> -prices.ascent().fall(area))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(area -> prices.ascent().takes(area))
                .limit(STRONG / 2)
                .forEach(chosen::set);
        free.stream()
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer area) -> prices.ascent().fall(area))
                        .thenComparingDouble(area -> -instance.need(area))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(STRONG - chosen.cardinality())
                .forEach(chosen::set);
        return chosen.stream().toArray();
    }
}
