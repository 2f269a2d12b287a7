package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Lagrangean bound: every limit and floor has a price, an area's prize is its need less what it takes at these prices, and no set can
 * reach more than the best prizes and the worth of the limits (Geoffrion, 1974, Mathematical Programming Study 2:82-114, DOI
 * 10.1007/BFb0120690). Any prices of 0 or more give a bound; good ones are looked for step by step.
 */
final class Prices {

    /** So much for a piece that only one may be, when an area of it is known. */
    private static final double FORBIDDEN = 1e15;

    private final Instance instance;
    private final List<Side> sides = new ArrayList<>();
    private final DualAscent ascent;
    private final double[] prizes;

    /** The upper or the lower limit of a row; upper ones have sign 1. */
    private record Side(LinearRow row, int sign) {

        double limit() {
            return sign > 0 ? row.upper() : row.lower();
        }
    }

    Prices(Instance instance) {
        this.instance = instance;
        this.ascent = new DualAscent(instance);
        this.prizes = new double[instance.size()];
        for (LinearRow row : instance.rows()) {
            if (row.hasUpper()) {
                sides.add(new Side(row, 1));
            }
            if (row.hasLower()) {
                sides.add(new Side(row, -1));
            }
        }
    }

    /** How many prices there are: one for each limit and floor, the last one for pieces. */
    int count() {
        return sides.size() + 1;
    }

    DualAscent ascent() {
        return ascent;
    }

    /** The bound at some prices; what it is made of stays in {@link #ascent()} until the next bound. */
    double bound(double[] at, BitSet in, BitSet out) {
        double worth = 0;
        for (int area = 0; area < prizes.length; area++) {
            prizes[area] = instance.need(area);
        }
        for (int k = 0; k < sides.size(); k++) {
            if (at[k] > 0) {
                Side side = sides.get(k);
                worth += side.sign * at[k] * side.limit();
                for (int area = 0; area < prizes.length; area++) {
                    prizes[area] -= side.sign * at[k] * side.row.amount(area);
                }
            }
        }
        double pieceCost = instance.piecesMost() < instance.size() ? at[sides.size()] : 0;
        int root = in.nextSetBit(0);
        if (root < 0) {
            return worth + pieceCost * instance.piecesMost() + ascent.bound(prizes, in, out, root, pieceCost);
        }
        if (instance.piecesMost() == 1) {
            return worth + ascent.bound(prizes, in, out, root, FORBIDDEN);
        }
        return worth + pieceCost * (instance.piecesMost() - 1) + ascent.bound(prizes, in, out, root, pieceCost);
    }

    /** Prices to begin with: what the linear constraints alone are worth, by steps against the gradient. */
    double[] first(BitSet in, BitSet out) {
        double[] best = new double[count()];
        double[] at = new double[count()];
        double bound = bound(best, in, out);
        double scale = bound;
        for (int step = 1; step <= FIRST_STEPS; step++) {
            double length = scale / (2.0 + step);
            double[] excess = new double[sides.size()];
            double norm = 0;
            linear(at, in, out, excess);
            for (int k = 0; k < excess.length; k++) {
                excess[k] /= Math.max(1e-12, Math.abs(sides.get(k).limit()));
                norm += excess[k] * excess[k];
            }
            if (norm < 1e-12) {
                break;
            }
            for (int k = 0; k < excess.length; k++) {
                double unit = Math.max(1e-12, Math.abs(sides.get(k).limit()));
                at[k] = Math.max(0, at[k] + length * excess[k] / Math.sqrt(norm) / unit);
            }
            double next = linear(at, in, out, excess);
            if (next < bound) {
                bound = next;
                System.arraycopy(at, 0, best, 0, at.length);
            }
        }
        return best;
    }

    private static final int FIRST_STEPS = 300;

    /** The bound without pieces, and by how much each side is broken by what is best then. */
    private double linear(double[] at, BitSet in, BitSet out, double[] excess) {
        double worth = 0;
        for (int k = 0; k < sides.size(); k++) {
            excess[k] = -sides.get(k).sign * sides.get(k).limit();
            worth += sides.get(k).sign * at[k] * sides.get(k).limit();
        }
        for (int area = 0; area < instance.size(); area++) {
            if (out.get(area)) {
                continue;
            }
            double prize = instance.need(area);
            for (int k = 0; k < sides.size(); k++) {
                prize -= sides.get(k).sign * at[k] * sides.get(k).row.amount(area);
            }
            if (prize > 0 || in.get(area)) {
                worth += prize;
                for (int k = 0; k < sides.size(); k++) {
                    excess[k] += sides.get(k).sign * sides.get(k).row.amount(area);
                }
            }
        }
        return worth;
    }

    /**
     * Better prices, one after the other and in pairs with the price of pieces.
     *
     * @param at changed in place
     * @param widest the first step, as a share of a price
     * @param narrowest the last
     * @param enough where to stop looking
     * @return the bound at them
     */
    double improve(double[] at, BitSet in, BitSet out, double widest, double narrowest, double enough) {
        double bound = bound(at, in, out);
        int pieces = sides.size();
        boolean piecesMatter =
                instance.piecesMost() < instance.size() && !(instance.piecesMost() == 1 && !in.isEmpty());
        for (double step = widest; step >= narrowest && bound > enough; step /= 2) {
            boolean better = true;
            for (int round = 0; round < 4 && better && bound > enough; round++) {
                better = false;
                for (int k = 0; k < (piecesMatter ? count() : pieces); k++) {
                    for (double factor : new double[] {1 - step, 1 + step}) {
                        double next = tried(at, k, factor, -1, 1, in, out, bound);
                        better |= next < bound;
                        bound = next;
                    }
                    if (piecesMatter && k < pieces && at[k] > 0) {
                        for (double factor : new double[] {1 - step, 1 + step}) {
                            double next = tried(at, k, factor, pieces, 1 / factor / factor, in, out, bound);
                            better |= next < bound;
                            bound = next;
                        }
                    }
                }
            }
        }
        return bound;
    }

    private double tried(
            double[] at, int k, double factor, int other, double otherFactor, BitSet in, BitSet out, double bound) {
        double old = at[k];
        double oldOther = other < 0 ? 0 : at[other];
        at[k] = old * factor;
        if (other >= 0) {
            at[other] = oldOther * otherFactor;
        }
        double next = old == 0 ? bound : bound(at, in, out);
        if (next < bound) {
            return next;
        }
        at[k] = old;
        if (other >= 0) {
            at[other] = oldOther;
        }
        return bound;
    }

    /** Sets the price of pieces to the best of a few between nothing and what all areas bring. */
    double startPieces(double[] at, BitSet in, BitSet out) {
        double best = bound(at, in, out);
        if (instance.piecesMost() >= instance.size()) {
            return best;
        }
        int pieces = sides.size();
        double chosen = 0;
        double least = best / 4096;
        for (double price = best; price > least; price /= 2) {
            at[pieces] = price;
            double next = bound(at, in, out);
            if (next < best) {
                best = next;
                chosen = price;
            }
        }
        at[pieces] = chosen;
        return best;
    }
}
