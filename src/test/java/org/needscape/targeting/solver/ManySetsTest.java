package org.needscape.targeting.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.needscape.area.AreaCode;
import org.needscape.targeting.Conflict;
import org.needscape.targeting.Resource;
import org.needscape.targeting.StepWatch;
import org.needscape.targeting.Suggestion;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.SuggestionWatch;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/** Questions that take many sets: they nest, can be watched and ended, and come out the same from whichever thread. */
class ManySetsTest {

    private static final SuggestionOptions TO_THE_END = new SuggestionOptions(Duration.ofMinutes(5), 0);
    private static final List<Double> POUNDS = List.of(2.0, 5.0, 9.0);
    private static final TargetQuestion NINE =
            SmallQuestions.random(new Random(3), 9).with(TargetConstraints.NONE.withPieces(2, 1));

    /** Each set is the best of all that hold the one before. */
    @Property(tries = 150, seed = "7")
    void nestingHolds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int size) {
        TargetQuestion question = SmallQuestions.random(new Random(seed), size);

        List<SuggestionOutcome> nested = NestedSuggestions.suggest(question, Resource.MONEY, POUNDS, TO_THE_END);

        Set<AreaCode> held = new HashSet<>(question.constraints().mustHave());
        boolean found = false;
        for (int k = 0; k < POUNDS.size(); k++) {
            TargetQuestion one = question.with(question.constraints()
                    .withLimit(Resource.MONEY, POUNDS.get(k))
                    .withMustHave(held));
            Optional<Suggestion> suggestion = nested.get(k).suggestion();
            assertEquals(SmallQuestions.best(one).isPresent(), suggestion.isPresent());
            assertTrue(suggestion.isPresent() || !found);
            if (suggestion.isPresent()) {
                List<AreaCode> areas = suggestion.get().areas();
                assertTrue(SmallQuestions.keeps(one, SmallQuestions.mask(one, areas)));
                assertTrue(areas.containsAll(held));
                assertEquals(
                        SmallQuestions.best(one).getAsDouble(), suggestion.get().need(), 1e-6);
                held.addAll(areas);
                found = true;
            }
        }
    }

    /** Ten of nine areas: there is no set to hear of, only that it is looked for what conflicts. */
    @Example
    void watchEndsTheSearchForAConflict() {
        TargetConstraints constraints = TargetConstraints.NONE.withAreas(10, 20);
        SuggestionWatch watch = new SuggestionWatch() {
            @Override
            public void heard(Suggestion best) {
                throw new AssertionError("a set: " + best);
            }

            @Override
            public void going() {
                throw new CancellationException();
            }
        };

        assertThrows(CancellationException.class, () -> Suggester.suggest(NINE.with(constraints), TO_THE_END, watch));
    }

    @Property(tries = 6, seed = "8")
    void manyThreadsThatAskAtOnceGetTheSameAnswer(@ForAll long seed) throws Exception {
        TargetQuestion question = SmallQuestions.random(new Random(seed), 30);
        SuggestionOptions options = TO_THE_END.withRelativeGapFraction(0.01);
        SuggestionOutcome alone = Suggester.suggest(question, options);
        Callable<SuggestionOutcome> asked = () -> Suggester.suggest(question, options);

        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<SuggestionOutcome> answer : threads.invokeAll(Collections.nCopies(8, asked))) {
                assertEquals(alone, answer.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Three budgets by four rules. */
    @Example
    void aWatchHearsOfEverySetOfAFrontier() {
        List<Integer> heard = new ArrayList<>();

        FrontierSearch.find(NINE, Resource.MONEY, POUNDS, TO_THE_END, (done, of) -> {
            assertEquals(12, of);
            heard.add(done);
        });

        assertEquals(
                IntStream.rangeClosed(0, 12).boxed().toList(),
                heard.stream().distinct().toList());
        assertEquals(heard.stream().sorted().toList(), heard);
    }

    @Example
    void aWatchEndsWhatTakesManySets() {
        StepWatch second = (done, of) -> {
            if (done == 1) {
                throw new CancellationException();
            }
        };
        List<Map<AreaCode, Double>> ways =
                List.of(Map.of(SmallQuestions.code(0), 1.0), Map.of(SmallQuestions.code(1), 1.0));

        assertThrows(
                CancellationException.class,
                () -> NestedSuggestions.suggest(NINE, Resource.MONEY, POUNDS, TO_THE_END, second));
        assertThrows(
                CancellationException.class,
                () -> FrontierSearch.find(NINE, Resource.MONEY, POUNDS, TO_THE_END, second));
        assertThrows(
                CancellationException.class, () -> RobustnessCheck.check(NINE, Set.of(), ways, TO_THE_END, second));
    }

    /** Nothing is tested without time, so that nothing is spared either. */
    @Example
    void aConflictWithoutTimeToTestNamesEveryConstraintAndSaysSo() {
        TargetConstraints constraints = TargetConstraints.NONE
                .withAreas(10, 12)
                .withLimit(Resource.MONEY, 1)
                .withMustNot(Set.of(SmallQuestions.code(0)));

        Conflict conflict = ConflictFilter.conflict(NINE.with(constraints), Duration.ZERO, () -> {});

        assertFalse(conflict.irreducible());
        assertEquals(
                List.of("limits.money", "areasFrom", "areasTo", "mustNot"),
                conflict.parts().stream().map(Conflict.Part::field).toList());
    }
}
