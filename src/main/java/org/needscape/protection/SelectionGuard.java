package org.needscape.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.indicator.ValueState;

/**
 * Decides whether the count of areas that somebody chose may be shown.
 *
 * <ol>
 *   <li>Every area has a count and belongs to the extent; otherwise the sum is what a sum of such values is.
 *   <li>What is published for exactly these areas anyway is the answer, whether shown or hidden.
 *   <li>The selection, its part of every district and extent that it touches, what is left of these and of a group of deciles that
 *       it lies in, and its differences both ways from every selection shown before that it shares areas with count nobody or more
 *       than the threshold. Where counts are rounded nothing of this is asked.
 *   <li>With the selection among the linked tables every count that is shown now is still shown, and so is the selection.
 * </ol>
 *
 * <p>A refusal is the same sentence whichever rule fails, and leaves no trace. That one of them fails is all that it tells.
 */
final class SelectionGuard {

    static final String REFUSED =
            "This selection cannot be counted: it, what is left of a district or the county without it, or its difference from"
                    + " something shown before would give away a small number of children. Choose a larger or a whole area.";
    static final String NO_COUNT =
            "This selection has no count because one of its areas has none: leave out the areas without a count.";

    /** Each is one more total for every later audit. */
    static final int MOST_SELECTIONS = 500;

    static final String TOO_MANY = MOST_SELECTIONS
            + " different selections of this measure and period have been counted, and no further one is: choose one of those, or a"
            + " whole area.";

    private final PublishedCounts now;
    private final ExactCounts exact;
    private final ExtentName extent;
    private final Period period;

    /** @param now what is published, with every selection that was shown before */
    SelectionGuard(PublishedCounts now, ExtentName extent, Period period) {
        this.now = now;
        this.exact = now.exact();
        this.extent = extent;
        this.period = period;
    }

    /**
     * An answer and what goes with it.
     *
     * @param toRecord what is published from now on, to be recorded before the answer leaves; empty when that does not change
     */
    record Decision(Selected selected, Optional<PublishedCounts> toRecord) {}

    /** @throws IllegalArgumentException when there are no areas */
    Decision decide(Collection<AreaCode> chosen) {
        List<AreaCode> areas = SelectionSet.ordered(chosen);
        if (areas.isEmpty()) {
            throw new IllegalArgumentException("A selection has at least one area.");
        }
        Optional<Value> reason =
                ValueArithmetic.reason(areas.stream().map(this::count).toList());
        if (reason.isPresent()) {
            return unrecorded(reason.get());
        }
        Optional<Value> published = published(areas);
        if (published.isPresent()) {
            return unrecorded(published.get());
        }
        // Before the rules that depend on counts, so that this tells nothing about them.
        if (now.selections(period).size() >= MOST_SELECTIONS) {
            return new Decision(new Selected(Value.suppressed(), TOO_MANY, now.policy()), Optional.empty());
        }
        if (now.policy().roundingBase() == 0 && partsOf(areas).stream().anyMatch(this::givesAway)) {
            return unrecorded(Value.suppressed());
        }
        PublishedCounts then = now.with(period, areas);
        Value count = then.selected(period, areas);
        return count.isKnown() && then.showsAllOf(now)
                ? new Decision(new Selected(count, "", now.policy()), Optional.of(then))
                : unrecorded(Value.suppressed());
    }

    private Decision unrecorded(Value value) {
        String reason = value.isKnown() ? "" : value.state() == ValueState.SUPPRESSED ? REFUSED : NO_COUNT;
        return new Decision(new Selected(value, reason, now.policy()), Optional.empty());
    }

    private Value count(AreaCode code) {
        return exact.areasOf(extent).contains(code) ? exact.count(period, code) : Value.notAvailable();
    }

    /** What is published for exactly these areas. */
    private Optional<Value> published(List<AreaCode> areas) {
        if (areas.size() == 1) {
            return Optional.of(now.area(period, areas.get(0)));
        }
        Set<AreaCode> set = new HashSet<>(areas);
        for (Map.Entry<AreaId, Set<AreaCode>> district : districts().entrySet()) {
            if (district.getValue().equals(set)) {
                return Optional.of(now.district(period, district.getKey()));
            }
        }
        for (ExtentName each : exact.extents().keySet()) {
            if (counted(each).equals(set)) {
                return Optional.of(now.extent(period, each));
            }
        }
        for (CountView.DecileGroup group : now.deciles(period)) {
            if (set.equals(new HashSet<>(group.areas()))) {
                return Optional.of(group.count());
            }
        }
        return now.selections(period).contains(areas) ? Optional.of(now.selected(period, areas)) : Optional.empty();
    }

    /** Every set of areas whose count could be told from the selection's by one subtraction, and the selection itself. */
    private List<Set<AreaCode>> partsOf(List<AreaCode> areas) {
        Set<AreaCode> selection = new HashSet<>(areas);
        List<Set<AreaCode>> parts = new ArrayList<>(List.of(selection));
        List<Set<AreaCode>> parents = new ArrayList<>(districts().values());
        exact.extents().keySet().forEach(each -> parents.add(counted(each)));
        for (Set<AreaCode> parent : parents) {
            Set<AreaCode> inside = new HashSet<>(selection);
            inside.retainAll(parent);
            if (!inside.isEmpty()) {
                parts.add(inside);
                if (isCounted(parent)) {
                    parts.add(without(parent, selection));
                }
            }
        }
        for (CountView.DecileGroup group : now.deciles(period)) {
            Set<AreaCode> within = new HashSet<>(group.areas());
            if (within.containsAll(selection)) {
                parts.add(without(within, selection));
            }
        }
        for (List<AreaCode> before : now.selections(period).lists()) {
            Set<AreaCode> other = new HashSet<>(before);
            if (other.stream().anyMatch(selection::contains)) {
                parts.add(without(selection, other));
                parts.add(without(other, selection));
            }
        }
        return parts;
    }

    /** Whether a set of areas counts few; also when nobody here can tell, because an area has lost the count that it had. */
    private boolean givesAway(Set<AreaCode> areas) {
        if (areas.isEmpty()) {
            return false;
        }
        return !isCounted(areas)
                || now.policy()
                        .hides(areas.stream()
                                .mapToDouble(code ->
                                        exact.count(period, code).number().orElseThrow())
                                .sum());
    }

    private boolean isCounted(Set<AreaCode> areas) {
        return areas.stream().allMatch(code -> exact.count(period, code).isKnown());
    }

    /** The areas of each district that have a value of any state: those that its count is the sum of. */
    private Map<AreaId, Set<AreaCode>> districts() {
        Map<AreaId, Set<AreaCode>> districts = new TreeMap<>();
        Set<AreaCode> observed = observed();
        exact.districts().forEach((code, district) -> {
            if (observed.contains(code)) {
                districts.computeIfAbsent(district, ignored -> new HashSet<>()).add(code);
            }
        });
        return districts;
    }

    private Set<AreaCode> counted(ExtentName each) {
        Set<AreaCode> areas = new HashSet<>(exact.areasOf(each));
        areas.retainAll(observed());
        return areas;
    }

    private Set<AreaCode> observed() {
        return exact.counts().getOrDefault(period, Map.of()).keySet();
    }

    private static Set<AreaCode> without(Set<AreaCode> areas, Set<AreaCode> others) {
        Set<AreaCode> left = new HashSet<>(areas);
        left.removeAll(others);
        return left;
    }
}
