package org.needscape.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.needscape.area.ExtentName;
import org.needscape.progress.Job;
import org.needscape.protection.ProtectedObservations;
import org.needscape.service.TargetSuggestionPreparation.Prepared;
import org.needscape.store.Store;

/**
 * Suggestions of target areas on demand: a question becomes a job, of which the best set so far can be read at any time; its answer is
 * kept under the hash of question and data until data of the extent change. Safe for many threads.
 */
public final class TargetSuggestionRuns {

    private static final int MOST_WAITING = 4;

    private final Store store;
    private final TargetSuggestionPreparation preparation;
    private final TargetSetService sets;
    private final TargetRobustness robustness;
    private final JobService jobs;
    private final Map<String, Going> running = new LinkedHashMap<>();

    public TargetSuggestionRuns(
            Store store,
            LayerService layers,
            ProtectedObservations observations,
            Adjacency adjacency,
            TargetSetService sets,
            JobService jobs) {
        this.store = store;
        this.preparation = new TargetSuggestionPreparation(store, layers, observations, sets);
        this.sets = sets;
        this.robustness = new TargetRobustness(store, layers, observations, adjacency);
        this.jobs = jobs;
    }

    /** A question that is worked on, by which job. */
    private record Going(TargetSuggestionSearch search, String job) {}

    /**
     * What can be asked of an extent, as JSON.
     *
     * @throws NotFoundException when there is no such extent, or it has no need score
     */
    public ObjectNode choices(ExtentName extent) {
        TargetGround ground = sets.ground(extent);
        return TargetSuggestionChoices.of(ground, preparation.needs(ground));
    }

    /**
     * Takes a question.
     *
     * @param json the question
     * @throws RejectedException when it cannot be answered, naming the fields
     * @throws NotFoundException when there is no such extent, or it has no need score
     */
    public Asked ask(ExtentName extent, String json) {
        Prepared prepared = preparation.prepare(extent, json);
        String id = prepared.id();
        if (find(extent, id).isPresent()) {
            return new Asked(id, Optional.empty());
        }
        synchronized (running) {
            String name = extent + " " + id;
            Optional<Job> there = Optional.ofNullable(running.get(name))
                    .flatMap(going -> jobs.find(going.job()))
                    .filter(job -> !job.state().isEnded());
            if (there.isPresent()) {
                return new Asked(id, there);
            }
            if (running.size() >= MOST_WAITING) {
                throw new RejectedException(
                        "", "Other target areas are being looked for and more wait already: try again in a minute.");
            }
            return new Asked(id, Optional.of(submit(extent, name, prepared)));
        }
    }

    /** Holds the lock, so that what is begun is noted before its end is, and nothing is noted that could not begin. */
    private Job submit(ExtentName extent, String name, Prepared prepared) {
        TargetSuggestionSearch search = new TargetSuggestionSearch(prepared, robustness);
        Job job = jobs.submit(
                JobService.TARGETS,
                prepared.title(),
                progress -> {
                    ObjectNode answer = search.answer(progress);
                    store.write(session -> {
                        new KeptSuggestions(session, extent)
                                .save(prepared.id(), prepared.title(), prepared.hash(), answer.toString());
                        return extent;
                    });
                    return "{\"targetSuggestion\":{\"id\":\"" + prepared.id() + "\",\"extent\":\"" + extent + "\"}}";
                },
                () -> {
                    synchronized (running) {
                        running.computeIfPresent(name, (same, going) -> going.search() == search ? null : going);
                    }
                });
        if (jobs.isUnfinished(job.id())) {
            running.put(name, new Going(search, job.id()));
        }
        return job;
    }

    /**
     * The answer to a question, as JSON; while it is worked on, the best set so far.
     *
     * @throws NotFoundException when it is neither kept nor worked on
     */
    public String document(ExtentName extent, String id) {
        Optional<Going> going;
        synchronized (running) {
            going = Optional.ofNullable(running.get(extent + " " + id));
        }
        return find(extent, id)
                .or(() -> going.map(each -> each.search().soFar().toString()))
                .orElseThrow(() -> new NotFoundException(
                        "This suggestion is not kept, or not any more since data have changed: ask for it again."));
    }

    private Optional<String> find(ExtentName extent, String id) {
        return store.read(session -> new KeptSuggestions(session, extent).find(id));
    }
}
