package org.needscape.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Category;
import org.needscape.indicator.CategoryOrder;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;

/**
 * The counts of areas by the categories of one breakdown, such as the main reason for a plan: what a place's count consists of.
 *
 * <p>In an area whose categories all have numbers, what they lack of the total is {@link #NOT_STATED} (of the breakdown that tells
 * unaccompanied asylum-seeking children from others, the others), and a category without a row has nobody. In one with a category
 * that its publisher has hidden nobody can tell what is lacking, and nothing is taken to be. Where the categories add up to more
 * than the total, which may come from another file, none of them is available.
 */
final class Breakdown {

    /** The category of those who are in none of the file's. */
    static final String NOT_STATED = CategoryOrder.NOT_STATED;

    private final ExactCounts exact;
    private final Period period;
    private final Category rest;
    private final TreeSet<Category> categories = new TreeSet<>();
    private final Map<AreaCode, Map<Category, Value>> byArea = new TreeMap<>();
    private final boolean notStated;

    private Breakdown(ExactCounts exact, Period period, String name) {
        this.exact = exact;
        this.period = period;
        this.rest = name.equals(Category.UNACCOMPANIED) ? Category.ACCOMPANIED : new Category(name, NOT_STATED);
        exact.categories().getOrDefault(period, Map.of()).forEach((code, parts) -> {
            Map<Category, Value> own = new TreeMap<>();
            parts.forEach((text, value) -> {
                Category category = Category.parse(text);
                if (category.breakdown().equals(name)) {
                    own.put(category, value);
                }
            });
            byArea.put(code, own);
            categories.addAll(own.keySet());
        });
        this.notStated = exact.counts().getOrDefault(period, Map.of()).keySet().stream()
                .anyMatch(code -> rest(code).number().orElse(0) > 0);
    }

    /** Every breakdown of a period, by name. */
    static List<Breakdown> list(ExactCounts exact, Period period) {
        TreeSet<String> names = new TreeSet<>();
        exact.categories().getOrDefault(period, Map.of()).values().forEach(parts -> parts.keySet()
                .forEach(text -> names.add(Category.parse(text).breakdown())));
        return names.stream().map(name -> new Breakdown(exact, period, name)).toList();
    }

    /** Whether this is the breakdown by unaccompanied asylum-seeking children and others. */
    boolean tellsUnaccompanied() {
        return categories.contains(Category.UNACCOMPANIED_CHILDREN);
    }

    /** By category, those that are not stated last, what the areas have together; where one has no number, why. */
    Map<Category, Value> of(Collection<AreaCode> areas) {
        Map<Category, Value> sums = new LinkedHashMap<>();
        for (Category category : categories) {
            sums.put(category, sum(areas, category));
        }
        if (notStated) {
            List<Value> rests = new ArrayList<>();
            areas.forEach(code -> rests.add(rest(code)));
            sums.merge(rest, ValueArithmetic.sum(rests), (one, two) -> ValueArithmetic.sum(List.of(one, two)));
        }
        return sums;
    }

    private Value sum(Collection<AreaCode> areas, Category category) {
        List<Value> parts = new ArrayList<>();
        for (AreaCode code : areas) {
            Value part = parts(code).get(category);
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

    private Map<Category, Value> parts(AreaCode code) {
        Map<Category, Value> parts = byArea.getOrDefault(code, Map.of());
        double sum = parts.values().stream()
                .mapToDouble(part -> part.number().orElse(0))
                .sum();
        return sum > exact.count(period, code).number().orElse(sum)
                ? categories.stream().collect(Collectors.toMap(category -> category, category -> Value.notAvailable()))
                : parts;
    }
}
