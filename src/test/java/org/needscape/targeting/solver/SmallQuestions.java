package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.spatial.Neighbours;
import org.needscape.targeting.Candidate;
import org.needscape.targeting.DistrictFloor;
import org.needscape.targeting.Resource;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/** Questions that can be answered by looking at every set, and the looking: no code of the solver takes part in it. */
final class SmallQuestions {

    private static final double TOLERANCE = 1e-7;

    private SmallQuestions() {}

    /** Areas on a ragged grid with islands, costs, floors and everything else at random. */
    static TargetQuestion random(Random random, int size) {
        int width = 2 + random.nextInt(3);
        List<Candidate> candidates = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            Map<Resource, Double> costs = new EnumMap<>(Resource.class);
            costs.put(Resource.MONEY, (double) (random.nextInt(5)));
            costs.put(Resource.CASELOAD, 1.0 + random.nextInt(3));
            if (random.nextInt(12) > 0) {
                costs.put(Resource.CHILDREN, 100.0 + random.nextInt(300));
            }
            AreaCode district = new AreaCode(k < size / 2 ? "D1" : "D2");
            candidates.add(
                    random.nextInt(12) == 0
                            ? Candidate.withoutNeed(code(k), district, costs)
                            : Candidate.of(code(k), district, random.nextInt(20), costs));
        }
        List<List<Integer>> lists = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            lists.add(new ArrayList<>());
        }
        for (int k = 0; k < size; k++) {
            if (k % width > 0 && random.nextInt(8) > 0) {
                lists.get(k).add(k - 1);
                lists.get(k - 1).add(k);
            }
            if (k >= width && random.nextInt(8) > 0) {
                lists.get(k).add(k - width);
                lists.get(k - width).add(k);
            }
        }
        int[][] neighbours = lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return new TargetQuestion(candidates, Neighbours.ofLists(neighbours), constraints(random, size));
    }

    private static TargetConstraints constraints(Random random, int size) {
        TargetConstraints constraints = TargetConstraints.NONE;
        if (random.nextInt(3) > 0) {
            constraints = constraints.withLimit(Resource.MONEY, random.nextInt(2 * size + 1));
        }
        if (random.nextInt(3) == 0) {
            constraints = constraints.withLimit(Resource.CASELOAD, 2 + random.nextInt(size));
        }
        if (random.nextInt(3) == 0) {
            constraints = constraints.withLimit(Resource.CHILDREN, 200 + random.nextInt(size * 150));
        }
        if (random.nextInt(2) == 0) {
            int from = random.nextInt(4);
            constraints = constraints.withAreas(from, from + random.nextInt(5));
        }
        if (random.nextInt(4) > 0) {
            constraints = constraints.withPieces(
                    random.nextInt(5) == 0 ? TargetConstraints.NO_LIMIT : 1 + random.nextInt(3), 1 + random.nextInt(3));
        }
        if (random.nextInt(3) == 0 && size > 1) {
            constraints = constraints.withFloors(List.of(
                    DistrictFloor.ofAreas(new AreaCode("D1"), random.nextInt(3)),
                    DistrictFloor.ofNeedShare(new AreaCode("D2"), random.nextInt(5) / 10.0)));
        }
        Set<AreaCode> must = new HashSet<>();
        Set<AreaCode> mustNot = new HashSet<>();
        for (int k = 0; k < size; k++) {
            if (random.nextInt(12) == 0) {
                must.add(code(k));
            }
            if (random.nextInt(12) == 0) {
                mustNot.add(code(k));
            }
        }
        return constraints.withMustHave(must).withMustNot(mustNot);
    }

    static AreaCode code(int k) {
        return new AreaCode(String.format("E01%06d", 100 + k));
    }

    /** The most need that any set reaches; empty when there is no set. */
    static OptionalDouble best(TargetQuestion question) {
        OptionalDouble best = OptionalDouble.empty();
        for (int mask = 0; mask < 1 << question.candidates().size(); mask++) {
            if (keeps(question, mask)) {
                double need = need(question, mask);
                best = OptionalDouble.of(Math.max(need, best.orElse(0)));
            }
        }
        return best;
    }

    static int mask(TargetQuestion question, List<AreaCode> areas) {
        int mask = 0;
        for (int k = 0; k < question.candidates().size(); k++) {
            mask |= areas.contains(question.candidates().get(k).code()) ? 1 << k : 0;
        }
        return mask;
    }

    static double need(TargetQuestion question, int mask) {
        double need = 0;
        for (int k = 0; k < question.candidates().size(); k++) {
            need += (mask >> k & 1) * question.candidates().get(k).need().orElse(0);
        }
        return need;
    }

    /** Whether a set keeps to every constraint, from what the constraints say in words. */
    static boolean keeps(TargetQuestion question, int mask) {
        TargetConstraints constraints = question.constraints();
        int count = Integer.bitCount(mask);
        if (count < constraints.areasFrom() || count > constraints.areasTo()) {
            return false;
        }
        for (int k = 0; k < question.candidates().size(); k++) {
            Candidate area = question.candidates().get(k);
            boolean chosen = (mask >> k & 1) == 1;
            boolean must = constraints.mustHave().contains(area.code());
            boolean unknown = area.need().isEmpty()
                    || constraints.limits().keySet().stream()
                            .anyMatch(resource -> area.cost(resource).isEmpty());
            if ((must && !chosen)
                    || (chosen && constraints.mustNot().contains(area.code()))
                    || (chosen && unknown && !must)) {
                return false;
            }
        }
        return limitsHold(question, mask) && floorsHold(question, mask) && piecesHold(question, mask);
    }

    private static boolean limitsHold(TargetQuestion question, int mask) {
        return question.constraints().limits().entrySet().stream().allMatch(limit -> {
            double sum = 0;
            for (int k = 0; k < question.candidates().size(); k++) {
                sum += (mask >> k & 1)
                        * question.candidates().get(k).cost(limit.getKey()).orElse(0);
            }
            return sum <= limit.getValue() + TOLERANCE;
        });
    }

    private static boolean floorsHold(TargetQuestion question, int mask) {
        for (DistrictFloor floor : question.constraints().floors()) {
            int areas = 0;
            double reached = 0;
            double all = 0;
            for (int k = 0; k < question.candidates().size(); k++) {
                Candidate area = question.candidates().get(k);
                if (area.district().equals(floor.district())) {
                    areas += mask >> k & 1;
                    reached += (mask >> k & 1) * area.need().orElse(0);
                    all += area.need().orElse(0);
                }
            }
            if (areas < floor.leastAreas() || reached < floor.leastNeedShareFraction() * all - TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    static boolean piecesHold(TargetQuestion question, int mask) {
        int pieces = 0;
        int left = mask;
        while (left != 0) {
            int piece = Integer.lowestOneBit(left);
            for (int before = 0; before != piece; ) {
                before = piece;
                for (int k = 0; k < question.candidates().size(); k++) {
                    for (int link = 0; link < question.neighbours().degree(k); link++) {
                        int both = 1 << k | 1 << question.neighbours().neighbour(k, link);
                        if ((both & left) == both && (both & piece) != 0) {
                            piece |= both;
                        }
                    }
                }
            }
            if (Integer.bitCount(piece) < question.constraints().pieceAreasLeast()) {
                return false;
            }
            left &= ~piece;
            pieces++;
        }
        return pieces <= question.constraints().piecesMost();
    }
}
