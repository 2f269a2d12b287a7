package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Works at one part of the search at a time: bounds it, decides areas that cannot be otherwise, and divides what is left. Each has a memory
 * of its own, so that several work beside each other.
 */
final class PartSearch {

    private static final int STRONG = 8;
    private static final int REBUILD_EVERY = 8;

    /** So many times the whole is divided by areas that the bound takes as well; deeper, what is least sure alone divides better. */
    private static final int FIRST_DIVISIONS = 6;

    private static final int SHAKES = 6;

    private final Instance instance;
    private final Propagation propagation;
    private final Prices prices;

    PartSearch(Instance instance) {
        this.instance = instance;
        this.propagation = new Propagation(instance);
        this.prices = new Prices(instance);
    }

    /** The whole, bounded by one order of growing; empty where nothing keeps to the constraints. */
    Optional<Part> whole(DualAscent.Order order, Incumbent known) {
        prices.ascent().order(order);
        BitSet in = instance.in();
        BitSet out = instance.out();
        if (!propagation.run(in, out)) {
            return Optional.empty();
        }
        double[] at = prices.first(in, out);
        prices.startPieces(at, in, out);
        double bound = prices.improve(at, in, out, 0.5, 0.01, known.target());
        return Optional.of(new Part(in, out, bound, at, order, 0, 0));
    }

    /**
     * Works at a part.
     *
     * @param step which one of the search, from 0
     * @param known takes what is found and what is left
     * @return what the part is divided into
     */
    List<Part> divide(Part part, long step, Incumbent known) {
        BitSet in = part.in();
        BitSet out = part.out();
        if (step % REBUILD_EVERY == 0) {
            rebuild(in, out, step, known);
        }
        if (instance.isFeasible(in)) {
            known.offer(in);
        }
        double[] at = part.prices();
        prices.ascent().order(part.order());
        double bound = Math.min(part.bound(), prices.improve(at, in, out, 0.1, 0.02, known.target()));
        if (bound <= known.target()) {
            known.leave(bound);
            return List.of();
        }
        double here = prices.bound(at, in, out);
        bound = Math.min(bound, here);
        fix(in, out, here, known);
        if (!propagation.run(in, out)) {
            return List.of();
        }
        BitSet free = new BitSet();
        free.set(0, instance.size());
        free.andNot(in);
        free.andNot(out);
        if (instance.isFeasible(in)) {
            known.offer(in);
        }
        return free.isEmpty()
                ? List.of()
                : branch(new Part(in, out, bound, at, part.order(), part.depth(), 0), free, known);
    }

    private void rebuild(BitSet in, BitSet out, long stream, Incumbent known) {
        new Construction(instance, out)
                .from(in)
                .ifPresent(built -> known.offer(
                        new LocalSearch(instance, instance.in(), instance.out()).shaken(built, SHAKES, stream)));
    }

    /**
     * Decides areas that cannot be otherwise in a set that is better than the best known.
     *
     * @param bound the one whose prices are at hand, no lower one: what it falls by is said of these prices
     */
    private void fix(BitSet in, BitSet out, double bound, Incumbent known) {
        if (!known.hasTarget()) {
            return;
        }
        BitSet decidedIn = new BitSet();
        BitSet decidedOut = new BitSet();
        for (int area = 0; area < instance.size(); area++) {
            if (!in.get(area) && !out.get(area)) {
                double otherwise = bound - prices.ascent().fall(area);
                if (otherwise <= known.target()) {
                    known.leave(otherwise);
                    (prices.ascent().takes(area) ? decidedIn : decidedOut).set(area);
                }
            }
        }
        in.or(decidedIn);
        out.or(decidedOut);
    }

    private List<Part> branch(Part part, BitSet free, Incumbent known) {
        double[] at = part.prices();
        double bound = part.bound();
        prices.bound(at, part.in(), part.out());
        List<Child> chosen = List.of();
        double bestScore = -1;
        for (int area : candidates(free, part.depth())) {
            Child with = child(part, at, area, true);
            Child without = child(part, at, area, false);
            double score = Math.max(bound - with.bound, 1e-6 * bound) * Math.max(bound - without.bound, 1e-6 * bound);
            if (score > bestScore) {
                bestScore = score;
                chosen = List.of(without, with);
            }
            if (with.bound <= known.target() || without.bound <= known.target()) {
                break;
            }
        }
        List<Part> parts = new ArrayList<>();
        for (Child child : chosen) {
            if (!child.isEmpty) {
                parts.add(new Part(child.in, child.out, child.bound, at, part.order(), part.depth() + 1, 0));
            }
        }
        return parts;
    }

    private record Child(BitSet in, BitSet out, double bound, boolean isEmpty) {}

    private Child child(Part part, double[] at, int area, boolean chosen) {
        BitSet in = part.in();
        BitSet out = part.out();
        (chosen ? in : out).set(area);
        if (!propagation.run(in, out)) {
            return new Child(in, out, Double.NEGATIVE_INFINITY, true);
        }
        return new Child(in, out, Math.min(part.bound(), prices.bound(at, in, out)), false);
    }

    /** The areas that are least sure by the bound; in the first divisions also those that it takes most surely. */
    private int[] candidates(BitSet free, int depth) {
        BitSet chosen = new BitSet();
        free.stream()
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer area) -> -prices.ascent().fall(area))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(area -> prices.ascent().takes(area))
                .limit(depth < FIRST_DIVISIONS ? STRONG / 2 : 0)
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
