package org.needscape.targeting.solver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Builds a set from areas that must be in it: joins them into few enough pieces, meets floors and least numbers, then takes what brings
 * most need for its cost until nothing fits. A step takes an area with all that joins it to the set, or begins a new piece.
 */
final class Construction {

    private static final double FREE = 1e-9;

    private final Instance instance;
    private final BitSet closed;
    private final double[] worth;
    private final double meanWorth;

    /** @param closed areas that are not taken */
    Construction(Instance instance, BitSet closed) {
        this(
                instance,
                closed,
                IntStream.range(0, instance.size()).mapToDouble(instance::need).toArray());
    }

    /** @param worth by area, the need as the steps see it, for other sets than the need itself leads to */
    Construction(Instance instance, BitSet closed, double[] worth) {
        this.instance = instance;
        this.closed = closed;
        this.worth = worth;
        this.meanWorth = Arrays.stream(worth).average().orElse(0);
    }

    /** A set that keeps to all constraints and holds all of {@code start}; empty when these steps do not lead to one. */
    Optional<BitSet> from(BitSet start) {
        if (start.intersects(closed)) {
            return Optional.empty();
        }
        BitSet set = (BitSet) start.clone();
        if (!join(set) || !enlarge(set)) {
            return Optional.empty();
        }
        while (true) {
            BitSet step = best(set);
            if (step == null) {
                break;
            }
            set.or(step);
        }
        return instance.isFeasible(set) ? Optional.of(set) : Optional.empty();
    }

    private boolean join(BitSet set) {
        List<BitSet> pieces = instance.pieces(set);
        while (pieces.size() > instance.piecesMost()) {
            BitSet first = smallest(pieces);
            BitSet others = (BitSet) set.clone();
            others.andNot(first);
            CheapestPaths paths = paths(first);
            int end = -1;
            for (int area = others.nextSetBit(0); area >= 0; area = others.nextSetBit(area + 1)) {
                if (end < 0 || paths.cost(area) < paths.cost(end)) {
                    end = area;
                }
            }
            if (Double.isInfinite(paths.cost(end))) {
                return false;
            }
            set.or(paths.path(end));
            pieces = instance.pieces(set);
        }
        return instance.fits(set);
    }

    private static BitSet smallest(List<BitSet> pieces) {
        return pieces.stream().min(Comparator.comparingInt(BitSet::cardinality)).orElseThrow();
    }

    /** Lets every piece grow until it is large enough. */
    private boolean enlarge(BitSet set) {
        if (instance.pieceAreasLeast() == 1) {
            return true;
        }
        for (List<BitSet> pieces = instance.pieces(set); !pieces.isEmpty(); pieces = instance.pieces(set)) {
            BitSet piece = smallest(pieces);
            if (piece.cardinality() >= instance.pieceAreasLeast()) {
                break;
            }
            int grown = bestNeighbour(piece, set);
            if (grown < 0) {
                return false;
            }
            set.set(grown);
        }
        return instance.fits(set);
    }

    private int bestNeighbour(BitSet piece, BitSet set) {
        int best = -1;
        for (int area = piece.nextSetBit(0); area >= 0; area = piece.nextSetBit(area + 1)) {
            for (int neighbour : instance.neighbours(area)) {
                if (!set.get(neighbour)
                        && !closed.get(neighbour)
                        && (best < 0
                                || ratio(neighbour) > ratio(best)
                                || (ratio(neighbour) == ratio(best) && neighbour < best))) {
                    best = neighbour;
                }
            }
        }
        return best;
    }

    private double ratio(int area) {
        return worth[area] / (instance.use(area) + FREE);
    }

    private @Nullable BitSet best(BitSet set) {
        double[] sums = instance.rows().stream()
                .mapToDouble(row -> Instance.sum(row, set))
                .toArray();
        boolean wanting = isWanting(sums);
        Choice choice = new Choice();
        boolean mayBegin = !instance.hasPieces() || instance.pieces(set).size() < instance.piecesMost();
        CheapestPaths paths = instance.hasPieces() && !set.isEmpty() ? paths(set) : null;
        for (int area = 0; area < instance.size(); area++) {
            if (set.get(area) || closed.get(area)) {
                continue;
            }
            if (mayBegin) {
                choice.offer(newPiece(area, set), sums, wanting);
            }
            if (paths != null && !Double.isInfinite(paths.cost(area))) {
                choice.offer(paths.path(area), sums, wanting);
            }
        }
        return choice.best;
    }

    private boolean isWanting(double[] sums) {
        for (int k = 0; k < sums.length; k++) {
            if (!instance.rows().get(k).suffices(sums[k])) {
                return true;
            }
        }
        return false;
    }

    private @Nullable BitSet newPiece(int area, BitSet set) {
        BitSet piece = new BitSet();
        piece.set(area);
        BitSet all = (BitSet) set.clone();
        all.set(area);
        while (piece.cardinality() < instance.pieceAreasLeast()) {
            int grown = bestNeighbour(piece, all);
            if (grown < 0) {
                return touches(piece, set) ? piece : null;
            }
            piece.set(grown);
            all.set(grown);
        }
        return piece;
    }

    private boolean touches(BitSet piece, BitSet set) {
        return piece.stream().anyMatch(area -> {
            for (int neighbour : instance.neighbours(area)) {
                if (set.get(neighbour)) {
                    return true;
                }
            }
            return false;
        });
    }

    private CheapestPaths paths(BitSet from) {
        return new CheapestPaths(
                instance, from, closed, area -> (instance.use(area) + FREE) / (worth[area] + meanWorth / 2 + FREE));
    }

    /** The best step so far. */
    private final class Choice {

        private @Nullable BitSet best;
        private double bestRatio;

        /** While a floor is wanting, only what helps to meet one counts, by how much of what is wanting it brings. */
        void offer(@Nullable BitSet step, double[] sums, boolean wanting) {
            if (step == null) {
                return;
            }
            double needed = 0;
            for (int k = 0; k < sums.length; k++) {
                LinearRow row = instance.rows().get(k);
                double more = Instance.sum(row, step);
                if (row.hasUpper() && !row.fits(sums[k] + more)) {
                    return;
                }
                if (row.hasLower() && !row.suffices(sums[k])) {
                    needed += Math.min(more, row.lower() - sums[k]) / row.lower();
                }
            }
            double need = step.stream().mapToDouble(area -> worth[area]).sum();
            double use = step.stream().mapToDouble(instance::use).sum() + FREE;
            double ratio = (wanting ? needed * (1 + need / (meanWorth + need + FREE)) : need) / use;
            if (ratio > bestRatio) {
                bestRatio = ratio;
                best = step;
            }
        }
    }
}
