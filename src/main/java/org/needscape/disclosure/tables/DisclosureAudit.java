package org.needscape.disclosure.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Works out what somebody who sees everything published can tell about each hidden cell: the least and the greatest count it can
 * have.
 *
 * <p>Three steps, each only for cells that the one before leaves open. Limits are narrowed line by line, which is exact where lines
 * form no ring. Then other solutions near the true one are looked for ({@link Shifts}): two solutions far enough apart prove a cell
 * safe. What still is open is settled by linear programming ({@link CellProgramme}), over everything that is tied to the cell when
 * that is little, else over its surroundings with all cells farther away held at their true counts. Holding them leaves out
 * solutions, so a cell that passes is safe, and one that does not is treated as if it were known.
 */
final class DisclosureAudit {

    /** Parts up to this size are solved whole. */
    static final int CELLS_SOLVED_WHOLE = 160;

    private static final int CELLS_AROUND = 120;

    private final LinkedTables tables;
    private final Knowledge knowledge;

    /** @param published what is known of each cell without drawing conclusions */
    DisclosureAudit(LinkedTables tables, Knowledge published) {
        this.tables = tables;
        this.knowledge = published.copy();
        knowledge.propagate(tables);
    }

    /**
     * What can be told of a cell.
     *
     * @param cell its number
     * @param range its counts
     * @param exact whether each end can be reached; otherwise the range is the widest that it may be
     */
    record Finding(int cell, CountRange range, boolean exact) {}

    /**
     * The cells that are not proven to be wide enough.
     *
     * @param required how wide each must be, 0 for any
     * @param proven cells proven before; what is proven now is added. Hiding more cells never takes a proof back
     */
    List<Integer> unproven(int[] required, BitSet proven) {
        List<Integer> found = new ArrayList<>();
        for (int cell = 0; cell < tables.size(); cell++) {
            if (required[cell] > 0 && !proven.get(cell) && !knowledge.isFree(cell)) {
                found.add(cell);
            }
        }
        Shifts shifts = new Shifts(tables, knowledge);
        for (FreeParts.Part part : FreeParts.of(tables, knowledge)) {
            boolean allKnown = part.cells().stream().allMatch(tables::isKnown);
            for (int cell : part.cells()) {
                if (required[cell] == 0 || proven.get(cell)) {
                    continue;
                }
                if (isWide(part, cell, required[cell], allKnown, shifts)) {
                    proven.set(cell);
                } else {
                    found.add(cell);
                }
            }
        }
        return found;
    }

    private boolean isWide(FreeParts.Part part, int cell, int width, boolean allKnown, Shifts shifts) {
        if (knowledge.width(cell) < width) {
            return false;
        }
        if (!part.hasRing()) {
            return true;
        }
        if (allKnown && shifts.isWide(cell, width)) {
            return true;
        }
        if (part.cells().size() <= CELLS_SOLVED_WHOLE || !allKnown) {
            return solve(part.cells(), cell).width() >= width;
        }
        return solve(FreeParts.near(tables, knowledge, cell, CELLS_AROUND), cell)
                        .width()
                >= width;
    }

    /** What can be told of cells: exactly, but for parts with rings that are too large to be solved whole. */
    List<Finding> findings(int[] required) {
        List<Finding> findings = new ArrayList<>();
        for (FreeParts.Part part : FreeParts.of(tables, knowledge)) {
            boolean solved = part.hasRing() && part.cells().size() <= CELLS_SOLVED_WHOLE;
            for (int cell : part.cells()) {
                if (required[cell] > 0) {
                    CountRange range = solved ? solve(part.cells(), cell) : knowledge.range(cell);
                    findings.add(new Finding(cell, range, solved || !part.hasRing()));
                }
            }
        }
        for (int cell = 0; cell < tables.size(); cell++) {
            if (required[cell] > 0 && !knowledge.isFree(cell)) {
                findings.add(new Finding(cell, knowledge.range(cell), true));
            }
        }
        return findings;
    }

    private CountRange solve(List<Integer> cells, int cell) {
        return new CellProgramme(
                        tables,
                        knowledge,
                        cells,
                        other -> knowledge.isFree(other) ? tables.count(other) : knowledge.lower(other))
                .range(cell);
    }
}
