package org.needscape.progress;

import java.util.Locale;

/** Where a job is in its life. */
public enum JobState {
    SUBMITTED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more will happen to it. */
    public boolean isEnded() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
