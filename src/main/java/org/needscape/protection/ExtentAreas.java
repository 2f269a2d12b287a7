package org.needscape.protection;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.needscape.area.AreaCode;

/**
 * The areas of an extent, and which of ten groups of equal numbers of areas each belongs to when they are ranked among themselves by
 * deprivation. These tenths mean nothing elsewhere. Immutable.
 *
 * @param codes of its areas
 * @param tenths 1 (most deprived of the extent) to 10; areas without a rank have none
 */
record ExtentAreas(SortedSet<AreaCode> codes, Map<AreaCode, Integer> tenths) {

    static final ExtentAreas NONE = new ExtentAreas(new TreeSet<>(), Map.of());

    private static final int TENTHS = 10;

    ExtentAreas {
        codes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(codes));
        tenths = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(tenths));
    }

    /** Areas of which nobody knows how deprived they are. */
    static ExtentAreas of(Collection<AreaCode> codes) {
        return new ExtentAreas(new TreeSet<>(codes), Map.of());
    }

    /**
     * Areas ranked among themselves: as with the national deciles, the k-th of n ranked areas is in tenth ⌈10 k / n⌉, and areas of one rank
     * are in one tenth.
     *
     * @param ranks national ranks, 1 most deprived; those of other areas do not matter
     */
    static ExtentAreas ranked(Collection<AreaCode> codes, Map<AreaCode, Double> ranks) {
        SortedMap<Double, Integer> areasByRank = new TreeMap<>();
        codes.stream()
                .filter(ranks::containsKey)
                .forEach(code -> areasByRank.merge(rank(ranks, code), 1, Integer::sum));
        int ranked = areasByRank.values().stream().mapToInt(Integer::intValue).sum();
        Map<Double, Integer> tenthOf = new TreeMap<>();
        int before = 0;
        for (Map.Entry<Double, Integer> each : areasByRank.entrySet()) {
            tenthOf.put(each.getKey(), (TENTHS * (before + 1) + ranked - 1) / ranked);
            before += each.getValue();
        }
        Map<AreaCode, Integer> tenths = new TreeMap<>();
        codes.stream()
                .filter(ranks::containsKey)
                .forEach(code -> tenths.put(code, tenthOf.getOrDefault(rank(ranks, code), TENTHS)));
        return new ExtentAreas(new TreeSet<>(codes), tenths);
    }

    private static double rank(Map<AreaCode, Double> ranks, AreaCode code) {
        return ranks.getOrDefault(code, 0.0);
    }
}
