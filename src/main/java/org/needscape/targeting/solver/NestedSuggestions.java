package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.targeting.Resource;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.TargetConstraints;
import org.needscape.targeting.TargetQuestion;

/** Sets for rising limits, each the best that holds all areas of the one before, so that a bigger budget only adds. */
public final class NestedSuggestions {

    private NestedSuggestions() {}

    /**
     * The sets.
     *
     * @param limits of the resource, rising or equal
     * @param options for each set
     * @return one outcome for each limit; once there is a set, all later ones have one
     * @throws IllegalArgumentException when limits fall
     */
    public static List<SuggestionOutcome> suggest(
            TargetQuestion question, Resource resource, List<Double> limits, SuggestionOptions options) {
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
            SuggestionOutcome outcome = Suggester.suggest(question.with(constraints), options);
            outcome.suggestion().ifPresent(suggestion -> held.addAll(suggestion.areas()));
            outcomes.add(outcome);
        }
        return outcomes;
    }
}
