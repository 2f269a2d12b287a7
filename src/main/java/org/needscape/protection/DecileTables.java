package org.needscape.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.SafeGroups;
import org.needscape.indicator.Period;

/** National deprivation deciles within extents, neighbours taken together where one alone would give a count away. */
final class DecileTables {

    private static final int DECILES = 10;

    private final ExactCounts exact;
    private final DisclosurePolicy policy;
    private final Map<ExtentName, Map<Period, List<Group>>> groups = new TreeMap<>();

    /** Deciles that are published together. */
    record Group(int first, int last, List<AreaCode> areas, CellKey key) {}

    DecileTables(ExactCounts exact, DisclosurePolicy policy) {
        this.exact = exact;
        this.policy = policy;
    }

    /** Adds the groups of a period, whose areas are in the ledger. */
    void add(CellLedger ledger, Period period) {
        exact.extents().forEach((extent, areas) -> {
            Map<Integer, List<AreaCode>> byDecile = new TreeMap<>();
            for (AreaCode code : areas) {
                Integer decile = exact.deciles().get(code);
                if (decile != null && exact.count(period, code).isKnown()) {
                    byDecile.computeIfAbsent(decile, ignored -> new ArrayList<>())
                            .add(code);
                }
            }
            List<Group> added = new ArrayList<>();
            for (SafeGroups.Group merged : new SafeGroups(policy).merge(sums(period, byDecile))) {
                List<AreaCode> within = new ArrayList<>();
                for (int decile = merged.first(); decile <= merged.last(); decile++) {
                    within.addAll(byDecile.getOrDefault(decile, List.of()));
                }
                CellKey key = CellKey.ofSum(period, CellKey.Kind.GROUP, extent + " deciles " + merged.label(), within);
                ledger.publishSum(key, within);
                if (ledger.isPublished(key)) {
                    added.add(new Group(merged.first(), merged.last(), within, key));
                }
            }
            groups.computeIfAbsent(extent, ignored -> new HashMap<>()).put(period, added);
        });
    }

    List<Group> groups(ExtentName extent, Period period) {
        return groups.getOrDefault(extent, Map.of()).getOrDefault(period, List.of());
    }

    private List<SafeGroups.Group> sums(Period period, Map<Integer, List<AreaCode>> byDecile) {
        List<SafeGroups.Group> sums = new ArrayList<>();
        for (int decile = 1; decile <= DECILES; decile++) {
            double count = 0;
            int hidden = 0;
            double hiddenCount = 0;
            for (AreaCode code : byDecile.getOrDefault(decile, List.of())) {
                double number = exact.count(period, code).number().orElse(0);
                count += number;
                if (policy.roundingBase() == 0 && policy.hides(number)) {
                    hidden++;
                    hiddenCount += number;
                }
            }
            sums.add(new SafeGroups.Group(decile, decile, 0, count, hidden, hiddenCount));
        }
        return sums;
    }
}
