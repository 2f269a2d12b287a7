package org.needscape.protection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;

/**
 * What the counts of districts and extents consist of by category, and how an extent's categories add up from those of the places
 * within it. Categories of small areas are published nowhere: nearly all of them would be hidden.
 */
final class CategoryTables {

    private final CellLedger ledger;
    private final Map<CellKey, Map<String, Value>> parts = new HashMap<>();

    CategoryTables(CellLedger ledger) {
        this.ledger = ledger;
    }

    /** Adds what a place's count consists of, if it has a count and there are categories. */
    void addPlace(CellKey place, Breakdown breakdown, Collection<AreaCode> areas) {
        if (breakdown.isEmpty() || !ledger.has(place)) {
            return;
        }
        Map<String, Value> categories = breakdown.of(areas);
        categories.forEach((category, count) -> ledger.publish(place.category(category), count));
        parts.put(place, categories);
        ledger.tie(place, categories.keySet().stream().map(place::category).toList());
    }

    /**
     * Adds what an extent's count consists of.
     *
     * @param within places that lie within it
     * @param elsewhere its areas that are in none of these
     */
    void addExtent(
            CellKey extent,
            Breakdown breakdown,
            Collection<AreaCode> areas,
            List<CellKey> within,
            Collection<AreaCode> elsewhere) {
        addPlace(extent, breakdown, areas);
        if (within.isEmpty() || !parts.containsKey(extent) || !parts.keySet().containsAll(within)) {
            return;
        }
        // The difference between the extent and the places within it can be worked out, so it must not be small either.
        CellKey rest = new CellKey(extent.when(), extent.kind(), extent.place() + " elsewhere", extent.areas());
        breakdown.of(elsewhere).forEach((category, count) -> {
            List<CellKey> summed = new ArrayList<>();
            within.forEach(place -> summed.add(place.category(category)));
            if (!elsewhere.isEmpty()) {
                ledger.add(rest.category(category), count);
                summed.add(rest.category(category));
            }
            ledger.tie(extent.category(category), summed);
        });
    }

    /** By category, the exact count or why there is none; empty for a place without a breakdown. */
    Map<String, Value> of(CellKey place) {
        return parts.getOrDefault(place, Map.of());
    }
}
