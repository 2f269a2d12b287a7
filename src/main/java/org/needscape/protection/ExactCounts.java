package org.needscape.protection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Category;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;

/**
 * The exact counts of a measure in every extent of a store, and how their areas belong together. An area may belong to several
 * extents; its count is one.
 *
 * @param counts by period, then by area
 * @param districts of areas
 * @param extents the areas of each
 * @param deciles national deprivation deciles of areas
 * @param categories what counts consist of: by period and area, the count of each category
 * @param families of the same files, by extent, period and area, the squared numbers of children counted of a family, added up
 */
record ExactCounts(
        Map<Period, Map<AreaCode, Value>> counts,
        Map<AreaCode, AreaId> districts,
        Map<ExtentName, ExtentAreas> extents,
        Map<AreaCode, Integer> deciles,
        Map<Period, Map<AreaCode, Map<String, Value>>> categories,
        Map<ExtentName, Map<Period, Map<AreaCode, Value>>> families) {

    ExactCounts {
        counts = new TreeMap<>(counts);
        districts = new TreeMap<>(districts);
        extents = new TreeMap<>(extents);
        deciles = new TreeMap<>(deciles);
        categories = new TreeMap<>(categories);
        families = new TreeMap<>(families);
    }

    /** Counts of which nobody says more. */
    ExactCounts(
            Map<Period, Map<AreaCode, Value>> counts,
            Map<AreaCode, AreaId> districts,
            Map<ExtentName, ExtentAreas> extents,
            Map<AreaCode, Integer> deciles) {
        this(counts, districts, extents, deciles, Map.of(), Map.of());
    }

    /** The areas of an extent; none where there is no such extent. */
    Set<AreaCode> areasOf(ExtentName extent) {
        return extents.getOrDefault(extent, ExtentAreas.NONE).codes();
    }

    List<Period> periods() {
        return List.copyOf(counts.keySet());
    }

    Value count(Period period, AreaCode code) {
        return counts.getOrDefault(period, Map.of()).getOrDefault(code, Value.notAvailable());
    }

    /** The areas of each district that have a value of any state: those that the district's count is the sum of. */
    Map<AreaId, List<AreaCode>> districtAreas(Period period) {
        Map<AreaId, List<AreaCode>> byDistrict = new TreeMap<>();
        Set<AreaCode> observed = counts.getOrDefault(period, Map.of()).keySet();
        districts.forEach((code, district) -> {
            if (observed.contains(code)) {
                byDistrict
                        .computeIfAbsent(district, ignored -> new ArrayList<>())
                        .add(code);
            }
        });
        return byDistrict;
    }

    /** Whether it is known how deprived the areas of an extent are among themselves. */
    boolean ranksAreas() {
        return extents.values().stream().anyMatch(areas -> !areas.tenths().isEmpty());
    }

    /** Whether counts tell unaccompanied asylum-seeking children from others. */
    boolean tellsUnaccompanied() {
        String unaccompanied = Category.UNACCOMPANIED_CHILDREN.text();
        return categories.values().stream()
                .flatMap(byArea -> byArea.values().stream())
                .anyMatch(parts -> parts.containsKey(unaccompanied));
    }

    /** The areas with a value of any state in any period. */
    Set<AreaCode> areas() {
        Set<AreaCode> areas = new TreeSet<>();
        counts.values().forEach(byArea -> areas.addAll(byArea.keySet()));
        return areas;
    }
}
