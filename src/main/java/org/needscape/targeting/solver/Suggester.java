package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needscape.area.AreaCode;
import org.needscape.targeting.Resource;
import org.needscape.targeting.Suggestion;
import org.needscape.targeting.Suggestion.Method;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.SuggestionWatch;
import org.needscape.targeting.TargetQuestion;
import org.needscape.targeting.Undecided;

/**
 * Suggests target areas: the set that reaches most need within the constraints.
 *
 * <p>A set built by taking the best area for its cost comes first, within a second for a county; then a search for better ones goes on
 * until no set can reach more than the gap allows, or until time is over. The same question has the same answer, on any machine, unless
 * time runs out.
 */
public final class Suggester {

    private static final int SEEDS = 16;
    private static final int SHAKES = 12;

    private Suggester() {}

    /** The best set, looked for in silence. */
    public static SuggestionOutcome suggest(TargetQuestion question, SuggestionOptions options) {
        return suggest(question, options, SuggestionWatch.SILENT);
    }

    /**
     * The best set.
     *
     * @param options the time is for the search; to name what conflicts takes up to as long again
     * @param watch told of better sets and bounds on the way; may end the search
     * @return a set, or the constraints that conflict; undecided only when time is over before either is found
     * @throws java.util.concurrent.CancellationException when the watch ends the search
     */
    public static SuggestionOutcome suggest(TargetQuestion question, SuggestionOptions options, SuggestionWatch watch) {
        Deadline deadline = Deadline.in(options.timeLimit());
        Instance instance = new Instance(question);
        Optional<BitSet> greedy = new Construction(instance, instance.out()).from(instance.in());
        greedy.ifPresent(
                set -> watch.heard(suggestion(question, instance, set, roughBound(instance), Method.GREEDY, false)));
        Optional<BitSet> start = started(instance, greedy);
        BranchAndBound.Result result = new BranchAndBound(
                        instance, options.relativeGapFraction(), deadline, new BranchAndBound.Listener() {
                            @Override
                            public void heard(BitSet best, double bound) {
                                watch.heard(suggestion(question, instance, best, bound, Method.EXACT, false));
                            }

                            @Override
                            public void going() {
                                watch.going();
                            }
                        })
                .run(start);
        if (result.best().isPresent()) {
            return suggestion(question, instance, result.best().get(), result.bound(), Method.EXACT, result.finished());
        }
        return withoutSet(question, options, result.finished(), watch);
    }

    /**
     * The set built by taking the best area for its cost, one after the other: for comparison.
     *
     * @return a set; else the constraints that conflict, or undecided where these steps lead to no set though there may be one
     */
    public static SuggestionOutcome greedy(TargetQuestion question, SuggestionOptions options) {
        Instance instance = new Instance(question);
        Optional<BitSet> set = new Construction(instance, instance.out()).from(instance.in());
        if (set.isPresent()) {
            return suggestion(question, instance, set.get(), roughBound(instance), Method.GREEDY, false);
        }
        Feasibility feasibility = Feasibility.of(question, options.timeLimit(), () -> {});
        return withoutSet(question, options, feasibility == Feasibility.IMPOSSIBLE, SuggestionWatch.SILENT);
    }

    private static SuggestionOutcome withoutSet(
            TargetQuestion question, SuggestionOptions options, boolean impossible, SuggestionWatch watch) {
        if (impossible) {
            return ConflictFilter.conflict(question, options.timeLimit(), watch::going);
        }
        return new Undecided(
                "No set of areas was found that keeps to all constraints, and none was shown to be impossible:"
                        + " allow more time, or loosen a constraint.");
    }

    private static Optional<BitSet> started(Instance instance, Optional<BitSet> greedy) {
        LocalSearch search = new LocalSearch(instance, instance.in(), instance.out());
        Construction construction = new Construction(instance, instance.out());
        List<BitSet> starts = new ArrayList<>();
        greedy.ifPresent(starts::add);
        if (instance.hasPieces() && instance.in().isEmpty()) {
            for (int seed : seeds(instance)) {
                BitSet one = new BitSet();
                one.set(seed);
                construction.from(one).ifPresent(starts::add);
            }
        }
        starts.sort(
                Comparator.comparingDouble((BitSet set) -> instance.need(set)).reversed());
        return starts.stream()
                .limit(3)
                .map(set -> search.shaken(set, SHAKES, set.nextSetBit(0) + 1))
                .max(Comparator.comparingDouble(instance::need));
    }

    /** Areas with much need around them. */
    private static List<Integer> seeds(Instance instance) {
        double[] around = new double[instance.size()];
        for (int area = 0; area < instance.size(); area++) {
            around[area] = instance.need(area);
            for (int neighbour : instance.neighbours(area)) {
                around[area] += instance.need(neighbour) / 2;
            }
        }
        BitSet out = instance.out();
        List<Integer> seeds = new ArrayList<>();
        BitSet near = new BitSet();
        for (int k = 0; k < SEEDS; k++) {
            int best = -1;
            for (int area = 0; area < instance.size(); area++) {
                if (!near.get(area) && !out.get(area) && (best < 0 || around[area] > around[best])) {
                    best = area;
                }
            }
            if (best < 0) {
                break;
            }
            seeds.add(best);
            near.set(best);
            for (int neighbour : instance.neighbours(best)) {
                near.set(neighbour);
            }
        }
        return seeds;
    }

    /** What the limits alone let expect. */
    private static double roughBound(Instance instance) {
        Prices prices = new Prices(instance);
        double[] at = prices.first(instance.in(), instance.out());
        return Math.max(0, prices.bound(at, instance.in(), instance.out()));
    }

    static Suggestion suggestion(
            TargetQuestion question, Instance instance, BitSet set, double bound, Method method, boolean proven) {
        double need = instance.need(set);
        return new Suggestion(
                inOrder(instance, set), need, Math.max(bound, need), method, proven, notes(question, instance, set));
    }

    private static List<AreaCode> inOrder(Instance instance, BitSet set) {
        return set.stream()
                .boxed()
                .sorted(Comparator.comparing((Integer area) ->
                                instance.candidate(area).need().isEmpty())
                        .thenComparingDouble(area -> -instance.need(area))
                        .thenComparing(Comparator.naturalOrder()))
                .map(instance::code)
                .toList();
    }

    private static List<String> notes(TargetQuestion question, Instance instance, BitSet set) {
        List<String> notes = new ArrayList<>();
        String unknown = codes(instance, set, null);
        if (!unknown.isEmpty()) {
            notes.add("The need of " + unknown + " is not known and counts for nothing here.");
        }
        for (Resource resource : Resource.values()) {
            String without =
                    question.constraints().limits().containsKey(resource) ? codes(instance, set, resource) : "";
            if (!without.isEmpty()) {
                notes.add("The " + resource.noun() + " of " + without + " is not known and takes nothing from the "
                        + resource.limitNoun() + ".");
            }
        }
        if (set.isEmpty()) {
            notes.add("No area fits the constraints, so that no area is suggested.");
        }
        return notes;
    }

    private static String codes(Instance instance, BitSet set, @Nullable Resource resource) {
        return set.stream()
                .filter(area -> resource == null
                        ? instance.candidate(area).need().isEmpty()
                        : instance.candidate(area).cost(resource).isEmpty())
                .mapToObj(area -> instance.code(area).value())
                .collect(Collectors.joining(", "));
    }
}
