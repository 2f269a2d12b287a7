package org.needscape.targeting.solver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.needscape.targeting.Frontier;
import org.needscape.targeting.Frontier.Point;
import org.needscape.targeting.Frontier.Rule;
import org.needscape.targeting.Resource;
import org.needscape.targeting.StepWatch;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/** Finds what more of a resource would reach: without a rule, in pieces, nested, and with a floor for districts. */
public final class FrontierSearch {

    private FrontierSearch() {}

    /** The frontier, looked for in silence. */
    public static Frontier find(
            TargetQuestion question, Resource resource, List<Double> limits, SuggestionOptions options) {
        return find(question, resource, limits, options, StepWatch.SILENT);
    }

    /**
     * The frontier.
     *
     * @param question its pieces and floors are each held to by one rule alone
     * @param limits of the resource, rising or equal
     * @param options the time is for all sets together, the gap for each
     * @param watch told of each set; may end the search
     * @throws IllegalArgumentException when limits fall
     * @throws java.util.concurrent.CancellationException when the watch ends the search
     */
    public static Frontier find(
            TargetQuestion question,
            Resource resource,
            List<Double> limits,
            SuggestionOptions options,
            StepWatch watch) {
        int sets = limits.size() * Rule.values().length;
        Duration each = options.timeLimit().dividedBy(Math.max(1, sets));
        SuggestionOptions one = options.withTimeLimit(each.isZero() ? Duration.ofNanos(1) : each);
        TargetConstraints all = question.constraints();
        TargetConstraints free = all.withPieces(TargetConstraints.NO_LIMIT, 1).withFloors(List.of());
        int pieces = all.piecesMost() == TargetConstraints.NO_LIMIT ? 1 : all.piecesMost();
        List<SuggestionOutcome> nested = NestedSuggestions.suggest(
                question.with(free), resource, limits, one, (done, of) -> watch.heard(done, sets));
        Steps steps = new Steps((done, of) -> watch.heard(limits.size() + done, sets), sets - limits.size());
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < limits.size(); k++) {
            Map<Rule, TargetConstraints> rules = new EnumMap<>(Rule.class);
            rules.put(Rule.FREE, free);
            rules.put(Rule.CONTIGUOUS, free.withPieces(pieces, all.pieceAreasLeast()));
            rules.put(Rule.FLOOR, free.withFloors(all.floors()));
            double limit = limits.get(k);
            Map<Rule, SuggestionOutcome> outcomes = new EnumMap<>(Rule.class);
            rules.forEach((rule, constraints) ->
                    outcomes.put(rule, steps.suggest(question.with(constraints.withLimit(resource, limit)), one)));
            outcomes.put(Rule.NESTED, nested.get(k));
            points.add(new Point(limit, outcomes));
        }
        return new Frontier(resource, points);
    }
}
