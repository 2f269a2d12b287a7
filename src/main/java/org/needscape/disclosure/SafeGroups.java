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
     * What one place has in a group.
     *
     * @param count events in it
     * @param hiddenParts how many of its parts are hidden where they are shown one by one
     * @param hiddenCount what these add up to
     */
    public record Part(double count, int hiddenParts, double hiddenCount) {

        /** A place with nobody in the group. */
        public static final Part NONE = new Part(0, 0, 0);

        /** Both together. */
        public Part with(Part other) {
            return new Part(count + other.count, hiddenParts + other.hiddenParts, hiddenCount + other.hiddenCount);
        }
    }

    /**
     * One group, or several that were merged, in every place whose totals are shown by these groups.
     *
     * @param first the number of the first group in it
     * @param last the number of the last group in it, {@code first} when nothing was merged
     * @param places each by itself must be safe to show
     */
    public record Group(int first, int last, List<Part> places) {

        public Group {
            places = List.copyOf(places);
        }

        Group with(Group next) {
            List<Part> together = new ArrayList<>();
            for (int place = 0; place < places.size(); place++) {
                together.add(places.get(place).with(next.places.get(place)));
            }
            return new Group(first, next.last, together);
        }

        /** {@code 3}, or {@code 8 to 10} for merged groups. */
        public String label() {
            return first == last ? Integer.toString(first) : first + " to " + last;
        }
    }

    /**
     * Merges until every group is safe.
     *
     * @param groups in order, each with the same places
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
        return group.places().stream().allMatch(this::isSafe);
    }

    private boolean isSafe(Part part) {
        boolean partsSafe =
                part.hiddenParts() == 0 || (part.hiddenParts() > 1 && part.hiddenCount() > policy.threshold());
        return partsSafe && !policy.hides(part.count());
    }
}
