package org.needscape.targeting.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.needscape.area.AreaCode;
import org.needscape.targeting.Conflict;
import org.needscape.targeting.DistrictFloor;
import org.needscape.targeting.Resource;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/** The suggestion against every set there is: areas on ragged grids with islands, all constraints mixed. */
class SuggesterPropertyTest {

    private static final SuggestionOptions TO_THE_END = new SuggestionOptions(Duration.ofMinutes(5), 0);

    @Property(tries = 700, seed = "1")
    void noSetReachesMoreThanTheSuggestion(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
        TargetQuestion question = SmallQuestions.random(new Random(seed), size);

        SuggestionOutcome outcome = Suggester.suggest(question, TO_THE_END);

        OptionalDouble best = SmallQuestions.best(question);
        assertEquals(best.isPresent(), outcome.suggestion().isPresent());
        assertEquals(best.isEmpty(), outcome.conflict().isPresent());
        outcome.suggestion().ifPresent(suggestion -> {
            assertTrue(SmallQuestions.keeps(question, SmallQuestions.mask(question, suggestion.areas())));
            assertEquals(best.getAsDouble(), suggestion.need(), 1e-6);
            assertEquals(best.getAsDouble(), suggestion.upperBound(), 1e-6);
            assertTrue(suggestion.proven());
        });
    }

    @Property(tries = 300, seed = "2")
    void withinTheGapTheBoundStillHolds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
        TargetQuestion question = SmallQuestions.random(new Random(seed), size);
        SuggestionOptions options = TO_THE_END.withRelativeGapFraction(0.1);

        SuggestionOutcome outcome = Suggester.suggest(question, options);

        outcome.suggestion().ifPresent(suggestion -> {
            double best = SmallQuestions.best(question).orElseThrow();
            assertTrue(suggestion.upperBound() >= best - 1e-6);
            assertTrue(suggestion.gapFraction() <= 0.1 + 1e-9);
        });
    }

    @Property(tries = 300, seed = "3")
    void greedySetsKeepToEverythingAndReachNoMore(@ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
        TargetQuestion question = SmallQuestions.random(new Random(seed), size);

        SuggestionOutcome outcome = Suggester.greedy(question, TO_THE_END);

        OptionalDouble best = SmallQuestions.best(question);
        assertTrue(outcome.conflict().isEmpty() || best.isEmpty());
        assertTrue(outcome.suggestion().isEmpty() || best.isPresent());
        outcome.suggestion().ifPresent(suggestion -> {
            assertTrue(SmallQuestions.keeps(question, SmallQuestions.mask(question, suggestion.areas())));
            assertTrue(suggestion.need() <= best.getAsDouble() + 1e-6);
            assertTrue(suggestion.upperBound() >= best.getAsDouble() - 1e-6);
        });
    }

    @Property(tries = 400, seed = "4")
    void withoutAnyPartOfAConflictThereIsASet(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int size) {
        TargetQuestion question = SmallQuestions.random(new Random(seed), size);

        Suggester.suggest(question, TO_THE_END).conflict().ifPresent(conflict -> {
            assertTrue(conflict.irreducible());
            assertFalse(SmallQuestions.best(question.with(only(question.constraints(), conflict.parts())))
                    .isPresent());
            for (Conflict.Part part : conflict.parts()) {
                List<Conflict.Part> others = new ArrayList<>(conflict.parts());
                others.remove(part);
                TargetConstraints without = only(question.constraints(), others);
                assertTrue(SmallQuestions.best(question.with(without)).isPresent(), part + " of " + conflict);
            }
        });
    }

    @Property(tries = 100, seed = "5")
    void theSameQuestionHasTheSameAnswerInAnyOrder(@ForAll long seed) {
        TargetQuestion question = SmallQuestions.random(new Random(seed), 12);

        assertEquals(
                Suggester.suggest(question, TO_THE_END), Suggester.suggest(Reordered.reversed(question), TO_THE_END));
    }

    /** Nothing but the constraints that are parts. */
    private static TargetConstraints only(TargetConstraints all, List<Conflict.Part> parts) {
        TargetConstraints kept = TargetConstraints.NONE;
        List<DistrictFloor> floors = new ArrayList<>();
        Set<AreaCode> must = new HashSet<>();
        Set<AreaCode> mustNot = new HashSet<>();
        for (Conflict.Part part : parts) {
            switch (part.field()) {
                case "areasFrom" -> kept = kept.withAreas(all.areasFrom(), kept.areasTo());
                case "areasTo" -> kept = kept.withAreas(kept.areasFrom(), all.areasTo());
                case "piecesMost" -> kept = kept.withPieces(all.piecesMost(), kept.pieceAreasLeast());
                case "pieceAreasLeast" -> kept = kept.withPieces(kept.piecesMost(), all.pieceAreasLeast());
                case "floors" ->
                    all.floors().stream()
                            .filter(floor -> floor.district().value().equals(part.subject()))
                            .forEach(floors::add);
                case "mustHave" -> must.add(new AreaCode(part.subject()));
                case "mustNot" -> mustNot.add(new AreaCode(part.subject()));
                default -> {
                    for (Resource resource : Resource.values()) {
                        if (resource.field().equals(part.field())) {
                            kept = kept.withLimit(resource, all.limits().get(resource));
                        }
                    }
                }
            }
        }
        return kept.withFloors(floors).withMustHave(must).withMustNot(mustNot);
    }
}
