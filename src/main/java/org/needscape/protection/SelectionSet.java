package org.needscape.protection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Period;

/**
 * Lists of areas whose sums were shown for a period, each once and in an order of their own: what is hidden must not depend on the
 * order in which they were asked for.
 *
 * @param byName the areas of each, in code order
 */
record SelectionSet(Map<String, List<AreaCode>> byName) {

    static final SelectionSet NONE = new SelectionSet(Map.of());

    SelectionSet {
        byName = new TreeMap<>(byName);
    }

    static Map<Period, SelectionSet> byPeriod(Map<Period, ? extends Collection<List<AreaCode>>> lists) {
        Map<Period, SelectionSet> sets = new TreeMap<>();
        lists.forEach((period, several) -> {
            Map<String, List<AreaCode>> byName = new TreeMap<>();
            several.forEach(areas -> byName.put(name(areas), ordered(areas)));
            sets.put(period, new SelectionSet(byName));
        });
        return sets;
    }

    /** Areas in code order, each once. */
    static List<AreaCode> ordered(Collection<AreaCode> areas) {
        return areas.stream().distinct().sorted().toList();
    }

    Collection<List<AreaCode>> lists() {
        return byName.values();
    }

    int size() {
        return byName.size();
    }

    boolean contains(Collection<AreaCode> areas) {
        return byName.containsKey(name(areas));
    }

    private static String name(Collection<AreaCode> areas) {
        return String.join(" ", ordered(areas).stream().map(AreaCode::value).toList());
    }
}
