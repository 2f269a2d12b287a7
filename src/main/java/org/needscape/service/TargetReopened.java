package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.needscape.area.AreaId;
import org.needscape.store.TargetSetStore.SavedRevision;

/** A revision as it was saved, with the data of now beside it. */
final class TargetReopened {

    private TargetReopened() {}

    /** @param history all revisions of the set */
    static ObjectNode of(SavedRevision found, List<SavedRevision> history, TargetGround ground) {
        ObjectNode answer = TargetRevisions.heading(found);
        JsonNode document = DecisionJson.object(found.document());
        answer.set("decision", document.required("decision"));
        if (document.has("dated")) {
            answer.set("dated", document.get("dated"));
        }
        answer.set("talliesThen", document.required("tallies"));
        Optional<AreaId> district = Optional.ofNullable(ground.districts().get(TargetRevisions.districtOf(document)));
        answer.set(
                "talliesNow",
                district.map(known -> (JsonNode) TargetTallies.of(ground, known, TargetRevisions.codes(document)))
                        .orElseGet(JsonNodeFactory.instance::nullNode));
        thenAndNow(answer, document, ground, district);
        ArrayNode revisions = answer.putArray("revisions");
        history.forEach(one -> revisions.add(TargetRevisions.heading(one)));
        TargetRevisions.told(answer, ground);
        return answer;
    }

    /** What the figures of a revision rested on, what they rest on now, and what would change. */
    private static void thenAndNow(
            ObjectNode answer, JsonNode document, TargetGround ground, Optional<AreaId> district) {
        JsonNode record = document.path("record");
        ObjectNode now = TargetRecord.heading(ground);
        answer.set("recordNow", now);
        boolean sameNeed = document.at("/tallies/need/resultHash").equals(answer.at("/talliesNow/need/resultHash"));
        if (record.isMissingNode()) {
            // Saved before records were kept.
            answer.putNull("recordThen");
            answer.putNull("changes");
            answer.put("dataChanged", !sameNeed);
            return;
        }
        answer.set("recordThen", TargetRecord.headingOf(record));
        answer.put("dataChanged", !sameNeed || !TargetRecord.restOnTheSame(record, now));
        answer.set(
                "changes",
                district.map(known ->
                                (JsonNode) TargetChanges.of(ground, known, TargetRevisions.codes(document), record))
                        .orElseGet(JsonNodeFactory.instance::nullNode));
    }
}
