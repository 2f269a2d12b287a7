package org.needscape.targeting;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.needscape.area.AreaCode;

/**
 * Which areas no good set can do without, and which are in none. A set is good when it keeps to the constraints and reaches nearly as
 * much need as the best one found.
 *
 * @param shareFraction how much less than the best set a good set may reach, as a share of its need, 0 to below 1
 * @param leastNeed the need that a good set reaches at least: (1 - share) times the need of the best set
 * @param places by area
 */
public record GoodSets(double shareFraction, double leastNeed, SortedMap<AreaCode, Place> places) {

    /** Where an area stands among good sets. Each is shown, none is supposed. */
    public enum Place {
        /** In every one: without it more than the share is lost. */
        EVERY,
        /** In one and not in another. */
        SOME,
        /** In none: with it more than the share is lost. */
        NONE,
        /** Not shown in time. */
        NOT_KNOWN
    }

    public GoodSets {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    /** Areas at a place, by code. */
    public List<AreaCode> at(Place place) {
        return places.entrySet().stream()
                .filter(each -> each.getValue() == place)
                .map(each -> each.getKey())
                .toList();
    }
}
