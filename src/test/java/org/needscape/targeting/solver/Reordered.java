package org.needscape.targeting.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.needscape.spatial.Neighbours;
import org.needscape.targeting.Candidate;
import org.needscape.targeting.TargetQuestion;

/** The same question with its areas listed the other way round. */
final class Reordered {

    private Reordered() {}

    static TargetQuestion reversed(TargetQuestion question) {
        List<Candidate> candidates = new ArrayList<>(question.candidates());
        Collections.reverse(candidates);
        int size = candidates.size();
        int[][] lists = new int[size][];
        for (int k = 0; k < size; k++) {
            int old = size - 1 - k;
            lists[k] = new int[question.neighbours().degree(old)];
            for (int link = 0; link < lists[k].length; link++) {
                lists[k][link] = size - 1 - question.neighbours().neighbour(old, link);
            }
        }
        return new TargetQuestion(candidates, Neighbours.ofLists(lists), question.constraints());
    }
}
