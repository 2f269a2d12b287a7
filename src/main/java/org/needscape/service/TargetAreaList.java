package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.area.Level;
import org.needscape.indicator.Value;
import org.needscape.layer.LayerRow;
import org.needscape.need.HotspotClass;
import org.needscape.store.StoreSession;

/**
 * The areas that a board can choose from, each with what its layers show of it: rank, chance of the highest-need tenth, hotspot, children,
 * and the larger areas that it is a part of and that are chosen as a whole.
 */
final class TargetAreaList {

    /** Larger areas within a district, smallest first. */
    private static final List<Level> WHOLE = List.of(Level.MSOA, Level.WARD);

    private final TargetGround ground;
    private final Map<Level, Map<AreaCode, AreaParent>> wholes;

    private TargetAreaList(TargetGround ground, Map<Level, Map<AreaCode, AreaParent>> wholes) {
        this.ground = ground;
        this.wholes = wholes;
    }

    /** @param session of the same state of the store as the ground */
    static ObjectNode of(StoreSession session, TargetGround ground) {
        ExtentName extent = ground.frame().extent().name();
        Geography geography = ground.need().geography();
        Map<Level, Map<AreaCode, AreaParent>> wholes = new LinkedHashMap<>();
        for (Level level : WHOLE) {
            Map<AreaCode, AreaParent> parents = session.areas().listParents(extent, geography, level);
            if (level != geography.level() && !parents.isEmpty()) {
                wholes.put(level, parents);
            }
        }
        return new TargetAreaList(ground, wholes).write();
    }

    private ObjectNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.putObject("need")
                .put("layer", ground.need().id().value())
                .put("title", ground.need().title())
                .put("period", ground.need().period())
                .put("areas", ground.ranks().size());
        ground.hotspots()
                .ifPresentOrElse(
                        layer -> node.putObject("hotspots")
                                .put("layer", layer.id().value())
                                .put("title", layer.title()),
                        () -> node.putNull("hotspots"));
        node.put("childrenPeriod", ground.childrenPeriod());
        ArrayNode districts = node.putArray("districts");
        names().forEach((code, name) ->
                districts.addObject().put("code", code.value()).put("name", name));
        ArrayNode levels = node.putArray("wholes");
        wholes.forEach((level, parents) -> levels.addObject()
                .put("level", level.code())
                .put("title", level.label())
                .put("geography", geographyOf(parents).code()));
        areas(node.putArray("areas"));
        return node;
    }

    private Map<AreaCode, String> names() {
        Map<AreaCode, String> names = new HashMap<>();
        ground.frame()
                .districts()
                .values()
                .forEach(parent -> names.put(parent.parent().code(), parent.parentName()));
        Map<AreaCode, String> ordered = new LinkedHashMap<>();
        ground.districts().keySet().forEach(code -> ordered.put(code, names.get(code)));
        return ordered;
    }

    private static Geography geographyOf(Map<AreaCode, AreaParent> parents) {
        return parents.values().iterator().next().parent().geography();
    }

    private void areas(ArrayNode areas) {
        Map<AreaCode, Double> ranks = ground.ranks();
        Map<AreaCode, Double> chances = ground.chances();
        Set<AreaCode> hot = ground.hotspots().stream()
                .flatMap(layer -> layer.rows().stream())
                .filter(row -> row.valueClass().equals(HotspotClass.HOT.code()))
                .map(LayerRow::code)
                .collect(Collectors.toSet());
        ground.frame().names().forEach((code, name) -> {
            Optional<AreaId> district =
                    Optional.ofNullable(ground.frame().districts().get(code)).map(AreaParent::parent);
            ObjectNode area = areas.addObject();
            area.put("code", code.value());
            area.put("name", name);
            area.put("district", district.map(id -> id.code().value()).orElse(""));
            area.put("rank", rank(ranks.get(code)));
            area.put("chance", chances.get(code));
            area.put("hotspot", hot.contains(code));
            Value children = ground.children().getOrDefault(code, Value.notAvailable());
            ObjectNode number =
                    area.putObject("children").put("state", children.state().code());
            children.number().ifPresent(value -> number.put("number", Math.round(value)));
            wholes.forEach((level, parents) -> whole(area, level, parents.get(code)));
        });
    }

    private static @Nullable Long rank(@Nullable Double rank) {
        return rank == null ? null : Long.valueOf(Math.round(rank));
    }

    private static void whole(ObjectNode area, Level level, @Nullable AreaParent parent) {
        if (parent != null) {
            area.putObject(level.code())
                    .put("code", parent.parent().code().value())
                    .put("name", parent.parentName());
        }
    }
}
