package org.needscape.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.needscape.hotspot.AreaFinding;
import org.needscape.hotspot.HotspotFindings;
import org.needscape.hotspot.SettingFinding;
import org.needscape.hotspot.Vote;
import org.needscape.indicator.Value;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerKind;
import org.needscape.layer.LayerRow;
import org.needscape.layer.LegendClass;
import org.needscape.layer.Ramp;
import org.needscape.need.HotspotClass;
import org.needscape.spatial.LocalJoinCount;
import org.needscape.spatial.LocalTests;
import org.needscape.spatial.NotComputed;

/** What a run of hotspots found, as a layer that is drawn and taken away like any other. */
final class HotspotRunLayer {

    private HotspotRunLayer() {}

    static Layer build(HotspotRun run, String key) {
        Layer subject = run.subject().layer();
        List<LayerRow> rows = new ArrayList<>();
        for (int area = 0; area < subject.rows().size(); area++) {
            rows.add(row(run, subject.rows().get(area), area));
        }
        return new Layer(
                run.frame().layerId(key),
                run.title(),
                LayerKind.HOTSPOT,
                subject.extent(),
                subject.geography(),
                subject.period(),
                subject.unit(),
                subject.decimals(),
                subject.valueLabel(),
                sentence(run),
                columns(run),
                run.subject().joint().isPresent() ? jointLegend(rows) : legend(rows),
                cautions(run),
                run.manifest(),
                subject.release(),
                rows);
    }

    static List<String> cautions(HotspotRun run) {
        List<String> cautions = new ArrayList<>(List.of(Cautions.HOTSPOT_AGREED));
        if (run.subject().joint().isPresent()) {
            cautions.add(Cautions.PLACES);
        }
        if (!HotspotSubjects.isDirectionKnown(run.subject().layer())) {
            cautions.add(Cautions.DIRECTION_NOT_STATED);
        }
        run.subject().layer().cautions().stream()
                .filter(caution -> caution.contains("hidden") || caution.contains("rounded"))
                .forEach(cautions::add);
        return Cautions.of(run.frame().extent(), cautions.toArray(String[]::new));
    }

    /** The finding as a whole, for people. */
    static String sentence(HotspotRun run) {
        HotspotFindings findings = run.findings();
        int hot = findings.count(HotspotClass.HOT);
        int votes = findings.settings().size();
        Optional<HotspotJoint> joint = run.subject().joint();
        if (findings.testedCount() == 0) {
            return untested(run);
        }
        String start = joint.isPresent()
                ? joined(joint.get(), hot, findings.testedCount())
                : hot + " of " + findings.testedCount() + " areas tested "
                        + (hot == 1 ? "is a hotspot" : "are hotspots");
        if (votes > 1) {
            long all = findings.areas().stream()
                    .filter(area -> area.hotspotClass() == HotspotClass.HOT && area.foundBy() == area.of())
                    .count();
            start += (joint.isPresent() ? "," : "") + " by most of " + votes + " settings";
            if (hot > 0) {
                start += byAll(hot, all);
            }
        }
        Map<String, Integer> byDistrict = new TreeMap<>();
        List<LayerRow> rows = run.subject().layer().rows();
        for (int area = 0; area < rows.size(); area++) {
            if (findings.areas().get(area).hotspotClass() == HotspotClass.HOT) {
                byDistrict.merge(run.frame().districtNameOf(rows.get(area).code()), 1, Integer::sum);
            }
        }
        return start + "." + districts(byDistrict);
    }

    /** Where hotspots lie, in the words that their numbers bear. */
    static String districts(Map<String, Integer> hotspots) {
        int all = hotspots.values().stream().mapToInt(count -> count).sum();
        int most = hotspots.values().stream().mapToInt(count -> count).max().orElse(0);
        List<String> first = hotspots.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        if (all == 0 || first.contains("")) {
            return "";
        }
        if (most == all) {
            return (all == 1 ? " It lies in " : " All lie in ") + first.get(0) + ".";
        }
        if (first.size() > 1) {
            return first.size() == hotspots.size()
                    ? ""
                    : " " + HotspotPlacesJson.inWords(first) + " have more than other districts, " + most + " each.";
        }
        return 2 * most > all
                ? " Most lie in " + first.get(0) + " (" + most + ")."
                : " " + first.get(0) + " has more of them than any other district (" + most + ").";
    }

