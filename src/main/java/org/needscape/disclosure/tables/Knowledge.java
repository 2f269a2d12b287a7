package org.needscape.disclosure.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * What somebody who sees everything published knows of each cell: the least and the greatest that it can be. A published cell is
 * known exactly; a rounded one to its rounding; a hidden one to what the rules of hiding say. {@link #propagate} draws the
 * conclusions that single totals allow.
 */
final class Knowledge {

    /** No limit; small enough for thousands of them to be added. */
    static final long NO_LIMIT = Long.MAX_VALUE / (1L << 24);

    /** In rings of lines limits may creep by ones for long; stopping early leaves them wider, never wrong. */
    private static final int MOST_PASSES = 500;

    private final long[] lower;
    private final long[] upper;

    Knowledge(int cells) {
        this.lower = new long[cells];
        this.upper = new long[cells];
        Arrays.fill(upper, NO_LIMIT);
    }

    private Knowledge(Knowledge other) {
        this.lower = other.lower.clone();
        this.upper = other.upper.clone();
    }

    Knowledge copy() {
        return new Knowledge(this);
    }

    void set(int cell, long least, long greatest) {
        lower[cell] = least;
        upper[cell] = Math.min(greatest, NO_LIMIT);
    }

    long lower(int cell) {
        return lower[cell];
    }

    /** The greatest count, {@link #NO_LIMIT} without one. */
    long upper(int cell) {
        return upper[cell];
    }

    /** Whether a cell may have more than one count. */
    boolean isFree(int cell) {
        return lower[cell] < upper[cell];
    }

    long width(int cell) {
        return upper[cell] >= NO_LIMIT ? NO_LIMIT : upper[cell] - lower[cell];
    }

    CountRange range(int cell) {
        return CountRange.of(lower[cell], upper[cell]);
    }

    /**
     * Narrows every cell by every line until nothing changes: a total lies between the sums of its parts' limits, and a part
     * between the total less the other parts' limits. What remains holds every solution; where no two lines form a ring it is exact.
     *
     * @throws IllegalArgumentException when no solution remains: what is published contradicts itself
     */
    void propagate(LinkedTables tables) {
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        BitSet queued = new BitSet();
        int[] passes = new int[tables.lineCount()];
        for (int line = 0; line < tables.lineCount(); line++) {
            waiting.add(line);
        }
        queued.set(0, tables.lineCount());
        while (!waiting.isEmpty()) {
            int line = waiting.remove();
            queued.clear(line);
            passes[line]++;
            for (int cell : narrow(tables.line(line), line)) {
                for (int other : tables.linesOf(cell)) {
                    if (!queued.get(other) && passes[other] < MOST_PASSES) {
                        queued.set(other);
                        waiting.add(other);
                    }
                }
            }
        }
    }

    /** Narrows the cells of one line and says which have changed. */
    private List<Integer> narrow(int[] cells, int line) {
        int total = cells[0];
        long least = 0;
        long greatest = 0;
        int unlimited = 0;
        for (int at = 1; at < cells.length; at++) {
            least += lower[cells[at]];
            if (upper[cells[at]] >= NO_LIMIT) {
                unlimited++;
            } else {
                greatest += upper[cells[at]];
            }
        }
        List<Integer> changed = new ArrayList<>();
        long totalLower = lower[total];
        long totalUpper = upper[total];
        narrow(total, least, unlimited > 0 ? NO_LIMIT : greatest, line, changed);
        for (int at = 1; at < cells.length; at++) {
            int part = cells[at];
            boolean limited = upper[part] < NO_LIMIT;
            boolean othersLimited = unlimited == (limited ? 0 : 1);
            long partLeast = othersLimited ? totalLower - (greatest - (limited ? upper[part] : 0)) : 0;
            long partGreatest = totalUpper >= NO_LIMIT ? NO_LIMIT : totalUpper - (least - lower[part]);
            narrow(part, partLeast, partGreatest, line, changed);
        }
        return changed;
    }

    private void narrow(int cell, long least, long greatest, int line, List<Integer> changed) {
        long newLower = Math.max(lower[cell], least);
        long newUpper = Math.min(upper[cell], greatest);
        if (newLower > newUpper) {
            throw contradiction(line);
        }
        if (newLower != lower[cell] || newUpper != upper[cell]) {
            lower[cell] = newLower;
            upper[cell] = newUpper;
            changed.add(cell);
        }
    }

    private static IllegalArgumentException contradiction(int line) {
        return new IllegalArgumentException("The cells of total " + line + " contradict each other.");
    }
}
