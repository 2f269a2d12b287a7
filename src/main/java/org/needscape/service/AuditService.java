package org.needscape.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.protection.AuditedMeasure;
import org.needscape.protection.DisclosureAuditor;
import org.needscape.protection.HiddenAtSource;
import org.needscape.store.AuditRun;
import org.needscape.store.Store;
import org.needscape.store.StoreSession;

/** Audits what a store publishes, and keeps what was found for those who answer for it. */
public final class AuditService {

    private final Store store;
    private final DisclosureAuditor auditor;
    private final Clock clock;

    public AuditService(Store store, DisclosureAuditor auditor, Clock clock) {
        this.store = store;
        this.auditor = auditor;
        this.clock = clock;
    }

    /**
     * What an audit found.
     *
     * @param measures what can be worked out of what this store publishes
     * @param atSource what can be worked out of the files that it was given
     */
    public record Audit(List<AuditedMeasure> measures, List<HiddenAtSource> atSource) {
        public Audit {
            measures = List.copyOf(measures);
            atSource = List.copyOf(atSource);
        }

        /** Whether nothing is known too well, neither of what is published nor of what was received. */
        public boolean passed() {
            return measures.stream().allMatch(AuditedMeasure::passed)
                    && atSource.stream().noneMatch(HiddenAtSource::pinnedDown);
        }
    }

    /** Audits the whole store and keeps the result for each extent. */
    public Audit run() {
        return store.write(session -> {
            List<AuditedMeasure> measures = keep(session);
            return new Audit(measures, auditor.hiddenAtSource(session));
        });
    }

    /** Audits and keeps within a write that goes on. */
    List<AuditedMeasure> keep(StoreSession session) {
        List<AuditedMeasure> measures = auditor.audit(session);
        for (Extent extent : session.areas().listExtents()) {
            List<AuditedMeasure> here = new ArrayList<>(measures);
            here.removeIf(measure -> !measure.extents().contains(extent.name()));
            session.protection()
                    .saveAudit(new AuditRun(
                            extent.name(),
                            clock.instant().truncatedTo(ChronoUnit.MICROS),
                            here.stream().allMatch(AuditedMeasure::passed),
                            summary(here).toString()));
        }
        return measures;
    }

    private static ObjectNode summary(List<AuditedMeasure> measures) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        int hidden = measures.stream().mapToInt(AuditedMeasure::hidden).sum();
        int known = measures.stream().mapToInt(AuditedMeasure::tooNarrow).sum();
        int before = measures.stream().mapToInt(AuditedMeasure::knownBefore).sum();
        node.put("sentence", sentence(hidden, known) + (before == 0 ? "" : knownBefore(before)));
        node.put("hiddenFigures", hidden);
        node.put("knownFromEarlier", before);
        node.put(
                "publishedTotals",
                measures.stream().mapToInt(AuditedMeasure::totals).sum());
        measures.stream()
                .mapToLong(AuditedMeasure::narrowest)
                .filter(width -> width >= 0)
                .min()
                .ifPresentOrElse(width -> node.put("narrowestWidth", width), () -> node.putNull("narrowestWidth"));
        return node;
    }

    private static String sentence(int hidden, int known) {
        if (hidden == 0) {
            return "No count of help or protection is hidden.";
        }
        return known == 0
                ? "No hidden count can be worked out from everything that is published."
                : known + " hidden counts can be worked out too closely from what is published.";
    }

    private static String knownBefore(int figures) {
        return " " + figures + (figures == 1 ? " hidden count" : " hidden counts")
                + " can be told from figures that were shown before they were hidden.";
    }

    /** The last audit of an extent, as it was kept; empty when there was none. */
    static java.util.Optional<AuditRun> last(StoreSession session, ExtentName extent) {
        return session.protection().findAudit(extent);
    }
}
