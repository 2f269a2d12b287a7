package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.needscape.stats.SeededDraws;

/**
 * Makes a set better: takes areas that fit, swaps one area for another with more need, and now and then gives up a corner of the set and
 * builds it up anew. Chance comes from a fixed seed, so that the same set becomes the same.
 */
final class LocalSearch {

    private static final long SEED = 8;

    /** Up to how much the need is seen larger or smaller when a corner is built up otherwise, as a logarithm. */
    private static final double BLUR = 0.5;

    private final Instance instance;
    private final Construction construction;
    private final BitSet fixed;
    private final BitSet closed;

    /**
     * @param fixed areas that stay
     * @param closed areas that are not taken
     */
    LocalSearch(Instance instance, BitSet fixed, BitSet closed) {
        this.instance = instance;
        this.construction = new Construction(instance, closed);
        this.fixed = fixed;
        this.closed = closed;
    }

    /** The set after all swaps that bring more need. */
    BitSet swapped(BitSet set) {
        BitSet best = set;
        while (true) {
            Optional<BitSet> next = swap(best);
            if (next.isEmpty()) {
                return best;
            }
            best = construction.from(next.get()).orElse(next.get());
        }
    }

    /** The best set after some rounds of giving up a corner. */
    BitSet shaken(BitSet set, int rounds, long stream) {
        BitSet best = swapped(set);
        SeededDraws draws = SeededDraws.of(SEED, stream);
        for (int round = 0; round < rounds && !best.isEmpty(); round++) {
            BitSet kept = withoutCorner(best, draws);
            Optional<BitSet> rebuilt = round % 2 == 0
                    ? construction.from(kept)
                    : blurred(draws)
                            .from(kept)
                            .map(built -> construction.from(built).orElse(built));
            if (rebuilt.isPresent()) {
                BitSet next = swapped(rebuilt.get());
                if (instance.need(next) > instance.need(best)) {
                    best = next;
                }
            }
        }
        return best;
    }

    private Construction blurred(SeededDraws draws) {
        double[] worth = new double[instance.size()];
        for (int area = 0; area < worth.length; area++) {
            worth[area] = instance.need(area) * Math.exp(BLUR * (2 * draws.uniform() - 1));
        }
        return new Construction(instance, closed, worth);
    }

    private BitSet withoutCorner(BitSet set, SeededDraws draws) {
        int[] areas = set.stream().toArray();
        int target = 1 + (int) (draws.uniform() * Math.max(1, areas.length * 0.6));
        BitSet corner = new BitSet();
        List<Integer> queue = new ArrayList<>(List.of(areas[(int) (draws.uniform() * areas.length)]));
        for (int k = 0; k < queue.size() && corner.cardinality() < target; k++) {
            corner.set(queue.get(k));
            for (int neighbour : instance.neighbours(queue.get(k))) {
                if (set.get(neighbour) && !queue.contains(neighbour)) {
                    queue.add(neighbour);
                }
            }
        }
        BitSet kept = (BitSet) set.clone();
        kept.andNot(corner);
        if (instance.hasPieces()) {
            List<BitSet> pieces = new ArrayList<>(instance.pieces(kept));
            pieces.sort(Comparator.comparingDouble(instance::need));
            int most = Math.max(1, instance.piecesMost() - (draws.uniform() < 0.5 ? 1 : 0));
            for (int k = 0; k < pieces.size() - most; k++) {
                kept.andNot(pieces.get(k));
            }
        }
        kept.or(fixed);
        return kept;
    }

    private Optional<BitSet> swap(BitSet set) {
        List<Swap> swaps = new ArrayList<>();
        double[] sums = instance.rows().stream()
                .mapToDouble(row -> Instance.sum(row, set))
                .toArray();
        for (int taken = 0; taken < instance.size(); taken++) {
            if (set.get(taken) || closed.get(taken)) {
                continue;
            }
            for (int given = set.nextSetBit(0); given >= 0; given = set.nextSetBit(given + 1)) {
                double gain = instance.need(taken) - instance.need(given);
                if (gain > 0 && !fixed.get(given) && rowsHold(sums, taken, given)) {
                    swaps.add(new Swap(gain, taken, given));
                }
            }
        }
        swaps.sort(Comparator.comparingDouble(Swap::gain).reversed());
        for (Swap swap : swaps) {
            BitSet next = (BitSet) set.clone();
            next.clear(swap.given);
            next.set(swap.taken);
            if (instance.piecesHold(next)) {
                return Optional.of(next);
            }
        }
        return Optional.empty();
    }

    private boolean rowsHold(double[] sums, int taken, int given) {
        for (int k = 0; k < sums.length; k++) {
            LinearRow row = instance.rows().get(k);
            double sum = sums[k] + row.amount(taken) - row.amount(given);
            if (!row.fits(sum) || !row.suffices(sum)) {
                return false;
            }
        }
        return true;
    }

    private record Swap(double gain, int taken, int given) {}
}
