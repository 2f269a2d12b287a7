package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.indicator.ValueState;
import org.needscape.store.TargetSetStore.SavedRevision;
import org.needscape.targeting.decision.DecisionState;

/**
 * What lies outside every target area that a board has agreed. A set counts while its last decision is agreed, also while a later
 * revision is worked at; one that is superseded does not. Sums are of figures shown of areas one by one, so that no choice of boards says
 * more than they do.
 */
final class ProvisionOutside {

    private static final int SHARE_DECIMALS = 4;

    private final ProvisionGround ground;
    private final Map<String, SavedRevision> agreed = new LinkedHashMap<>();
    private final Set<AreaCode> inside = new TreeSet<>();

    /** @param revisions of all sets, those of each in order */
    ProvisionOutside(ProvisionGround ground, List<SavedRevision> revisions) {
        this.ground = ground;
        for (SavedRevision revision : revisions) {
            String state = decision(revision).path("state").asText();
            if (state.equals(DecisionState.AGREED.code())) {
                agreed.put(revision.id(), revision);
            } else if (state.equals(DecisionState.SUPERSEDED.code())) {
                agreed.remove(revision.id());
            }
        }
        agreed.values().forEach(revision -> codes(revision).stream()
                .filter(code -> ground.frame()
                        .filter(frame -> frame.names().containsKey(code))
                        .filter(frame ->
                                TargetRevisions.isIn(DecisionJson.object(revision.document()), frame.geography()))
                        .isPresent())
                .forEach(inside::add));
    }

    ObjectNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode sets = node.putArray("sets");
        agreed.values().forEach(revision -> {
            JsonNode decision = decision(revision);
            sets.addObject()
                    .put("id", revision.id())
                    .put("revision", revision.revision())
                    .put("title", decision.path("title").asText())
                    .put("district", decision.path("district").asText())
                    .put("areas", codes(revision).size());
        });
        Collection<AreaCode> all = ground.allAreas();
        node.put("areasInside", inside.size());
        put(node, all);
        ArrayNode districts = node.putArray("districts");
        for (ProvisionGround.District district : ground.districts()) {
            ObjectNode one = districts.addObject();
            one.put("district", district.code().value()).put("name", district.name());
            one.put(
                    "areasInside",
                    district.areas().stream().filter(inside::contains).count());
            put(one, district.areas());
        }
        node.set("mostNeed", mostNeed(all));
        return node;
    }

    /** What of some areas is outside. */
    private void put(ObjectNode node, Collection<AreaCode> areas) {
        List<AreaCode> outside =
                areas.stream().filter(code -> !inside.contains(code)).toList();
        node.put("areasOutside", outside.size());
        Value children = ground.sum(ProvisionKey.CHILDREN, outside);
        node.set("children", ProvisionServices.value(children, 0));
        node.set(
                "shareOfChildren",
                ProvisionBudgets.ratio(children, ground.sum(ProvisionKey.CHILDREN, areas), 1, SHARE_DECIMALS));
        Value need = ground.knownNeed(outside);
        node.set("need", ProvisionServices.value(need, 0));
        node.put("needNotKnownAreas", outside.size() - ground.withNeed(outside).size());
        node.set("shareOfNeed", ProvisionBudgets.ratio(need, ground.knownNeed(areas), 1, SHARE_DECIMALS));
        node.set("childrenInNeed", inNeed(outside));
    }

    /** Shown counts added up, and of how many areas they are hidden or not known. */
    private ObjectNode inNeed(List<AreaCode> areas) {
        List<Value> counts = areas.stream()
                .map(code -> ground.ofArea(ProvisionKey.CHILDREN_IN_NEED, code))
                .toList();
        long hidden = counts.stream()
                .filter(count -> count.state() == ValueState.SUPPRESSED)
                .count();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        List<Value> shown = counts.stream().filter(Value::isKnown).toList();
        // With nothing shown there is no number: a 0 would say that nobody is in need.
        node.set(
                "shownSum",
                shown.isEmpty() && !areas.isEmpty()
                        ? NullNode.getInstance()
                        : ReportNumbers.number(ValueArithmetic.sum(shown), 0));
        node.put("hiddenAreas", hidden);
        node.put(
                "unknownAreas",
                counts.stream().filter(count -> !count.isKnown()).count() - hidden);
        return node;
    }

    /** The areas outside with most need. */
    private ArrayNode mostNeed(Collection<AreaCode> all) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Map<AreaCode, Double> ranks = ground.ranks();
        all.stream()
                .filter(code -> !inside.contains(code) && ranks.containsKey(code))
                .sorted(Comparator.comparing((AreaCode code) -> ranks.getOrDefault(code, 0.0))
                        .thenComparing(code -> code))
                .limit(TargetTallies.NAMED)
                .forEach(code -> {
                    ObjectNode one = list.addObject();
                    one.put("area", code.value());
                    ground.frame()
                            .ifPresent(frame -> one.put("name", frame.names().getOrDefault(code, ""))
                                    .put("districtName", frame.districtNameOf(code)));
                    one.put("rank", Math.round(ranks.getOrDefault(code, 0.0)));
                    one.set("children", ProvisionServices.value(ground.ofArea(ProvisionKey.CHILDREN, code), 0));
                });
        return list;
    }

    private static JsonNode decision(SavedRevision revision) {
        return DecisionJson.object(revision.document()).path("decision");
    }

    private static List<AreaCode> codes(SavedRevision revision) {
        List<AreaCode> codes = new ArrayList<>();
        decision(revision)
                .path("areas")
                .forEach(area -> codes.add(new AreaCode(area.path("code").asText())));
        return codes;
    }
}
