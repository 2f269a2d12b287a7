package org.needscape.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.indicator.ValueState;
import org.needscape.need.HotspotClass;
import org.needscape.spatial.ScanArea;
import org.needscape.spatial.ScanCluster;
import org.needscape.spatial.ScanOptions;
import org.needscape.spatial.ScanOutcome;
import org.needscape.spatial.ScanRates;

/**
 * Clusters as JSON. Where counts are hidden, a cluster's numbers must not give one back: it keeps only its areas, its expectation and
 * its class when it has 1 to N events, or when the hidden counts within it are too few to hide each other. The areas of such clusters
 * and those of none are together what is left of the total, and must hide theirs as well, so further clusters lose their numbers until
 * they do. Clusters without numbers stand last, by code, because their place by likelihood would tell their count.
 */
final class ScanClusters {

    private static final double SIGNIFICANT = 0.05;

    /** Hidden counts of a sum hide each other when there are as many and each could be as many different numbers. */
    private static final int AT_LEAST_TOGETHER = 3;

    private final ScanOutcome.Scanned scan;
    private final ScanOptions options;
    private final List<ScanArea> areas;
    private final Set<ScanCluster> withoutNumbers;

    /**
     * The clusters of a scan.
     *
     * @param hidden areas whose counts must not be read from the output
     * @param upTo counts of 1 to this are hidden, 0 where none are
     */
    ScanClusters(
            ScanOutcome.Scanned scan,
            ScanOptions options,
            List<ScanArea> areas,
            Collection<AreaCode> hidden,
            int upTo) {
        this.scan = scan;
        this.options = options;
        this.areas = areas;
        this.withoutNumbers = withoutNumbers(new HashSet<>(hidden), upTo);
    }

    /** The clusters in the order in which they are shown. */
    List<ScanCluster> ordered() {
        List<ScanCluster> ordered = new ArrayList<>(scan.clusters());
        ordered.removeAll(withoutNumbers);
        withoutNumbers.stream()
                .sorted(Comparator.comparing(ScanCluster::centre))
                .forEach(ordered::add);
        return ordered;
    }

    /** Whether a cluster keeps only its areas, its expectation and its class. */
    boolean isHidden(ScanCluster cluster) {
        return withoutNumbers.contains(cluster);
    }

    HotspotClass classOf(ScanCluster cluster) {
        HotspotClass found = options.rates() == ScanRates.HIGH ? HotspotClass.HOT : HotspotClass.COLD;
        return cluster.p() <= SIGNIFICANT ? found : HotspotClass.NOT_SIGNIFICANT;
    }

    /** Areas that could not take part, without population and without events. */
    List<AreaCode> leftOut() {
        return scan.leftOut();
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode clusters = json.putArray("clusters");
        for (ScanCluster cluster : ordered()) {
            put(clusters.addObject(), cluster, isHidden(cluster));
        }
        json.put("areas", scan.areaCount());
        json.put("rates", options.rates() == ScanRates.HIGH ? "high" : "low");
        json.put("max_population", options.maxPopulationShare());
        json.put("permutations", options.replicates());
        json.put("seed", options.seed());
        return json;
    }

    private void put(ObjectNode json, ScanCluster cluster, boolean hidden) {
        ArrayNode codes = json.putArray("codes");
        cluster.codes().forEach(code -> codes.add(code.value()));
        json.put("centre", cluster.centre().value());
        json.put("radius_metres", cluster.radiusMetres());
        json.put("population", cluster.population());
        json.put("expected", cluster.expected());
        String mark = ValueState.SUPPRESSED.mark();
        if (hidden) {
            for (String name : List.of("observed", "observed_to_expected", "relative_risk", "llr", "p")) {
                json.put(name, mark);
            }
        } else {
            json.put("observed", cluster.observed());
            json.put("observed_to_expected", cluster.observedToExpected());
            cluster.relativeRisk()
                    .ifPresentOrElse(risk -> json.put("relative_risk", risk), () -> json.putNull("relative_risk"));
            json.put("llr", cluster.logLikelihoodRatio());
            json.put("p", cluster.p());
        }
        json.put("class", classOf(cluster).code());
    }

    private Set<ScanCluster> withoutNumbers(Set<AreaCode> hidden, int upTo) {
        Set<ScanCluster> without = new HashSet<>();
        if (hidden.isEmpty()) {
            return without;
        }
        Set<AreaCode> rest = new HashSet<>();
        areas.forEach(area -> rest.add(area.code()));
        scan.clusters().forEach(cluster -> rest.removeAll(cluster.codes()));
        for (ScanCluster cluster : scan.clusters()) {
            boolean few = cluster.observed() >= 1 && cluster.observed() <= upTo;
            if (few || !hideEachOther(cluster.codes(), hidden, upTo)) {
                without.add(cluster);
                rest.addAll(cluster.codes());
            }
        }
        List<ScanCluster> leastLikelyFirst = new ArrayList<>(scan.clusters());
        java.util.Collections.reverse(leastLikelyFirst);
        for (ScanCluster cluster : leastLikelyFirst) {
            if (hideEachOther(rest, hidden, upTo)) {
                break;
            }
            if (without.add(cluster)) {
                rest.addAll(cluster.codes());
            }
        }
        return without;
    }

    /** Whether the sum of these areas leaves every hidden count among them open: none are hidden, or enough with enough room. */
    private boolean hideEachOther(Collection<AreaCode> among, Set<AreaCode> hidden, int upTo) {
        Set<AreaCode> inside = new HashSet<>(among);
        inside.retainAll(hidden);
        if (inside.isEmpty()) {
            return true;
        }
        int sum = areas.stream()
                .filter(area -> inside.contains(area.code()))
                .mapToInt(ScanArea::count)
                .sum();
        int others = inside.size() - 1;
        int most = Math.min(upTo, sum - others);
        int least = Math.max(1, sum - others * upTo);
        return inside.size() >= AT_LEAST_TOGETHER && most - least >= Math.min(AT_LEAST_TOGETHER, upTo - 1);
    }
}
