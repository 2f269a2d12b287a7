package org.needscape.spatial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.needscape.area.AreaCode;

/**
 * Which areas are next to which, with a weight for each link. Areas are indices from 0; the neighbours of an area are in rising
 * order, none twice. Links have a direction, so that nearest neighbours and weighted files fit; contiguity gives both. Immutable.
 */
public final class Neighbours {

    private final int[] starts;
    private final int[] targets;
    private final double[] weights;

    private Neighbours(int[] starts, int[] targets, double[] weights) {
        this.starts = starts;
        this.targets = targets;
        this.weights = weights;
    }

    /**
     * From a list of neighbours per area, each link with weight 1.
     *
     * @param lists indices, in any order, none twice in a list
     */
    public static Neighbours ofLists(int[][] lists) {
        int links = Arrays.stream(lists).mapToInt(list -> list.length).sum();
        int[] from = new int[links];
        int[] to = new int[links];
        int k = 0;
        for (int area = 0; area < lists.length; area++) {
            for (int neighbour : lists[area]) {
                from[k] = area;
                to[k++] = neighbour;
            }
        }
        double[] weights = new double[links];
        Arrays.fill(weights, 1);
        return ofLinks(lists.length, from, to, weights);
    }

    /**
     * From links between codes.
     *
     * @param areas the codes in the order of the indices, each once
     * @param links between these codes only, none twice
     */
    public static Neighbours ofCodes(List<AreaCode> areas, Collection<Link> links) {
        Map<AreaCode, Integer> indices = indices(areas);
        int[] from = new int[links.size()];
        int[] to = new int[links.size()];
        double[] weights = new double[links.size()];
        int k = 0;
        for (Link link : links) {
            from[k] = indexOf(indices, link.area());
            to[k] = indexOf(indices, link.neighbour());
            weights[k++] = link.weight();
        }
        return ofLinks(areas.size(), from, to, weights);
    }

    /** From parallel arrays of links, in any order. */
    static Neighbours ofLinks(int size, int[] from, int[] to, double[] linkWeights) {
        int[] starts = new int[size + 1];
        for (int k = 0; k < from.length; k++) {
            starts[check(from[k], size) + 1]++;
            check(to[k], size);
        }
        for (int area = 0; area < size; area++) {
            starts[area + 1] += starts[area];
        }
        // Two stable counting passes, by target and then by area, leave every list in rising order.
        int[] byTarget = stableOrder(to, size);
        int[] next = Arrays.copyOf(starts, size);
        int[] targets = new int[to.length];
        double[] weights = new double[to.length];
        for (int k : byTarget) {
            int position = next[from[k]]++;
            targets[position] = to[k];
            weights[position] = linkWeights[k];
            if (position > starts[from[k]] && targets[position - 1] == to[k]) {
                throw new IllegalArgumentException("Link " + from[k] + " to " + to[k] + " is given twice.");
            }
        }
        return new Neighbours(starts, targets, weights);
    }

    /** How many areas. */
    public int size() {
        return starts.length - 1;
    }

    /** How many neighbours an area has. */
    public int degree(int area) {
        return starts[area + 1] - starts[area];
    }

    /**
     * A neighbour of an area.
     *
     * @param k 0 to degree - 1
     */
    public int neighbour(int area, int k) {
        return targets[position(area, k)];
    }

    /**
     * The weight of a link.
     *
     * @param k 0 to degree - 1
     */
    public double weight(int area, int k) {
        return weights[position(area, k)];
    }

    /** How many links, both directions counted. */
    public int linkCount() {
        return targets.length;
    }

    /** How many links have no link back, whatever its weight. 0 for contiguity. */
    public int oneWayCount() {
        int count = 0;
        for (int area = 0; area < size(); area++) {
            for (int k = starts[area]; k < starts[area + 1]; k++) {
                count += hasLink(targets[k], area) ? 0 : 1;
            }
        }
        return count;
    }

    /** The areas that have no neighbour, in rising order. */
    public List<Integer> isolates() {
        List<Integer> isolates = new ArrayList<>();
        for (int area = 0; area < size(); area++) {
            if (degree(area) == 0) {
                isolates.add(area);
            }
        }
        return isolates;
    }

    /** Only the links whose two ends are both kept; the indices stay. */
    public Neighbours among(IntPredicate kept) {
        return filter((from, to) -> kept.test(from) && kept.test(to));
    }

    /** Without links of areas to themselves. */
    public Neighbours withoutSelf() {
        return filter((from, to) -> from != to);
    }

    /** Every list divided by its sum, so that a weighted sum over neighbours becomes their weighted mean. */
    public Neighbours rowStandardised() {
        double[] scaled = new double[weights.length];
        for (int area = 0; area < size(); area++) {
            double sum = 0;
            for (int k = starts[area]; k < starts[area + 1]; k++) {
                sum += weights[k];
            }
            for (int k = starts[area]; k < starts[area + 1]; k++) {
                scaled[k] = sum == 0 ? weights[k] : weights[k] / sum;
            }
        }
        return new Neighbours(starts, targets, scaled);
    }

