package org.needscape.targeting.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;

/**
 * What a decision must keep to. A draft may be unfinished; what is proposed or agreed must say everything that a board is asked a year
 * later: what for, for whom, why these areas, and when it looks again.
 */
public final class DecisionRules {

    /** A board with fewer priorities has none, one with more has no priorities. */
    public static final int FEWEST_PRIORITIES = 3;

    public static final int MOST_PRIORITIES = 5;

    /** More areas than the largest district has are no target. */
    public static final int MOST_AREAS = 200;

    private DecisionRules() {}

    /**
     * Everything that is wrong.
     *
     * @param before the revision that this one follows; none for the first
     * @param standing of the district now
     * @param today when it is saved
     */
    public static List<Problem> check(
            Decision decision, Optional<Decision> before, Standing standing, LocalDate today) {
        List<Problem> problems = new ArrayList<>();
        DecisionState next = decision.state();
        if (before.isEmpty() && next != DecisionState.DRAFT) {
            problems.add(new Problem("state", "A new set begins as a draft: save it as a draft and propose it then."));
        }
        before.ifPresent(earlier -> follows(decision, earlier, problems));
        if (next == DecisionState.SUPERSEDED) {
            return problems;
        }
        areas(decision, standing, problems);
        if (decision.priorities().size() > MOST_PRIORITIES) {
            problems.add(new Problem(
                    "priorities",
                    "A plan has at most " + MOST_PRIORITIES + " priorities, not "
                            + decision.priorities().size() + "."));
        }
        if (next == DecisionState.PROPOSED || next == DecisionState.AGREED) {
            finished(decision, standing, today, problems);
        }
        return problems;
    }

    private static void follows(Decision decision, Decision before, List<Problem> problems) {
        DecisionState next = decision.state();
        if (!before.state().mayBecome(next)) {
            problems.add(new Problem("state", refusal(before.state(), next)));
        }
        if (!before.district().equals(decision.district())) {
            problems.add(new Problem(
                    "district",
                    "This set is of district " + before.district().code()
                            + ": save another one for another district."));
        }
        boolean settles = next == DecisionState.AGREED || next == DecisionState.SUPERSEDED;
        if (settles && !decision.saysTheSameAs(before)) {
            problems.add(new Problem(
                    "state",
                    next == DecisionState.AGREED
                            ? "What is agreed is what was proposed: propose the changed set first."
                            : "What was agreed stays as it is when it is superseded: change nothing but the state."));
        }
    }

    private static String refusal(DecisionState before, DecisionState next) {
        return switch (before) {
            case AGREED ->
                "This set is agreed and is not changed any more: mark it as superseded, and save the next choice as a new set.";
            case SUPERSEDED -> "This set was superseded and is not changed any more: save a new set.";
            case DRAFT, PROPOSED ->
                "A set that is " + before.code() + " cannot be " + next.code() + " next"
                        + (next == DecisionState.AGREED ? ": propose it first." : ".");
        };
    }

    private static void areas(Decision decision, Standing standing, List<Problem> problems) {
        if (decision.areas().isEmpty()) {
            problems.add(new Problem("areas", "Choose at least one area."));
        }
        if (decision.areas().size() > MOST_AREAS) {
            problems.add(new Problem(
                    "areas",
                    "Choose at most " + MOST_AREAS + " areas, not "
                            + decision.areas().size() + "."));
        }
        Set<AreaCode> seen = new HashSet<>();
        for (int k = 0; k < decision.areas().size(); k++) {
            AreaCode code = decision.areas().get(k).code();
            String field = "areas[" + k + "].code";
            if (!seen.add(code)) {
                problems.add(new Problem(field, "Area " + code + " is there twice: name it once."));
            } else if (!standing.county().contains(code)) {
                problems.add(new Problem(
                        field,
                        "There is no area " + code
                                + " in the boundaries that are loaded: its vintage may have gone; choose the areas that took its"
                                + " place."));
            } else if (!standing.district().contains(code)) {
                problems.add(new Problem(
                        field,
                        "Area " + code + " is not in district "
                                + decision.district().code() + ": a board chooses areas of its own district."));
            }
        }
    }

    private static void finished(Decision decision, Standing standing, LocalDate today, List<Problem> problems) {
        int priorities = decision.priorities().size();
        if (priorities < FEWEST_PRIORITIES) {
            problems.add(new Problem(
                    "priorities",
                    "A plan that is proposed has " + FEWEST_PRIORITIES + " to " + MOST_PRIORITIES + " priorities, not "
                            + priorities + "."));
        }
        for (int k = 0; k < priorities; k++) {
            Priority priority = decision.priorities().get(k);
            require(
                    !priority.group().isBlank(),
                    "priorities[" + k + "].group",
                    "Say whom this priority is for.",
                    problems);
            require(!priority.actions().isEmpty(), "priorities[" + k + "].actions", "Say what will be done.", problems);
            require(
                    !priority.outcomeMeasures().isEmpty(),
                    "priorities[" + k + "].outcomeMeasures",
                    "Say by what you will see whether it helped.",
                    problems);
        }
        List<AreaCode> against = standing.againstRanking(decision.codes()).stream()
                .filter(standing.district()::contains)
                .toList();
        for (int k = 0; k < decision.areas().size(); k++) {
            ChosenArea area = decision.areas().get(k);
            require(
                    !against.contains(area.code()) || !area.reason().isBlank(),
                    "areas[" + k + "].reason",
                    "Say why area " + area.code() + " is chosen: other areas of the district have more need.",
                    problems);
        }
        require(
                decision.review().filter(today::isBefore).isPresent(),
                "review",
                "Give a day after " + today + " on which the board looks at its choice again.",
                problems);
    }

    private static void require(boolean kept, String field, String sentence, List<Problem> problems) {
        if (!kept) {
            problems.add(new Problem(field, sentence));
        }
    }
}
