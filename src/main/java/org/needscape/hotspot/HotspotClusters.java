package org.needscape.hotspot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.needscape.need.HotspotClass;
import org.needscape.spatial.Neighbours;

/** Hot areas that are neighbours of each other, put together. */
public final class HotspotClusters {

    private HotspotClusters() {}

    /**
     * The groups of hot areas that hang together.
     *
     * @param findings what was found
     * @param neighbours over the same areas; a link in one direction is enough
     * @return indices of areas in rising order, the largest group first, of equal ones that with the lowest index
     */
    public static List<List<Integer>> of(HotspotFindings findings, Neighbours neighbours) {
        int[] hot = IntStream.range(0, findings.areas().size())
                .filter(area -> findings.areas().get(area).hotspotClass() == HotspotClass.HOT)
                .toArray();
        Set<Integer> isHot = new HashSet<>();
        IntStream.of(hot).forEach(isHot::add);
        List<List<Integer>> links = new ArrayList<>();
        for (int area = 0; area < neighbours.size(); area++) {
            links.add(new ArrayList<>());
        }
        for (int area : hot) {
            for (int k = 0; k < neighbours.degree(area); k++) {
                int other = neighbours.neighbour(area, k);
                if (isHot.contains(other)) {
                    links.get(area).add(other);
                    links.get(other).add(area);
                }
            }
        }
        List<List<Integer>> clusters = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int area : hot) {
            if (seen.add(area)) {
                clusters.add(reach(area, links, seen));
            }
        }
        clusters.sort(
                Comparator.<List<Integer>>comparingInt(List::size).reversed().thenComparing(cluster -> cluster.get(0)));
        return clusters;
    }

    private static List<Integer> reach(int start, List<List<Integer>> links, Set<Integer> seen) {
        List<Integer> cluster = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            int area = open.remove();
            cluster.add(area);
            for (int other : links.get(area)) {
                if (seen.add(other)) {
                    open.add(other);
                }
            }
        }
        cluster.sort(Comparator.naturalOrder());
        return cluster;
    }
}
