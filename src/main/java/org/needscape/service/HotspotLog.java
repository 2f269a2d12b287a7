package org.needscape.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.needscape.hotspot.HotspotFindings;
import org.needscape.hotspot.HotspotMethod;
import org.needscape.hotspot.HotspotSettings;
import org.needscape.hotspot.SettingFinding;
import org.needscape.hotspot.Vote;
import org.needscape.service.HotspotSubject.Note;
import org.needscape.spatial.GlobalMoran;
import org.needscape.spatial.NotComputed;
import org.needscape.spatial.ScanOutcome;
import org.needscape.stats.Alternative;

/** The decision log of a run: which settings, why, and what was left out, in words that a commissioner can read. */
final class HotspotLog {

    private static final String OVERALL = "Overall";
    private static final String AGREEMENT = "Agreement";

    private final HotspotRun run;
    private final HotspotSettings settings;
    private final HotspotFindings findings;
    private final List<Note> notes = new ArrayList<>();

    private HotspotLog(HotspotRun run) {
        this.run = run;
        this.settings = run.question().settings();
        this.findings = run.findings();
    }

    static List<Note> of(HotspotRun run) {
        HotspotLog log = new HotspotLog(run);
        log.notes.addAll(run.subject().notes());
        log.notes.addAll(HotspotNeighbourLog.of(run));
        log.overall();
        log.joins();
        log.notes.addAll(HotspotChanceLog.of(run));
        log.agreement();
        log.scan();
        log.leftOut();
        return log.notes;
    }

    private void add(String topic, String format, Object... values) {
        notes.add(new Note(topic, String.format(Locale.UK, format, values)));
    }

    private void joins() {
        for (int at = 0; at < findings.joins().size(); at++) {
            String title = run.graphs().get(at).kind().title();
            findings.joins()
                    .get(at)
                    .ifPresentOrElse(
                            found -> add(
                                    OVERALL,
                                    "%s: %,.1f links join areas that are high, where chance lets expect %,.1f (z %.2f, %s; beside %,d maps"
                                            + " with the high areas dealt out anew, %s).",
                                    title,
                                    found.count().statistic(),
                                    found.count().expectation(),
                                    found.count().z(),
                                    probability(found.p()),
                                    found.draws(),
                                    probability(found.permutedP())),
                            () -> add(
                                    OVERALL,
                                    "%s: there is no join count of the whole map, because fewer than two areas are high or all are.",
                                    title));
        }
    }

    private static String probability(double p) {
        return p < 0.001 ? "p below 0.001" : String.format(Locale.UK, "p %.3f", p);
    }

    private void overall() {
        for (int at = 0; at < findings.overall().size(); at++) {
            Optional<GlobalMoran> moran = findings.overall().get(at);
            if (moran.isEmpty()) {
                continue;
            }
            double p = Alternative.TWO_SIDED.pValue(moran.get().zRandomisation());
            add(
                    OVERALL,
                    p <= 0.05
                            ? "%s: neighbours are %s over the whole map (Moran's I %.2f, %s)."
                            : "%s: there is no sign that neighbours are %s over the whole map (Moran's I %.2f, %s), so take single"
                                    + " hotspots with care.",
                    run.graphs().get(at).kind().title(),
                    p <= 0.05 && moran.get().statistic() < moran.get().expectation() ? "unlike each other" : "alike",
                    moran.get().statistic(),
                    probability(p));
        }
    }

    private void agreement() {
        int votes = findings.settings().size();
        if (votes == 1) {
            add(
                    AGREEMENT,
                    "Only one setting was used (%s), so nothing is said of what other settings would find.",
                    findings.settings().get(0).title());
        } else {
            add(
                    AGREEMENT,
                    settings.areJoins()
                            ? "%d settings were used. An area is called a hotspot when more than half of those that tested it find it."
                            : "%d settings were used. An area is called a hotspot when more than half of those that tested it find it; one that is"
                                    + " high beside low neighbours, or low beside high ones, is not part of a hotspot.",
                    votes);
        }
        for (SettingFinding setting : findings.settings()) {
            add(AGREEMENT, "%s: %s.", setting.title(), found(setting));
        }
    }

    private String found(SettingFinding setting) {
        if (setting.testedCount() == 0) {
            return "no area could be tested";
        }
        int unlike = setting.count(Vote.OUTLIER);
        boolean isHigherOnly = setting.method() == HotspotMethod.SCAN
                || settings.areJoins()
                || settings.alternative() == Alternative.GREATER;
        return String.format(
                Locale.UK,
                "of %,d %s tested, %,d %s%s%s",
                setting.testedCount(),
                setting.testedCount() == 1 ? "area" : "areas",
                setting.count(Vote.HOT),
                settings.areJoins() ? "beside more such areas than chance would give" : "in higher clusters",
                isHigherOnly ? "" : String.format(Locale.UK, ", %,d in lower ones", setting.count(Vote.COLD)),
                unlike == 0 ? "" : String.format(Locale.UK, ", %,d unlike the areas around", unlike));
    }

    private void scan() {
        findings.scan().ifPresent(outcome -> {
            if (outcome instanceof ScanOutcome.NotScanned not) {
                add("Scan", "%s", not.sentence());
            } else if (outcome instanceof ScanOutcome.Scanned scanned) {
                long found = scanned.clusters().stream()
                        .filter(cluster -> cluster.p() <= settings.falseDiscoveryFraction())
                        .count();
                add(
                        "Scan",
                        "%,d circles of up to %s of the people were looked at; %s.",
                        scanned.circleCount(),
                        percent(settings.maxPopulationShare()),
                        found == 0
                                ? "none has more than chance would put there"
                                : found + (found == 1 ? " has" : " have") + " more than chance would put there");
            }
        });
    }

    private void leftOut() {
        Map<NotComputed, Integer> reasons = new EnumMap<>(NotComputed.class);
        for (int area = 0; area < findings.areas().size(); area++) {
            findings.reason(area).ifPresent(reason -> reasons.merge(reason, 1, Integer::sum));
        }
        if (reasons.isEmpty()) {
            add("Left out", "No area was left out.");
        }
        Arrays.stream(NotComputed.values()).filter(reasons::containsKey).forEach(reason -> {
            int count = reasons.getOrDefault(reason, 0);
            add("Left out", "%,d %s not tested: %s.", count, count == 1 ? "area was" : "areas were", inWords(reason));
        });
    }

    /** Why areas were not tested, for people. */
    static String inWords(NotComputed reason) {
        return switch (reason) {
            case ISOLATE -> "no neighbour has a known value";
            case MISSING -> "no value is available";
            case SUPPRESSED -> "the value is hidden to protect children";
            case NO_POPULATION -> "nobody is counted there";
            case CONSTANT -> "there is nothing that varies to compare it with";
            case NOT_FLAGGED -> "not high on every measure chosen";
            case NO_JOIN -> "no neighbour is high on every measure chosen";
        };
    }

    static String percent(double share) {
        double percent = 100 * share;
        return percent == Math.rint(percent)
                ? String.format(Locale.UK, "%.0f %%", percent)
                : String.format(Locale.UK, "%.1f %%", percent);
    }
}
