package org.needscape.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.needscape.progress.Job;

/** The job table. */
public interface JobStore {

    /** Adds a job, or replaces the one with its id. Times are kept to the microsecond. */
    void save(Job job);

    Optional<Job> find(String id);

    /** The latest jobs, newest first. */
    List<Job> list(int limit);

    /** Marks jobs that were waiting or running when the process ended as failed, with the message; returns how many. */
    int failUnfinished(String message, Instant now);
}
