package org.needscape.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;

/**
 * The counts of areas by category, such as the main reason for a plan: what a place's count consists of.
 *
 * <p>In an area whose categories all have numbers, what they lack of the total is {@link #NOT_STATED}, and a category without a row
 * has nobody. In one with a category that its publisher has hidden nobody can tell what is lacking, and nothing is taken to be.
 * Where the categories add up to more than the total, which may come from another file, none of them is available.
 */
final class Breakdown {

    /** The category of those who are in none of the file's. */
    static final String NOT_STATED = "not stated";

    private final ExactCounts exact;
    private final Period period;
    private final Set<String> names = new TreeSet<>();
    private final boolean notStated;

    Breakdown(ExactCounts exact, Period period) {
        this.exact = exact;
        this.period = period;
        Map<AreaCode, Map<String, Value>> byArea = exact.categories().getOrDefault(period, Map.of());
        byArea.values().forEach(parts -> names.addAll(parts.keySet()));
        this.notStated = exact.counts().getOrDefault(period, Map.of()).keySet().stream()
                .anyMatch(code -> rest(code).number().orElse(0) > 0);
    }

    /** Whether there is no category at all. */
    boolean isEmpty() {
        return names.isEmpty();
    }

    /** By category, those that are not stated last, what the areas have together; where one has no number, why. */
    Map<String, Value> of(Collection<AreaCode> areas) {
        Map<String, Value> sums = new LinkedHashMap<>();
        for (String name : names) {
            sums.put(name, sum(areas, name));
        }
        if (notStated) {
            List<Value> rests = new ArrayList<>();
            areas.forEach(code -> rests.add(rest(code)));
            sums.merge(NOT_STATED, ValueArithmetic.sum(rests), (one, two) -> ValueArithmetic.sum(List.of(one, two)));
        }
        return sums;
    }

    private Value sum(Collection<AreaCode> areas, String name) {
        List<Value> parts = new ArrayList<>();
        for (AreaCode code : areas) {
            Value part = parts(code).get(name);
            if (part != null) {
                parts.add(part);
            } else {
                parts.add(isComplete(code) ? Value.known(0) : Value.notAvailable());
            }
        }
        return ValueArithmetic.sum(parts);
    }

    private Value rest(AreaCode code) {
        Value total = exact.count(period, code);
        return isComplete(code)
                ? ValueArithmetic.difference(
                        total, ValueArithmetic.sum(parts(code).values()))
                : total.isKnown() ? Value.known(0) : total;
    }

    /** Whether an area's total and all of its categories have numbers. */
    private boolean isComplete(AreaCode code) {
        return exact.count(period, code).isKnown()
                && parts(code).values().stream().allMatch(Value::isKnown);
    }

    private Map<String, Value> parts(AreaCode code) {
        Map<String, Value> parts =
                exact.categories().getOrDefault(period, Map.of()).getOrDefault(code, Map.of());
        double sum = parts.values().stream()
                .mapToDouble(part -> part.number().orElse(0))
                .sum();
        return sum > exact.count(period, code).number().orElse(sum)
                ? names.stream().collect(Collectors.toMap(name -> name, name -> Value.notAvailable()))
                : parts;
    }
}
