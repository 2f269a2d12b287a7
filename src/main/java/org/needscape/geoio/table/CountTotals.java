package org.needscape.geoio.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Period;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;

/**
 * The totals of a table of counts beside what their categories add up to, for each area and period. Once every row was added it
 * says which totals cannot be right, the same in whatever order the rows came.
 *
 * <p>Categories that add up to more than their total contradict it, whether or not further ones have no number, because none is
 * below zero. Categories that add up to less do not: one may be missing.
 */
final class CountTotals {

    private record Place(AreaCode area, Period period) {}

    private static final class Sum {
        private OptionalDouble total = OptionalDouble.empty();
        private double known;
        private boolean hasParts;
        private boolean allKnown = true;

        private boolean isBelowParts() {
            return total.isPresent() && known > total.getAsDouble();
        }

        private boolean isAboveParts() {
            return total.isPresent() && hasParts && allKnown && known < total.getAsDouble();
        }
    }

    private final Map<Place, Sum> sums = new HashMap<>();
    private final Set<String> categories = new HashSet<>();

    /** Adds a row that can be taken; the caller sees to it that no category of an area and period comes twice. */
    void add(AreaCode area, Period period, String category, Value count) {
        Sum sum = sums.computeIfAbsent(new Place(area, period), place -> new Sum());
        if (category.equals(SeriesKey.ALL)) {
            sum.total = count.number();
            return;
        }
        categories.add(category);
        sum.hasParts = true;
        sum.allKnown &= count.isKnown();
        sum.known += count.number().orElse(0);
    }

    /** How many different categories there are. */
    int categoryCount() {
        return categories.size();
    }

    /** Whether the categories of an area and period add up to more than its total. */
    boolean contradict(AreaCode area, Period period) {
        Sum sum = sums.get(new Place(area, period));
        return sum != null && sum.isBelowParts();
    }

    /** For how many areas and periods all categories are known and add up to less than the total. */
    long countAboveParts() {
        return sums.values().stream().filter(Sum::isAboveParts).count();
    }
}
