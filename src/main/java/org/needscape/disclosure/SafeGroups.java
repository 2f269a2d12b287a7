package org.needscape.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * Totals of ordered groups, such as deprivation deciles, made safe to show beside the parts that are shown anyway.
 *
 * <p>A group's total gives a hidden part away when it is itself 1 to the threshold, when exactly one part of it is hidden (the total
 * less the shown parts is that part), or when its hidden parts add up to no more than the threshold. Such a group is merged with the
 * next one, the last with the one before, until no group gives anything away.
 */
public final class SafeGroups {

    private final DisclosurePolicy policy;

    public SafeGroups(DisclosurePolicy policy) {
        this.policy = policy;
    }

    /**
     * The total of one group, or of several that were merged.
     *
     * @param first the number of the first group in it
     * @param last the number of the last group in it, {@code first} when nothing was merged
     * @param population people in it
     * @param count events in it
     * @param hiddenParts how many of its parts are hidden where they are shown one by one
     * @param hiddenCount what these add up to
     */
    public record Group(int first, int last, double population, double count, int hiddenParts, double hiddenCount) {

        Group with(Group next) {
            return new Group(
                    first,
                    next.last,
                    population + next.population,
                    count + next.count,
                    hiddenParts + next.hiddenParts,
                    hiddenCount + next.hiddenCount);
        }

        /** {@code 3}, or {@code 8 to 10} for merged groups. */
        public String label() {
            return first == last ? Integer.toString(first) : first + " to " + last;
        }
    }

    /**
     * Merges until every group is safe.
     *
     * @param groups in order
     * @return the groups, fewer where some were merged; empty when even the whole is not safe to show
     */
    public List<Group> merge(List<Group> groups) {
        List<Group> merged = new ArrayList<>(groups);
        int index = 0;
        while (index < merged.size()) {
            if (isSafe(merged.get(index))) {
                index++;
            } else if (merged.size() == 1) {
                return List.of();
            } else if (index + 1 < merged.size()) {
                merged.set(index, merged.get(index).with(merged.remove(index + 1)));
            } else {
                merged.set(index - 1, merged.get(index - 1).with(merged.remove(index)));
                index--;
            }
        }
        return List.copyOf(merged);
    }

    private boolean isSafe(Group group) {
        boolean partsSafe =
                group.hiddenParts() == 0 || (group.hiddenParts() > 1 && group.hiddenCount() > policy.threshold());
        return partsSafe && !policy.hides(group.count());
    }
}
