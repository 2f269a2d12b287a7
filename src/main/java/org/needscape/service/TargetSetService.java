package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.Extent;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Period;
import org.needscape.protection.ProtectedObservations;
import org.needscape.service.RejectedException.Violation;
import org.needscape.store.Store;
import org.needscape.store.TargetSetStore.SavedRevision;
import org.needscape.targeting.decision.Decision;
import org.needscape.targeting.decision.DecisionRules;
import org.needscape.targeting.decision.Problem;

/**
 * Target areas of locality boards: what a choice reaches, and decision records, of which every revision is kept with the figures as they
 * were shown when it was saved. Nobody overwrites another's revision. Safe for many threads.
 */
public final class TargetSetService {

    private final Store store;
    private final TargetGrounds grounds;
    private final Clock clock;

    public TargetSetService(
            Store store, LayerService layers, ProtectedObservations observations, Adjacency adjacency, Clock clock) {
        this.store = store;
        this.grounds = new TargetGrounds(store, layers, observations, adjacency);
        this.clock = clock;
    }

    /** A revision that was saved: its set and its number. */
    public record Saved(String id, int revision) {}

    /**
     * What a choice reaches: an object with {@code district} and {@code areas}, a list of codes, and as much of {@code costs}, {@code
     * areaCosts} and {@code limits} as is known.
     *
     * @throws RejectedException naming the field that is wrong
     */
    public ObjectNode tallies(ExtentName extent, String body) {
        JsonNode json = DecisionJson.object(body);
        DecisionJson.requireOnly(json, Set.of("district", "areas", "costs", "areaCosts", "limits"));
        TargetGround ground = grounds.get(extent);
        AreaId district = district(ground, json.path("district").asText());
        Set<AreaCode> within = ground.areasOf(district);
        List<AreaCode> codes = new ArrayList<>();
        List<Violation> wrong = new ArrayList<>();
        JsonNode areas = json.path("areas");
        if (!areas.isArray() || areas.size() > DecisionRules.MOST_AREAS) {
            throw new RejectedException(
                    "areas", "Give a list of at most " + DecisionRules.MOST_AREAS + " codes of areas.");
        }
        for (int k = 0; k < areas.size(); k++) {
            String code = areas.get(k).asText();
            if (!AreaCode.isValid(code) || !ground.frame().names().containsKey(new AreaCode(code))) {
                wrong.add(new Violation(
                        "areas[" + k + "]",
                        "There is no area of this code in the boundaries that are loaded: its vintage may have gone."));
            } else if (!within.contains(new AreaCode(code))) {
                // A share of the district would have others' figures in it.
                wrong.add(new Violation(
                        "areas[" + k + "]",
                        "Area " + code + " is not in district " + district.code()
                                + ": a board chooses areas of its own district."));
            } else {
                codes.add(new AreaCode(code));
            }
        }
        if (!wrong.isEmpty()) {
            throw new RejectedException(wrong);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("tallies", TargetTallies.of(ground, district, codes, TargetBudget.read(json)));
        TargetRevisions.told(answer, ground);
        return answer;
    }

    /** The areas that boards of an extent choose from, with what layers show of them. */
    public ObjectNode areas(ExtentName extent) {
        TargetGround ground = grounds.get(extent);
        ObjectNode answer = store.read(session -> TargetAreaList.of(session, ground));
        TargetRevisions.told(answer, ground);
        return answer;
    }

    /** The latest revision of every set of an extent, by id. */
    public ObjectNode list(ExtentName extent) {
        Map<String, SavedRevision> latest = new LinkedHashMap<>();
        store.read(session -> {
                    TargetGrounds.requireExtent(session, extent);
                    return session.targetSets().list(extent);
                })
                .forEach(revision -> latest.put(revision.id(), revision));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode sets = answer.putArray("targetSets");
        latest.values().forEach(revision -> sets.add(TargetRevisions.heading(revision)));
        return answer;
    }

    /**
     * A revision as it was saved, with what its areas reach by the data of now beside it.
     *
     * @param revision empty for the latest
     * @throws NotFoundException when there is no such set or revision
     */
    public ObjectNode get(ExtentName extent, String id, Optional<Integer> revision) {
        SavedRevision found = store.read(session -> TargetRevisions.find(session, extent, id, revision));
        List<SavedRevision> history = store.read(session -> session.targetSets().list(extent)).stream()
                .filter(one -> one.id().equals(id))
                .toList();
        Extent within = store.read(session -> TargetGrounds.requireExtent(session, extent));
        return TargetReopened.of(found, shown(found), history, within, grounds.find(within));
    }

    /**
     * Two revisions side by side: areas in both, and in one alone.
     *
     * @throws NotFoundException when there is no such set or revision
     */
    public ObjectNode compare(ExtentName extent, String id, int first, int second) {
        JsonNode one = shown(store.read(session -> TargetRevisions.find(session, extent, id, Optional.of(first))));
        JsonNode other = shown(store.read(session -> TargetRevisions.find(session, extent, id, Optional.of(second))));
        List<AreaCode> codes = TargetRevisions.codes(one);
        List<AreaCode> others = TargetRevisions.codes(other);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode areas = answer.putArray("areas");
        Stream.concat(codes.stream(), others.stream()).distinct().sorted().forEach(code -> areas.addObject()
                .put("code", code.value())
                .put("inFirst", codes.contains(code))
                .put("inSecond", others.contains(code)));
        answer.set("talliesOfFirst", one.required("tallies"));
        answer.set("talliesOfSecond", other.required("tallies"));
        TargetRevisions.told(answer, grounds.get(extent));
        return answer;
    }

    /**
     * Saves the first revision of a new set; its id is made of its title.
     *
     * @throws RejectedException naming every field that is wrong; nothing was saved
     */
    public Saved create(ExtentName extent, String body) {
        return save(grounds.get(extent), DecisionJson.object(body), Optional.empty(), clock, "");
    }

    /**
     * Saves another revision of a set: an object with {@code expectedRevision}, the one that was changed, and {@code decision}.
     *
     * @throws NotFoundException when there is no such set
     * @throws StaleRevisionException when it has a later revision; nothing was saved
     * @throws RejectedException naming every field that is wrong; nothing was saved
     */
    public Saved revise(ExtentName extent, String id, String body) {
        store.read(session -> TargetRevisions.find(session, extent, id, Optional.empty()));
        JsonNode json = DecisionJson.object(body);
        DecisionJson.requireOnly(json, Set.of("expectedRevision", "decision"));
        JsonNode expected = json.path("expectedRevision");
        boolean isRevision = expected.isIntegralNumber() && expected.canConvertToInt();
        if (!isRevision || !json.path("decision").isObject()) {
            throw new RejectedException(
                    isRevision ? "decision" : "expectedRevision",
                    "Send \"expectedRevision\", the number of the revision that you changed, and \"decision\".");
        }
        return save(
                grounds.get(extent), json.path("decision"), Optional.of(new Saved(id, expected.intValue())), clock, "");
    }

    /**
     * Saves a revision.
     *
     * @param follows the revision that was changed; empty for a new set
     * @param when it is saved
     * @param dated what is to be said of its day; empty where it is a day like any other
     */
    Saved save(TargetGround ground, JsonNode json, Optional<Saved> follows, Clock when, String dated) {
        ExtentName extent = ground.frame().extent().name();
        AreaId district = district(ground, json.path("district").asText());
        Decision decision = DecisionJson.read(json, district.geography());
        String tallies = TargetTallies.of(ground, district, decision.codes()).toString();
        String record = TargetRecord.of(ground, district, decision.codes()).toString();
        return store.write(session -> {
            session.protection().lock();
            String id = follows.map(Saved::id).orElseGet(() -> Slugs.of(decision.title(), "title"));
            Optional<SavedRevision> latest = session.targetSets().findLatest(extent, id);
            if (follows.isEmpty() && latest.isPresent()) {
                throw new RejectedException(
                        "title",
                        "There is a set of this name (" + id + "): give this one another name, or change that one.");
            }
            follows.ifPresent(changed -> requireLatest(changed, latest));
            Optional<Decision> before = latest.map(revision -> DecisionJson.read(
                    DecisionJson.object(revision.document()).required("decision"), district.geography()));
            List<Problem> problems =
                    DecisionRules.check(decision, before, ground.standing(district), LocalDate.now(when));
            if (!problems.isEmpty()) {
                throw new RejectedException(problems.stream()
                        .map(problem -> new Violation(problem.field(), problem.sentence()))
                        .toList());
            }
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.set("decision", DecisionJson.write(decision));
            document.set("tallies", DecisionJson.object(tallies));
            document.set("record", DecisionJson.object(record));
            if (!dated.isEmpty()) {
                document.put("dated", dated);
            }
            String text = document.toString();
            SavedRevision saved = new SavedRevision(
                    extent,
                    id,
                    latest.map(SavedRevision::revision).orElse(0) + 1,
                    when.instant().truncatedTo(ChronoUnit.MICROS),
                    Hashes.ofText(text),
                    text);
            session.targetSets().add(saved);
            return new Saved(id, saved.revision());
        });
    }

    private static void requireLatest(Saved changed, Optional<SavedRevision> latest) {
        int now = latest.map(SavedRevision::revision).orElse(0);
        if (changed.revision() != now) {
            String who = latest.map(revision -> DecisionJson.object(revision.document())
                            .at("/decision/savedBy")
                            .asText())
                    .orElse("nobody");
            throw new StaleRevisionException(
                    now,
                    "You changed revision " + changed.revision() + ", and revision " + now + " by " + who
                            + " is the latest: look at what it says, put both together, and save that.");
        }
    }

    private static AreaId district(TargetGround ground, String code) {
        return Optional.of(code)
                .filter(AreaCode::isValid)
                .map(valid -> ground.districts().get(new AreaCode(valid)))
                .orElseThrow(() -> new RejectedException(
                        "district",
                        "Give the code of a district of "
                                + ground.frame().extent().title() + "."));
    }

    /** The document of a revision without the figures of data sets that are withdrawn or past their last day. */
    ObjectNode shown(SavedRevision revision) {
        return store.read(session -> TargetShown.of(session, clock, revision));
    }

    /**
     * What boards of an extent stand on with the latest figures, remembered while the store does not change.
     *
     * @throws NotFoundException when there is no such extent, or it has no need score
     */
    TargetGround ground(ExtentName extent) {
        return grounds.get(extent);
    }

    /** The same with help and children as far as a period. */
    TargetGround ground(ExtentName extent, Period until) {
        return grounds.get(extent, until);
    }
}
