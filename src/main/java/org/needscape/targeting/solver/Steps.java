package org.needscape.targeting.solver;

import org.needscape.targeting.StepWatch;
import org.needscape.targeting.Suggestion;
import org.needscape.targeting.SuggestionOptions;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.SuggestionWatch;
import org.needscape.targeting.TargetQuestion;

/** Finds one set after the other and tells how many there are already; the watch may end the search within a set too. */
final class Steps {

    private final StepWatch watch;
    private final int all;
    private int done;

    Steps(StepWatch watch, int all) {
        this.watch = watch;
        this.all = all;
        watch.heard(0, all);
    }

    SuggestionOutcome suggest(TargetQuestion question, SuggestionOptions options) {
        SuggestionOutcome outcome = Suggester.suggest(question, options, new SuggestionWatch() {
            @Override
            public void heard(Suggestion best) {
                going();
            }

            @Override
            public void going() {
                watch.heard(done, all);
            }
        });
        watch.heard(++done, all);
        return outcome;
    }
}
