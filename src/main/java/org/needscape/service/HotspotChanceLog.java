package org.needscape.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.needscape.hotspot.HotspotFindings;
import org.needscape.hotspot.HotspotMethod;
import org.needscape.hotspot.HotspotSettings;
import org.needscape.service.HotspotSubject.Note;
import org.needscape.spatial.LocalTests;
import org.needscape.spatial.Permutations;
import org.needscape.stats.Alternative;
import org.needscape.stats.FalseDiscoveryRate;

/** What the decision log says of chance: how its share was found by each method, and what is allowed for when many areas are tested. */
final class HotspotChanceLog {

    private static final String CHANCE = "Chance";

    private final HotspotSettings settings;
    private final HotspotFindings findings;
    private final List<Note> notes = new ArrayList<>();

    private HotspotChanceLog(HotspotRun run) {
        this.settings = run.question().settings();
        this.findings = run.findings();
    }

    static List<Note> of(HotspotRun run) {
        HotspotChanceLog log = new HotspotChanceLog(run);
        log.joins();
        log.chance();
        return log.notes;
    }

    private void add(String format, Object... values) {
        notes.add(new Note(CHANCE, String.format(Locale.UK, format, values)));
    }

    private void joins() {
        if (!findings.joins().isEmpty()) {
            add(
                    "An area that is high keeps its place while its neighbours are drawn anew from all others, %,d times (seed %d). Only"
                            + " areas that are high and have a neighbour that is are tested, and only for more such neighbours. The false"
                            + " discovery rate is held at %s over them (%s).",
                    settings.permutations(),
                    settings.seed(),
                    HotspotLog.percent(settings.falseDiscoveryFraction()),
                    correction());
        }
    }

    private void chance() {
        if (findings.leading().isEmpty()) {
            return;
        }
        if (findings.testedCount() == 0) {
            return;
        }
        settings.methods().forEach(this::pValues);
        add(
                "With %,d %s tested at once some would look unusual by chance. The false discovery rate is held at %s (%s): of all"
                        + " that a setting finds, on average no more than that share is chance.",
                findings.testedCount(),
                findings.testedCount() == 1 ? "area" : "areas",
                HotspotLog.percent(settings.falseDiscoveryFraction()),
                correction());
        if (settings.alternative() == Alternative.GREATER) {
            add("Only values higher than chance would give were looked for.");
        } else if (settings.alternative() == Alternative.LESS) {
            add("Only values lower than chance would give were looked for.");
        }
    }

    /** How the p-values of a method came about, with every kind of neighbours. */
    private void pValues(HotspotMethod method) {
        List<LocalTests> tests = findings.settings().stream()
                .filter(setting -> setting.method() == method)
                .flatMap(setting -> setting.tests().stream())
                .toList();
        if (tests.isEmpty()) {
            return;
        }
        if (settings.permutations() == 0 || method == HotspotMethod.GI_STAR) {
            add(
                    "%s: how often chance alone would give as much was read from the normal distribution, which is only roughly right for"
                            + " areas with few neighbours and for skewed values.%s",
                    method.title(),
                    settings.permutations() == 0
                            ? ""
                            : " With values dealt out anew it would be the same test as local Moran and have no vote of its own.");
            return;
        }
        int most = tests.stream().mapToInt(LocalTests::testedCount).max().orElse(0);
        int needed = Permutations.leastDraws(most, settings.falseDiscoveryFraction(), settings.alternative());
        int all = tests.stream().mapToInt(LocalTests::testedCount).sum();
        int stopped = tests.stream().mapToInt(this::stopped).sum();
        add(
                "%s: how often chance alone would give as much was found by trial. Each area keeps its value while its neighbours' values are"
                        + " drawn anew from all others, %,d times (seed %d)%s.%s",
                method.title(),
                settings.permutations(),
                settings.seed(),
                stopped == 0
                        ? ""
                        : String.format(
                                Locale.UK,
                                "; for %,d of %,d tests, clearly like chance, fewer were enough (Besag and Clifford 1991)",
                                stopped,
                                all),
                settings.permutations() >= needed
                        ? ""
                        : String.format(
                                Locale.UK,
                                " For %,d areas that is few: an area that stands alone could not be found with less than %,d.",
                                most,
                                needed));
    }

    private int stopped(LocalTests tests) {
        return (int) IntStream.range(0, tests.size())
                .filter(area -> tests.isComputed(area) && tests.draws(area) < settings.permutations())
                .count();
    }

    private String correction() {
        return settings.correction() == FalseDiscoveryRate.BENJAMINI_HOCHBERG
                ? "Benjamini and Hochberg"
                : "Benjamini and Yekutieli";
    }
}
