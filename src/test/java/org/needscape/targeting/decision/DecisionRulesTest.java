package org.needscape.targeting.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Geography;

/** What a decision on target areas must keep to. The district has areas 1 to 4, most need first; area 5 lies in another. */
class DecisionRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Standing STANDING =
            new Standing(Set.copyOf(codes(1, 2, 3, 4, 5)), Set.copyOf(codes(1, 2, 3, 4)), codes(1, 2, 3));
    private static final List<Priority> PLAN = List.of(priority("a"), priority("b"), priority("c"));

    @ParameterizedTest
    @CsvSource({
        "DRAFT, DRAFT, true",
        "DRAFT, PROPOSED, true",
        "DRAFT, AGREED, false",
        "DRAFT, SUPERSEDED, false",
        "PROPOSED, DRAFT, true",
        "PROPOSED, PROPOSED, true",
        "PROPOSED, AGREED, true",
        "PROPOSED, SUPERSEDED, false",
        "AGREED, DRAFT, false",
        "AGREED, PROPOSED, false",
        "AGREED, AGREED, false",
        "AGREED, SUPERSEDED, true",
        "SUPERSEDED, DRAFT, false",
        "SUPERSEDED, PROPOSED, false",
        "SUPERSEDED, AGREED, false",
        "SUPERSEDED, SUPERSEDED, false"
    })
    void decisionGoesOneWay(DecisionState before, DecisionState next, boolean allowed) {
        Set<String> wrong = fields(decision(next, PLAN, areas(1, 2)), Optional.of(decision(before, PLAN, areas(1, 2))));

        assertEquals(allowed ? Set.of() : Set.of("state"), wrong);
    }

    @Test
    void whatIsAgreedIsWhatWasProposed() {
        Decision proposed = decision(DecisionState.PROPOSED, PLAN, areas(1, 2));

        assertEquals(Set.of("state"), fields(decision(DecisionState.AGREED, PLAN, areas(1)), Optional.of(proposed)));
    }

    /** Areas that went since do not keep a board from saying that its choice is over. */
    @Test
    void agreedSetCanBeSupersededWhenItsAreasAreGone() {
        List<ChosenArea> gone = List.of(new ChosenArea(code(9), ""));

        assertEquals(
                Set.of(),
                fields(
                        decision(DecisionState.SUPERSEDED, PLAN, gone),
                        Optional.of(decision(DecisionState.AGREED, PLAN, gone))));
    }

    @Test
    void draftNeedsOnlyAreasOfItsOwnDistrict() {
        assertEquals(Set.of(), fields(decision(DecisionState.DRAFT, List.of(), areas(4)), Optional.empty()));
        assertEquals(Set.of("areas"), fields(decision(DecisionState.DRAFT, List.of(), List.of()), Optional.empty()));
        assertEquals(
                Set.of("areas[1].code", "areas[2].code", "areas[3].code"),
                fields(decision(DecisionState.DRAFT, List.of(), areas(1, 5, 9, 1)), Optional.empty()));
    }

    /** Area 4 has no known need and area 3 is third of three: of two chosen, need alone would have taken 1 and 2. */
    @Test
    void reasonIsAskedForWhereOthersHaveMoreNeed() {
        assertEquals(codes(3, 4), STANDING.againstRanking(codes(3, 4)));
        assertEquals(codes(4), STANDING.againstRanking(codes(1, 2, 4)));
        assertEquals(List.of(), STANDING.againstRanking(codes(2, 1)));

        Decision draft = decision(DecisionState.DRAFT, PLAN, areas(1, 3));
        assertEquals(
                Set.of("areas[1].reason"),
                fields(
                        decision(
                                DecisionState.PROPOSED,
                                PLAN,
                                List.of(new ChosenArea(code(1), ""), new ChosenArea(code(3), " "))),
                        Optional.of(draft)));
    }

    @Test
    void planHasThreeToFivePrioritiesEachForSomebodyWithSomethingToDoAndToSee() {
        Decision draft = decision(DecisionState.DRAFT, List.of(), areas(1));
        Priority empty = new Priority("d", "", List.of(), List.of());

        assertEquals(
                Set.of("priorities"),
                fields(decision(DecisionState.PROPOSED, PLAN.subList(0, 2), areas(1)), Optional.of(draft)));
        assertEquals(
                Set.of("priorities[3].group", "priorities[3].actions", "priorities[3].outcomeMeasures"),
                fields(
                        decision(
                                DecisionState.PROPOSED,
                                List.of(PLAN.get(0), PLAN.get(1), PLAN.get(2), empty),
                                areas(1)),
                        Optional.of(draft)));
        assertTrue(fields(
                        decision(
                                DecisionState.DRAFT,
                                List.of(
                                        priority("1"),
                                        priority("2"),
                                        priority("3"),
                                        priority("4"),
                                        priority("5"),
                                        priority("6")),
                                areas(1)),
                        Optional.of(draft))
                .contains("priorities"));
    }

    @Test
    void reviewLiesAhead() {
        Decision today = new Decision(
                "t", district(), DecisionState.PROPOSED, "X", PLAN, areas(1), List.of(), "", Optional.of(TODAY));

        assertEquals(Set.of("review"), fields(today, Optional.of(decision(DecisionState.DRAFT, PLAN, areas(1)))));
    }

    private static Set<String> fields(Decision decision, Optional<Decision> before) {
        return DecisionRules.check(decision, before, STANDING, TODAY).stream()
                .map(Problem::field)
                .collect(Collectors.toSet());
    }

    private static Decision decision(DecisionState state, List<Priority> plan, List<ChosenArea> areas) {
        return new Decision("t", district(), state, "X", plan, areas, List.of(), "", Optional.of(TODAY.plusYears(1)));
    }

    private static Priority priority(String title) {
        return new Priority(title, "families", List.of("visit"), List.of("fewer referrals"));
    }

    private static List<ChosenArea> areas(int... numbers) {
        return codes(numbers).stream()
                .map(code -> new ChosenArea(code, "known"))
                .toList();
    }

    private static List<AreaCode> codes(int... numbers) {
        return java.util.Arrays.stream(numbers)
                .mapToObj(DecisionRulesTest::code)
                .toList();
    }

    private static AreaCode code(int number) {
        return new AreaCode("E0100000" + number);
    }

    private static AreaId district() {
        return new AreaId(Geography.parse("lad-2024"), new AreaCode("E07000001"));
    }
}
