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
        return left().isZero();
    }

    /** The time that is left, 0 when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    /** The end of a share of what is left. */
    Deadline share(int parts) {
        return in(left().dividedBy(Math.max(1, parts)));
    }
}
