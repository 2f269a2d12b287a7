package org.needscape.spatial;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * What a neighbour relation looks like, for those who must judge whether it fits and for the record of what was decided. Links of areas
 * to themselves count as links, not as neighbours.
 *
 * @param areaCount how many areas
 * @param linkCount how many links, both directions counted
 * @param selfCount how many of them link an area to itself
 * @param isolates areas without another as neighbour, in rising order
 * @param componentSizes how many areas hang together, links taken in both directions, largest first; an isolate that is nobody's
 *     neighbour either is a component of one
 * @param leastNeighbours the fewest neighbours of an area; 0 without areas
 * @param meanNeighbours the mean over all areas; 0 without areas
 * @param mostNeighbours the most neighbours of an area; 0 without areas
 * @param oneWayCount how many links have no link back, whatever its weight
 * @param evenWeights whether every link has a link back of the same weight
 */
public record NeighbourSummary(
        int areaCount,
        int linkCount,
        int selfCount,
        List<Integer> isolates,
        List<Integer> componentSizes,
        int leastNeighbours,
        double meanNeighbours,
        int mostNeighbours,
        int oneWayCount,
        boolean evenWeights) {

    public NeighbourSummary {
        isolates = List.copyOf(isolates);
        componentSizes = List.copyOf(componentSizes);
    }

    public static NeighbourSummary of(Neighbours neighbours) {
        Neighbours others = neighbours.withoutSelf();
        int size = others.size();
        int[] degrees = new int[size];
        boolean even = true;
        for (int area = 0; area < size; area++) {
            degrees[area] = others.degree(area);
            for (int k = 0; k < others.degree(area); k++) {
                even &= WeightSums.weightOf(others, others.neighbour(area, k), area) == others.weight(area, k);
            }
        }
        return new NeighbourSummary(
                size,
                neighbours.linkCount(),
                neighbours.linkCount() - others.linkCount(),
                others.isolates(),
                componentSizes(others.withLinksBack()),
                Arrays.stream(degrees).min().orElse(0),
                Arrays.stream(degrees).average().orElse(0),
                Arrays.stream(degrees).max().orElse(0),
                others.oneWayCount(),
                even && others.oneWayCount() == 0);
    }

    /** Whether every link has a link back. */
    public boolean isSymmetric() {
        return oneWayCount == 0;
    }

    private static List<Integer> componentSizes(Neighbours bothWays) {
        boolean[] seen = new boolean[bothWays.size()];
        List<Integer> sizes = new ArrayList<>();
        for (int start = 0; start < seen.length; start++) {
            if (!seen[start]) {
                sizes.add(reached(bothWays, start, seen));
            }
        }
        sizes.sort(Collections.reverseOrder());
        return sizes;
    }

    private static int reached(Neighbours bothWays, int start, boolean[] seen) {
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        int count = 0;
        while (!open.isEmpty()) {
            int area = open.pop();
            count++;
            for (int k = 0; k < bothWays.degree(area); k++) {
                int other = bothWays.neighbour(area, k);
                if (!seen[other]) {
                    seen[other] = true;
                    open.push(other);
                }
            }
        }
        return count;
    }
}