    /** Why no area was tested: where several measures are looked at and some area is high on all, that is not that none is. */
    private static String untested(HotspotRun run) {
        Set<String> reasons = new LinkedHashSet<>();
        for (int area = 0; area < run.findings().areas().size(); area++) {
            run.findings()
                    .reason(area)
                    .filter(reason -> reason != NotComputed.NOT_FLAGGED)
                    .map(HotspotLog::inWords)
                    .ifPresent(reasons::add);
        }
        Optional<HotspotJoint> joint = run.subject().joint();
        if (joint.isPresent() && HotspotJoint.isNoneHigh(run.subject().input().tested())) {
            return "No area is high on " + joint.get().inWords() + " at once.";
        }
        return (joint.isPresent() ? "No area that is high on " + joint.get().inWords() : "No area") + " could be tested"
                + (reasons.isEmpty() ? "" : ": " + HotspotPlacesJson.inWords(new ArrayList<>(reasons))) + ".";
    }

    private static String byAll(int hot, long byAll) {
        if (hot == 1) {
            return byAll == 1 ? ", and by every one" : ", not by every one";
        }
        if (byAll == hot) {
            return ", all of them by every setting";
        }
        return ", " + (byAll == 0 ? "none" : byAll) + " of them by every setting";
    }

    private static String joined(HotspotJoint joint, int hot, int tested) {
        return hot + " of " + tested + (tested == 1 ? " area that is" : " areas that are") + " high on "
                + joint.inWords() + (hot == 1 ? " lies" : " lie")
                + " beside others that are, more than chance would give";
    }

    /** What is to be said of an area, for people. */
    static String note(HotspotRun run, int area) {
        AreaFinding finding = run.findings().areas().get(area);
        Optional<NotComputed> reason = run.findings().reason(area);
        if (reason.isPresent()) {
            return "Not tested: " + HotspotLog.inWords(reason.get()) + ".";
        }
        int of = finding.of();
        if (finding.foundBy() == of) {
            return of == 1 ? "Found." : "Found by all " + of + " settings.";
        }
        if (finding.foundBy() > 0) {
            return "Found by " + finding.foundBy() + " of " + of + " settings; not by "
                    + String.join(
                            "; ",
                            run.findings().notSaying(Vote.HOT, area).stream()
                                    .map(SettingFinding::title)
                                    .toList())
                    + ".";
        }
        if (finding.hotspotClass() == HotspotClass.COLD) {
            return "Part of a lower cluster by " + finding.coldBy() + " of " + of + " settings.";
        }
        if (finding.outlierBy() > 0) {
            return "Unlike its neighbours by " + finding.outlierBy() + " of " + of + " settings.";
        }
        return run.subject().joint().isPresent()
                ? "High, but not beside more such areas than chance would give."
                : "No setting finds more or less than chance would give.";
    }

    static Value z(HotspotFindings findings, int area) {
        return of(findings, area, tests -> Optional.of(tests.z(area)), joins -> Optional.empty());
    }

    /** With how many neighbours, by their weights, an area is high together; not available where it was not tested. */
    static Value joins(HotspotFindings findings, int area) {
        return findings.leadingJoins()
                .filter(joins -> findings.areas().get(area).of() > 0)
                .map(joins -> Value.known(joins.joins(area)))
                .orElse(Value.notAvailable());
    }

    static Value p(HotspotFindings findings, int area) {
        return of(findings, area, tests -> Optional.of(tests.p(area)), joins -> Optional.of(joins.p(area)));
    }

    static Value q(HotspotFindings findings, int area) {
        return of(findings, area, tests -> Optional.of(tests.q(area)), joins -> Optional.of(joins.q(area)));
    }

    private static Value of(
            HotspotFindings findings,
            int area,
            Function<LocalTests, Optional<Double>> number,
            Function<LocalJoinCount, Optional<Double>> joinNumber) {
        return findings.leading()
                .filter(tests -> tests.isComputed(area))
                .flatMap(number)
                .or(() -> findings.leadingJoins()
                        .filter(joins -> joins.isTested(area))
                        .flatMap(joinNumber))
                .map(Value::known)
                .orElse(Value.notAvailable());
    }

