package org.needscape.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.tables.ProtectedTables;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;

/**
 * Puts everything that is published of a measure into one system of counts and totals: small areas, districts, extents, deprivation
 * deciles, selections that were shown, and the categories of districts; each period by itself. Sums that were shown
 * before of areas which make up no place any more, such as a district's before its areas changed, stand among them, because
 * whoever kept them can subtract.
 */
final class CountTables {

    private final ExactCounts exact;
    private final CellLedger ledger;
    private final DecileTables deciles;
    private final Map<CellKey, Map<String, Value>> categories = new HashMap<>();

    /**
     * @param before what was shown before
     * @param selections for each period the lists of areas whose sums were shown
     * @param fineness of the districts' counts by deprivation
     */
    CountTables(
            ExactCounts exact,
            DisclosurePolicy policy,
            Released before,
            Map<Period, SelectionSet> selections,
            DistrictDeciles fineness) {
        this.exact = exact;
        this.ledger = new CellLedger(policy, before);
        this.deciles = new DecileTables(exact, policy, fineness);
        for (Period period : exact.periods()) {
            addPlaces(period);
            deciles.add(ledger, period);
            for (List<AreaCode> areas :
                    selections.getOrDefault(period, SelectionSet.NONE).lists()) {
                ledger.publishSum(CellKey.ofSelection(period, areas), areas);
            }
            before.sums(period).forEach(ledger::addShownBefore);
        }
    }

    ProtectedTables protect() {
        return ledger.protect();
    }

    /** All that is published, in the order of its cells. */
    List<CellKey> published() {
        return ledger.keys().stream().filter(ledger::isPublished).toList();
    }

    /** The cell of a count that is published; empty when there is none. */
    Optional<Integer> find(CellKey key) {
        return ledger.findPublished(key);
    }

    /** The name of a cell. */
    CellKey key(int cell) {
        return ledger.keys().stream()
                .filter(key -> ledger.cell(key) == cell)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no cell " + cell + "."));
    }

    /** The areas of a published sum; empty for other counts. */
    List<AreaCode> areas(CellKey key) {
        return ledger.areas(key);
    }

    List<DecileTables.Group> groups(ExtentName extent, Period period) {
        return deciles.groups(extent, period);
    }

    List<DecileTables.Group> groups(AreaId district, Period period) {
        return deciles.groups(district, period);
    }

    /** The groups of deciles of every place. */
    List<DecileTables.Group> groups(Period period) {
        return deciles.groups(period);
    }

    /** What a district's count consists of: by category, the exact count or why there is none; empty where nobody says. */
    Map<String, Value> categories(CellKey district) {
        return categories.getOrDefault(district, Map.of());
    }

    /** Names a district's count: the sum of its areas with a value of any state. */
    CellKey district(Period period, AreaId district) {
        return CellKey.ofDistrict(period, district, exact.districtAreas(period).getOrDefault(district, List.of()));
    }

    /** Names an extent's count: the sum of its areas with a value of any state. */
    CellKey extent(Period period, ExtentName extent) {
        return CellKey.ofSum(period, CellKey.Kind.EXTENT, extent.value(), counted(period, extent));
    }

    private List<AreaCode> counted(Period period, ExtentName extent) {
        Set<AreaCode> observed = observed(period);
        return exact.extents().getOrDefault(extent, Set.of()).stream()
                .filter(observed::contains)
                .toList();
    }

    private Set<AreaCode> observed(Period period) {
        return exact.counts().getOrDefault(period, Map.of()).keySet();
    }

    private void addPlaces(Period period) {
        exact.counts().getOrDefault(period, Map.of()).forEach((code, value) -> {
            if (value.isKnown()) {
                ledger.publish(CellKey.ofArea(period, code), value);
            }
        });
        Breakdown breakdown = new Breakdown(exact, period);
        exact.districtAreas(period).forEach((district, areas) -> {
            CellKey key = district(period, district);
            ledger.publishSum(key, areas);
            addCategories(key, breakdown, areas);
        });
        exact.extents().keySet().forEach(extent -> addExtent(period, extent));
    }

    /** A district's count is the sum of its categories. Those of small areas are published nowhere: nearly all would be hidden. */
    private void addCategories(CellKey district, Breakdown breakdown, List<AreaCode> areas) {
        if (!breakdown.isEmpty() && ledger.has(district)) {
            Map<String, Value> parts = breakdown.of(areas);
            parts.forEach((category, count) -> ledger.publish(district.category(category), count));
            ledger.tie(district, parts.keySet().stream().map(district::category).toList());
            categories.put(district, parts);
        }
    }

    /** An extent is the sum of the districts that lie wholly within it, and of its other areas one by one. */
    private void addExtent(Period period, ExtentName extent) {
        List<AreaCode> areas = counted(period, extent);
        Set<AreaCode> left = new TreeSet<>(areas);
        List<CellKey> parts = new ArrayList<>();
        exact.districtAreas(period).forEach((district, codes) -> {
            CellKey key = district(period, district);
            if (ledger.has(key) && left.containsAll(codes)) {
                parts.add(key);
                codes.forEach(left::remove);
            }
        });
        left.forEach(code -> parts.add(CellKey.ofArea(period, code)));
        ledger.publishSum(extent(period, extent), areas, parts);
    }
}
