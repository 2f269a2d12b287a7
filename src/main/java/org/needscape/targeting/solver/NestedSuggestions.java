package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.targeting.Resource;
import org.needscape.targeting.StepWatch;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/** Sets for rising limits, each the best that holds all areas of the one before, so that a bigger budget only adds. */
public final class NestedSuggestions {

    private NestedSuggestions() {}

    /** The sets, looked for in silence. */
    public static List<SuggestionOutcome> suggest(
            TargetQuestion question, Resource resource, List<Double> limits, SuggestionOptions options) {
        return suggest(question, resource, limits, options, StepWatch.SILENT);
    }

    /**
     * The sets.
     *
     * @param limits of the resource, rising or equal
     * @param options for each set
     * @param watch told of each set; may end the search
     * @return one outcome for each limit; once there is a set, all later ones have one
     * @throws IllegalArgumentException when limits fall
     * @throws java.util.concurrent.CancellationException when the watch ends the search
     */
    public static List<SuggestionOutcome> suggest(
            TargetQuestion question,
            Resource resource,
            List<Double> limits,
            SuggestionOptions options,
            StepWatch watch) {
        Steps steps = new Steps(watch, limits.size());
        List<SuggestionOutcome> outcomes = new ArrayList<>();
        Set<AreaCode> held = new HashSet<>(question.constraints().mustHave());
        double before = 0;
        for (double limit : limits) {
            if (limit < before) {
                throw new IllegalArgumentException("Limits must rise: " + limit + " comes after " + before + ".");
            }
            before = limit;
            TargetConstraints constraints =
                    question.constraints().withLimit(resource, limit).withMustHave(held);
            SuggestionOutcome outcome = steps.suggest(question.with(constraints), options);
            outcome.suggestion().ifPresent(suggestion -> held.addAll(suggestion.areas()));
            outcomes.add(outcome);
        }
        return outcomes;
    }
}
