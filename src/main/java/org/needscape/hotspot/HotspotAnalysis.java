package org.needscape.hotspot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.progress.Progress;
import org.needscape.spatial.AreaValues;
import org.needscape.spatial.CircularScan;
import org.needscape.spatial.GetisOrd;
import org.needscape.spatial.GlobalMoran;
import org.needscape.spatial.LocalJoinCount;
import org.needscape.spatial.LocalMoran;
import org.needscape.spatial.LocalTests;
import org.needscape.spatial.Neighbours;
import org.needscape.spatial.NotComputed;
import org.needscape.spatial.Permutations;
import org.needscape.spatial.ScanOptions;
import org.needscape.spatial.ScanOutcome;
import org.needscape.spatial.Work;

/**
 * Runs every setting and collects what each says of each area.
 *
 * <p>A local statistic whose q is at or below the false discovery rate says <em>hot</em> where the area's own value and the weighted mean of
 * its neighbours both lie above the mean of all, <em>cold</em> where both lie below it, and <em>unlike its neighbours</em> where they lie on
 * different sides: so a lone high value is no hotspot, and neither is a low value beside one. A scan says <em>hot</em> of the areas of its
 * circles with p at or below the same rate whose own value lies above the mean.
 *
 * <p>The join count says <em>hot</em> of flagged areas with more flagged neighbours than chance would give, and never anything else.
 *
 * <p>Where an area's own value is held while its neighbours' are drawn anew, Gi*, Gi and local Moran are one and the same test, and three
 * votes of it would be one. So permutations serve local Moran and Gi; Gi* keeps the p-value of the normal distribution, in which the area's
 * own value counts among those that lie by chance.
 */
public final class HotspotAnalysis {

    private final HotspotInput input;
    private final Map<NeighbourKind, Neighbours> graphs;
    private final HotspotSettings settings;
    private final double mean;

    private HotspotAnalysis(HotspotInput input, Map<NeighbourKind, Neighbours> graphs, HotspotSettings settings) {
        this.input = input;
        this.graphs = graphs;
        this.settings = settings;
        this.mean = mean(input.tested());
    }

    /**
     * Runs the settings, one after the other.
     *
     * @param graphs the neighbours of every kind that the settings name, over the same areas
     * @param progress told after every setting; may end the run
     * @throws java.util.concurrent.CancellationException when {@code progress} ends it
     */
    public static HotspotFindings run(
            HotspotInput input, Map<NeighbourKind, Neighbours> graphs, HotspotSettings settings, Progress progress) {
        return new HotspotAnalysis(input, graphs, settings).run(progress);
    }

    private HotspotFindings run(Progress progress) {
        List<SettingFinding> found = new ArrayList<>();
        Optional<ScanOutcome> scan = Optional.empty();
        int all = settings.votes();
        for (HotspotMethod method : settings.methods()) {
            if (method == HotspotMethod.SCAN) {
                progress.report((double) found.size() / all, "Scanning for circles with more than expected.");
                ScanOutcome outcome = scan();
                scan = Optional.of(outcome);
                found.add(ofScan(outcome));
                continue;
            }
            for (NeighbourKind kind : settings.neighbours()) {
                Progress part = progress.part((double) found.size() / all, (found.size() + 1.0) / all);
                part.report(0, method.title() + " " + kind.inWords() + ".");
                found.add(method == HotspotMethod.JOIN_COUNT ? ofJoins(kind) : ofLocal(method, kind, part));
            }
        }
        boolean areJoins = settings.areJoins();
        List<Optional<GlobalMoran>> overall = areJoins
                ? List.of()
                : settings.neighbours().stream()
                        .map(kind -> GlobalMoran.compute(input.tested(), graph(kind), true))
                        .toList();
        List<Optional<OverallJoins>> joins = areJoins
                ? settings.neighbours().stream()
                        .map(kind ->
                                OverallJoins.of(input.tested(), graph(kind), settings.permutations(), settings.seed()))
                        .toList()
                : List.of();
        return HotspotFindings.of(found, input.areas().size(), overall, joins, scan);
    }

    private Neighbours graph(NeighbourKind kind) {
        return Objects.requireNonNull(graphs.get(kind), () -> "No neighbours of kind " + kind.code());
    }

    private SettingFinding ofLocal(HotspotMethod method, NeighbourKind kind, Progress progress) {
        Neighbours neighbours = graph(kind);
        Work work = share -> progress.report(share, method.title() + " " + kind.inWords() + ".");
        LocalTests tests = tests(method, neighbours, work).adjustedBy(settings.correction());
        List<Vote> votes = new ArrayList<>();
        for (int area = 0; area < input.areas().size(); area++) {
            votes.add(vote(tests, neighbours, area));
        }
        return new SettingFinding(method, Optional.of(kind), Optional.of(tests), Optional.empty(), votes);
    }

