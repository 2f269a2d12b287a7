package org.needscape.disclosure.tables;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.needscape.disclosure.DisclosurePolicy;

/**
 * Decides which cells of linked tables are hidden so that no small count can be worked out from what is shown.
 *
 * <ol>
 *   <li><em>Primary</em>: counts of 1 to the threshold, and zero where the policy says so.
 *   <li><em>Next smallest</em>: where a total has exactly one hidden cell, or hidden parts that add up to no more than the
 *       threshold, its smallest other count is hidden too (Department for Education; OpenSAFELY), until nothing changes; where
 *       cells stand in several totals, what has to follow in the others counts as well.
 *   <li><em>Audit</em>: as long as the counts that a hidden cell can have lie closer together than the protection width, one more
 *       cell is hidden in one of its totals.
 * </ol>
 *
 * <p>Zeros are never hidden to protect others, so that a hidden count is at least 1 wherever zero may be shown. The audit takes
 * everybody to know that, and which of the cells that are no totals are hidden because they are small, so that they are no larger
 * than the threshold; of a hidden total it takes nobody to know more, because totals of any size are hidden to protect their parts.
 * With a rounding base nothing is
 * hidden at first, every count is shown rounded, and only what rounded totals would give away is hidden. Hiding as few cells as
 * possible is NP-hard (Fischetti and Salazar 2000); this does not try.
 */
public final class CellSuppression {

    /** About what one more hidden cell is worth, in people, where hiding one makes another follow. */
    private static final long COST_OF_ANOTHER = 20;

    /** More than any count. */
    private static final long COST_OF_KEPT = 1L << 40;

    /** How many totals around a cell are searched for something that matters less. */
    private static final int NEAR_TOTALS = 60;

    private final LinkedTables tables;
    private final DisclosurePolicy policy;
    private final BitSet hidden;
    private final int[] hiddenIn;
    private final boolean rounds;
    private final Knowledge atMost;

    private CellSuppression(LinkedTables tables, DisclosurePolicy policy, BitSet alsoHidden) {
        this.tables = tables;
        this.policy = policy;
        this.hidden = new BitSet(tables.size());
        this.hiddenIn = new int[tables.lineCount()];
        this.rounds = policy.roundingBase() > 0;
        alsoHidden.stream().forEach(this::hide);
        this.atMost = whenAllIsHidden();
    }

    /**
     * Protects tables.
     *
     * @param alsoHidden cells that are hidden for other reasons, such as having been hidden before
     * @throws IllegalArgumentException when the parts of a total do not add up to it, see {@link LinkedTables#contradictions}
     */
    public static ProtectedTables protect(LinkedTables tables, DisclosurePolicy policy, BitSet alsoHidden) {
        if (!tables.contradictions().isEmpty()) {
            throw new IllegalArgumentException("The parts of a total do not add up to it.");
        }
        return new CellSuppression(tables, policy, alsoHidden).run();
    }

    /** Tables that are published as they are, with nothing hidden but the cells whose counts nobody here knows: for an audit. */
    public static ProtectedTables asPublished(LinkedTables tables, DisclosurePolicy policy) {
        CellSuppression none = new CellSuppression(tables, policy, new BitSet());
        for (int cell = 0; cell < tables.size(); cell++) {
            if (!tables.isKnown(cell)) {
                none.hide(cell);
            }
        }
        return none.result(new BitSet());
    }

    static long rounded(long count, int base) {
        return (count + base / 2) / base * base;
    }

    private ProtectedTables run() {
        for (int cell = 0; cell < tables.size(); cell++) {
            if (!tables.isKnown(cell) || (!rounds && isSmall(cell))) {
                hide(cell);
            }
        }
        BitSet proven = new BitSet();
        while (true) {
            if (!rounds) {
                hideNextSmallest();
            }
            DisclosureAudit audit = new DisclosureAudit(tables, published());
            int[] required = required();
            List<Integer> open = audit.unproven(required, proven);
            if (open.isEmpty()) {
                return result(proven);
            }
            hideMore(open, cell -> audit.isTooNarrowByOneTotal(cell, required[cell]), proven);
        }
    }

    private ProtectedTables result(BitSet proven) {
        return new ProtectedTables(tables, hidden, policy.roundingBase(), published(), required(), proven);
    }

    private boolean isSmall(int cell) {
        return tables.isKnown(cell) && policy.hides((double) tables.count(cell));
    }

    private void hideNextSmallest() {
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        for (int line = 0; line < tables.lineCount(); line++) {
            waiting.add(line);
        }
        while (!waiting.isEmpty()) {
            int line = waiting.remove();
            if (needsAnother(line)) {
                OptionalInt another = nextSmallest(line);
                if (another.isPresent()) {
                    hide(another.getAsInt());
                    for (int other : tables.linesOf(another.getAsInt())) {
                        waiting.add(other);
                    }
                }
            }
        }
    }

    private boolean needsAnother(int line) {
        int[] cells = tables.line(line);
        int count = 0;
        long sum = 0;
        for (int cell : cells) {
            if (hidden.get(cell)) {
                count++;
                sum += tables.isKnown(cell) ? tables.count(cell) : policy.threshold();
            }
        }
        return count == 1 || (count > 1 && !hidden.get(cells[0]) && sum <= policy.threshold());
    }

