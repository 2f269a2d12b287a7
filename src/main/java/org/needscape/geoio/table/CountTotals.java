package org.needscape.geoio.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Category;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;

/**
 * The totals of a table of counts beside what the categories of each breakdown add up to, for each area and period. Once every row
 * was added it says which totals cannot be right, the same in whatever order the rows came.
 *
 * <p>Every breakdown is judged by itself. Categories that add up to more than their total contradict it, whether or not further
 * ones have no number, because none is below zero. Categories that add up to less do not: one may be missing.
 */
final class CountTotals {

    private record Place(AreaCode area, Period period) {}

    /** What is known of one area and period. */
    private static final class Sums {
        private OptionalDouble total = OptionalDouble.empty();
        private final Map<String, Parts> byBreakdown = new TreeMap<>();

        private Optional<String> findBreakdownAbove() {
            return byBreakdown.entrySet().stream()
                    .filter(parts -> total.isPresent() && parts.getValue().known > total.getAsDouble())
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        private boolean isAbove(String breakdown) {
            Parts parts = byBreakdown.get(breakdown);
            return total.isPresent() && parts != null && parts.allKnown && parts.known < total.getAsDouble();
        }
    }

    private static final class Parts {
        private double known;
        private boolean allKnown = true;
    }

    private final Map<Place, Sums> sums = new HashMap<>();
    private final Map<String, Set<String>> categories = new TreeMap<>();

    /** Adds a row that can be taken; the caller sees to it that no category of an area and period comes twice. */
    void add(AreaCode area, Period period, Category category, Value count) {
        Sums here = sums.computeIfAbsent(new Place(area, period), place -> new Sums());
        if (category.isAll()) {
            here.total = count.number();
            return;
        }
        categories
                .computeIfAbsent(category.breakdown(), ignored -> new HashSet<>())
                .add(category.name());
        Parts parts = here.byBreakdown.computeIfAbsent(category.breakdown(), ignored -> new Parts());
        parts.allKnown &= count.isKnown();
        parts.known += count.number().orElse(0);
    }

    /** How many different categories each breakdown has; the one without a name is empty text. */
    Map<String, Integer> categoryCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        categories.forEach((breakdown, names) -> counts.put(breakdown, names.size()));
        return counts;
    }

    /** The first breakdown whose categories add up to more than the total of an area and period. */
    Optional<String> findContradiction(AreaCode area, Period period) {
        return Optional.ofNullable(sums.get(new Place(area, period))).flatMap(Sums::findBreakdownAbove);
    }

    /**
     * For how many areas and periods all categories are known and add up to less than the total, by breakdown. Of
     * unaccompanied children it is not said: who is not one need not be counted.
     */
    Map<String, Long> countsAboveParts() {
        Map<String, Long> counts = new TreeMap<>();
        for (String breakdown : categories.keySet()) {
            long above = sums.values().stream()
                    .filter(here -> here.isAbove(breakdown))
                    .count();
            if (above > 0 && !breakdown.equals(Category.UNACCOMPANIED)) {
                counts.put(breakdown, above);
            }
        }
        return counts;
    }
}
