package org.needscape.targeting.solver;

import java.time.Duration;

/** Says when the time for a search is over. */
final class Deadline {

    private final long endNanos;

    private Deadline(long endNanos) {
        this.endNanos = endNanos;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - endNanos >= 0;
    }
}
