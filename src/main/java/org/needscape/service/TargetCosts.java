package org.needscape.service;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.targeting.Resource;

/**
 * What help in an area takes, as the board says: by a rule, or area by area in place of the rule.
 *
 * @param rules by resource; children and areas have none
 * @param own by resource, what single areas take
 */
record TargetCosts(Map<Resource, Rule> rules, Map<Resource, Map<AreaCode, Double>> own) {

    TargetCosts {
        rules = Map.copyOf(rules);
        own = Map.copyOf(own);
    }

    /**
     * What any area takes of a resource.
     *
     * @param perArea 0 or more, in units of the resource
     * @param perChild 0 or more, for each child aged 0 to 17 who lives there
     */
    record Rule(double perArea, double perChild) {

        OptionalDouble of(Value children) {
            if (perChild == 0) {
                return OptionalDouble.of(perArea);
            }
            return children.map(number -> perArea + perChild * number).number();
        }
    }

    /** Whether it is said what areas take of a resource. */
    boolean isSaid(Resource resource) {
        return resource == Resource.CHILDREN
                || resource == Resource.AREAS
                || rules.containsKey(resource)
                || own.containsKey(resource);
    }

    /** What an area takes of everything that is known of it. */
    Map<Resource, Double> of(AreaCode area, Value children) {
        Map<Resource, Double> costs = new EnumMap<>(Resource.class);
        children.number().ifPresent(number -> costs.put(Resource.CHILDREN, number));
        rules.forEach((resource, rule) -> rule.of(children).ifPresent(cost -> costs.put(resource, cost)));
        own.forEach((resource, byArea) -> {
            if (byArea.containsKey(area)) {
                costs.put(resource, byArea.get(area));
            }
        });
        return costs;
    }
}