    /** An area that is flagged while none of its neighbours is has been looked at: nothing was found. */
    private SettingFinding ofJoins(NeighbourKind kind) {
        LocalJoinCount joins = LocalJoinCount.test(
                        input.tested(), graph(kind), settings.permutations(), settings.seed())
                .adjustedBy(settings.correction());
        List<Vote> votes = new ArrayList<>();
        for (int area = 0; area < input.areas().size(); area++) {
            if (joins.isTested(area)) {
                votes.add(joins.q(area) <= settings.falseDiscoveryFraction() ? Vote.HOT : Vote.NONE);
            } else {
                votes.add(
                        joins.reason(area).filter(NotComputed.NO_JOIN::equals).isPresent()
                                ? Vote.NONE
                                : Vote.NOT_TESTED);
            }
        }
        return new SettingFinding(
                HotspotMethod.JOIN_COUNT, Optional.of(kind), Optional.empty(), Optional.of(joins), votes);
    }

    private LocalTests tests(HotspotMethod method, Neighbours neighbours, Work work) {
        AreaValues values = input.tested();
        if (method == HotspotMethod.LOCAL_MORAN) {
            LocalMoran moran = LocalMoran.test(values, neighbours, true, settings.alternative());
            return settings.permutations() == 0
                    ? moran.tests()
                    : permutations().localMoran(moran, values, neighbours, settings.alternative(), work);
        }
        GetisOrd form = method == HotspotMethod.GI ? GetisOrd.GI : GetisOrd.GI_STAR;
        LocalTests tests = form.test(values, neighbours, settings.alternative());
        return settings.permutations() == 0 || method == HotspotMethod.GI_STAR
                ? tests
                : permutations().getisOrd(tests, values, neighbours, settings.alternative(), work);
    }

    private Permutations permutations() {
        return new Permutations(settings.permutations(), settings.seed(), Permutations.STANDARD_ENOUGH_EXTREME);
    }

    private Vote vote(LocalTests tests, Neighbours neighbours, int area) {
        if (!tests.isComputed(area)) {
            return Vote.NOT_TESTED;
        }
        if (tests.q(area) > settings.falseDiscoveryFraction()) {
            return Vote.NONE;
        }
        double own = input.tested().get(area) - mean;
        double around = 0;
        for (int k = 0; k < neighbours.degree(area); k++) {
            int other = neighbours.neighbour(area, k);
            if (other != area && input.tested().isKnown(other)) {
                around += neighbours.weight(area, k) * (input.tested().get(other) - mean);
            }
        }
        if (own * around < 0) {
            return Vote.OUTLIER;
        }
        return own > 0 || around > 0 ? Vote.HOT : Vote.COLD;
    }

    private ScanOutcome scan() {
        int replicates = settings.permutations() == 0
                ? HotspotSettings.SCAN_REPLICATES
                : Math.min(settings.permutations(), HotspotSettings.SCAN_REPLICATES);
        return CircularScan.scan(
                input.counted(),
                ScanOptions.defaults()
                        .withMaxPopulationShare(settings.maxPopulationShare())
                        .withReplicates(replicates)
                        .withSeed(settings.seed()));
    }

    private SettingFinding ofScan(ScanOutcome outcome) {
        List<Vote> votes = new ArrayList<>(Collections.nCopies(input.areas().size(), Vote.NOT_TESTED));
        outcome.scanned().ifPresent(scanned -> {
            Set<AreaCode> scannedCodes = new HashSet<>();
            input.counted().forEach(area -> scannedCodes.add(area.code()));
            scanned.leftOut().forEach(scannedCodes::remove);
            Set<AreaCode> inside = new HashSet<>();
            scanned.clusters().stream()
                    .filter(cluster -> cluster.p() <= settings.falseDiscoveryFraction())
                    .forEach(cluster -> inside.addAll(cluster.codes()));
            for (int area = 0; area < votes.size(); area++) {
                AreaCode code = input.areas().get(area);
                if (scannedCodes.contains(code)) {
                    boolean isHigh =
                            input.tested().isKnown(area) && input.tested().get(area) > mean;
                    votes.set(area, inside.contains(code) && isHigh ? Vote.HOT : Vote.NONE);
                }
            }
        });
        return new SettingFinding(HotspotMethod.SCAN, Optional.empty(), Optional.empty(), Optional.empty(), votes);
    }

    private static double mean(AreaValues values) {
        double sum = 0;
        for (int area = 0; area < values.size(); area++) {
            sum += values.isKnown(area) ? values.get(area) : 0;
        }
        return values.knownCount() == 0 ? 0 : sum / values.knownCount();
    }
}
