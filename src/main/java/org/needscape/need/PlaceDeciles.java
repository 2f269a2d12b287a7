package org.needscape.need;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;

/**
 * A place, such as a district or an authority, by national decile of deprivation.
 *
 * @param code identifies the place among those it is compared with
 * @param name for people
 * @param groups deciles, or several next to each other taken together, most deprived first; a decile in none of them has no
 *     population, or none that may be shown; may be empty
 */
public record PlaceDeciles(String code, String name, List<GradientGroup> groups) {

    public PlaceDeciles {
        if (code.isBlank()) {
            throw new IllegalArgumentException("A place needs a code.");
        }
        List<GradientGroup> ordered = new ArrayList<>(groups);
        ordered.sort(Comparator.comparingInt(GradientGroup::firstDecile));
        for (int k = 1; k < ordered.size(); k++) {
            if (ordered.get(k).firstDecile() <= ordered.get(k - 1).lastDecile()) {
                throw new IllegalArgumentException(
                        "Decile " + ordered.get(k).firstDecile() + " is in two groups of " + name + ".");
            }
        }
        groups = List.copyOf(ordered);
    }

    /** People in all groups; 0 where there is none. */
    public double population() {
        return groups.stream().mapToDouble(GradientGroup::population).sum();
    }

    /** Events in all groups; unknown where that of one is. */
    public Value count() {
        return ValueArithmetic.sum(groups.stream().map(GradientGroup::count).toList());
    }

    /**
     * How deprived its people are: the decile of each group, or the middle of those taken together, averaged over people. 1 is most
     * deprived, 10 least.
     *
     * @throws IllegalStateException when it has no groups
     */
    public double meanDecile() {
        if (groups.isEmpty()) {
            throw new IllegalStateException(name + " has no population.");
        }
        double sum = 0;
        for (GradientGroup group : groups) {
            sum += group.population() * group.meanDecile();
        }
        return sum / population();
    }

    /** By how much its count varies more than one of events that come singly, 1 or more; 1 where there is none. */
    public double designEffect() {
        return GradientGroup.designEffect(groups);
    }

    /** Whether all its counts are known. */
    public boolean isKnown() {
        return count().isKnown();
    }
}
