package org.needscape.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.tables.ProtectedTables;
import org.needscape.indicator.Category;
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
    private final Map<ExtentName, Map<Period, List<DecileTables.Group>>> accompanied = new HashMap<>();
    private final Map<CellKey, Map<Category, Value>> categories = new HashMap<>();

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
            Fineness fineness) {
        this.exact = exact;
        this.ledger = new CellLedger(policy, before);
        this.deciles = new DecileTables(exact, policy, fineness);
        AccompaniedDeciles without = new AccompaniedDeciles(exact, policy, ledger);
        for (Period period : exact.periods()) {
            addPlaces(period);
            deciles.addExtents(ledger, period);
            deciles.addLocal(ledger, period);
            if (fineness.accompanied()) {
                for (ExtentName extent : exact.extents().keySet()) {
                    accompanied
                            .computeIfAbsent(extent, ignored -> new HashMap<>())
                            .put(
                                    period,
                                    without.add(
                                            period, extent, extent(period, extent), deciles.groups(extent, period)));
                }
            }
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

    /** The same, if that is easy; these counts are hidden anyway. */
    Optional<ProtectedTables> protectEasily(Predicate<CellKey> hiddenAnyway) {
        return ledger.protectEasily(hiddenAnyway);
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

    /** The groups of an extent by its own tenths. */
    List<DecileTables.Group> localGroups(ExtentName extent, Period period) {
        return deciles.localGroups(extent, period);
    }

    List<DecileTables.Group> groups(AreaId district, Period period) {
        return deciles.groups(district, period);
    }

    /** The groups that are told without unaccompanied asylum-seeking children. */
    List<DecileTables.Group> accompanied(ExtentName extent, Period period) {
        return accompanied.getOrDefault(extent, Map.of()).getOrDefault(period, List.of());
    }

    /** The groups of deciles of every place. */
    List<DecileTables.Group> groups(Period period) {
        return deciles.groups(period);
    }

    /** What a place's count consists of: by category, the exact count or why there is none; empty where nobody says. */
    Map<Category, Value> categories(CellKey place) {
        return categories.getOrDefault(place, Map.of());
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
        return exact.areasOf(extent).stream().filter(observed::contains).toList();
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
        deciles.addDistricts(ledger, period);
        List<Breakdown> breakdowns = Breakdown.list(exact, period);
        exact.districtAreas(period).forEach((district, areas) -> {
            CellKey key = district(period, district);
            publishDistrict(key, areas, deciles.groups(district, period));
            addCategories(key, breakdowns, areas);
        });
        exact.extents().keySet().forEach(extent -> addExtent(period, extent, breakdowns));
    }

    /** A district is the sum of its groups of deciles where these are all of it: the fewer sums an area is in, the easier to protect. */
    private void publishDistrict(CellKey key, List<AreaCode> areas, List<DecileTables.Group> groups) {
        List<CellKey> parts = new ArrayList<>();
        Set<AreaCode> left = new TreeSet<>(areas);
        groups.forEach(group -> {
            parts.add(group.key());
            group.areas().forEach(left::remove);
        });
        if (left.isEmpty() && !parts.isEmpty()) {
            ledger.publishSum(key, areas, parts);
        } else {
            ledger.publishSum(key, areas);
        }
    }

    /** A place's count is the sum of the categories of each breakdown. Those of small areas are published nowhere: nearly all would be hidden. */
    private void addCategories(CellKey place, List<Breakdown> breakdowns, List<AreaCode> areas) {
        if (!ledger.has(place)) {
            return;
        }
        Map<Category, Value> all = new LinkedHashMap<>();
        for (Breakdown breakdown : breakdowns) {
            Map<Category, Value> parts = breakdown.of(areas);
            parts.forEach((category, count) -> ledger.publish(place.category(category.text()), count));
            ledger.tie(
                    place,
                    parts.keySet().stream()
                            .map(category -> place.category(category.text()))
                            .toList());
            all.putAll(parts);
        }
        categories.put(place, all);
    }

    /** An extent is the sum of the districts that lie wholly within it, and of its other areas one by one. */
    private void addExtent(Period period, ExtentName extent, List<Breakdown> breakdowns) {
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
        CellKey whole = extent(period, extent);
        List<CellKey> districts = List.copyOf(parts);
        left.forEach(code -> parts.add(CellKey.ofArea(period, code)));
        ledger.publishSum(whole, areas, parts);
        if (ledger.isPublished(whole)) {
            addCategories(whole, breakdowns, areas);
            if (left.isEmpty()) {
                tieCategories(whole, districts);
            }
        }
    }

    /** A category of an extent is the sum of the same of its districts. */
    private void tieCategories(CellKey extent, List<CellKey> districts) {
        categories(extent)
                .keySet()
                .forEach(category -> ledger.tie(
                        extent.category(category.text()),
                        districts.stream()
                                .map(district -> district.category(category.text()))
                                .toList()));
    }
}