    /** With a link back, of the same weight, for every link that has none; the others stay as they are. */
    public Neighbours withLinksBack() {
        List<int[]> missing = new ArrayList<>();
        List<Double> missingWeights = new ArrayList<>();
        for (int area = 0; area < size(); area++) {
            for (int k = starts[area]; k < starts[area + 1]; k++) {
                if (!hasLink(targets[k], area)) {
                    missing.add(new int[] {targets[k], area});
                    missingWeights.add(weights[k]);
                }
            }
        }
        return with(missing, missingWeights);
    }

    /**
     * With bridges: links that a person adds because two areas belong together though they do not touch, such as the two sides of a river
     * or of a county's edge. A bridge goes both ways with its weight; where a link is there already it stays as it is.
     *
     * @param areas the codes in the order of the indices, each once
     * @param bridges between these codes only
     * @throws IllegalArgumentException when a bridge names a code that is not listed, or an area twice
     */
    public Neighbours bridged(List<AreaCode> areas, Collection<Link> bridges) {
        if (areas.size() != size()) {
            throw new IllegalArgumentException(areas.size() + " codes for " + size() + " areas.");
        }
        Map<AreaCode, Integer> indices = indices(areas);
        Map<List<Integer>, Double> added = new LinkedHashMap<>();
        for (Link bridge : bridges) {
            int area = indexOf(indices, bridge.area());
            int other = indexOf(indices, bridge.neighbour());
            if (area == other) {
                throw new IllegalArgumentException("A bridge joins area " + bridge.area() + " to itself.");
            }
            for (List<Integer> ends : List.of(List.of(area, other), List.of(other, area))) {
                if (!hasLink(ends.get(0), ends.get(1))) {
                    added.putIfAbsent(ends, bridge.weight());
                }
            }
        }
        return with(
                added.keySet().stream()
                        .map(ends -> new int[] {ends.get(0), ends.get(1)})
                        .toList(),
                List.copyOf(added.values()));
    }

    private Neighbours with(List<int[]> links, List<Double> linkWeights) {
        int count = targets.length;
        int[] from = new int[count + links.size()];
        int[] to = Arrays.copyOf(targets, from.length);
        double[] all = Arrays.copyOf(weights, from.length);
        for (int area = 0; area < size(); area++) {
            Arrays.fill(from, starts[area], starts[area + 1], area);
        }
        for (int k = 0; k < links.size(); k++) {
            from[count + k] = links.get(k)[0];
            to[count + k] = links.get(k)[1];
            all[count + k] = linkWeights.get(k);
        }
        return ofLinks(size(), from, to, all);
    }

    private boolean hasLink(int from, int to) {
        return Arrays.binarySearch(targets, starts[from], starts[from + 1], to) >= 0;
    }

    private Neighbours filter(LinkPredicate kept) {
        int[] newStarts = new int[starts.length];
        int[] newTargets = new int[targets.length];
        double[] newWeights = new double[weights.length];
        int count = 0;
        for (int area = 0; area < size(); area++) {
            for (int k = starts[area]; k < starts[area + 1]; k++) {
                if (kept.test(area, targets[k])) {
                    newTargets[count] = targets[k];
                    newWeights[count++] = weights[k];
                }
            }
            newStarts[area + 1] = count;
        }
        return new Neighbours(newStarts, Arrays.copyOf(newTargets, count), Arrays.copyOf(newWeights, count));
    }

    private interface LinkPredicate {
        boolean test(int from, int to);
    }

    private int position(int area, int k) {
        int position = starts[area] + k;
        if (k < 0 || position >= starts[area + 1]) {
            throw new IllegalArgumentException(
                    "Area " + area + " has " + degree(area) + " neighbours, so none with number " + k + ".");
        }
        return position;
    }

    private static int[] stableOrder(int[] keys, int size) {
        int[] next = new int[size + 1];
        for (int key : keys) {
            next[key + 1]++;
        }
        for (int key = 0; key < size; key++) {
            next[key + 1] += next[key];
        }
        int[] order = new int[keys.length];
        for (int k = 0; k < keys.length; k++) {
            order[next[keys[k]]++] = k;
        }
        return order;
    }

    private static int check(int area, int size) {
        if (area < 0 || area >= size) {
            throw new IllegalArgumentException("There is no area " + area + " among " + size + ".");
        }
        return area;
    }

    private static Map<AreaCode, Integer> indices(List<AreaCode> areas) {
        Map<AreaCode, Integer> indices = new HashMap<>();
        for (AreaCode code : areas) {
            if (indices.put(code, indices.size()) != null) {
                throw new IllegalArgumentException("Area " + code + " is listed twice.");
            }
        }
        return indices;
    }

    private static int indexOf(Map<AreaCode, Integer> indices, AreaCode code) {
        Integer index = indices.get(code);
        if (index == null) {
            throw new IllegalArgumentException("A link names area " + code + ", which is not listed.");
        }
        return index;
    }
}
