package org.needscape.targeting.solver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PriorityQueue;

/**
 * Bounds what areas with prizes can bring when they must hang together in pieces that cost something each.
 *
 * <p>Every area with a prize grows a group around it and raises the dual of "this area, only if a piece starts in the group or an area
 * next to the group is chosen" until an area next to it is paid for, which then joins the group; until a piece is paid for; or until
 * the prize is used up. A piece begins at its area with the largest prize, so that an area pays for beginnings at areas with prizes no
 * smaller than its own alone (dual ascent: Wong, 1984, Mathematical Programming 28:271-287, DOI 10.1007/BF02612335, with prizes as in Leitner,
 * Ljubić, Luipersbeck and Sinnl, 2018, INFORMS Journal on Computing 30:402-420, DOI 10.1287/ijoc.2017.0788). What is not used of the
 * prizes bounds what can be won.
 */
final class DualAscent {

    private static final double EPSILON = 1e-11;
    private static final int NONE = -1;

    /** Which area grows next. Any order gives a bound, and which gives the lowest differs from one question to another. */
    enum Order {
        /** The one with the fewest areas in and around its group. */
        SMALLEST_GROUP,
        /** The one with most of its prize left. */
        LARGEST_PRIZE,
        /** The one with the fewest areas in and around its group for what is left of its prize. */
        SMALLEST_GROUP_FOR_PRIZE
    }

    private final Instance instance;
    private final double[] left;
    private final double[] price;
    private final double[] start;
    private final Group[] groups;
    private double[] prizes = {};
    private int root = NONE;
    private Order order = Order.SMALLEST_GROUP;

    DualAscent(Instance instance) {
        this.instance = instance;
        this.left = new double[instance.size()];
        this.price = new double[instance.size()];
        this.start = new double[instance.size()];
        this.groups = new Group[instance.size()];
    }

    Order order() {
        return order;
    }

    /** Lets areas grow in another order from the next bound on. */
    void order(Order other) {
        order = other;
    }

    /**
     * The bound, without what the permitted pieces cost.
     *
     * @param prizes by area, what it brings, below 0 for what it costs
     * @param in areas that are chosen
     * @param out areas that are not
     * @param root an area that is chosen, whose piece costs nothing; -1 for none
     * @param pieceCost 0 or more, what every other piece costs
     */
    double bound(double[] prizes, BitSet in, BitSet out, int root, double pieceCost) {
        this.prizes = prizes;
        this.root = root;
        PriorityQueue<Grower> growers = new PriorityQueue<>();
        double sum = 0;
        for (int area = 0; area < prizes.length; area++) {
            boolean chosen = in.get(area);
            start[area] = area == root ? 0 : pieceCost;
            price[area] = chosen ? 0 : Math.max(0, -prizes[area]);
            left[area] = out.get(area) ? 0 : chosen ? prizes[area] : Math.max(0, prizes[area]);
            sum += left[area];
            if (chosen || (left[area] > EPSILON && !out.get(area))) {
                growers.add(new Grower(area, chosen, due(area, 1)));
                begin(area);
            }
        }
        while (!growers.isEmpty()) {
            Grower grower = growers.remove();
            int size = grow(grower, out);
            if (size > 0) {
                growers.add(new Grower(grower.area, grower.chosen, due(grower.area, size)));
            }
        }
        double remains = 0;
        for (int area = 0; area < prizes.length; area++) {
            remains += left[area];
        }
        return Math.min(sum, remains);
    }

    private void begin(int area) {
        if (groups[area] == null) {
            groups[area] = new Group(area);
        }
        groups[area].clear();
    }

    /** Whose turn comes first has the least. */
    private double due(int area, int size) {
        return switch (order) {
            case SMALLEST_GROUP -> size;
            case LARGEST_PRIZE -> -left[area];
            case SMALLEST_GROUP_FOR_PRIZE -> size / Math.max(EPSILON, left[area]);
        };
    }

    /** What the bound falls by at least when an undecided area is decided the other way than its prize says. */
    double fall(int area) {
        return Math.max(left[area], price[area]);
    }

    /** Whether the bound takes the area as chosen. */
    boolean takes(int area) {
        return price[area] == 0;
    }

    /** Raises one dual as far as it goes; the size of the group and what is around it, or 0 when the area is done. */
    private int grow(Grower grower, BitSet out) {
        double most = grower.chosen ? Double.POSITIVE_INFINITY : left[grower.area];
        if (most <= EPSILON) {
            return 0;
        }
        Group group = groups[grower.area];
        group.join(price, out);
        for (int k = 0; k < group.beginnings; k++) {
            double cost = start[group.beginning[k]];
            if (cost <= EPSILON) {
                return 0;
            }
            most = Math.min(most, cost);
        }
        for (int k = 0; k < group.edges; k++) {
            most = Math.min(most, price[group.edge[k]]);
        }
        for (int k = 0; k < group.edges; k++) {
            price[group.edge[k]] -= most;
        }
        for (int k = 0; k < group.beginnings; k++) {
            start[group.beginning[k]] -= most;
        }
        left[grower.area] -= most;
        return group.members + group.edges;
    }

    /** Whether a piece that holds {@code area} may begin at {@code first}; the piece of the root begins anywhere. */
    private boolean mayBegin(int first, int area) {
        return first == root
                || first == area
                || prizes[first] > prizes[area]
                || (prizes[first] == prizes[area] && first < area);
    }

    /** What an area has grown to: prices only fall, so that what has joined stays. Kept from bound to bound for its memory alone. */
    private final class Group {

        private final int area;
        private final BitSet seen = new BitSet(instance.size());
        private int members;
        private int[] beginning = new int[8];
        private int beginnings;
        private int[] edge = new int[16];
        private int edges;

        Group(int area) {
            this.area = area;
        }

        void clear() {
            seen.clear();
            seen.set(area);
            members = 0;
            beginnings = 0;
            edge[0] = area;
            edges = 1;
        }

        /** Takes in what is paid for by now, and all that is reached through it. */
        void join(double[] price, BitSet out) {
            for (int k = 0; k < edges; ) {
                int next = edge[k];
                if (members == 0 || price[next] <= EPSILON) {
                    edge[k] = edge[--edges];
                    take(next, out);
                } else {
                    k++;
                }
            }
        }

        private void take(int next, BitSet out) {
            members++;
            if (mayBegin(next, area)) {
                if (beginnings == beginning.length) {
                    beginning = Arrays.copyOf(beginning, 2 * beginnings);
                }
                beginning[beginnings++] = next;
            }
            for (int neighbour : instance.neighbours(next)) {
                if (!seen.get(neighbour) && !out.get(neighbour)) {
                    seen.set(neighbour);
                    if (edges == edge.length) {
                        edge = Arrays.copyOf(edge, 2 * edges);
                    }
                    edge[edges++] = neighbour;
                }
            }
        }
    }

    private record Grower(int area, boolean chosen, double due) implements Comparable<Grower> {

        @Override
        public int compareTo(Grower other) {
            return due != other.due ? Double.compare(due, other.due) : Integer.compare(area, other.area);
        }
    }
}
