package org.needscape.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.SafeGroups;
import org.needscape.indicator.Category;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;

/**
 * National deprivation deciles of extents without unaccompanied asylum-seeking children, who are few: neighbours are taken together
 * until both these and the others of every group may be shown. With the total of the group known, each gives the other.
 *
 * <p>They stand beside the same two numbers of every district. Where a group lies wholly in a district, or a district in a group, the
 * difference of the two is a number of children too; where it would be small nothing is shown by decile.
 */
final class AccompaniedDeciles {

    private static final int DECILES = 10;
    private static final List<Category> BOTH = List.of(Category.UNACCOMPANIED_CHILDREN, Category.ACCOMPANIED);

    private final ExactCounts exact;
    private final DisclosurePolicy policy;
    private final CellLedger ledger;

    AccompaniedDeciles(ExactCounts exact, DisclosurePolicy policy, CellLedger ledger) {
        this.exact = exact;
        this.policy = policy;
        this.ledger = ledger;
    }

    /**
     * Adds the groups of an extent, whose areas, districts and own counts are in the ledger.
     *
     * @param whole the count of the extent
     * @param totals the groups of the extent with unaccompanied children
     * @return the groups; none where they cannot be told
     */
    List<DecileTables.Group> add(Period period, ExtentName extent, CellKey whole, List<DecileTables.Group> totals) {
        Optional<Breakdown> breakdown = Breakdown.list(exact, period).stream()
                .filter(Breakdown::tellsUnaccompanied)
                .findFirst();
        Map<Integer, List<AreaCode>> byDecile = DecileTables.byDecile(exact, period, exact.areasOf(extent));
        if (breakdown.isEmpty() || byDecile.isEmpty()) {
            return List.of();
        }
        List<SafeGroups.Group> singles = new ArrayList<>();
        for (int decile = 1; decile <= DECILES; decile++) {
            Map<Category, Value> parts = breakdown.get().of(byDecile.getOrDefault(decile, List.of()));
            if (!parts.values().stream().allMatch(Value::isKnown)) {
                return List.of();
            }
            singles.add(new SafeGroups.Group(
                    decile,
                    decile,
                    BOTH.stream()
                            .map(category -> new SafeGroups.Part(number(parts, category), 0, 0))
                            .toList()));
        }
        List<DecileTables.Group> groups = new ArrayList<>();
        for (SafeGroups.Group merged : new SafeGroups(policy).merge(singles)) {
            List<AreaCode> within = new ArrayList<>();
            for (int decile = merged.first(); decile <= merged.last(); decile++) {
                within.addAll(byDecile.getOrDefault(decile, List.of()));
            }
            groups.add(new DecileTables.Group(
                    merged.first(),
                    merged.last(),
                    within,
                    DecileTables.key(period, DecileTables.nameOf(extent), merged, within)));
        }
        if (groups.stream().anyMatch(group -> givesAway(breakdown.get(), period, group.areas()))) {
            return List.of();
        }
        groups.removeIf(group -> !publish(breakdown.get(), group, totals));
        tieToWhole(whole, groups);
        return groups;
    }

    /** Publishes both numbers of a group; false where it has no count. */
    private boolean publish(Breakdown breakdown, DecileTables.Group group, List<DecileTables.Group> totals) {
        List<CellKey> tenths = new ArrayList<>();
        Set<AreaCode> left = new HashSet<>(group.areas());
        for (DecileTables.Group total : totals) {
            if (left.containsAll(total.areas())) {
                tenths.add(total.key());
                total.areas().forEach(left::remove);
            }
        }
        if (left.isEmpty()) {
            ledger.publishSum(group.key(), group.areas(), tenths);
        } else {
            ledger.publishSum(group.key(), group.areas());
        }
        if (!ledger.isPublished(group.key())) {
            return false;
        }
        Map<Category, Value> parts = breakdown.of(group.areas());
        BOTH.forEach(category ->
                ledger.publish(group.key().category(category.text()), Value.known(number(parts, category))));
        ledger.tie(
                group.key(),
                BOTH.stream()
                        .map(category -> group.key().category(category.text()))
                        .toList());
        return true;
    }

    private void tieToWhole(CellKey whole, List<DecileTables.Group> groups) {
        Set<AreaCode> covered = new HashSet<>();
        groups.forEach(group -> covered.addAll(group.areas()));
        if (covered.equals(new HashSet<>(ledger.areas(whole)))) {
            BOTH.stream()
                    .filter(category -> ledger.has(whole.category(category.text())))
                    .forEach(category -> ledger.tie(
                            whole.category(category.text()),
                            groups.stream()
                                    .map(group -> group.key().category(category.text()))
                                    .toList()));
        }
    }

    private boolean givesAway(Breakdown breakdown, Period period, List<AreaCode> group) {
        Set<AreaCode> inside = new HashSet<>(group);
        for (List<AreaCode> district : exact.districtAreas(period).values()) {
            Set<AreaCode> left = new HashSet<>(inside);
            if (inside.containsAll(district)) {
                district.forEach(left::remove);
            } else if (district.containsAll(inside)) {
                left = new HashSet<>(district);
                left.removeAll(inside);
            } else {
                continue;
            }
            if (isFew(breakdown, left)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFew(Breakdown breakdown, Collection<AreaCode> areas) {
        Map<Category, Value> parts = breakdown.of(areas);
        return BOTH.stream().anyMatch(category -> policy.hides(number(parts, category)));
    }

    private static double number(Map<Category, Value> parts, Category category) {
        return parts.getOrDefault(category, Value.known(0)).number().orElse(0);
    }
}
