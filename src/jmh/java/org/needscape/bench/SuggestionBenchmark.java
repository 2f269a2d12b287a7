package org.needscape.bench;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.needscape.targeting.Frontier;
import org.needscape.targeting.GoodSets;
import org.needscape.targeting.Resource;
import org.needscape.targeting.StepWatch;
import org.needscape.targeting.Suggestion;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;
import org.needscape.targeting.solver.FrontierSearch;
import org.needscape.targeting.solver.GoodSetSearch;
import org.needscape.targeting.solver.Suggester;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Target areas for a county of 600 areas, as a board waits for them: the first set within a second, one within one per cent of the best
 * within ten, a frontier of twenty budgets within a minute. {@code gapPer10000} is what the search leaves open, in hundredths of a per
 * cent.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class SuggestionBenchmark {

    private static final double POUNDS_PER_AREA = 38_000;

    @State(Scope.Benchmark)
    public static class County {

        @Param({"1", "2", "3"})
        private int pieces;

        @Param({"5", "20", "60"})
        private int areas;

        private TargetQuestion question = TargetCounty.question(2);

        @Setup
        public void limit() {
            question = question.with(TargetConstraints.NONE
                    .withPieces(pieces, 1)
                    .withLimit(Resource.MONEY, areas * POUNDS_PER_AREA));
        }
    }

    @State(Scope.Benchmark)
    public static class TwentyBudgets {

        private final TargetQuestion question = TargetCounty.question(2).with(TargetConstraints.NONE.withPieces(2, 1));
        private final List<Double> budgets = IntStream.rangeClosed(1, 20)
                .mapToObj(k -> 3 * k * POUNDS_PER_AREA)
                .toList();
    }

    /** What a search leaves open. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Gap {

        public double gapPer10000;

        @Setup(Level.Iteration)
        public void clear() {
            gapPer10000 = 0;
        }
    }

    @Benchmark
    public Suggestion suggestion(County county, Gap gap) {
        Suggestion suggestion = best(county.question);
        gap.gapPer10000 = 10_000 * suggestion.gapFraction();
        return suggestion;
    }

    /** Up to the first set that a watch hears of. */
    @Benchmark
    public boolean firstSet(County county) {
        try {
            SuggestionOutcome whole = Suggester.suggest(county.question, SuggestionOptions.USUAL, first -> {
                throw new CancellationException();
            });
            return whole.suggestion().isPresent();
        } catch (CancellationException heard) {
            return true;
        }
    }

    @Benchmark
    public Frontier frontier(TwentyBudgets budgets) {
        SuggestionOptions minute = SuggestionOptions.USUAL.withTimeLimit(Duration.ofMinutes(1));
        return FrontierSearch.find(budgets.question, Resource.MONEY, budgets.budgets, minute);
    }

    /** With the search for the best set before it. */
    @Benchmark
    public GoodSets goodSets(County county) {
        return GoodSetSearch.find(
                county.question, best(county.question), 0.05, Duration.ofSeconds(30), StepWatch.SILENT);
    }

    private static Suggestion best(TargetQuestion question) {
        return Suggester.suggest(question, SuggestionOptions.USUAL).suggestion().orElseThrow();
    }
}
