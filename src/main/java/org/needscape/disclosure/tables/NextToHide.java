package org.needscape.disclosure.tables;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * Chooses what is hidden next: what matters least to readers and draws least after it. Zeros are never chosen, since a hidden zero
 * would make every hidden count possibly none; nor is what everybody knows already, since hiding it protects nothing.
 */
final class NextToHide {

    /** About what one more hidden cell is worth, in people, where hiding one makes another follow. */
    private static final long COST_OF_ANOTHER = 20;

    /** More than any count. */
    private static final long COST_OF_KEPT = 1L << 40;

    /** How many totals around a cell are searched for something that matters less. */
    private static final int NEAR_TOTALS = 60;

    private final LinkedTables tables;
    private final HiddenCells hidden;
    private final boolean rounds;

    /** @param rounds whether counts are shown rounded, so that only what rounded totals tell is hidden */
    NextToHide(LinkedTables tables, HiddenCells hidden, boolean rounds) {
        this.tables = tables;
        this.hidden = hidden;
        this.rounds = rounds;
    }

    /** The smallest part that is shown and not zero, first of those with which least has to follow elsewhere; else the total. */
    OptionalInt nextSmallest(int line) {
        int[] cells = tables.line(line);
        int found = -1;
        for (int at = 1; at < cells.length; at++) {
            if (canBeHidden(cells[at]) && (found < 0 || comesBefore(cells[at], found))) {
                found = cells[at];
            }
        }
        if (found < 0 && canBeHidden(cells[0])) {
            found = cells[0];
        }
        return of(found);
    }

    /** What is best hidden for a cell that is known too well; empty when nothing is left that it is tied to. */
    OptionalInt anotherFor(int cell, boolean byOneTotal, Knowledge now) {
        OptionalInt found = tightest(cell, now, byOneTotal);
        if (found.isEmpty()) {
            found = nearest(cell, NEAR_TOTALS, false);
        }
        if (found.isEmpty()) {
            found = tightest(cell, now, true);
        }
        return found.isPresent() ? found : nearest(cell, Integer.MAX_VALUE, true);
    }

    /** Whether a cell is tied to something, other than a zero, that everybody knows already. */
    boolean isHeldByWhatIsKnown(int start) {
        BitSet seen = new BitSet();
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        waiting.add(start);
        while (!waiting.isEmpty()) {
            for (int line : tables.linesOf(waiting.remove())) {
                if (!seen.get(line)) {
                    seen.set(line);
                    for (int cell : tables.line(line)) {
                        if (tables.isKnownToAll(cell) && tables.count(cell) > 0) {
                            return true;
                        }
                        waiting.add(cell);
                    }
                }
            }
        }
        return false;
    }

    private boolean comesBefore(int cell, int other) {
        int lines = hidden.linesOpened(cell);
        int otherLines = hidden.linesOpened(other);
        return lines < otherLines || (lines == otherLines && tables.count(cell) < tables.count(other));
    }

    /** What is best hidden of a line: what costs least; among rounded counts the total first, it tells most. */
    private OptionalInt cheapest(int line) {
        int[] cells = tables.line(line);
        if (rounds && canBeHidden(cells[0])) {
            return OptionalInt.of(cells[0]);
        }
        int found = -1;
        for (int cell : cells) {
            if (canBeHidden(cell) && (found < 0 || cost(cell) < cost(found))) {
                found = cell;
            }
        }
        return of(found);
    }

    /** Its count, since hiding small ones loses least, and what would have to be hidden with it in other totals. */
    private long cost(int cell) {
        return (tables.isKeptIfPossible(cell) ? COST_OF_KEPT : 0)
                + tables.count(cell)
                + COST_OF_ANOTHER * hidden.linesOpened(cell);
    }

    private boolean canBeHidden(int cell) {
        return !hidden.isHidden(cell) && !tables.isKnownToAll(cell) && (rounds || tables.count(cell) > 0);
    }

    /** Something of the total whose other cells leave it least room. */
    private OptionalInt tightest(int cell, Knowledge now, boolean anything) {
        int found = -1;
        long least = Long.MAX_VALUE;
        for (int line : tables.linesOf(cell)) {
            OptionalInt here = cheapest(line);
            if (here.isPresent() && (anything || !tables.isKeptIfPossible(here.getAsInt()))) {
                long room = room(line, cell, now);
                if (room < least) {
                    found = here.getAsInt();
                    least = room;
                }
            }
        }
        return of(found);
    }

    private long room(int line, int cell, Knowledge now) {
        long room = 0;
        for (int other : tables.line(line)) {
            room += other == cell ? 0 : Math.min(now.width(other), Integer.MAX_VALUE);
        }
        return room;
    }

    /** Something of the nearest total that has something left to hide, of at most so many totals looked at. */
    private OptionalInt nearest(int start, int most, boolean anything) {
        BitSet seen = new BitSet();
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        waiting.add(start);
        while (!waiting.isEmpty() && seen.cardinality() < most) {
            int cell = waiting.remove();
            for (int line : tables.linesOf(cell)) {
                if (!seen.get(line)) {
                    seen.set(line);
                    OptionalInt here = cheapest(line);
                    if (here.isPresent() && (anything || !tables.isKeptIfPossible(here.getAsInt()))) {
                        return here;
                    }
                    for (int next : tables.line(line)) {
                        waiting.add(next);
                    }
                }
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt of(int found) {
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
