package org.needscape.progress;

/** Told how far a job is. Implementations are safe for use by one job at a time. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = (fraction, message) -> {};

    /**
     * @param fraction 0 to 1
     * @param message what is being done, in words
     * @throws java.util.concurrent.CancellationException when the job was cancelled and must stop
     */
    void report(double fraction, String message);

    /** A part of this job that covers {@code from} to {@code to} of it. */
    default Progress part(double from, double to) {
        return (fraction, message) -> report(from + (to - from) * Math.min(1, Math.max(0, fraction)), message);
    }
}
