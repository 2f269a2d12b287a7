package org.needscape.targeting.solver;

import java.util.BitSet;
import java.util.List;

/** Decides areas that only one way is left for, once others are decided. */
final class Propagation {

    private final Instance instance;

    Propagation(Instance instance) {
        this.instance = instance;
    }

    /**
     * Decides what follows.
     *
     * @param in areas that are chosen; more are added
     * @param out areas that are not; more are added
     * @return false when no set is left
     */
    boolean run(BitSet in, BitSet out) {
        int decided = -1;
        while (decided < in.cardinality() + out.cardinality()) {
            decided = in.cardinality() + out.cardinality();
            if (in.intersects(out) || !limits(in, out) || (instance.hasPieces() && !pieces(in, out))) {
                return false;
            }
        }
        return true;
    }

    private BitSet free(BitSet in, BitSet out) {
        BitSet free = new BitSet();
        free.set(0, instance.size());
        free.andNot(in);
        free.andNot(out);
        return free;
    }

    private boolean limits(BitSet in, BitSet out) {
        for (LinearRow row : instance.rows()) {
            double sum = Instance.sum(row, in);
            if (!row.fits(sum)) {
                return false;
            }
            BitSet free = free(in, out);
            if (row.hasUpper()) {
                free.stream().filter(area -> !row.fits(sum + row.amount(area))).forEach(out::set);
            }
            if (row.hasLower()) {
                BitSet left = free(in, out);
                double all = sum + Instance.sum(row, left);
                if (!row.suffices(all)) {
                    return false;
                }
                left.stream()
                        .filter(area -> !row.suffices(all - row.amount(area)))
                        .forEach(in::set);
            }
        }
        return !in.intersects(out);
    }

    private boolean pieces(BitSet in, BitSet out) {
        BitSet possible = free(in, out);
        possible.or(in);
        List<BitSet> pieces = instance.pieces(possible);
        int begun = 0;
        for (BitSet piece : pieces) {
            boolean isBegun = piece.intersects(in);
            if (piece.cardinality() < instance.pieceAreasLeast()) {
                if (isBegun) {
                    return false;
                }
                out.or(piece);
            }
            begun += isBegun ? 1 : 0;
        }
        if (begun > instance.piecesMost()) {
            return false;
        }
        if (begun == instance.piecesMost()) {
            pieces.stream().filter(piece -> !piece.intersects(in)).forEach(out::or);
        }
        return instance.piecesMost() > 1 || in.isEmpty() || reach(in, out);
    }

    /** In a single piece, an area is out of reach when the cheapest way to it does not fit a limit. */
    private boolean reach(BitSet in, BitSet out) {
        BitSet root = new BitSet();
        root.set(in.nextSetBit(0));
        for (LinearRow row : instance.rows()) {
            if (row.hasUpper()) {
                double sum = Instance.sum(row, in);
                CheapestPaths paths =
                        new CheapestPaths(instance, root, out, area -> in.get(area) ? 0 : row.amount(area));
                if (in.stream().anyMatch(area -> !row.fits(sum + paths.cost(area)))) {
                    return false;
                }
                free(in, out).stream()
                        .filter(area -> !row.fits(sum + paths.cost(area)))
                        .forEach(out::set);
            }
        }
        return true;
    }
}
