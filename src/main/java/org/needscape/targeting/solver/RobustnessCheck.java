package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.targeting.Candidate;
import org.needscape.targeting.Robustness;
import org.needscape.targeting.StepWatch;
import org.needscape.targeting.Suggestion;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.TargetQuestion;

/** Answers a question again with need measured otherwise: other weights, other years, draws of the ranks. */
public final class RobustnessCheck {

    private RobustnessCheck() {}

    /** How the chosen set holds up, looked for in silence. */
    public static Robustness check(
            TargetQuestion question,
            Set<AreaCode> chosen,
            List<Map<AreaCode, Double>> needs,
            SuggestionOptions options) {
        return check(question, chosen, needs, options, StepWatch.SILENT);
    }

    /**
     * How the chosen set holds up.
     *
     * @param chosen the set
     * @param needs for each way to measure need, the need by area; an area that is missing is not known that way
     * @param options for each way
     * @param watch told of each way that is done; may end the search
     * @throws java.util.concurrent.CancellationException when the watch ends the search
     */
    public static Robustness check(
            TargetQuestion question,
            Set<AreaCode> chosen,
            List<Map<AreaCode, Double>> needs,
            SuggestionOptions options,
            StepWatch watch) {
        Steps steps = new Steps(watch, needs.size());
        SortedMap<AreaCode, Double> counts = new TreeMap<>();
        List<Optional<Double>> overlaps = new ArrayList<>();
        for (Map<AreaCode, Double> need : needs) {
            List<Candidate> candidates = question.candidates().stream()
                    .map(area -> area.withNeed(known(need, area.code())))
                    .toList();
            TargetQuestion other = new TargetQuestion(candidates, question.neighbours(), question.constraints());
            Optional<List<AreaCode>> areas =
                    steps.suggest(other, options).suggestion().map(Suggestion::areas);
            areas.ifPresent(found -> found.forEach(area -> counts.merge(area, 1.0, Double::sum)));
            overlaps.add(areas.map(found -> overlap(chosen, found)));
        }
        long found = overlaps.stream().filter(Optional::isPresent).count();
        counts.replaceAll((area, count) -> count / found);
        return new Robustness(counts, overlaps, (int) (needs.size() - found));
    }

    private static OptionalDouble known(Map<AreaCode, Double> need, AreaCode area) {
        Double value = need.get(area);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static double overlap(Set<AreaCode> chosen, List<AreaCode> areas) {
        Set<AreaCode> either = new HashSet<>(chosen);
        either.addAll(areas);
        long both = areas.stream().filter(chosen::contains).count();
        return either.isEmpty() ? 1 : (double) both / either.size();
    }
}
