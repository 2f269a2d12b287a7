package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.store.StoreSession;
import org.needscape.store.TargetSetStore.SavedRevision;
import org.needscape.targeting.decision.DecisionState;

/** Finds revisions of target areas and reads what was kept of them. */
final class TargetRevisions {

    private TargetRevisions() {}

    /**
     * A revision.
     *
     * @param revision empty for the latest
     * @throws NotFoundException when there is no such extent, set or revision
     */
    static SavedRevision find(StoreSession session, ExtentName extent, String id, Optional<Integer> revision) {
        TargetGrounds.requireExtent(session, extent);
        return revision.map(number -> session.targetSets().find(extent, id, number))
                .orElseGet(() -> session.targetSets().findLatest(extent, id))
                .orElseThrow(() -> new NotFoundException("There is no target area set " + id
                        + revision.map(number -> " with a revision " + number).orElse("") + " in " + extent + "."));
    }

    /** A revision as it stands in lists. */
    static ObjectNode heading(SavedRevision revision) {
        JsonNode decision = DecisionJson.object(revision.document()).required("decision");
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", revision.id());
        node.put("revision", revision.revision());
        node.put("title", decision.required("title").textValue());
        node.put("district", decision.required("district").textValue());
        node.put("state", decision.required("state").textValue());
        node.put("savedBy", decision.required("savedBy").textValue());
        node.put("saved", revision.saved().toString());
        node.put("review", decision.required("review").textValue());
        node.put("sha256", revision.sha256());
        return node;
    }

    /** Whose board decided. */
    static AreaCode districtOf(JsonNode document) {
        return new AreaCode(document.at("/decision/district").textValue());
    }

    /** The chosen areas, in the order in which the board names them. */
    static List<AreaCode> codes(JsonNode document) {
        List<AreaCode> codes = new ArrayList<>();
        document.at("/decision/areas")
                .forEach(area -> codes.add(new AreaCode(area.required("code").textValue())));
        return codes;
    }

    /**
     * Whether the areas of a revision are of a geography; codes alone do not tell, since they are used again. True of records that were
     * saved before it was kept.
     */
    static boolean isIn(JsonNode document, Geography geography) {
        String chosen = document.at("/record/geography").asText();
        return chosen.isEmpty() || chosen.equals(geography.code());
    }

    /** The areas of a geography that a board has agreed, also those that have been superseded since. */
    static Set<AreaCode> agreed(List<SavedRevision> revisions, Geography geography) {
        Set<AreaCode> agreed = new HashSet<>();
        for (SavedRevision revision : revisions) {
            JsonNode document = DecisionJson.object(revision.document());
            if (isIn(document, geography)
                    && document.at("/decision/state").asText().equals(DecisionState.AGREED.code())) {
                agreed.addAll(codes(document));
            }
        }
        return agreed;
    }

    /** What stands with every figure. */
    static void told(ObjectNode answer, TargetGround ground) {
        answer.put("geography", ground.need().geography().code());
        answer.put("fictional", ground.frame().extent().fictional());
        ArrayNode cautions = answer.putArray("cautions");
        ground.need().cautions().forEach(cautions::add);
        ground.basis().release().ifPresent(release -> ReleaseJsonViews.put(answer, release));
        ArrayNode sources = answer.putArray("sources");
        ground.need().manifest().attributions().forEach(sources::add);
    }
}
