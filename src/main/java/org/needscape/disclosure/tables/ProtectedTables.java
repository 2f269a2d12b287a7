package org.needscape.disclosure.tables;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What of linked tables may be published, and what anybody can work out from it. It does not say which cells were small themselves
 * and which are hidden to protect others: that must not leave.
 */
public final class ProtectedTables {

    private final LinkedTables tables;
    private final BitSet hidden;
    private final int roundingBase;
    private final Knowledge published;
    private final int[] required;
    private final BitSet proven;
    private final Unprotected unprotected;

    /** @param proven cells that are proven to be as wide as is required, or settled as unprotected */
    ProtectedTables(
            LinkedTables tables,
            BitSet hidden,
            int roundingBase,
            Knowledge published,
            int[] required,
            BitSet proven,
            Unprotected unprotected) {
        this.tables = tables;
        this.hidden = hidden;
        this.roundingBase = roundingBase;
        this.published = published;
        this.required = required;
        this.proven = proven;
        this.unprotected = unprotected;
    }

    public boolean isHidden(int cell) {
        return hidden.get(cell);
    }

    /** The count of a cell as it may be shown, rounded where the rule rounds; empty when it is hidden. */
    public OptionalLong shown(int cell) {
        if (hidden.get(cell)) {
            return OptionalLong.empty();
        }
        long count = tables.count(cell);
        return OptionalLong.of(roundingBase == 0 ? count : CellSuppression.rounded(count, roundingBase));
    }

    /** How many cells are hidden. */
    public int hiddenCount() {
        return hidden.cardinality();
    }

    /** The cells that are hidden. A copy. */
    public BitSet hidden() {
        return (BitSet) hidden.clone();
    }

    /**
     * Looks at everything published as a stranger would. Of large parts with rings, whose cells were proven safe one by one while more
     * was hidden, the proofs are kept: hiding more never takes one back.
     */
    public AuditReport audit() {
        DisclosureAudit audit = new DisclosureAudit(tables, published);
        List<DisclosureAudit.Finding> findings = audit.findings(required);
        List<AuditReport.Narrow> narrow = new ArrayList<>();
        long narrowest = Long.MAX_VALUE;
        Set<Integer> unproven = new HashSet<>(audit.unproven(required, (BitSet) proven.clone()));
        unprotected.exposed().stream().forEach(unproven::add);
        for (DisclosureAudit.Finding finding : findings) {
            if (unprotected.harmless().get(finding.cell())) {
                continue;
            }
            boolean tooNarrow = unproven.contains(finding.cell());
            // Of a range that may be narrower only the width that is proven counts.
            long width = finding.exact() || tooNarrow
                    ? finding.range().width()
                    : Math.min(finding.range().width(), required[finding.cell()]);
            narrowest = Math.min(narrowest, width);
            narrow.add(new AuditReport.Narrow(finding.cell(), finding.range(), finding.exact(), tooNarrow));
        }
        narrow.sort(Comparator.comparing(AuditReport.Narrow::tooNarrow)
                .reversed()
                .thenComparingLong(each -> each.range().width())
                .thenComparingInt(AuditReport.Narrow::cell));
        return new AuditReport(
                findings.size(), tables.lineCount(), narrowest, unproven.size(), knownBefore(), narrow, sums());
    }

    /** How many hidden cells everybody can tell from what was shown before. */
    private int knownBefore() {
        return (int) hidden.stream().filter(tables::isKnownToAll).count()
                + unprotected.harmless().cardinality();
    }

    private List<AuditReport.HiddenSum> sums() {
        List<AuditReport.HiddenSum> sums = new ArrayList<>();
        for (int line = 0; line < tables.lineCount(); line++) {
            int[] cells = tables.line(line);
            List<Integer> unknown = new ArrayList<>();
            long shown = 0;
            for (int at = 1; at < cells.length; at++) {
                if (published.isFree(cells[at])) {
                    unknown.add(cells[at]);
                } else {
                    shown += published.lower(cells[at]);
                }
            }
            if (!unknown.isEmpty() && !published.isFree(cells[0])) {
                sums.add(new AuditReport.HiddenSum(line, cells[0], unknown, published.lower(cells[0]) - shown));
            }
        }
        return sums;
    }
}
