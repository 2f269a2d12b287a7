package org.needscape.targeting.solver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntToDoubleFunction;

/** The cheapest ways from a set of areas to all others, where every area on the way costs something (Dijkstra 1959). */
final class CheapestPaths {

    private static final int NONE = -1;

    private final double[] costs;
    private final int[] previous;

    /**
     * @param from where ways begin, without cost
     * @param closed areas through which there is no way
     * @param cost of an area on the way and at its end, 0 or more
     */
    CheapestPaths(Instance instance, BitSet from, BitSet closed, IntToDoubleFunction cost) {
        costs = new double[instance.size()];
        previous = new int[instance.size()];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        Arrays.fill(previous, NONE);
        PriorityQueue<Reached> queue = new PriorityQueue<>();
        from.stream().forEach(area -> {
            costs[area] = 0;
            queue.add(new Reached(0, area));
        });
        while (!queue.isEmpty()) {
            Reached next = queue.remove();
            if (next.cost > costs[next.area]) {
                continue;
            }
            for (int neighbour : instance.neighbours(next.area)) {
                if (!closed.get(neighbour)) {
                    double total = next.cost + cost.applyAsDouble(neighbour);
                    if (total < costs[neighbour]) {
                        costs[neighbour] = total;
                        previous[neighbour] = next.area;
                        queue.add(new Reached(total, neighbour));
                    }
                }
            }
        }
    }

    /** Infinite where there is no way. */
    double cost(int area) {
        return costs[area];
    }

    /** The areas on the way, the end among them, the beginning not. */
    BitSet path(int area) {
        BitSet path = new BitSet();
        for (int at = area; previous[at] != NONE; at = previous[at]) {
            path.set(at);
        }
        return path;
    }

    private record Reached(double cost, int area) implements Comparable<Reached> {

        private static final Comparator<Reached> ORDER =
                Comparator.comparingDouble(Reached::cost).thenComparingInt(Reached::area);

        @Override
        public int compareTo(Reached other) {
            return ORDER.compare(this, other);
        }
    }
}
