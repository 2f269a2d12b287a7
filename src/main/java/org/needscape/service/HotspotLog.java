package org.needscape.service;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.needscape.hotspot.HotspotFindings;
import org.needscape.hotspot.HotspotMethod;
import org.needscape.hotspot.HotspotSettings;
import org.needscape.hotspot.NeighbourKinds;
import org.needscape.hotspot.SettingFinding;
import org.needscape.hotspot.Vote;
import org.needscape.service.HotspotSubject.Note;
import org.needscape.spatial.GlobalMoran;
import org.needscape.spatial.LocalTests;
import org.needscape.spatial.NeighbourSummary;
import org.needscape.spatial.Neighbours;
import org.needscape.spatial.NotComputed;
import org.needscape.spatial.Permutations;
import org.needscape.spatial.ScanOutcome;
import org.needscape.stats.Alternative;
import org.needscape.stats.FalseDiscoveryRate;

/** The decision log of a run: which settings, why, and what was left out, in words that a commissioner can read. */
final class HotspotLog {

    private static final String NEIGHBOURS = "Neighbours";
    private static final String OVERALL = "Overall";
    private static final String CHANCE = "Chance";
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
        log.neighbours();
        log.overall();
        log.joins();
        log.chance();
        log.agreement();
        log.scan();
        log.leftOut();
        return log.notes;
    }

    private void add(String topic, String format, Object... values) {
        notes.add(new Note(topic, String.format(Locale.UK, format, values)));
    }

    private void neighbours() {
        for (HotspotRun.Graph graph : run.graphs()) {
            Neighbours neighbours = graph.neighbours();
            NeighbourSummary summary = NeighbourSummary.of(neighbours);
            int islands = summary.isolates().size();
            int pieces = (int)
                    summary.componentSizes().stream().filter(size -> size > 1).count();
            add(
                    NEIGHBOURS,
                    "%s: %.1f neighbours on average, at most %d%s%s.",
                    graph.kind().title(),
                    summary.meanNeighbours(),
                    summary.mostNeighbours(),
                    pieces > 1 ? "; the map falls into " + pieces + " pieces" : "",
                    islands == 0
                            ? ""
                            : String.format(
                                    Locale.UK,
                                    "; %,d %s and cannot be tested this way",
                                    islands,
                                    islands == 1 ? "area has none" : "areas have none"));
        }
        listed();
        int links = run.question().links().size();
        if (links > 0) {
            add(
                    NEIGHBOURS,
                    "%,d %s made neighbours by hand.",
                    links,
                    links == 1 ? "pair of areas was" : "pairs of areas were");
        }
        add(
                NEIGHBOURS,
                "Areas at the edge have fewer neighbours here than on the ground: what lies beyond %s takes no part.",
                run.frame().extent().title());
    }

    private void listed() {
        run.question().list().ifPresent(list -> {
            add(
                    NEIGHBOURS,
                    "The file lists %,d links (SHA-256 %s).",
                    list.links().size(),
                    list.sha256());
            if (settings.methods().contains(HotspotMethod.GI_STAR)) {
                ownWeight(list.meanWeight()).ifPresent(sentence -> add(NEIGHBOURS, "%s", sentence));
            }
            run.graphs().stream()
                    .filter(graph -> graph.kind().equals(NeighbourKinds.LISTED))
                    .map(graph -> graph.neighbours().oneWayCount())
                    .filter(oneWay -> oneWay > 0)
                    .forEach(oneWay -> add(
                            NEIGHBOURS,
                            "Links without a link back, which count in the one direction that is given: %,d.",
                            oneWay));
        });
    }

    /**
     * What weights of a list mean for Gi*, which counts an area itself with the weight 1 (Getis and Ord 1992; Ord and Getis 1995): said
     * where an area counts at least twice or at most half as much as a neighbour, which leaves weights of equal neighbours unsaid and
     * rows that sum to 1 not.
     *
     * @param meanWeight of the links of the list, above 0
     */
    static Optional<String> ownWeight(double meanWeight) {
        if (meanWeight > 0.5 && meanWeight < 2) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.UK,
                "The weights of the file are %s on average. In Gi* an area itself has the weight 1, so %s: other weights of the same"
                        + " proportions would find other hotspots. Weights whose mean is about 1 keep the two alike.",
                plain(meanWeight),
                meanWeight < 1
                        ? "its own value counts " + plain(1 / meanWeight) + " times as much as a neighbour's"
                        : "a neighbour's value counts " + plain(meanWeight) + " times as much as its own"));
    }

    /** Two significant digits, never as a power of ten. */
    private static String plain(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(2));
        return String.format(
                Locale.UK, "%,." + Math.max(0, rounded.stripTrailingZeros().scale()) + "f", rounded);
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
        if (!findings.joins().isEmpty()) {
            add(
                    CHANCE,
                    "An area that is high keeps its place while its neighbours are drawn anew from all others, %,d times (seed %d). Only"
                            + " areas that are high and have a neighbour that is are tested, and only for more such neighbours. The false"
                            + " discovery rate is held at %s over them (%s).",
                    settings.permutations(),
                    settings.seed(),
                    percent(settings.falseDiscoveryFraction()),
                    correction());
        }
    }

    private static String probability(double p) {
        return p < 0.001 ? "p below 0.001" : String.format(Locale.UK, "p %.3f", p);
    }

    private String correction() {
        return settings.correction() == FalseDiscoveryRate.BENJAMINI_HOCHBERG
                ? "Benjamini and Hochberg"
                : "Benjamini and Yekutieli";
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

    private void chance() {
        if (findings.leading().isEmpty()) {
            return;
        }
        if (findings.testedCount() == 0) {
            return;
        }
        settings.methods().forEach(this::pValues);
        add(
                CHANCE,
                "With %,d %s tested at once some would look unusual by chance. The false discovery rate is held at %s (%s): of all"
                        + " that a setting finds, on average no more than that share is chance.",
                findings.testedCount(),
                findings.testedCount() == 1 ? "area" : "areas",
                percent(settings.falseDiscoveryFraction()),
                correction());
        if (settings.alternative() == Alternative.GREATER) {
            add(CHANCE, "Only values higher than chance would give were looked for.");
        } else if (settings.alternative() == Alternative.LESS) {
            add(CHANCE, "Only values lower than chance would give were looked for.");
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
                    CHANCE,
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
                CHANCE,
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
