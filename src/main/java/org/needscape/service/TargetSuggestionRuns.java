package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.progress.Job;
import org.needscape.progress.Progress;
import org.needscape.protection.ProtectedObservations;
import org.needscape.service.TargetSuggestionPreparation.Prepared;
import org.needscape.store.Store;
import org.needscape.targeting.Frontier;
import org.needscape.targeting.Resource;
import org.needscape.targeting.Suggestion;
import org.needscape.targeting.SuggestionOutcome;
import org.needscape.targeting.SuggestionWatch;
import org.needscape.targeting.solver.FrontierSearch;
import org.needscape.targeting.solver.NestedSuggestions;
import org.needscape.targeting.solver.Suggester;

/**
 * Suggestions of target areas on demand: a question becomes a job, of which the best set so far can be read at any time; its answer is
 * kept under the hash of question and data until data of the extent change. Safe for many threads.
 */
public final class TargetSuggestionRuns {

    private static final int MOST_WAITING = 4;

    /** Where the search for one set ends and what else is said of it begins, as a share of the job. */
    private static final double SEARCHED = 0.7;

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

    /**
     * What became of a question.
     *
     * @param id under which its answer is, or will be
     * @param job that works on it; empty where the answer is there
     */
    public record Asked(String id, Optional<Job> job) {}

    /** A question that is worked on. */
    private static final class Going {

        private final Prepared prepared;
        private @Nullable String job;
        private volatile @Nullable Suggestion best;
        private @Nullable Suggestion greedy;

        Going(Prepared prepared) {
            this.prepared = prepared;
        }
    }

    /**
     * What can be asked of an extent, as JSON.
     *
     * @throws NotFoundException when there is no such extent, or it has no need score
     */
    public ObjectNode choices(ExtentName extent) {
        TargetGround ground = sets.ground(extent);
        List<TargetNeed> needs = preparation.needs(ground);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode measures = answer.putArray("needs");
        needs.forEach(need -> measures.addObject()
                .put("code", need.code())
                .put("title", need.title())
                .put("unit", need.unit())
                .put("note", need.note())
                .put("layer", need.layer().id().value()));
        ArrayNode districts = answer.putArray("districts");
        Map<AreaCode, String> names = TargetScope.of(ground, Optional.empty()).districtNames();
        ground.districts().forEach((code, district) -> districts
                .addObject()
                .put("code", code.value())
                .put("name", names.getOrDefault(code, code.value()))
                .put("areas", ground.areasOf(district).size()));
        ArrayNode resources = answer.putArray("resources");
        resource(resources, Resource.MONEY, "Money", "£ a year");
        resource(resources, Resource.CASELOAD, "Caseload", "families or children at a time");
        resource(resources, Resource.CHILDREN, "Children who live there", "children aged 0 to 17");
        resource(resources, Resource.AREAS, "Areas", "areas");
        answer.set("defaults", TargetSuggestionQuestions.defaults(needs));
        answer.putObject("most")
                .put("budgets", TargetSuggestionQuestion.MOST_BUDGETS)
                .put("timeLimitSeconds", TargetSuggestionQuestion.MOST_SECONDS)
                .put("gapPercent", TargetSuggestionQuestion.MOST_GAP_PERCENT)
                .put("amount", TargetSuggestionQuestion.MOST_AMOUNT);
        TargetRevisions.told(answer, ground);
        return answer;
    }

