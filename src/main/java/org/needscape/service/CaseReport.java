package org.needscape.service;

import org.needscape.report.ImportProblem;
import org.needscape.report.ImportReport;

/**
 * The report of a case file. Jobs keep it and anybody may read it, so that it has no area beside a row and no exact number of cases:
 * who knows how many cases there are knows more of each count.
 */
final class CaseReport {

    private static final int BASE = 5;

    private CaseReport() {}

    static ImportReport of(ImportReport exact) {
        return new ImportReport(
                exact.fileName(),
                rounded(exact.read()),
                rounded(exact.accepted()),
                exact.repaired(),
                exact.refused(),
                rounded(exact.outside()),
                exact.notes(),
                exact.problems().stream().map(CaseReport::withoutArea).toList());
    }

    /** To the nearest 5, but never to none where there are some. */
    static long rounded(long cases) {
        return cases == 0 ? 0 : Math.max(BASE, (cases + BASE / 2) / BASE * BASE);
    }

    private static ImportProblem withoutArea(ImportProblem problem) {
        return new ImportProblem(
                problem.kind(), problem.row(), problem.field(), "", problem.reason(), problem.whatToDo());
    }
}
