package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.spatial.Neighbours;
import org.needscape.targeting.Candidate;
import org.needscape.targeting.DistrictFloor;
import org.needscape.targeting.Resource;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/** A question as the solver sees it: areas are indices by rising code, constraints are rows and a graph. Immutable by convention. */
final class Instance {

    private final List<Candidate> areas;
    private final double[] need;
    private final int[][] neighbours;
    private final List<LinearRow> rows = new ArrayList<>();
    private final BitSet in = new BitSet();
    private final BitSet out = new BitSet();
    private final int piecesMost;
    private final int pieceAreasLeast;
    private final double[] use;

    Instance(TargetQuestion question) {
        TargetConstraints constraints = question.constraints();
        Integer[] order = new Integer[question.candidates().size()];
        Arrays.setAll(order, k -> k);
        Arrays.sort(
                order, Comparator.comparing(k -> question.candidates().get(k).code()));
        areas = Arrays.stream(order).map(question.candidates()::get).toList();
        need = areas.stream().mapToDouble(area -> area.need().orElse(0)).toArray();
        neighbours = neighbours(question.neighbours(), order);
        for (Map.Entry<Resource, Double> limit : new TreeMap<>(constraints.limits()).entrySet()) {
            rows.add(new LinearRow(amounts(limit.getKey()), 0, limit.getValue()));
        }
        addCount(constraints);
        constraints.floors().forEach(this::addFloor);
        for (int area = 0; area < size(); area++) {
            if (constraints.mustHave().contains(code(area))) {
                in.set(area);
            }
            if (constraints.mustNot().contains(code(area)) || (!in.get(area) && !isKnown(area, constraints))) {
                out.set(area);
            }
        }
        piecesMost = Math.min(constraints.piecesMost(), Math.max(1, size()));
        pieceAreasLeast = constraints.pieceAreasLeast();
        use = use();
    }

    private static int[][] neighbours(Neighbours links, Integer[] order) {
        int[] place = new int[order.length];
        for (int area = 0; area < order.length; area++) {
            place[order[area]] = area;
        }
        List<TreeSet<Integer>> both = new ArrayList<>();
        for (int area = 0; area < order.length; area++) {
            both.add(new TreeSet<>());
        }
        for (int k = 0; k < order.length; k++) {
            for (int link = 0; link < links.degree(k); link++) {
                int other = links.neighbour(k, link);
                if (other != k) {
                    both.get(place[k]).add(place[other]);
                    both.get(place[other]).add(place[k]);
                }
            }
        }
        return both.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private double[] amounts(Resource resource) {
        return areas.stream().mapToDouble(area -> area.cost(resource).orElse(0)).toArray();
    }

    private void addCount(TargetConstraints constraints) {
        boolean limited = constraints.areasTo() < TargetConstraints.NO_LIMIT;
        if (limited || constraints.areasFrom() > 0) {
            double[] ones = new double[size()];
            Arrays.fill(ones, 1);
            double upper = limited ? constraints.areasTo() : Double.POSITIVE_INFINITY;
            rows.add(new LinearRow(ones, constraints.areasFrom(), upper));
        }
    }

    private void addFloor(DistrictFloor floor) {
        double[] one = new double[size()];
        double[] reached = new double[size()];
        double all = 0;
        for (int area = 0; area < size(); area++) {
            if (areas.get(area).district().equals(floor.district())) {
                one[area] = 1;
                reached[area] = need[area];
                all += need[area];
            }
        }
        if (floor.leastAreas() > 0) {
            rows.add(new LinearRow(one, floor.leastAreas(), Double.POSITIVE_INFINITY));
        }
        if (floor.leastNeedShareFraction() > 0 && all > 0) {
            rows.add(new LinearRow(reached, floor.leastNeedShareFraction() * all, Double.POSITIVE_INFINITY));
        }
    }

    private boolean isKnown(int area, TargetConstraints constraints) {
        Candidate candidate = areas.get(area);
        return candidate.need().isPresent()
                && constraints.limits().keySet().stream()
                        .allMatch(resource -> candidate.cost(resource).isPresent());
    }

    private double[] use() {
        double[] shares = new double[size()];
        for (LinearRow row : rows) {
            if (row.hasUpper() && row.upper() > 0) {
                for (int area = 0; area < shares.length; area++) {
                    shares[area] += row.amount(area) / row.upper();
                }
            }
        }
        return shares;
    }

    int size() {
        return areas.size();
    }

    AreaCode code(int area) {
        return areas.get(area).code();
    }

    Candidate candidate(int area) {
        return areas.get(area);
    }

    /** What choosing the area reaches; 0 where that is not known. */
    double need(int area) {
        return need[area];
    }

    double need(BitSet set) {
        return set.stream().mapToDouble(area -> need[area]).sum();
    }

    /** What an area takes: the sum over all limits of its share of each. 0 where nothing is limited. */
    double use(int area) {
        return use[area];
    }

    /** In rising order. */
    int[] neighbours(int area) {
        return neighbours[area];
    }

    List<LinearRow> rows() {
        return rows;
    }

    /** Whether it is said how areas must lie. */
    boolean hasPieces() {
        return piecesMost < size() || pieceAreasLeast > 1;
    }

    int piecesMost() {
        return piecesMost;
    }

    int pieceAreasLeast() {
        return pieceAreasLeast;
    }

    /** Areas that are in every set. */
    BitSet in() {
        return (BitSet) in.clone();
    }

    /** Areas that are in none: by the board's word, or because their need or cost is not known. */
    BitSet out() {
        return (BitSet) out.clone();
    }

    /** Whether a set keeps to every constraint. */
    boolean isFeasible(BitSet set) {
        BitSet wrong = (BitSet) in.clone();
        wrong.andNot(set);
        return wrong.isEmpty() && !out.intersects(set) && rowsHold(set) && piecesHold(set);
    }

    boolean rowsHold(BitSet set) {
        return rows.stream().allMatch(row -> {
            double sum = sum(row, set);
            return row.fits(sum) && row.suffices(sum);
        });
    }

    boolean fits(BitSet set) {
        return rows.stream().allMatch(row -> !row.hasUpper() || row.fits(sum(row, set)));
    }

    boolean suffices(BitSet set) {
        return rows.stream().allMatch(row -> !row.hasLower() || row.suffices(sum(row, set)));
    }

    boolean piecesHold(BitSet set) {
        if (!hasPieces()) {
            return true;
        }
        List<BitSet> pieces = pieces(set);
        return pieces.size() <= piecesMost && pieces.stream().allMatch(piece -> piece.cardinality() >= pieceAreasLeast);
    }

    static double sum(LinearRow row, BitSet set) {
        double sum = 0;
        for (int area = set.nextSetBit(0); area >= 0; area = set.nextSetBit(area + 1)) {
            sum += row.amount(area);
        }
        return sum;
    }

    /** The connected pieces of a set, by their lowest area. */
    List<BitSet> pieces(BitSet set) {
        List<BitSet> pieces = new ArrayList<>();
        BitSet left = (BitSet) set.clone();
        int[] queue = new int[set.cardinality()];
        for (int first = left.nextSetBit(0); first >= 0; first = left.nextSetBit(first)) {
            BitSet piece = new BitSet();
            int end = 0;
            queue[end++] = first;
            left.clear(first);
            for (int k = 0; k < end; k++) {
                piece.set(queue[k]);
                for (int neighbour : neighbours[queue[k]]) {
                    if (left.get(neighbour)) {
                        left.clear(neighbour);
                        queue[end++] = neighbour;
                    }
                }
            }
            pieces.add(piece);
        }
        return pieces;
    }
}
