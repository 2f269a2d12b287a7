package org.needscape.store.jdbc;

import org.needscape.progress.Progress;

/** How far a move is: every row is copied once and checked once. */
final class MoveProgress {

    private static final int REPORT_ROWS = 1000;

    private final Progress progress;
    private final long total;
    private long done;
    private String message = "";

    /** @param rows of the source */
    MoveProgress(Progress progress, long rows) {
        this.progress = progress;
        this.total = Math.max(1, 2 * rows);
    }

    /** @param text in words */
    void begin(String text) {
        message = text;
        report();
    }

    void row() {
        done++;
        if (done % REPORT_ROWS == 0) {
            report();
        }
    }

    void report() {
        progress.report(Math.min(1, (double) done / total), message);
    }
}
