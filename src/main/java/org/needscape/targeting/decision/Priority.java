package org.needscape.targeting.decision;

import java.util.List;

/**
 * One thing that a plan is to achieve.
 *
 * @param title what it is
 * @param group whom it is for
 * @param actions what will be done
 * @param outcomeMeasures by what the board will see whether it helped
 */
public record Priority(String title, String group, List<String> actions, List<String> outcomeMeasures) {

    public Priority {
        actions = List.copyOf(actions);
        outcomeMeasures = List.copyOf(outcomeMeasures);
    }
}