    /** The smallest part that is shown and not zero, first of those with which least has to follow elsewhere; else the total. */
    private OptionalInt nextSmallest(int line) {
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
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private boolean comesBefore(int cell, int other) {
        int lines = linesOpened(cell);
        int otherLines = linesOpened(other);
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
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    /** Its count, since hiding small ones loses least, and what would have to be hidden with it in other totals. */
    private long cost(int cell) {
        return (tables.isKeptIfPossible(cell) ? COST_OF_KEPT : 0)
                + tables.count(cell)
                + COST_OF_ANOTHER * linesOpened(cell);
    }

    /** In how many totals a cell would be the first to be hidden, so that another would have to follow there. */
    private int linesOpened(int cell) {
        int opened = 0;
        for (int line : tables.linesOf(cell)) {
            opened += hiddenIn[line] == 0 ? 1 : 0;
        }
        return opened;
    }

    private void hide(int cell) {
        if (!hidden.get(cell)) {
            hidden.set(cell);
            for (int line : tables.linesOf(cell)) {
                hiddenIn[line]++;
            }
        }
    }

    private boolean canBeHidden(int cell) {
        return !hidden.get(cell) && (rounds || tables.count(cell) > 0);
    }

    private void hideMore(List<Integer> open, IntPredicate byOneTotal, BitSet proven) {
        Knowledge now = published();
        BitSet chosen = new BitSet();
        BitSet served = new BitSet();
        for (int cell : open) {
            // One that is hidden for another cell of the same total may be enough.
            if (Arrays.stream(tables.linesOf(cell)).anyMatch(served::get)) {
                continue;
            }
            OptionalInt another = another(cell, byOneTotal.test(cell), now);
            if (another.isPresent()) {
                chosen.set(another.getAsInt());
                for (int line : tables.linesOf(another.getAsInt())) {
                    served.set(line);
                }
            } else {
                // Everything that it is tied to is hidden: any of its parts may change, and every total with it.
                proven.set(cell);
            }
        }
        chosen.stream().forEach(this::hide);
    }

    /** What is best hidden for a cell that is known too well; empty when nothing is left that it is tied to. */
    private OptionalInt another(int cell, boolean byOneTotal, Knowledge now) {
        OptionalInt found = tightest(cell, now, byOneTotal);
        if (found.isEmpty()) {
            found = nearest(cell, NEAR_TOTALS, false);
        }
        if (found.isEmpty()) {
            found = tightest(cell, now, true);
        }
        return found.isPresent() ? found : nearest(cell, Integer.MAX_VALUE, true);
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
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
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

    private Knowledge published() {
        Knowledge knowledge = new Knowledge(tables.size());
        for (int cell = 0; cell < tables.size(); cell++) {
            if (hidden.get(cell)) {
                setHidden(knowledge, cell);
            } else {
                setShown(knowledge, cell);
            }
        }
        return knowledge;
    }

    private void setHidden(Knowledge knowledge, int cell) {
        boolean small = !rounds && isSmall(cell) && !tables.isTotal(cell);
        knowledge.set(cell, leastHidden(cell), small ? policy.threshold() : Knowledge.NO_LIMIT);
    }

    private void setShown(Knowledge knowledge, int cell) {
        if (!rounds || !tables.isKnown(cell)) {
            long count = tables.isKnown(cell) ? tables.count(cell) : 0;
            knowledge.set(cell, count, tables.isKnown(cell) ? count : Knowledge.NO_LIMIT);
        } else {
            long shown = rounded(tables.count(cell), policy.roundingBase());
            int below = policy.roundingBase() / 2;
            knowledge.set(cell, Math.max(0, shown - below), shown - below + policy.roundingBase() - 1L);
        }
    }

    /** A hidden count is at least 1 unless zeros are hidden; a zero that is hidden because it was before is the exception. */
    private long leastHidden(int cell) {
        boolean zero = tables.isKnown(cell) && tables.count(cell) == 0;
        return policy.zeroIsDisclosive() || rounds || zero ? 0 : 1;
    }

    private int[] required() {
        int[] required = new int[tables.size()];
        for (int cell = 0; cell < tables.size(); cell++) {
            if (rounds ? isSmall(cell) : hidden.get(cell)) {
                required[cell] = (int) Math.min(policy.protectionWidth(), atMost.width(cell));
            }
        }
        return required;
    }

    /** What can be told of each cell when nothing is shown but zeros, or rounded counts: nothing can be hidden better. */
    private Knowledge whenAllIsHidden() {
        Knowledge knowledge = new Knowledge(tables.size());
        for (int cell = 0; cell < tables.size(); cell++) {
            if (rounds || (tables.isKnown(cell) && tables.count(cell) == 0 && !hidden.get(cell) && !isSmall(cell))) {
                setShown(knowledge, cell);
            } else {
                setHidden(knowledge, cell);
            }
        }
        if (!rounds) {
            knowledge.propagate(tables);
        }
        return knowledge;
    }
}
