package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.ReleaseState;
import org.needscape.protection.EffectiveState;
import org.needscape.protection.UnservedDatasets;
import org.needscape.store.Dataset;
import org.needscape.store.StoreSession;
import org.needscape.store.TargetSetStore.SavedRevision;

/**
 * What may be shown today of a revision of target areas. Nothing is shown of a data set that is withdrawn or past its last day, and so not
 * the figures either that were made of it while it was in use. What the board wrote is always shown, and what is kept in the store is never
 * changed: where a later last day is set, the figures are there again.
 *
 * <p>What is kept says of a data set whether it was used for need, children or help, so that all help is left out where one count of it is.
 */
final class TargetShown {

    private static final String TALLIES = "tallies";
    private static final String NEED = "need";
    private static final String NOT_SHOWN = "notShown";
    private static final String USED_FOR = "usedFor";
    private static final String SENTENCE = "sentence";

    /** What is said of a standing area without its need. */
    private static final List<String> NAMES = List.of("code", "name", "district");

    private final ObjectNode document;

    private TargetShown(ObjectNode document) {
        this.document = document;
    }

    /**
     * The document of a revision without the figures that are not to be shown; {@code tallies} has a list {@code notShown} of the data sets
     * they rested on then, and has none where all figures are shown.
     *
     * @param clock tells which data sets are past their last day
     */
    static ObjectNode of(StoreSession session, Clock clock, SavedRevision revision) {
        ObjectNode document = DecisionJson.object(revision.document()).deepCopy();
        ArrayNode gone = listGone(session, clock, document);
        if (!gone.isEmpty()) {
            ObjectNode tallies = (ObjectNode) document.required(TALLIES);
            tallies.set(NOT_SHOWN, gone);
            new TargetShown(document).leaveOut(tallies);
        }
        return document;
    }

    /** One sentence for each data set whose figures are not shown. */
    static List<String> sentences(JsonNode document) {
        Set<String> sentences = new TreeSet<>();
        document.path(TALLIES)
                .path(NOT_SHOWN)
                .forEach(one -> sentences.add(one.path(SENTENCE).asText()));
        return List.copyOf(sentences);
    }

    /** Whether what rests on need is shown. */
    static boolean isNeedShown(JsonNode document) {
        return sentencesOf(document, NEED).isEmpty();
    }

    private static List<String> sentencesOf(JsonNode document, String use) {
        List<String> sentences = new ArrayList<>();
        for (JsonNode one : document.path(TALLIES).path(NOT_SHOWN)) {
            for (JsonNode usedFor : one.path(USED_FOR)) {
                if (usedFor.asText().equals(use)) {
                    sentences.add(one.path(SENTENCE).asText());
                }
            }
        }
        return sentences;
    }

    private static ArrayNode listGone(StoreSession session, Clock clock, ObjectNode document) {
        ArrayNode gone = document.arrayNode();
        JsonNode kept = document.at("/record/datasets");
        if (kept.isEmpty()) {
            return gone;
        }
        RestrictedInputs restricted = new RestrictedInputs();
        for (long id : UnservedDatasets.list(session, clock)) {
            session.datasets().find(id).ifPresent(dataset -> {
                restricted.add(session, dataset);
                // A policy may have come after the revision, which has the plain hash then.
                List<String> hashes = List.of(dataset.sha256(), restricted.fileHash(dataset));
                for (JsonNode one : kept) {
                    if (hashes.contains(one.path("sha256").asText())) {
                        put(gone.addObject(), session, clock, dataset, one.path(USED_FOR));
                    }
                }
            });
        }
        return gone;
    }

    private static void put(ObjectNode node, StoreSession session, Clock clock, Dataset dataset, JsonNode usedFor) {
        DatasetPolicy policy = session.protection().findPolicy(dataset.id()).orElseThrow();
        EffectiveState state = EffectiveState.of(policy, LocalDate.now(clock));
        node.put("title", dataset.title());
        node.put("state", state.code());
        node.set(USED_FOR, usedFor);
        node.put(SENTENCE, "Not shown: the data set " + dataset.title() + when(session, policy, state) + ".");
    }

    private static String when(StoreSession session, DatasetPolicy policy, EffectiveState state) {
        if (state == EffectiveState.EXPIRED) {
            return policy.keepUntil()
                    .map(last -> " was to be kept until " + TargetPackWords.day(last.toString(), ""))
                    .orElse(" is past its last day");
        }
        return session.protection().listDecisions(policy.dataset()).stream()
                .filter(decision -> decision.state() == ReleaseState.WITHDRAWN)
                // The first one: deleting its values later withdraws it once more.
                .findFirst()
                .map(decision -> " was withdrawn on "
                        + TargetPackWords.day(decision.at().toString().substring(0, 10), ""))
                .orElse(" was withdrawn");
    }

    private void leaveOut(ObjectNode tallies) {
        boolean isNeedShown = isNeedShown(document);
        boolean areChildrenShown = sentencesOf(document, "children").isEmpty();
        List<String> ofHelp = sentencesOf(document, "help");
        if (!isNeedShown) {
            leaveOutNeed(tallies);
            leaveOutStanding();
        }
        if (!areChildrenShown && tallies.path("children") instanceof ObjectNode children) {
            children.put("state", "not-available");
            children.putNull("number").putNull("shareOfDistrict").putNull("shareOfCounty");
        }
        if (!(isNeedShown && areChildrenShown) && tallies.path(NEED) instanceof ObjectNode need) {
            need.remove("childrenInHighestNeed");
        }
        if (!ofHelp.isEmpty()) {
            leaveOutHelp(tallies, String.join(" ", ofHelp));
        }
    }

    private static void leaveOutNeed(ObjectNode tallies) {
        if (tallies.path(NEED) instanceof ObjectNode need) {
            for (String figure : List.of("highestNeedTenth", "expectedHighestNeedTenth", "meanChance")) {
                for (String side : List.of("In", "LeftOut")) {
                    if (need.has(figure + side)) {
                        need.putNull(figure + side);
                    }
                }
            }
        }
        tallies.remove("hotspots");
        // An empty list would say that none was left out.
        tallies.putNull("leftOut");
    }

    /** Names stay; their order was that of need. */
    private void leaveOutStanding() {
        ObjectNode record = (ObjectNode) document.required("record");
        record.remove(List.of(TargetRecord.ELSEWHERE, TargetRecord.DEVIATION, "rankedAreas"));
        List<ObjectNode> standing = new ArrayList<>();
        record.path(TargetRecord.STANDING).forEach(area -> standing.add(((ObjectNode) area.deepCopy()).retain(NAMES)));
        standing.sort(Comparator.comparing(area -> area.path("code").asText()));
        record.putArray(TargetRecord.STANDING).addAll(standing);
    }

    private static void leaveOutHelp(ObjectNode tallies, String sentence) {
        for (JsonNode one : tallies.path("help")) {
            ((ObjectNode) one)
                    .put("hiddenAreas", 0)
                    .put("unknownAreas", tallies.path("areas").asLong())
                    .put("reason", sentence)
                    .putNull("shownSum")
                    .putNull("shareOfDistrict");
        }
    }
}
