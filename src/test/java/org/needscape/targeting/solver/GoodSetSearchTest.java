package org.needscape.targeting.solver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.needscape.area.AreaCode;
import org.needscape.spatial.Neighbours;
import org.needscape.targeting.Candidate;
import org.needscape.targeting.GoodSets;
import org.needscape.targeting.GoodSets.Place;
import org.needscape.targeting.Resource;
import org.needscape.targeting.StepWatch;
import org.needscape.targeting.Suggestion;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/** Areas in every good set and in none: four areas worked out by hand, then ragged grids against every set there is. */
class GoodSetSearchTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final SuggestionOptions TO_THE_END = new SuggestionOptions(LONG, 0);

    /** Need 10, 6, 5, 1 for a pound each, two pounds to spend: the best set reaches 16, the next 15, then 11. */
    private static final TargetQuestion FOUR = new TargetQuestion(
            List.of(pound(0, 10), pound(1, 6), pound(2, 5), pound(3, 1)),
            Neighbours.ofLists(new int[4][0]),
            TargetConstraints.NONE.withLimit(Resource.MONEY, 2));

    private static Candidate pound(int k, double need) {
        return Candidate.of(SmallQuestions.code(k), new AreaCode("D"), need, Map.of(Resource.MONEY, 1.0));
    }

    private static Suggestion best(TargetQuestion question) {
        return Suggester.suggest(question, TO_THE_END).suggestion().orElseThrow();
    }

    /** One in ten less than 16 is 14.4, which 10 + 6 and 10 + 5 reach. */
    @Example
    void anAreaThatNoGoodSetCanDoWithoutIsInEveryOne() {
        GoodSets good = GoodSetSearch.find(FOUR, best(FOUR), 0.1, LONG, StepWatch.SILENT);

        assertEquals(14.4, good.leastNeed(), 1e-12);
        assertEquals(List.of(SmallQuestions.code(0)), good.at(Place.EVERY));
        assertEquals(List.of(SmallQuestions.code(1), SmallQuestions.code(2)), good.at(Place.SOME));
        assertEquals(List.of(SmallQuestions.code(3)), good.at(Place.NONE));
    }

    @Example
    void withNothingToSpareOnlyTheBestSetIsGood() {
        GoodSets good = GoodSetSearch.find(FOUR, best(FOUR), 0, LONG, StepWatch.SILENT);

        assertEquals(List.of(SmallQuestions.code(0), SmallQuestions.code(1)), good.at(Place.EVERY));
        assertEquals(List.of(SmallQuestions.code(2), SmallQuestions.code(3)), good.at(Place.NONE));
    }

    @Example
    void withoutTimeWhatIsNotShownIsNotKnown() {
        GoodSets good = GoodSetSearch.find(FOUR, best(FOUR), 0.1, Duration.ZERO, StepWatch.SILENT);

        assertEquals(4, good.at(Place.NOT_KNOWN).size());
    }

    @Example
    void aWatchEndsTheSearch() {
        assertThrows(
                CancellationException.class,
                () -> GoodSetSearch.find(FOUR, best(FOUR), 0.1, LONG, (done, of) -> {
                    throw new CancellationException();
                }));
    }

    @Example
    void aSetForOtherConstraintsIsRefused() {
        TargetQuestion poorer = FOUR.with(TargetConstraints.NONE.withLimit(Resource.MONEY, 1));

        assertThrows(
                IllegalArgumentException.class,
                () -> GoodSetSearch.find(poorer, best(FOUR), 0.1, LONG, StepWatch.SILENT));
    }

    @Property(tries = 150, seed = "6")
    void everyGoodSetThereIsAgrees(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 10) int size,
            @ForAll @IntRange(min = 0, max = 4) int tenths) {
        TargetQuestion question = SmallQuestions.random(new Random(seed), size);
        Optional<Suggestion> best = Suggester.suggest(question, TO_THE_END).suggestion();
        if (best.isEmpty()) {
            return;
        }

        GoodSets good = GoodSetSearch.find(question, best.get(), tenths / 10.0, LONG, StepWatch.SILENT);

        int every = -1;
        int some = 0;
        for (int mask = 0; mask < 1 << size; mask++) {
            if (SmallQuestions.keeps(question, mask)
                    && SmallQuestions.need(question, mask) >= good.leastNeed() - 1e-7) {
                every &= mask;
                some |= mask;
            }
        }
        assertEquals(every, SmallQuestions.mask(question, good.at(Place.EVERY)));
        assertEquals(some & ~every, SmallQuestions.mask(question, good.at(Place.SOME)));
        assertTrue(good.at(Place.NOT_KNOWN).isEmpty());
        assertEquals(size, Set.copyOf(good.places().keySet()).size());
    }
}
