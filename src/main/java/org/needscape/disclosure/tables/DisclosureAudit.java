package org.needscape.disclosure.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Works out what somebody who sees everything published can tell about each hidden cell: the least and the greatest count it can
 * have.
 *
 * <p>Three steps, each only for cells that the one before leaves open. Limits are narrowed line by line, which is exact where lines
 * form no ring. Then other solutions near the true one are looked for ({@link Shifts}): two solutions far enough apart prove a cell
 * safe. What still is open is settled by linear programming ({@link CellProgramme}): over everything that is tied to the cell when
 * that is little; for larger parts first by solutions of the whole in which many cells are pushed apart at once, then over each
 * cell's surroundings with all cells farther away held at their true counts. Holding them leaves out
 * solutions, so a cell that passes is safe, and one that does not is treated as if it were known.
 */
final class DisclosureAudit {

    /** Parts up to this size are solved whole. */
    static final int CELLS_SOLVED_WHOLE = 160;

    private static final int CELLS_AROUND = 120;

    /** Above this a solution of everything takes too long. */
    private static final int CELLS_PUSHED_TOGETHER = 2_500;

    private static final int PUSHES = 8;
    private static final int ASKED_BY_THEMSELVES = 6;

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
            List<Integer> pending = pending(part, shifts, required, proven, found);
            if (!pending.isEmpty()) {
                if (allKnown && part.cells().size() > CELLS_SOLVED_WHOLE) {
                    pushTogether(part, pending, required, shifts);
                }
                for (int cell : pending) {
                    if (shifts.widthFound(cell) >= required[cell]
                            || isWideBySolving(part, cell, required[cell], allKnown)) {
                        proven.set(cell);
                    } else {
                        found.add(cell);
                    }
                }
            }
        }
        return found;
    }

    /**
     * The cells of a part that narrowing and nearby solutions leave open.
     *
     * @param proven gets those that they prove
     * @param found gets those that are too narrow
     */
    private List<Integer> pending(
            FreeParts.Part part, Shifts shifts, int[] required, BitSet proven, List<Integer> found) {
        boolean allKnown = part.cells().stream().allMatch(tables::isKnown);
        List<Integer> pending = new ArrayList<>();
        for (int cell : part.cells()) {
            if (required[cell] == 0 || proven.get(cell)) {
                continue;
            }
            if (knowledge.width(cell) < required[cell]) {
                found.add(cell);
            } else if (!part.hasRing() || (allKnown && shifts.isWide(cell, required[cell]))) {
                proven.set(cell);
            } else {
                pending.add(cell);
            }
        }
        return pending;
    }

    /** Whether all cells are proven to be wide enough without solving anything, which takes a hundredth of the time. */
    boolean provesAllAtAGlance(int[] required, BitSet proven) {
        for (int cell = 0; cell < tables.size(); cell++) {
            if (required[cell] > 0 && !proven.get(cell) && !knowledge.isFree(cell)) {
                return false;
            }
        }
        Shifts shifts = new Shifts(tables, knowledge);
        List<Integer> found = new ArrayList<>();
        for (FreeParts.Part part : FreeParts.of(tables, knowledge)) {
            if (!pending(part, shifts, required, proven, found).isEmpty() || !found.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Solves a large part a few times with all open cells pushed up or down at once, which settles most of them. */
    private void pushTogether(FreeParts.Part part, List<Integer> pending, int[] required, Shifts shifts) {
        if (part.cells().size() > CELLS_PUSHED_TOGETHER) {
            return;
        }
        CellProgramme programme = programme(part.cells());
        for (int round = 0; round < PUSHES; round++) {
            Map<Integer, Integer> pushes = new HashMap<>();
            for (int cell : pending) {
                if (shifts.widthFound(cell) < required[cell]) {
                    // Up, down, then ever other halves of the cells up and the rest down.
                    int direction = round < 2 ? 1 : (pushes.size() >> (round / 2 - 1) & 1) * 2 - 1;
                    pushes.put(cell, round % 2 == 0 ? direction : -direction);
                }
            }
            if (pushes.isEmpty()) {
                return;
            }
            programme.push(pushes).ifPresent(shifts::witness);
        }
        int asked = 0;
        for (int cell : pending) {
            if (shifts.widthFound(cell) < required[cell] && asked++ < ASKED_BY_THEMSELVES) {
                programme.push(Map.of(cell, 1)).ifPresent(shifts::witness);
                programme.push(Map.of(cell, -1)).ifPresent(shifts::witness);
            }
        }
    }

    /** Whether the totals give this cell away one by one, without being taken together. */
    boolean isTooNarrowByOneTotal(int cell, int width) {
        return knowledge.width(cell) < width;
    }

    private boolean isWideBySolving(FreeParts.Part part, int cell, int width, boolean allKnown) {
        List<Integer> cells = part.cells().size() <= CELLS_SOLVED_WHOLE || !allKnown
                ? part.cells()
                : FreeParts.near(tables, knowledge, cell, CELLS_AROUND);
        return programme(cells).range(cell).width() >= width;
    }

    /** What can be told of cells: exactly, but for parts with rings that are too large to be solved whole. */
    List<Finding> findings(int[] required) {
        List<Finding> findings = new ArrayList<>();
        for (FreeParts.Part part : FreeParts.of(tables, knowledge)) {
            boolean solved = part.hasRing() && part.cells().size() <= CELLS_SOLVED_WHOLE;
            for (int cell : part.cells()) {
                if (required[cell] > 0) {
                    CountRange range = solved ? programme(part.cells()).range(cell) : knowledge.range(cell);
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

    private CellProgramme programme(List<Integer> cells) {
        return new CellProgramme(
                tables,
                knowledge,
                cells,
                other -> knowledge.isFree(other) ? tables.count(other) : knowledge.lower(other));
    }
}
