package org.needscape.disclosure.tables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The cells that are not known exactly, in parts that no total ties together: each part can be looked at by itself. */
final class FreeParts {

    private FreeParts() {}

    /**
     * Cells tied together.
     *
     * @param cells free cells, in no order
     * @param hasRing whether two of its lines are tied together in more than one way, so that looking at one line at a time does
     *     not tell everything
     */
    record Part(List<Integer> cells, boolean hasRing) {}

    static List<Part> of(LinkedTables tables, Knowledge knowledge) {
        List<Part> parts = new ArrayList<>();
        BitSet seen = new BitSet();
        for (int cell = 0; cell < tables.size(); cell++) {
            if (knowledge.isFree(cell) && !seen.get(cell)) {
                parts.add(around(tables, knowledge, cell, Integer.MAX_VALUE, seen));
            }
        }
        return parts;
    }

    /** The free cells nearest to one, by the number of totals between them, at most so many. */
    static List<Integer> near(LinkedTables tables, Knowledge knowledge, int cell, int most) {
        return around(tables, knowledge, cell, most, new BitSet()).cells();
    }

    private static Part around(LinkedTables tables, Knowledge knowledge, int start, int most, BitSet seen) {
        List<Integer> cells = new ArrayList<>();
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        BitSet lines = new BitSet();
        long ends = 0;
        waiting.add(start);
        seen.set(start);
        while (!waiting.isEmpty() && cells.size() < most) {
            int cell = waiting.remove();
            cells.add(cell);
            for (int line : tables.linesOf(cell)) {
                ends++;
                if (!lines.get(line)) {
                    lines.set(line);
                    for (int other : tables.line(line)) {
                        if (knowledge.isFree(other) && !seen.get(other)) {
                            seen.set(other);
                            waiting.add(other);
                        }
                    }
                }
            }
        }
        // A tree has one tie fewer than it has cells and lines.
        return new Part(cells, ends > cells.size() + lines.cardinality() - 1L);
    }
}
