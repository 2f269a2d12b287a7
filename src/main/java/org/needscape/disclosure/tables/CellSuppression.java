package org.needscape.disclosure.tables;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
 * <p>What everybody knows already because it was shown before is taken as known whether or not it is hidden now, so nothing is
 * protected by hiding it. Where only such cells are left to hide, the cell that they hold is reported by the audit.
 *
 * <p>Zeros are never hidden to protect others, so that a hidden count is at least 1 wherever zero may be shown. The audit takes
 * everybody to know that, and which of the cells that are no totals are hidden because they are small, so that they are no larger
 * than the threshold; of a hidden total it takes nobody to know more, because totals of any size are hidden to protect their parts.
 * With a rounding base nothing is
 * hidden at first, every count is shown rounded, and only what rounded totals would give away is hidden. Hiding as few cells as
 * possible is NP-hard (Fischetti and Salazar 2000); this does not try.
 */
public final class CellSuppression {

    private final LinkedTables tables;
    private final DisclosurePolicy policy;
    private final HiddenCells hidden;
    private final NextToHide next;
    private final boolean rounds;
    private final BitSet alsoHidden;
    private final Knowledge atMost;
    private final BitSet proven = new BitSet();
    private final Unprotected unprotected = new Unprotected();

    private CellSuppression(LinkedTables tables, DisclosurePolicy policy, BitSet alsoHidden) {
        this.tables = tables;
        this.policy = policy;
        this.rounds = policy.roundingBase() > 0;
        this.alsoHidden = alsoHidden;
        this.hidden = new HiddenCells(tables);
        this.next = new NextToHide(tables, hidden, rounds);
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

    /**
     * Protects tables that are easily protected: small cells and the next smallest are hidden, and that this is enough shows at a
     * glance. For tables that nobody must have.
     *
     * @param alsoHidden cells that are hidden for other reasons, such as having been hidden before
     * @return empty where more would have to be hidden, or where finding out takes long
     * @throws IllegalArgumentException when the parts of a total do not add up to it
     */
    public static Optional<ProtectedTables> protectEasily(
            LinkedTables tables, DisclosurePolicy policy, BitSet alsoHidden) {
        if (!tables.contradictions().isEmpty()) {
            throw new IllegalArgumentException("The parts of a total do not add up to it.");
        }
        CellSuppression easy = new CellSuppression(tables, policy, alsoHidden);
        easy.hideSmall();
        alsoHidden.stream().forEach(easy.hidden::hide);
        if (!easy.rounds) {
            easy.hideNextSmallest();
        }
        DisclosureAudit audit = new DisclosureAudit(tables, easy.published());
        return audit.provesAllAtAGlance(easy.required(), easy.proven) ? Optional.of(easy.result()) : Optional.empty();
    }

    /** Tables that are published as they are, with nothing hidden but the cells whose counts nobody here knows: for an audit. */
    public static ProtectedTables asPublished(LinkedTables tables, DisclosurePolicy policy) {
        CellSuppression none = new CellSuppression(tables, policy, new BitSet());
        for (int cell = 0; cell < tables.size(); cell++) {
            if (!tables.isKnown(cell)) {
                none.hidden.hide(cell);
            }
        }
        return none.result();
    }

    static long rounded(long count, int base) {
        return (count + base / 2) / base * base;
    }

    /**
     * What was hidden before is hidden last. Where nothing else has changed it is chosen again one by one, as it was the first time,
     * and with few cells hidden it is easier to prove that each is safe; hiding more never takes a proof back.
     */
    private ProtectedTables run() {
        hideSmall();
        hideUntilSafe();
        if (!alsoHidden.stream().allMatch(hidden::isHidden)) {
            alsoHidden.stream().forEach(hidden::hide);
            hideUntilSafe();
        }
        return result();
    }

    private void hideSmall() {
        for (int cell = 0; cell < tables.size(); cell++) {
            if (!tables.isKnown(cell) || mustNotBeTold(cell)) {
                hidden.hide(cell);
            }
        }
    }

    private void hideUntilSafe() {
        List<Integer> open;
        do {
            if (!rounds) {
                hideNextSmallest();
            }
            int[] required = required();
            DisclosureAudit audit = new DisclosureAudit(tables, published());
            open = audit.unproven(required, proven);
            hideMore(open, audit, required);
        } while (!open.isEmpty());
    }

    /** What becomes of a cell for which nothing is left to hide. */
    private void settle(int cell) {
        proven.set(cell);
        if (!next.isHeldByWhatIsKnown(cell)) {
            unprotected.allHidden().set(cell);
        } else if (mustNotBeTold(cell) || rounds) {
            unprotected.exposed().set(cell);
        } else {
            unprotected.harmless().set(cell);
        }
    }

    private ProtectedTables result() {
        return new ProtectedTables(
                tables, hidden.cells(), policy.roundingBase(), published(), required(), proven, unprotected);
    }

    /** Whether a count is hidden for its own sake, and not to protect others. */
    private boolean mustNotBeTold(int cell) {
        return !rounds && (isSmall(cell) || tables.isNotToBeTold(cell));
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
                OptionalInt another = next.nextSmallest(line);
                if (another.isPresent()) {
                    hidden.hide(another.getAsInt());
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
            if (hidden.isSecret(cell)) {
                count++;
                sum += tables.isKnown(cell) ? tables.count(cell) : policy.threshold();
            }
        }
        return count == 1 || (count > 1 && !hidden.isSecret(cells[0]) && sum <= policy.threshold());
    }

    private void hideMore(List<Integer> open, DisclosureAudit audit, int[] required) {
        Knowledge now = published();
        BitSet chosen = new BitSet();
        BitSet served = new BitSet();
        for (int cell : open) {
            // One that is hidden for another cell of the same total may be enough.
            if (Arrays.stream(tables.linesOf(cell)).anyMatch(served::get)) {
                continue;
            }
            OptionalInt another = next.anotherFor(cell, audit.isTooNarrowByOneTotal(cell, required[cell]), now);
            if (another.isPresent()) {
                chosen.set(another.getAsInt());
                for (int line : tables.linesOf(another.getAsInt())) {
                    served.set(line);
                }
            } else {
                settle(cell);
            }
        }
        chosen.stream().forEach(hidden::hide);
    }

    private Knowledge published() {
        Knowledge knowledge = new Knowledge(tables.size());
        for (int cell = 0; cell < tables.size(); cell++) {
            if (tables.isKnownToAll(cell)) {
                knowledge.set(cell, tables.count(cell), tables.count(cell));
            } else if (hidden.isHidden(cell)) {
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
            if (!tables.isKnownToAll(cell) && (rounds ? isSmall(cell) : hidden.isHidden(cell))) {
                required[cell] = (int) Math.min(policy.protectionWidth(), atMost.width(cell));
            }
        }
        return required;
    }

    /** What can be told of each cell when nothing is shown but zeros, or rounded counts: nothing can be hidden better. */
    private Knowledge whenAllIsHidden() {
        Knowledge knowledge = new Knowledge(tables.size());
        for (int cell = 0; cell < tables.size(); cell++) {
            if (rounds
                    || (tables.isKnown(cell) && tables.count(cell) == 0 && !alsoHidden.get(cell) && !isSmall(cell))) {
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
