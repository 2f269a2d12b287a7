package org.needscape.targeting.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;
import org.needscape.spatial.Neighbours;
import org.needscape.targeting.AreaReason;
import org.needscape.targeting.AreaReason.Reason;
import org.needscape.targeting.Candidate;
import org.needscape.targeting.Conflict;
import org.needscape.targeting.Frontier;
import org.needscape.targeting.Frontier.Rule;
import org.needscape.targeting.Resource;
import org.needscape.targeting.Robustness;
import org.needscape.targeting.Suggestion;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;
import org.needscape.targeting.UnknownAreaException;

/** Five areas in a row, each costs 1 pound; need 9, 1, 8, 2, 7. Sums are done by hand. */
class SuggesterTest {

    private static final SuggestionOptions TO_THE_END = new SuggestionOptions(Duration.ofMinutes(1), 0);

    private static AreaCode code(int k) {
        return SmallQuestions.code(k);
    }

    private static TargetQuestion row(TargetConstraints constraints) {
        double[] needs = {9, 1, 8, 2, 7};
        List<Candidate> areas = new ArrayList<>();
        for (int k = 0; k < needs.length; k++) {
            areas.add(Candidate.of(code(k), new AreaCode("D"), needs[k], Map.of(Resource.MONEY, 1.0)));
        }
        int[][] neighbours = {{1}, {0, 2}, {1, 3}, {2, 4}, {3}};
        return new TargetQuestion(areas, Neighbours.ofLists(neighbours), constraints);
    }

    private static TargetConstraints pounds(double most) {
        return TargetConstraints.NONE.withLimit(Resource.MONEY, most);
    }

    private static Suggestion suggested(TargetConstraints constraints) {
        return Suggester.suggest(row(constraints), TO_THE_END).suggestion().orElseThrow();
    }

    @Test
    void anywhereTheThreeWithMostNeedAreTaken() {
        assertEquals(List.of(code(0), code(2), code(4)), suggested(pounds(3)).areas());
    }

    @Test
    void inOnePieceAnAreaIsTakenBecauseItJoinsTwoOthers() {
        Suggestion suggestion = suggested(pounds(3).withPieces(1, 1));

        assertEquals(List.of(code(0), code(2), code(1)), suggestion.areas());
        assertEquals(18, suggestion.need());
    }

    @Test
    void aBudgetOfNothingSuggestsNothingAndSaysSo() {
        Suggestion suggestion = suggested(pounds(0));

        assertEquals(List.of(), suggestion.areas());
        assertEquals(1, suggestion.notes().size());
    }

    @Test
    void withoutAreasNothingIsSuggested() {
        TargetQuestion nothing = new TargetQuestion(List.of(), Neighbours.ofLists(new int[0][]), pounds(3));

        assertEquals(
                List.of(),
                Suggester.suggest(nothing, TO_THE_END)
                        .suggestion()
                        .orElseThrow()
                        .areas());
    }

    @Test
    void endsOfTheRowCannotHangTogetherForThreePounds() {
        TargetConstraints constraints = pounds(3).withPieces(1, 1).withMustHave(Set.of(code(0), code(2), code(4)));

        Conflict conflict =
                Suggester.suggest(row(constraints), TO_THE_END).conflict().orElseThrow();

        assertEquals(
                List.of("limits.money", "piecesMost", "mustHave", "mustHave"),
                conflict.parts().stream().map(Conflict.Part::field).toList());
        assertEquals("The budget is £3.", conflict.parts().get(0).sentence());
    }

    @Test
    void anAreaThatIsNotAmongTheCandidatesIsRefusedByItsField() {
        TargetConstraints constraints = pounds(3).withMustNot(Set.of(new AreaCode("E01999999")));

        UnknownAreaException refused = assertThrows(UnknownAreaException.class, () -> row(constraints));

        assertEquals("mustNot", refused.field());
    }

    @Test
    void aBiggerBudgetOnlyAdds() {
        List<SuggestionOutcome> nested = NestedSuggestions.suggest(
                row(TargetConstraints.NONE.withPieces(1, 1)), Resource.MONEY, List.of(1.0, 3.0, 4.0), TO_THE_END);

        List<AreaCode> before = List.of();
        for (SuggestionOutcome outcome : nested) {
            List<AreaCode> areas = outcome.suggestion().orElseThrow().areas();
            assertTrue(areas.containsAll(before));
            before = areas;
        }
        assertEquals(4, before.size());
    }

    /** Free: 9 + 8 + 7 = 24; in one piece 9 + 1 + 8 = 18. */
    @Test
    void thePriceOfHangingTogetherIsTheNeedNotReached() {
        Frontier frontier =
                FrontierSearch.find(row(TargetConstraints.NONE), Resource.MONEY, List.of(1.0, 3.0, 5.0), TO_THE_END);

        assertEquals(0, frontier.points().get(0).price(Rule.CONTIGUOUS).orElseThrow());
        assertEquals(6, frontier.points().get(1).price(Rule.CONTIGUOUS).orElseThrow());
        assertEquals(0, frontier.points().get(1).price(Rule.NESTED).orElseThrow());
        assertEquals(0, frontier.points().get(2).price(Rule.CONTIGUOUS).orElseThrow());
    }

    /** One pound: the first area is best in one way, the third in the other; overlap with the first 1 and 0. */
    @Test
    void anAreaThatIsBestByOneOfTwoWaysIsATossUp() {
        Robustness robustness = RobustnessCheck.check(
                row(pounds(1)),
                Set.of(code(0)),
                List.of(Map.of(code(0), 5.0, code(2), 4.0), Map.of(code(0), 4.0, code(2), 5.0)),
                TO_THE_END);

        assertEquals(List.of(code(0), code(2)), robustness.tossUps());
        assertEquals(List.of(), robustness.almostEvery());
        assertEquals(List.of(Optional.of(1.0), Optional.of(0.0)), robustness.overlaps());
    }

    @Test
    void everyAreaHasItsReason() {
        TargetConstraints constraints = pounds(3).withPieces(1, 1).withMustNot(Set.of(code(4)));

        List<AreaReason> reasons =
                WhyInOrOut.reasons(row(constraints), suggested(constraints).areas());

        assertEquals(
                List.of(
                        Reason.BRINGS_NEED,
                        Reason.JOINS_OTHERS,
                        Reason.BRINGS_NEED,
                        Reason.DISPLACES_OTHERS,
                        Reason.MUST_NOT),
                reasons.stream().map(AreaReason::reason).toList());
    }
}
