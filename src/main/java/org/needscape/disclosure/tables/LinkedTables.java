package org.needscape.disclosure.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Counts of people and the totals that tie them together: areas in districts in a county, categories in their sum, years in several
 * years together. Every count is a cell with a number from 0; every total is a line, {@code total = sum of its parts}, over cells.
 * A cell may stand in many lines, as a part in some and as the total of others.
 *
 * <p>This is the sparse system <em>A x = t</em> of the literature (Hundepool et al. 2012, section 4). Immutable.
 */
public final class LinkedTables {

    private static final long UNKNOWN = -1;

    private final long[] counts;
    private final int[][] lines;
    private final int[][] linesOf;
    private final BitSet totals = new BitSet();
    private final BitSet kept;
    private final BitSet known;
    private final BitSet notToBeTold;

    private LinkedTables(long[] counts, int[][] lines, BitSet kept, BitSet known, BitSet notToBeTold) {
        this.notToBeTold = notToBeTold;
        this.kept = kept;
        this.known = known;
        this.counts = counts;
        this.lines = lines;
        this.linesOf = linesOf(counts.length, lines);
        for (int[] line : lines) {
            totals.set(line[0]);
        }
    }

    /** Collects cells and totals. Not safe for many threads. */
    public static final class Builder {

        private long[] counts = new long[64];
        private int size;
        private final List<int[]> lines = new ArrayList<>();
        private final BitSet kept = new BitSet();
        private final BitSet known = new BitSet();
        private final BitSet notToBeTold = new BitSet();

        /**
         * Adds a cell.
         *
         * @param count exact, 0 or more
         * @return its number, from 0
         */
        public int addCell(long count) {
            if (count < 0) {
                throw new IllegalArgumentException("A count is 0 or more, not " + count + ".");
            }
            return add(count);
        }

        /** Adds a cell whose count is known to nobody here, such as one that its publisher has hidden. */
        public int addUnknownCell() {
            return add(UNKNOWN);
        }

        /**
         * Adds a total.
         *
         * @param total the cell of the total
         * @param parts the cells that add up to it, at least one, none twice
         */
        public void addTotal(int total, int... parts) {
            int[] line = new int[parts.length + 1];
            line[0] = total;
            System.arraycopy(parts, 0, line, 1, parts.length);
            if (parts.length == 0
                    || Arrays.stream(line).distinct().count() != line.length
                    || Arrays.stream(line).anyMatch(cell -> cell < 0 || cell >= size)) {
                throw new IllegalArgumentException("A total has at least one part, and every cell once.");
            }
            lines.add(line);
        }

        /** Says that a cell matters to readers as a whole, such as the total of a district: others are hidden rather than it. */
        public void keepIfPossible(int cell) {
            kept.set(cell);
        }

        /**
         * Says that everybody knows the count of a cell already, because it was shown as it is before. Hiding it would protect
         * nothing, so it is hidden only where it is small, and nothing is built upon that.
         */
        public void knownToAll(int cell) {
            known.set(cell);
        }

        /** Says that a count must not be told whatever it is, such as one that differs by few from what was shown of it before. */
        public void notToBeTold(int cell) {
            notToBeTold.set(cell);
        }

        /** The count of a cell that was added. */
        public long count(int cell) {
            if (cell >= size || counts[cell] == UNKNOWN) {
                throw new IllegalArgumentException("There is no count of cell " + cell + ".");
            }
            return counts[cell];
        }

        public LinkedTables build() {
            return new LinkedTables(
                    Arrays.copyOf(counts, size),
                    lines.toArray(int[][]::new),
                    (BitSet) kept.clone(),
                    (BitSet) known.clone(),
                    (BitSet) notToBeTold.clone());
        }

        private int add(long count) {
            if (size == counts.length) {
                counts = Arrays.copyOf(counts, size * 2);
            }
            counts[size] = count;
            return size++;
        }
    }

    /** How many cells there are. */
    public int size() {
        return counts.length;
    }

    /** How many totals there are. */
    public int lineCount() {
        return lines.length;
    }

    /** The cell of a total. */
    public int totalOf(int line) {
        return lines[line][0];
    }

    /** Whether a cell is the total of others. */
    public boolean isTotal(int cell) {
        return totals.get(cell);
    }

    /** Whether a cell is to be shown if possible, and others hidden rather than it. */
    boolean isKeptIfPossible(int cell) {
        return kept.get(cell);
    }

    /** Whether everybody knows the count of a cell already, because it was shown as it is before. */
    boolean isKnownToAll(int cell) {
        return known.get(cell);
    }

    /** Whether a count must not be told whatever it is. */
    boolean isNotToBeTold(int cell) {
        return notToBeTold.get(cell);
    }

    /** Whether the exact count of a cell is known here. */
    public boolean isKnown(int cell) {
        return counts[cell] != UNKNOWN;
    }

    /**
     * The exact count of a cell.
     *
     * @throws IllegalStateException when nobody here knows it
     */
    public long count(int cell) {
        if (counts[cell] == UNKNOWN) {
            throw new IllegalStateException("The count of cell " + cell + " is not known.");
        }
        return counts[cell];
    }

    /** The lines whose numbers cannot be right together: the parts do not add up to the total, or to more where some are unknown. */
    public List<Integer> contradictions() {
        List<Integer> found = new ArrayList<>();
        for (int line = 0; line < lines.length; line++) {
            if (!isKnown(totalOf(line))) {
                continue;
            }
            long sum = 0;
            boolean complete = true;
            for (int at = 1; at < lines[line].length; at++) {
                int part = lines[line][at];
                complete &= isKnown(part);
                sum += isKnown(part) ? counts[part] : 0;
            }
            long total = counts[totalOf(line)];
            if (complete ? sum != total : sum > total) {
                found.add(line);
            }
        }
        return found;
    }

    /** The cells of a line, its total first. Not to be changed. */
    int[] line(int line) {
        return lines[line];
    }

    /** The lines that a cell stands in. Not to be changed. */
    int[] linesOf(int cell) {
        return linesOf[cell];
    }

    /** What a cell counts in a line: 1 for a part and -1 for the total, so that the line adds up to 0. */
    int sign(int line, int cell) {
        return lines[line][0] == cell ? -1 : 1;
    }

    private static int[][] linesOf(int cells, int[][] lines) {
        int[] degree = new int[cells];
        for (int[] line : lines) {
            for (int cell : line) {
                degree[cell]++;
            }
        }
        int[][] of = new int[cells][];
        for (int cell = 0; cell < cells; cell++) {
            of[cell] = new int[degree[cell]];
        }
        int[] filled = new int[cells];
        for (int line = 0; line < lines.length; line++) {
            for (int cell : lines[line]) {
                of[cell][filled[cell]++] = line;
            }
        }
        return of;
    }
}
