package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needscape.progress.Progress;
import org.needscape.service.TargetSuggestionPreparation.Prepared;
import org.needscape.targeting.Frontier;
import org.needscape.targeting.Suggestion;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.SuggestionWatch;
import org.needscape.targeting.solver.FrontierSearch;
import org.needscape.targeting.solver.NestedSuggestions;
import org.needscape.targeting.solver.Suggester;

/** Works on one question about target areas. One thread works, and any may look at the best set so far. */
final class TargetSuggestionSearch {

    /** Where the search for one set ends and what else is said of it begins, as a share of the job. */
    private static final double SEARCHED = 0.7;

    private final Prepared prepared;
    private final TargetRobustness robustness;
    private volatile @Nullable Suggestion best;
    private @Nullable Suggestion greedy;

    TargetSuggestionSearch(Prepared prepared, TargetRobustness robustness) {
        this.prepared = prepared;
        this.robustness = robustness;
    }

    /** What is known while it is worked on: the best set so far. */
    ObjectNode soFar() {
        ObjectNode answer = new TargetSuggestionJson(prepared).running(best);
        told(answer, false);
        return answer;
    }

    /** Works on the question to the end, and says what was found. */
    ObjectNode answer(Progress progress) {
        TargetSuggestionJson json = new TargetSuggestionJson(prepared);
        ObjectNode node = json.begun("ended");
        boolean isProven =
                switch (prepared.question().method()) {
                    case BEST -> best(json, node, progress);
                    case NESTED -> nested(json, node, progress);
                    case FRONTIER -> frontier(json, node, progress);
                };
        told(node, !isProven);
        return node;
    }

    private boolean best(TargetSuggestionJson json, ObjectNode node, Progress progress) {
        TargetSuggestionQuestion question = prepared.question();
        double limitNanos = question.options().timeLimit().toNanos();
        long start = System.nanoTime();
        SuggestionOutcome outcome = Suggester.suggest(prepared.solved(), question.options(), new SuggestionWatch() {
            @Override
            public void heard(Suggestion better) {
                if (better.method() == Suggestion.Method.GREEDY) {
                    greedy = better;
                }
                best = better;
                report(json.sentence(better));
            }

            @Override
            public void going() {
                report("No set is found yet that keeps to all constraints.");
            }

            private void report(String sentence) {
                progress.report(SEARCHED * Math.min(1, (System.nanoTime() - start) / limitNanos), sentence);
            }
        });
        outcome.suggestion().ifPresent(found -> best = found);
        progress.report(SEARCHED, "Saying why areas are in or out.");
        json.outcome(node, outcome, Optional.ofNullable(greedy));
        if (question.robustness() && outcome.suggestion().isPresent()) {
            node.set(
                    "robustness", robustness.look(prepared, outcome.suggestion().get(), progress.part(SEARCHED, 1)));
        } else {
            node.putNull("robustness");
        }
        return outcome.conflict().isPresent()
                || outcome.suggestion().map(Suggestion::proven).orElse(false);
    }

    private boolean nested(TargetSuggestionJson json, ObjectNode node, Progress progress) {
        TargetSuggestionQuestion question = prepared.question();
        Duration each = question.options()
                .timeLimit()
                .dividedBy(Math.max(1, question.budgets().size()));
        List<SuggestionOutcome> outcomes = NestedSuggestions.suggest(
                prepared.solved(),
                question.resource().orElseThrow(),
                question.budgets(),
                question.options().withTimeLimit(each),
                (done, of) -> progress.report((double) done / of, done + " of " + of + " sets are found."));
        new TargetSuggestionSets(json).nested(node.putArray("nested"), question.budgets(), outcomes);
        return areProven(outcomes);
    }

    private boolean frontier(TargetSuggestionJson json, ObjectNode node, Progress progress) {
        TargetSuggestionQuestion question = prepared.question();
        Frontier frontier = FrontierSearch.find(
                prepared.solved(),
                question.resource().orElseThrow(),
                question.budgets(),
                question.options(),
                (done, of) -> progress.report((double) done / of, done + " of " + of + " sets are found."));
        new TargetSuggestionSets(json).frontier(node.putArray("frontier"), frontier);
        return areProven(frontier.points().stream()
                .flatMap(point -> point.outcomes().values().stream())
                .toList());
    }

    private static boolean areProven(List<SuggestionOutcome> outcomes) {
        return outcomes.stream()
                .allMatch(outcome -> outcome.conflict().isPresent()
                        || outcome.suggestion().map(Suggestion::proven).orElse(false));
    }

    /** Cautions and sources of everything that has a part in an answer. */
    private void told(ObjectNode node, boolean timeRanOut) {
        TargetRevisions.told(node, prepared.scope().ground());
        ArrayNode cautions = (ArrayNode) node.required("cautions");
        long unknown = prepared.scope().areas().stream()
                .filter(area -> !prepared.need().of(area).isKnown())
                .count();
        if (unknown > 0) {
            cautions.insert(
                    0,
                    "Of " + unknown + " of " + prepared.scope().areas().size()
                            + " areas this need is not known: they are not suggested, and no sum holds them as 0.");
        }
        cautions.insert(0, prepared.need().note());
        if (timeRanOut) {
            cautions.insert(
                    0,
                    "The time limit of "
                            + prepared.question().options().timeLimit().toSeconds()
                            + " seconds ended the search before the gap asked for was shown: asked again elsewhere, the"
                            + " answer may be another.");
        }
        ArrayNode sources = (ArrayNode) node.required("sources");
        prepared.need().layer().manifest().attributions().stream()
                .filter(source -> !sources.toString().contains(source))
                .forEach(sources::add);
        prepared.need().layer().release().ifPresent(release -> ReleaseJsonViews.put(node, release));
    }
}
