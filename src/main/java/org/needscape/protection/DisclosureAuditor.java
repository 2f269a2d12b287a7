package org.needscape.protection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.tables.AuditReport;
import org.needscape.disclosure.tables.CellSuppression;
import org.needscape.disclosure.tables.LinkedTables;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/** Looks at what a store publishes as a stranger would. */
public final class DisclosureAuditor {

    private static final int CLOSEST = 5;

    private final Clock clock;
    private final ProtectedObservations observations;
    private final CountReader reader;

    /** @param observations what is published */
    public DisclosureAuditor(ProtectedObservations observations, Clock clock) {
        this.clock = clock;
        this.observations = observations;
        this.reader = observations.reader();
    }

    /** Every measure of the store, by measure and geography. */
    public List<AuditedMeasure> audit(StoreSession session) {
        List<AuditedMeasure> audited = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            Map<Geography, List<ExtentName>> extents = new TreeMap<>();
            for (Extent extent : session.areas().listExtents()) {
                new TreeSet<>(series(session, extent, measure).stream()
                                .filter(series -> series.key().category().equals(SeriesKey.ALL))
                                .map(series -> series.key().geography())
                                .toList())
                        .forEach(geography -> extents.computeIfAbsent(geography, ignored -> new ArrayList<>())
                                .add(extent.name()));
            }
            extents.forEach((geography, where) -> audited.add(
                    audited(measure, geography, where, reader.read(session, measure.indicatorId(), geography))));
        }
        return audited;
    }

    private static AuditedMeasure audited(
            Measure measure, Geography geography, List<ExtentName> extents, PublishedCounts counts) {
        AuditReport report = counts.audit();
        List<String> closest = new ArrayList<>();
        for (AuditReport.Narrow narrow :
                report.ranges().subList(0, Math.min(CLOSEST, report.ranges().size()))) {
            closest.add(counts.describe(narrow.cell()) + ": "
                    + (narrow.exact() || narrow.tooNarrow() ? "" : "within ")
                    + narrow.range());
        }
        return new AuditedMeasure(
                measure,
                geography,
                extents,
                counts.size(),
                counts.hiddenCount(),
                report.totals(),
                report.cells() == 0 ? -1 : report.narrowest(),
                report.tooNarrow(),
                report.knownBefore(),
                closest);
    }

    /** What categories that their publisher has hidden add up to, in every file that gives them with their total. */
    public List<HiddenAtSource> hiddenAtSource(StoreSession session) {
        PolicyBook book = PolicyBook.read(session, clock);
        Map<String, HiddenAtSource> found = new LinkedHashMap<>();
        for (Extent extent : session.areas().listExtents()) {
            for (Measure measure : Measure.values()) {
                Map<String, List<StoredSeries>> tables = new LinkedHashMap<>();
                for (StoredSeries series : series(session, extent, measure)) {
                    SeriesKey key = series.key();
                    tables.computeIfAbsent(
                                    key.geography() + " " + key.period() + " " + key.edition(),
                                    ignored -> new ArrayList<>())
                            .add(series);
                }
                for (List<StoredSeries> table : tables.values()) {
                    table(session, extent, measure, table, book.ruleOf(table), found);
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static void table(
            StoreSession session,
            Extent extent,
            Measure measure,
            List<StoredSeries> table,
            DisclosurePolicy rule,
            Map<String, HiddenAtSource> found) {
        Map<String, Map<AreaCode, Observation>> byCategory = new TreeMap<>();
        for (StoredSeries series : table) {
            byCategory.put(series.key().category(), session.observations().listExact(series.key(), extent.name()));
        }
        Map<AreaCode, Observation> totals = byCategory.getOrDefault(SeriesKey.ALL, Map.of());
        Period period = table.get(0).key().period();
        totals.forEach((code, total) -> {
            Map<String, Value> parts = new TreeMap<>();
            byCategory.forEach((category, observations) -> {
                Observation part = observations.get(code);
                if (!category.equals(SeriesKey.ALL) && part != null) {
                    parts.put(category, part.value());
                }
            });
            List<String> hidden = parts.entrySet().stream()
                    .filter(part -> part.getValue().state() == ValueState.SUPPRESSED)
                    .map(Map.Entry::getKey)
                    .toList();
            boolean complete = parts.values().stream()
                    .allMatch(value -> value.isKnown() || value.state() == ValueState.SUPPRESSED);
            if (total.value().isKnown() && complete && !hidden.isEmpty()) {
                String what = measure.label() + ", " + period + ", " + code + ": " + String.join(" and ", hidden);
                found.put(what, sum(what, total.value(), parts, rule));
            }
        });
    }

    private static HiddenAtSource sum(String what, Value total, Map<String, Value> parts, DisclosurePolicy rule) {
        LinkedTables.Builder builder = new LinkedTables.Builder();
        int all = builder.addCell(Math.round(total.number().orElseThrow()));
        int[] cells = parts.values().stream()
                .mapToInt(value -> value.isKnown()
                        ? builder.addCell(Math.round(value.number().getAsDouble()))
                        : builder.addUnknownCell())
                .toArray();
        builder.addTotal(all, cells);
        LinkedTables tables = builder.build();
        if (!tables.contradictions().isEmpty()) {
            return new HiddenAtSource(what, "the parts that are shown add up to more than the total", false);
        }
        AuditReport report = CellSuppression.asPublished(tables, rule).audit();
        AuditReport.HiddenSum sum = report.sums().get(0);
        String text = sum.hidden().size() == 1
                ? "it is " + sum.sum()
                : "together " + sum.sum()
                        + sum.ifSmall(rule.threshold())
                                .map(small -> "; if one is small it is " + small + " and the "
                                        + (sum.hidden().size() == 2 ? "other is " : "others add up to ")
                                        + sum.othersIfSmall(rule.threshold()).orElseThrow())
                                .orElse("");
        return new HiddenAtSource(what, text, !report.passed());
    }

    private List<StoredSeries> series(StoreSession session, Extent extent, Measure measure) {
        return observations.listSeries(session, extent.name()).stream()
                .filter(series -> series.key().indicator().equals(measure.indicatorId()))
                .toList();
    }
}
