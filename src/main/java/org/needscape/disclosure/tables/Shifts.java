package org.needscape.disclosure.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Shows that a cell is safe by finding other counts that agree with everything published. Starting from the true counts it moves
 * the cell by one person and repairs the totals that no longer add up by moving other hidden cells by one, until all of them do;
 * then it goes on from there. What it finds proves that nobody can tell; that it finds nothing proves nothing.
 *
 * <p>Every solution found serves all cells that it moves.
 */
final class Shifts {

    /** Few cells first: long ways around are many and mostly lead nowhere. */
    private static final int[] MOST_CELLS = {4, 6, 9, 16};

    private static final int MOST_TRIES = 400;
    private static final int WIDEST_CHOICE = 12;

    private final LinkedTables tables;
    private final Knowledge knowledge;
    private final long[] counts;
    private final long[] least;
    private final long[] greatest;
    private final int[] offBy;
    private final List<Integer> offLines = new ArrayList<>();
    private final List<Integer> movedCells = new ArrayList<>();
    private final int[] movedBy;
    private int triesLeft;
    private int mostCells;

    /** @param knowledge of free cells; only those whose true counts are known here, and all that they are tied to, can be asked */
    Shifts(LinkedTables tables, Knowledge knowledge) {
        this.tables = tables;
        this.knowledge = knowledge;
        this.counts = new long[tables.size()];
        startFromTruth();
        this.least = counts.clone();
        this.greatest = counts.clone();
        this.offBy = new int[tables.lineCount()];
        this.movedBy = new int[tables.size()];
    }

    /** Whether solutions are found in which the cell's counts lie at least this far apart. */
    boolean isWide(int cell, long width) {
        pushBothWays(cell, width);
        if (greatest[cell] - least[cell] < width) {
            // Earlier searches may have left others with no room to move.
            startFromTruth();
            pushBothWays(cell, width);
        }
        return greatest[cell] - least[cell] >= width;
    }

    /** Takes counts that were found elsewhere to agree with everything published. */
    void witness(Map<Integer, Long> solution) {
        solution.forEach((cell, count) -> {
            least[cell] = Math.min(least[cell], count);
            greatest[cell] = Math.max(greatest[cell], count);
        });
    }

    /** How far apart the counts lie that a cell has in the solutions found so far. */
    long widthFound(int cell) {
        return greatest[cell] - least[cell];
    }

    private void pushBothWays(int cell, long width) {
        push(cell, 1, width);
        push(cell, -1, width);
        push(cell, 1, width);
    }

    private void startFromTruth() {
        for (int cell = 0; cell < counts.length; cell++) {
            counts[cell] = tables.isKnown(cell) ? tables.count(cell) : 0;
        }
    }

    /** Moves one way as far as it goes or is needed. */
    private void push(int cell, int step, long width) {
        while (greatest[cell] - least[cell] < width && fits(cell, step) && found(cell, step)) {
            for (int each : movedCells) {
                least[each] = Math.min(least[each], counts[each]);
                greatest[each] = Math.max(greatest[each], counts[each]);
                movedBy[each] = 0;
            }
            movedCells.clear();
        }
    }

    private boolean found(int cell, int step) {
        move(cell, step);
        for (int most : MOST_CELLS) {
            mostCells = most;
            triesLeft = MOST_TRIES;
            if (repair()) {
                return true;
            }
        }
        undo();
        return false;
    }

    /** Where all totals above are hidden they go along, and nothing else has to. */
    private boolean isRepairedByTotals() {
        int before = movedCells.size();
        for (int at = 0; at < offLines.size(); at++) {
            int total = tables.totalOf(offLines.get(at));
            int step = Integer.signum(offBy[offLines.get(at)]);
            if (canMove(total, step)) {
                move(total, step);
                at = -1;
            }
        }
        if (offLines.isEmpty()) {
            return true;
        }
        while (movedCells.size() > before) {
            undo();
        }
        return false;
    }

    private boolean repair() {
        if (offLines.isEmpty() || isRepairedByTotals()) {
            return true;
        }
        if (movedCells.size() >= mostCells) {
            return false;
        }
        for (Choice choice : choices(shortestOffLine())) {
            if (triesLeft-- <= 0) {
                return false;
            }
            move(choice.cell(), choice.step());
            if (repair()) {
                return true;
            }
            undo();
        }
        return false;
    }

    /** The line that leaves least choice. */
    private int shortestOffLine() {
        int found = offLines.get(0);
        for (int line : offLines) {
            if (tables.line(line).length < tables.line(found).length) {
                found = line;
            }
        }
        return found;
    }

    /** A cell that would make a line add up again, and how promising that is. */
    private record Choice(int cell, int step, int promise) {}

    private List<Choice> choices(int line) {
        BitSet near = linesNear(line);
        List<Choice> found = new ArrayList<>();
        int direction = -Integer.signum(offBy[line]);
        for (int cell : tables.line(line)) {
            int step = direction * tables.sign(line, cell);
            if (canMove(cell, step)) {
                found.add(new Choice(cell, step, promise(cell, step, near)));
            }
        }
        found.sort(Comparator.comparingInt(Choice::promise).reversed());
        return found.size() > WIDEST_CHOICE ? found.subList(0, WIDEST_CHOICE) : found;
    }

    /** The lines that a cell of another line that is off would repair. */
    private BitSet linesNear(int line) {
        BitSet near = new BitSet();
        for (int off : offLines) {
            if (off != line) {
                int direction = -Integer.signum(offBy[off]);
                for (int cell : tables.line(off)) {
                    if (canMove(cell, direction * tables.sign(off, cell))) {
                        for (int other : tables.linesOf(cell)) {
                            near.set(other);
                        }
                    }
                }
            }
        }
        return near;
    }

    private int promise(int cell, int step, BitSet near) {
        int promise = 0;
        for (int line : tables.linesOf(cell)) {
            int after = offBy[line] + tables.sign(line, cell) * step;
            if (Math.abs(after) < Math.abs(offBy[line])) {
                promise += 4;
            } else {
                promise -= near.get(line) ? 3 : 4;
            }
        }
        return promise;
    }

    private boolean canMove(int cell, int step) {
        return movedBy[cell] == 0 && knowledge.isFree(cell) && fits(cell, step);
    }

    private boolean fits(int cell, int step) {
        long count = counts[cell] + step;
        return count >= knowledge.lower(cell) && count <= knowledge.upper(cell);
    }

    private void move(int cell, int step) {
        movedCells.add(cell);
        movedBy[cell] = step;
        shift(cell, step);
    }

    private void undo() {
        int cell = movedCells.remove(movedCells.size() - 1);
        shift(cell, -movedBy[cell]);
        movedBy[cell] = 0;
    }

    private void shift(int cell, int step) {
        counts[cell] += step;
        for (int line : tables.linesOf(cell)) {
            int before = offBy[line];
            offBy[line] = before + tables.sign(line, cell) * step;
            if (before == 0) {
                offLines.add(line);
            } else if (offBy[line] == 0) {
                offLines.remove((Integer) line);
            }
        }
    }
}
