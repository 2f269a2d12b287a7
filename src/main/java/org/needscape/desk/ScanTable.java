package org.needscape.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.indicator.ValueState;
import org.needscape.need.HotspotClass;
import org.needscape.spatial.NotComputed;
import org.needscape.spatial.ScanArea;
import org.needscape.spatial.ScanCluster;

/**
 * A scan area by area: in which cluster each lies, numbered as the clusters are shown, and what is known of that cluster. An area of no
 * cluster has none of that, one that was not scanned says why.
 */
final class ScanTable {

    static final List<String> HEADER =
            List.of("code", "cluster", "rank", "observed", "expected", "relative_risk", "llr", "p", "class", "reason");

    private final ScanClusters clusters;
    private final HotspotsInput input;
    private final Set<AreaCode> scanned = new HashSet<>();

    /** @param areas that were scanned */
    ScanTable(ScanClusters clusters, HotspotsInput input, Collection<ScanArea> areas) {
        this.clusters = clusters;
        this.input = input;
        areas.forEach(area -> scanned.add(area.code()));
        clusters.leftOut().forEach(scanned::remove);
    }

    List<List<String>> rows() {
        Map<AreaCode, Integer> numbers = new HashMap<>();
        List<ScanCluster> ordered = clusters.ordered();
        for (int k = 0; k < ordered.size(); k++) {
            for (AreaCode code : ordered.get(k).codes()) {
                numbers.put(code, k + 1);
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (int area = 0; area < input.areas().size(); area++) {
            Integer number = numbers.get(input.areas().get(area));
            rows.add(number == null ? outside(area) : inside(area, number, ordered.get(number - 1)));
        }
        return rows;
    }

    private List<String> inside(int area, int number, ScanCluster cluster) {
        boolean hidden = clusters.isHidden(cluster);
        String mark = ValueState.SUPPRESSED.mark();
        String risk = cluster.relativeRisk().isPresent()
                ? CellText.format(cluster.relativeRisk().getAsDouble())
                : "";
        return List.of(
                input.areas().get(area).value(),
                Integer.toString(number),
                hidden ? mark : Integer.toString(number),
                hidden ? mark : Integer.toString(cluster.observed()),
                CellText.format(cluster.expected()),
                hidden ? mark : risk,
                hidden ? mark : CellText.format(cluster.logLikelihoodRatio()),
                hidden ? mark : CellText.format(cluster.p()),
                clusters.classOf(cluster).code(),
                "");
    }

    private List<String> outside(int area) {
        AreaCode code = input.areas().get(area);
        boolean took = scanned.contains(code);
        String reason = took
                ? ""
                : HotspotsInput.reason(
                                input.counts().get(area), input.populations().get(area))
                        .orElse(NotComputed.MISSING)
                        .code();
        HotspotClass found = took ? HotspotClass.NOT_SIGNIFICANT : HotspotClass.NOT_COMPUTED;
        return List.of(code.value(), "", "", "", "", "", "", "", found.code(), reason);
    }
}