    private static LayerRow row(HotspotRun run, LayerRow subject, int area) {
        HotspotFindings findings = run.findings();
        AreaFinding finding = findings.areas().get(area);
        boolean years = run.stability().yearCount() > 1;
        return new LayerRow(
                subject.code(),
                subject.name(),
                subject.district(),
                subject.value(),
                finding.hotspotClass().code(),
                List.of(
                        Cell.of(run.subject().joint().isPresent() ? joins(findings, area) : z(findings, area)),
                        Cell.of(p(findings, area)),
                        Cell.of(q(findings, area)),
                        Cell.of(finding.foundBy()),
                        Cell.of(finding.coldBy()),
                        Cell.of(finding.of()),
                        Cell.of(years ? Value.known(run.stability().hotYears(findings, area)) : Value.notApplicable()),
                        Cell.of(findings.reason(area).map(NotComputed::code).orElse("")),
                        Cell.of(note(run, area))));
    }

    private static List<LayerColumn> columns(HotspotRun run) {
        return List.of(
                run.subject().joint().isPresent()
                        ? new LayerColumn(
                                "joins",
                                "JOINS",
                                "Neighbours that are high too, by the first setting",
                                LayerColumn.Type.NUMBER,
                                "areas",
                                4)
                        : new LayerColumn(
                                "z",
                                "Z",
                                "z-score of the first setting",
                                LayerColumn.Type.NUMBER,
                                "standard deviations",
                                4),
                new LayerColumn("p", "P", "p-value of the first setting", LayerColumn.Type.NUMBER, "", 6),
                new LayerColumn("q", "Q", "q-value (false discovery rate)", LayerColumn.Type.NUMBER, "", 6),
                count("found_by", "FOUND_BY", "Found by", "settings"),
                count("cold_by", "COLD_BY", "Part of a lower cluster by", "settings"),
                count("settings", "SETTINGS", "Tested by", "settings"),
                count("hot_periods", "HOT_PERIOD", "Years in which it is a hotspot", "years"),
                new LayerColumn("reason", "REASON", "Why not tested", LayerColumn.Type.TEXT, "", 0),
                new LayerColumn("note", "NOTE", "What was found", LayerColumn.Type.TEXT, "", 0));
    }

    private static LayerColumn count(String name, String shortName, String label, String unit) {
        return new LayerColumn(name, shortName, label, LayerColumn.Type.WHOLE_NUMBER, unit, 0);
    }

    private static List<LegendClass> legend(List<LayerRow> rows) {
        List<LegendClass> legend = new ArrayList<>();
        legend.add(entry(HotspotClass.HOT, "hotspot: found by most settings", Ramp.HOT, rows));
        legend.add(entry(HotspotClass.OUTLIER, "unlike its neighbours", Ramp.OUTLIER, rows));
        legend.add(entry(HotspotClass.NOT_SIGNIFICANT, "no finding", Ramp.NOT_SIGNIFICANT, rows));
        legend.add(entry(HotspotClass.COLD, "lower cluster", Ramp.COLD, rows));
        legend.add(entry(HotspotClass.NOT_COMPUTED, "not tested", Ramp.NOT_COMPUTED, rows));
        legend.removeIf(each -> each.areaCount() == 0
                && (each.code().equals(HotspotClass.OUTLIER.code())
                        || each.code().equals(HotspotClass.NOT_COMPUTED.code())));
        return legend;
    }

    private static List<LegendClass> jointLegend(List<LayerRow> rows) {
        return List.of(
                entry(HotspotClass.HOT, "high, beside others that are: found by most settings", Ramp.HOT, rows),
                entry(HotspotClass.NOT_SIGNIFICANT, "high, not found by most settings", Ramp.NOT_SIGNIFICANT, rows),
                entry(HotspotClass.NOT_COMPUTED, "not high, or not known", Ramp.NOT_COMPUTED, rows));
    }

    private static LegendClass entry(HotspotClass hotspotClass, String label, String colour, List<LayerRow> rows) {
        return new LegendClass(hotspotClass.code(), label, colour, (int) rows.stream()
                .filter(row -> row.valueClass().equals(hotspotClass.code()))
                .count());
    }
}
