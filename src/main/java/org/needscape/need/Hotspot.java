package org.needscape.need;

import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;

/**
 * The finding on one area.
 *
 * @param area its code
 * @param value what was tested, or why it is not known
 * @param z standard score of the area with its neighbours; unknown where not tested
 * @param p p-value, 0 to 1; unknown where not tested
 * @param q p-value adjusted for the number of areas tested; unknown where not tested
 * @param hotspotClass hot, cold or not, at a false discovery rate of 5 %
 * @param reason why not tested: {@code isolate}, {@code missing}, {@code suppressed}, {@code no-population} or {@code constant};
 *     empty where tested
 * @param neighbourCount how many neighbours with a known value it has
 */
public record Hotspot(
        AreaCode area,
        Value value,
        Value z,
        Value p,
        Value q,
        HotspotClass hotspotClass,
        String reason,
        int neighbourCount) {}