    private static void resource(ArrayNode array, Resource resource, String title, String unit) {
        array.addObject()
                .put("code", TargetSuggestionQuestions.code(resource))
                .put("title", title)
                .put("unit", unit)
                .put("costs", resource == Resource.MONEY || resource == Resource.CASELOAD);
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
                    .flatMap(going -> Optional.ofNullable(going.job))
                    .flatMap(jobs::find)
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

    private Job submit(ExtentName extent, String name, Prepared prepared) {
        Going going = new Going(prepared);
        running.put(name, going);
        Job job = jobs.submit(
                JobService.TARGETS,
                prepared.title(),
                progress -> {
                    ObjectNode answer = answer(going, progress);
                    store.write(session -> {
                        new KeptSuggestions(session, extent)
                                .save(prepared.id(), prepared.title(), prepared.hash(), answer.toString());
                        return extent;
                    });
                    return "{\"targetSuggestion\":{\"id\":\"" + prepared.id() + "\",\"extent\":\"" + extent + "\"}}";
                },
                () -> {
                    synchronized (running) {
                        running.remove(name, going);
                    }
                });
        going.job = job.id();
        if (!jobs.isUnfinished(job.id())) {
            running.remove(name, going);
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
                .or(() -> going.map(each -> {
                    ObjectNode answer = new TargetSuggestionJson(each.prepared).running(each.best);
                    told(answer, each.prepared, false);
                    return answer.toString();
                }))
                .orElseThrow(() -> new NotFoundException(
                        "This suggestion is not kept, or not any more since data have changed: ask for it again."));
    }

    private Optional<String> find(ExtentName extent, String id) {
        return store.read(session -> new KeptSuggestions(session, extent).find(id));
    }

    private ObjectNode answer(Going going, Progress progress) {
        Prepared prepared = going.prepared;
        TargetSuggestionJson json = new TargetSuggestionJson(prepared);
        ObjectNode node = json.begun("ended");
        boolean isProven =
                switch (prepared.question().method()) {
                    case BEST -> best(going, json, node, progress);
                    case NESTED -> nested(prepared, json, node, progress);
                    case FRONTIER -> frontier(prepared, json, node, progress);
                };
        told(node, prepared, !isProven);
        return node;
    }

    private boolean best(Going going, TargetSuggestionJson json, ObjectNode node, Progress progress) {
        Prepared prepared = going.prepared;
        TargetSuggestionQuestion question = prepared.question();
        double limitNanos = question.options().timeLimit().toNanos();
        long start = System.nanoTime();
        SuggestionOutcome outcome = Suggester.suggest(prepared.solved(), question.options(), new SuggestionWatch() {
            @Override
            public void heard(Suggestion better) {
                if (better.method() == Suggestion.Method.GREEDY) {
                    going.greedy = better;
                }
                going.best = better;
                report(json.sentence(better));
            }

            @Override
            public void going() {
                report("No set is found yet that keeps to all constraints.");
            }

            private void report(String sentence) {
                progress.report(SEARCHED * Math.min(1, (System.nanoTime() - start) / limitNanos), sentence);
            }
        });
        outcome.suggestion().ifPresent(found -> going.best = found);
        progress.report(SEARCHED, "Saying why areas are in or out.");
        json.outcome(node, outcome, Optional.ofNullable(going.greedy));
        if (question.robustness() && outcome.suggestion().isPresent()) {
            node.set(
                    "robustness", robustness.look(prepared, outcome.suggestion().get(), progress.part(SEARCHED, 1)));
        } else {
            node.putNull("robustness");
        }
        return outcome.conflict().isPresent()
                || outcome.suggestion().map(Suggestion::proven).orElse(false);
    }

    private boolean nested(Prepared prepared, TargetSuggestionJson json, ObjectNode node, Progress progress) {
        TargetSuggestionQuestion question = prepared.question();
        Duration each = question.options()
                .timeLimit()
                .dividedBy(Math.max(1, question.budgets().size()));
        List<SuggestionOutcome> outcomes = NestedSuggestions.suggest(
                prepared.solved(),
                question.resource().orElseThrow(),
                question.budgets(),
                question.options().withTimeLimit(each),
                (done, of) -> progress.report((double) done / of, done + " of " + of + " sets are found."));
        new TargetSuggestionSets(json).nested(node.putArray("nested"), question.budgets(), outcomes);
        return areProven(outcomes);
    }

    private boolean frontier(Prepared prepared, TargetSuggestionJson json, ObjectNode node, Progress progress) {
        TargetSuggestionQuestion question = prepared.question();
        Frontier frontier = FrontierSearch.find(
                prepared.solved(),
                question.resource().orElseThrow(),
                question.budgets(),
                question.options(),
                (done, of) -> progress.report((double) done / of, done + " of " + of + " sets are found."));
        new TargetSuggestionSets(json).frontier(node.putArray("frontier"), frontier);
        return areProven(frontier.points().stream()
                .flatMap(point -> point.outcomes().values().stream())
                .toList());
    }

    private static boolean areProven(List<SuggestionOutcome> outcomes) {
        return outcomes.stream()
                .allMatch(outcome -> outcome.conflict().isPresent()
                        || outcome.suggestion().map(Suggestion::proven).orElse(false));
    }

    /** Cautions and sources of everything that has a part in an answer. */
    private static void told(ObjectNode node, Prepared prepared, boolean timeRanOut) {
        TargetRevisions.told(node, prepared.scope().ground());
        ArrayNode cautions = (ArrayNode) node.required("cautions");
        long unknown = prepared.scope().areas().stream()
                .filter(area -> !prepared.need().of(area).isKnown())
                .count();
        if (unknown > 0) {
            cautions.insert(
                    0,
                    "Of " + unknown + " of " + prepared.scope().areas().size()
                            + " areas this need is not known: they are not suggested, and no sum holds them as 0.");
        }
        cautions.insert(0, prepared.need().note());
        if (timeRanOut) {
            cautions.insert(
                    0,
                    "The time limit of "
                            + prepared.question().options().timeLimit().toSeconds()
                            + " seconds ended the search before the gap asked for was shown: asked again elsewhere, the"
                            + " answer may be another.");
        }
        ArrayNode sources = (ArrayNode) node.required("sources");
        prepared.need().layer().manifest().attributions().stream()
                .filter(source -> !sources.toString().contains(source))
                .forEach(sources::add);
        prepared.need().layer().release().ifPresent(release -> ReleaseJsonViews.put(node, release));
    }
}
