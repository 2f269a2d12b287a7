package org.needscape.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.AreaParent;
import org.needscape.area.Extent;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;
import org.needscape.layer.Release;
import org.needscape.provision.Reach;
import org.needscape.store.ServiceStore.ServiceList;

/**
 * What is known of a county beside its services: children, children in need and need of every small area, all as layers and pages show
 * them, and where areas lie.
 *
 * @param list of services; empty where none was imported
 * @param frame the small areas; empty where the extent has none
 * @param centres of areas that anything is counted by: small areas, and those that sites are in
 * @param children aged 0 to 17
 * @param childrenPeriod of their number; empty without one
 * @param inNeed the latest counts of children in need
 * @param needLayer by the default scoring method
 * @param need children × chance of their area to be in the county's highest-need tenth
 * @param needHasChances whether the chances are known; otherwise each is 1 or 0
 * @param sources publishers of everything here
 * @param release how far it may go; empty when it is made of open figures only
 */
record ProvisionGround(
        Extent extent,
        Optional<ServiceList> list,
        Optional<AreaFrame> frame,
        Map<AreaId, Reach.Spot> centres,
        Map<AreaCode, Value> children,
        String childrenPeriod,
        Optional<TargetGround.Help> inNeed,
        Optional<Layer> needLayer,
        Map<AreaCode, Value> need,
        boolean needHasChances,
        List<String> sources,
        Optional<Release> release) {

    /** What stands for areas of which no lookup says the district. */
    static final AreaCode NO_DISTRICT = new AreaCode("none");

    static final String RANK = "rank";

    ProvisionGround {
        sources = List.copyOf(sources);
    }

    /**
     * A district and its small areas.
     *
     * @param id empty for the areas that have none
     */
    record District(AreaCode code, String name, Optional<AreaId> id, List<AreaCode> areas) {
        District {
            areas = List.copyOf(areas);
        }
    }

    static Map<AreaCode, Double> numbers(Layer layer, String column) {
        Map<AreaCode, Double> numbers = new TreeMap<>();
        if (layer.columns().stream().anyMatch(one -> one.name().equals(column))) {
            for (LayerRow row : layer.rows()) {
                layer.number(row, column).number().ifPresent(number -> numbers.put(row.code(), number));
            }
        }
        return numbers;
    }

    /** The place of each area in the county, 1 for most need; those whose need is not known are absent. */
    Map<AreaCode, Double> ranks() {
        return needLayer.map(layer -> numbers(layer, RANK)).orElse(Map.of());
    }

    /** The districts by code, and behind them the areas that have none. */
    List<District> districts() {
        if (frame.isEmpty()) {
            return List.of();
        }
        Map<AreaCode, List<AreaCode>> areas = new TreeMap<>();
        Map<AreaCode, AreaParent> parents = new HashMap<>();
        List<AreaCode> without = new ArrayList<>();
        for (AreaCode code : frame.get().names().keySet()) {
            AreaParent parent = frame.get().districts().get(code);
            if (parent == null) {
                without.add(code);
            } else {
                parents.put(parent.parent().code(), parent);
                areas.computeIfAbsent(parent.parent().code(), district -> new ArrayList<>())
                        .add(code);
            }
        }
        List<District> districts = new ArrayList<>();
        areas.forEach((code, inside) -> {
            AreaParent parent = parents.get(code);
            districts.add(new District(
                    code,
                    parent == null ? code.value() : parent.parentName(),
                    Optional.ofNullable(parent).map(AreaParent::parent),
                    inside));
        });
        if (!without.isEmpty()) {
            districts.add(new District(NO_DISTRICT, "Areas whose district is not known", Optional.empty(), without));
        }
        return districts;
    }

    /** Whether anything is known to share budgets out by. */
    boolean has(ProvisionKey key) {
        return switch (key) {
            case CHILDREN -> !children.isEmpty();
            case CHILDREN_IN_NEED -> inNeed.isPresent();
            case NEED -> !need.isEmpty() && !children.isEmpty();
        };
    }

    /** The key of a small area. */
    Value ofArea(ProvisionKey key, AreaCode code) {
        return switch (key) {
            case CHILDREN -> children.getOrDefault(code, Value.notAvailable());
            case CHILDREN_IN_NEED -> inNeed.map(counts -> counts.shown(code)).orElse(Value.notAvailable());
            case NEED -> need.getOrDefault(code, Value.notAvailable());
        };
    }

    /**
     * The key of a district. Counts are those shown of districts, which may be known where one of an area is hidden; need is that of the
     * areas whose need is known.
     */
    Value ofDistrict(ProvisionKey key, District district) {
        return switch (key) {
            case CHILDREN -> sum(key, district.areas());
            case CHILDREN_IN_NEED ->
                district.id()
                        .map(id -> inNeed.map(counts -> counts.counts().district(counts.period(), id))
                                .orElse(Value.notAvailable()))
                        .orElseGet(() -> sum(key, district.areas()));
            case NEED -> knownNeed(district.areas());
        };
    }

    /** The key of the county, in the same way. */
    Value ofCounty(ProvisionKey key) {
        return switch (key) {
            case CHILDREN -> sum(key, allAreas());
            case CHILDREN_IN_NEED ->
                inNeed.map(counts -> counts.counts().extent(counts.period(), extent.name()))
                        .orElse(Value.notAvailable());
            case NEED -> knownNeed(allAreas());
        };
    }

    /** Every small area of the county. */
    Collection<AreaCode> allAreas() {
        return frame.map(found -> found.names().keySet()).orElse(Set.of());
    }

    /** A key of areas added up; not known as soon as that of one is not. */
    Value sum(ProvisionKey key, Collection<AreaCode> areas) {
        return ValueArithmetic.sum(areas.stream().map(code -> ofArea(key, code)).toList());
    }

    /** The need of those of some areas whose need is known; not available where it is known of none, and 0 for no areas. */
    Value knownNeed(Collection<AreaCode> areas) {
        List<Value> known = withNeed(areas).stream()
                .map(code -> ofArea(ProvisionKey.NEED, code))
                .toList();
        return known.isEmpty() && !areas.isEmpty() ? Value.notAvailable() : ValueArithmetic.sum(known);
    }

    /** Those of some areas whose need is known. */
    List<AreaCode> withNeed(Collection<AreaCode> areas) {
        return areas.stream()
                .filter(code -> ofArea(ProvisionKey.NEED, code).isKnown())
                .toList();
    }
}
