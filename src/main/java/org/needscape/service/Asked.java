package org.needscape.service;

import java.util.Optional;
import org.needscape.progress.Job;

/**
 * What became of a question whose answer may take a job.
 *
 * @param id under which its answer is, or will be
 * @param job that works on it; empty where the answer is there
 */
public record Asked(String id, Optional<Job> job) {}
