package org.needscape.targeting.solver;

import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import org.needscape.targeting.TargetQuestion;

/** Whether there is any set that keeps to all constraints. */
enum Feasibility {
    /** There is one. */
    POSSIBLE,
    /** There is none. */
    IMPOSSIBLE,
    /** Neither was shown in time. */
    NOT_KNOWN;

    /** @param going called now and then; may end the search */
    static Feasibility of(TargetQuestion question, Duration timeLimit, Runnable going) {
        going.run();
        Instance instance = new Instance(question);
        Optional<BitSet> built = new Construction(instance, instance.out()).from(instance.in());
        if (built.isPresent()) {
            return POSSIBLE;
        }
        if (LinearRelaxation.isImpossible(instance)) {
            return IMPOSSIBLE;
        }
        BranchAndBound.Result result = new BranchAndBound(
                        instance, ANY_SET, Deadline.in(timeLimit), BranchAndBound.Listener.of(going))
                .run(Optional.empty());
        if (result.best().isPresent()) {
            return POSSIBLE;
        }
        return result.finished() ? IMPOSSIBLE : NOT_KNOWN;
    }

    /** The first set ends the search. */
    private static final double ANY_SET = 1 - 1e-9;
}
