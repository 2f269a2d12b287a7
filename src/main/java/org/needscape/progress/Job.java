package org.needscape.progress;

import java.time.Instant;

/**
 * A job as it stands in the job table.
 *
 * @param id made by the server
 * @param kind such as {@code import-boundaries}
 * @param subject what it works on, such as a file name; never row contents
 * @param state where it is
 * @param progress 0 to 1
 * @param message in words; the reason when it failed
 * @param result a short text for the one who asked, such as an import report as JSON; empty until done
 * @param submitted when it was asked for
 * @param updated when it last changed
 */
public record Job(
        String id,
        String kind,
        String subject,
        JobState state,
        double progress,
        String message,
        String result,
        Instant submitted,
        Instant updated) {

    public Job {
        if (!(progress >= 0 && progress <= 1)) {
            throw new IllegalArgumentException("Progress is 0 to 1, not " + progress + ".");
        }
    }
}
