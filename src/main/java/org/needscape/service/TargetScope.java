package org.needscape.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;

/**
 * The areas that target areas are suggested from: those of one district, or of the whole extent.
 *
 * @param district empty for the whole extent
 * @param areas in code order
 */
record TargetScope(TargetGround ground, Optional<AreaId> district, List<AreaCode> areas) {

    TargetScope {
        areas = List.copyOf(areas);
    }

    static TargetScope of(TargetGround ground, Optional<AreaId> district) {
        Optional<Set<AreaCode>> within = district.map(ground::areasOf);
        return new TargetScope(
                ground,
                district,
                ground.frame().names().keySet().stream()
                        .filter(area -> within.map(some -> some.contains(area)).orElse(true))
                        .sorted()
                        .toList());
    }

    /** The name of the district, else of the extent. */
    String title() {
        return district.map(
                        id -> districtNames().getOrDefault(id.code(), id.code().value()))
                .orElseGet(() -> ground.frame().extent().title());
    }

    String nameOf(AreaCode area) {
        return ground.frame().names().getOrDefault(area, area.value());
    }

    /** The districts that are chosen from, with their names. */
    Map<AreaCode, String> districtNames() {
        Map<AreaCode, String> names = new java.util.TreeMap<>();
        for (AreaParent parent : ground.frame().districts().values()) {
            if (district.map(parent.parent()::equals).orElse(true)) {
                names.put(parent.parent().code(), parent.parentName());
            }
        }
        return names;
    }

    /** The district of an area; of an area whose district no lookup says, its own code, which no floor can name. */
    AreaCode districtOf(AreaCode area) {
        return Optional.ofNullable(ground.frame().districts().get(area))
                .map(parent -> parent.parent().code())
                .orElse(area);
    }
}
