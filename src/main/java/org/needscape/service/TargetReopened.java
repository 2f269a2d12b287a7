package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.needscape.area.AreaId;
import org.needscape.area.Extent;
import org.needscape.store.TargetSetStore.SavedRevision;

/** A revision as it was saved, with the data of now beside it. */
final class TargetReopened {

    private TargetReopened() {}

    /**
     * The revision and what stands beside it.
     *
     * @param document of it as far as it may be shown
     * @param history all revisions of the set
     * @param now what boards stand on now; empty where need is not known any more, and then nothing stands beside
     */
    static ObjectNode of(
            SavedRevision found,
            JsonNode document,
            List<SavedRevision> history,
            Extent extent,
            Optional<TargetGround> now) {
        ObjectNode answer = TargetRevisions.heading(found);
        answer.set("decision", document.required("decision"));
        if (document.has("dated")) {
            answer.set("dated", document.get("dated"));
        }
        answer.set("talliesThen", document.required("tallies"));
        now.ifPresentOrElse(ground -> thenAndNow(answer, document, ground), () -> thenAlone(answer, document, extent));
        ArrayNode revisions = answer.putArray("revisions");
        history.forEach(one -> revisions.add(TargetRevisions.heading(one)));
        return answer;
    }

    private static void thenAlone(ObjectNode answer, JsonNode document, Extent extent) {
        JsonNode record = document.path("record");
        answer.putNull("talliesNow").putNull("recordNow").putNull("changes");
        answer.set(
                "recordThen",
                record.isMissingNode() ? JsonNodeFactory.instance.nullNode() : TargetRecord.headingOf(record));
        answer.put("dataChanged", true);
        answer.put("geography", record.path("geography").asText());
        answer.put("fictional", extent.fictional());
        ArrayNode cautions = answer.putArray("cautions");
        Cautions.of(
                        extent,
                        "There is no need score any more: the figures are those of when the revision was saved, and none of now"
                                + " stand beside them.")
                .forEach(cautions::add);
        answer.putArray("sources");
    }

    /** What the figures of a revision rested on, what they rest on now, and what would change. */
    private static void thenAndNow(ObjectNode answer, JsonNode document, TargetGround ground) {
        boolean isSameGeography = TargetRevisions.isIn(document, ground.frame().geography());
        Optional<AreaId> district = Optional.ofNullable(ground.districts().get(TargetRevisions.districtOf(document)))
                .filter(known -> isSameGeography);
        answer.set(
                "talliesNow",
                district.map(known -> (JsonNode) TargetTallies.of(ground, known, TargetRevisions.codes(document)))
                        .orElseGet(JsonNodeFactory.instance::nullNode));
        TargetRevisions.told(answer, ground);
        if (!isSameGeography) {
            answer.withArray("cautions")
                    .add("The areas were chosen in "
                            + document.at("/record/geography").asText() + ", and need is known in "
                            + ground.frame().geography()
                            + ": codes of one are not areas of the other, so that no figures of"
                            + " now stand beside.");
        }
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
                district.filter(known -> TargetShown.isNeedShown(document))
                        .map(known ->
                                (JsonNode) TargetChanges.of(ground, known, TargetRevisions.codes(document), record))
                        .orElseGet(JsonNodeFactory.instance::nullNode));
    }
}
