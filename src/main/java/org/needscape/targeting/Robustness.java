package org.needscape.targeting;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.needscape.area.AreaCode;

/**
 * How a set holds up when need is measured otherwise.
 *
 * @param shares by area that is in any best set, the share of the ways to measure need whose best set it is in, above 0 to 1
 * @param overlaps for each way, how much its best set has in common with the chosen set: areas in both over areas in either, 0 to 1; 1
 *     where both are empty, and nothing for a way without a set
 * @param withoutSet how many ways had no set, which have no part in the shares
 */
public record Robustness(SortedMap<AreaCode, Double> shares, List<Optional<Double>> overlaps, int withoutSet) {

    /** From this share on an area is in almost every best set. */
    public static final double ALMOST_EVERY = 0.9;

    /** Above this share, and below {@link #ALMOST_EVERY}, an area is a toss-up. */
    public static final double TOSS_UP = 0.1;

    public Robustness {
        shares = Collections.unmodifiableSortedMap(new TreeMap<>(shares));
        overlaps = List.copyOf(overlaps);
    }

    /** Areas that are in almost every best set, by code. */
    public List<AreaCode> almostEvery() {
        return shares.keySet().stream()
                .filter(area -> shares.getOrDefault(area, 0.0) >= ALMOST_EVERY)
                .toList();
    }

    /** Areas that are in some best sets and not in others, by code. */
    public List<AreaCode> tossUps() {
        return shares.keySet().stream()
                .filter(area ->
                        shares.getOrDefault(area, 0.0) > TOSS_UP && shares.getOrDefault(area, 0.0) < ALMOST_EVERY)
                .toList();
    }
}
