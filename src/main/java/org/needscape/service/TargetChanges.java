package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;

/**
 * What would change about a decision with the data of today. A rank has moved notably when it lies outside the range in which it lay in
 * nine of ten draws then (Goldstein and Spiegelhalter 1996, Journal of the Royal Statistical Society A 159:385-443: a rank says little
 * without its range); where no range was known, when it moved by more than a tenth of the ranked areas.
 */
final class TargetChanges {

    /** As many areas that moved are named, those that moved most first. */
    static final int NAMED = 20;

    private static final double TENTH = 0.1;

    private final TargetGround ground;
    private final List<AreaCode> chosen;
    private final Map<AreaCode, JsonNode> then = new LinkedHashMap<>();
    private final long rankedThen;
    private final Map<AreaCode, Double> ranks;
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private TargetChanges(TargetGround ground, List<AreaCode> chosen, JsonNode record) {
        this.ground = ground;
        this.chosen = chosen;
        this.rankedThen = record.path("rankedAreas").asLong();
        this.ranks = ground.ranks();
        record.path(TargetRecord.STANDING)
                .forEach(area -> then.put(new AreaCode(area.required("code").textValue()), area));
    }

    /**
     * The changes.
     *
     * @param district whose board chose
     * @param chosen areas of the revision
     * @param record what was kept with it
     */
    static ObjectNode of(TargetGround ground, AreaId district, List<AreaCode> chosen, JsonNode record) {
        return new TargetChanges(ground, chosen, record).write(district);
    }

    private ObjectNode write(AreaId district) {
        List<AreaCode> byNeedThen = first(then.keySet());
        List<AreaCode> byNeedNow = first(ground.standing(district).ranking());
        List<AreaCode> noLonger = chosen.stream()
                .filter(code -> byNeedThen.contains(code) && !byNeedNow.contains(code))
                .toList();
        List<AreaCode> newly =
                byNeedNow.stream().filter(code -> !byNeedThen.contains(code)).toList();
        Set<AreaCode> there = ground.frame().names().keySet();
        List<AreaCode> gone =
                chosen.stream().filter(code -> !there.contains(code)).toList();
        List<AreaCode> moved = then.keySet().stream()
                .filter(this::hasMoved)
                .sorted(Comparator.comparing(this::move).reversed().thenComparing(code -> code))
                .toList();
        node.put("asMany", chosen.size());
        put("noLongerByNeed", noLonger);
        put("newlyByNeed", newly);
        put("moved", moved.subList(0, Math.min(NAMED, moved.size())));
        node.put("movedInAll", moved.size());
        put("gone", gone);
        node.put("sentence", sentence(noLonger, newly, moved, gone));
        return node;
    }

    private List<AreaCode> first(Collection<AreaCode> ranking) {
        return ranking.stream().limit(chosen.size()).toList();
    }

    private boolean hasMoved(AreaCode code) {
        if (!ranks.containsKey(code)) {
            return false;
        }
        double now = ranks.getOrDefault(code, 0.0);
        JsonNode before = then.getOrDefault(code, node);
        return before.has("rankLow")
                ? now < before.required("rankLow").asDouble()
                        || now > before.required("rankHigh").asDouble()
                : move(code) > TENTH * rankedThen;
    }

    private double move(AreaCode code) {
        return Math.abs(ranks.getOrDefault(code, 0.0)
                - then.getOrDefault(code, node).path("rank").asDouble());
    }

    private void put(String field, List<AreaCode> codes) {
        ArrayNode areas = node.putArray(field);
        for (AreaCode code : codes) {
            ObjectNode area = areas.addObject();
            JsonNode before = then.getOrDefault(code, JsonNodeFactory.instance.objectNode());
            area.put("code", code.value());
            area.put(
                    "name",
                    ground.frame()
                            .names()
                            .getOrDefault(code, before.path("name").asText(code.value())));
            area.put("chosen", chosen.contains(code));
            area.set("rankThen", before.has("rank") ? before.get("rank") : JsonNodeFactory.instance.nullNode());
            if (ranks.containsKey(code)) {
                area.put("rankNow", Math.round(ranks.getOrDefault(code, 0.0)));
            } else {
                area.putNull("rankNow");
            }
        }
    }

    private String sentence(List<AreaCode> noLonger, List<AreaCode> newly, List<AreaCode> moved, List<AreaCode> gone) {
        String choice = newly.isEmpty()
                ? "A choice of as many areas by need alone would be the same with the data of today"
                : "With the data of today a choice of as many areas by need alone would newly have "
                        + named(newly)
                        + (noLonger.isEmpty() ? "" : " and would not have " + named(noLonger) + " any more");
        long movedChosen = moved.stream().filter(chosen::contains).count();
        String ranksSay = movedChosen > 1
                ? "; the ranks of " + movedChosen + " chosen areas have moved out of their ranges then"
                : "; the rank of " + (movedChosen == 0 ? "no" : "1") + " chosen area has moved out of its range then";
        long notKnown = chosen.stream()
                .filter(code ->
                        then.containsKey(code) && ground.frame().names().containsKey(code) && !ranks.containsKey(code))
                .count();
        return choice
                + ranksSay
                + (notKnown == 0
                        ? ""
                        : "; the need of " + count(notKnown, "chosen area is", "chosen areas are")
                                + " not known any more")
                + (gone.isEmpty()
                        ? "."
                        : "; " + count(gone.size(), "chosen area is", "chosen areas are")
                                + " not in the boundaries that are loaded.");
    }

    private String named(List<AreaCode> codes) {
        return codes.stream()
                .map(code -> ground.frame()
                        .names()
                        .getOrDefault(
                                code, then.getOrDefault(code, node).path("name").asText(code.value())))
                .collect(Collectors.joining(", "));
    }

    private static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
