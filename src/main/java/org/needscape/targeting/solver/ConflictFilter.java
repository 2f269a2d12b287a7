package org.needscape.targeting.solver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.targeting.Conflict;
import org.needscape.targeting.Conflict.Part;
import org.needscape.targeting.DistrictFloor;
import org.needscape.targeting.Resource;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/**
 * Which constraints conflict: each is left out in turn, for good when there is still no set without it, so that in the end every one
 * that stays is needed for the conflict (deletion filter: Chinneck and Dravnieks, 1991, ORSA Journal on Computing 3:157-168, DOI
 * 10.1287/ijoc.3.2.157).
 */
final class ConflictFilter {

    /** Each test of a constraint gets this share of the time, so that a few slow ones do not use it up. */
    private static final int TESTS_IN_TIME = 4;

    private final TargetQuestion question;
    private final Duration timeForOne;
    private final Deadline deadline;
    private final Runnable going;
    private boolean isIrreducible = true;

    private ConflictFilter(TargetQuestion question, Duration timeLimit, Runnable going) {
        this.question = question;
        this.timeForOne = timeLimit.dividedBy(TESTS_IN_TIME);
        this.deadline = Deadline.in(timeLimit);
        this.going = going;
    }

    /**
     * The conflict in a question that no set answers.
     *
     * @param timeLimit for all tests together; constraints that are not tested then stay in the conflict
     * @param going called now and then; may end the search
     */
    static Conflict conflict(TargetQuestion question, Duration timeLimit, Runnable going) {
        return new ConflictFilter(question, timeLimit, going).find();
    }

    /** A constraint with what it asks for, and how to do without it. */
    private record Element(Part part, Removal removal) {}

    private interface Removal {
        TargetConstraints from(TargetConstraints constraints);
    }

    private Conflict find() {
        TargetConstraints kept = question.constraints();
        List<Part> parts = new ArrayList<>();
        for (Element element : elements(kept)) {
            TargetConstraints without = element.removal.from(kept);
            Feasibility feasibility = feasibility(without);
            if (feasibility == Feasibility.IMPOSSIBLE) {
                kept = without;
            } else {
                isIrreducible &= feasibility == Feasibility.POSSIBLE;
                parts.add(element.part);
            }
        }
        return new Conflict(parts, isIrreducible);
    }

    private Feasibility feasibility(TargetConstraints without) {
        Duration left = deadline.left();
        if (left.isZero()) {
            return Feasibility.NOT_KNOWN;
        }
        return Feasibility.of(question.with(without), left.compareTo(timeForOne) < 0 ? left : timeForOne, going);
    }

    private List<Element> elements(TargetConstraints all) {
        List<Element> elements = new ArrayList<>();
        new TreeMap<>(all.limits()).forEach((resource, most) -> elements.add(limit(resource, most)));
        if (all.areasFrom() > 0) {
            elements.add(element(
                    "areasFrom",
                    "",
                    "At least " + areas(all.areasFrom()) + ".",
                    each -> each.withAreas(0, each.areasTo())));
        }
        if (all.areasTo() < TargetConstraints.NO_LIMIT) {
            elements.add(element(
                    "areasTo",
                    "",
                    "At most " + areas(all.areasTo()) + ".",
                    each -> each.withAreas(each.areasFrom(), TargetConstraints.NO_LIMIT)));
        }
        if (all.piecesMost() < TargetConstraints.NO_LIMIT) {
            String sentence = all.piecesMost() == 1
                    ? "All areas hang together."
                    : "The areas fall into at most " + all.piecesMost() + " pieces.";
            elements.add(element(
                    "piecesMost",
                    "",
                    sentence,
                    each -> each.withPieces(TargetConstraints.NO_LIMIT, each.pieceAreasLeast())));
        }
        if (all.pieceAreasLeast() > 1) {
            String sentence = "Every piece has at least " + areas(all.pieceAreasLeast()) + ".";
            elements.add(element("pieceAreasLeast", "", sentence, each -> each.withPieces(each.piecesMost(), 1)));
        }
        all.floors().forEach(floor -> addFloor(elements, floor));
        new TreeSet<>(all.mustHave())
                .forEach(area -> elements.add(element(
                        "mustHave",
                        area.value(),
                        "Area " + area + " is in.",
                        each -> each.withMustHave(without(each.mustHave(), area)))));
        new TreeSet<>(all.mustNot())
                .forEach(area -> elements.add(element(
                        "mustNot",
                        area.value(),
                        "Area " + area + " is out.",
                        each -> each.withMustNot(without(each.mustNot(), area)))));
        return elements;
    }

    private static Element element(String field, String subject, String sentence, Removal removal) {
        return new Element(new Part(field, subject, sentence), removal);
    }

    private static Element limit(Resource resource, double most) {
        String sentence = "The " + resource.limitNoun() + " is " + resource.inWords(most) + ".";
        return element(resource.field(), "", sentence, each -> each.withoutLimit(resource));
    }

    private static void addFloor(List<Element> elements, DistrictFloor floor) {
        AreaCode district = floor.district();
        if (floor.leastAreas() > 0) {
            String sentence = "District " + district + " has at least " + areas(floor.leastAreas()) + ".";
            elements.add(element(
                    "floors",
                    district.value(),
                    sentence,
                    each -> each.withFloors(changed(each.floors(), district, true))));
        }
        if (floor.leastNeedShareFraction() > 0) {
            String sentence = "At least " + Math.round(floor.leastNeedShareFraction() * 100)
                    + "% of the need of district " + district + " is reached.";
            elements.add(element(
                    "floors",
                    district.value(),
                    sentence,
                    each -> each.withFloors(changed(each.floors(), district, false))));
        }
    }

    private static List<DistrictFloor> changed(List<DistrictFloor> floors, AreaCode district, boolean areas) {
        return floors.stream()
                .map(floor -> !floor.district().equals(district)
                        ? floor
                        : new DistrictFloor(
                                district, areas ? 0 : floor.leastAreas(), areas ? floor.leastNeedShareFraction() : 0))
                .toList();
    }

    private static Set<AreaCode> without(Set<AreaCode> areas, AreaCode left) {
        Set<AreaCode> others = new HashSet<>(areas);
        others.remove(left);
        return others;
    }

    private static String areas(int count) {
        return count == 1 ? "1 area" : count + " areas";
    }
}
