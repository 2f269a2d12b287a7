package org.needscape.cooccurrence;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;

/**
 * In which areas a risk factor is high: places, not children. That two factors are high in one place does not say that any child
 * there has both.
 *
 * @param factor its name, not blank
 * @param areas of one geography, by code; an area that is not here is unknown
 */
public record PlaceFlags(String factor, Map<AreaCode, FactorFlag> areas) {

    public PlaceFlags {
        if (factor.isBlank()) {
            throw new IllegalArgumentException("A factor needs a name.");
        }
        areas = Collections.unmodifiableMap(new TreeMap<>(areas));
    }

    /**
     * Flags the areas whose value is at least a threshold. A value that is suppressed, missing, not applicable or low leaves the
     * area unknown, never below the threshold.
     *
     * @param factor its name
     * @param values by area, in any unit
     * @param threshold in the same unit, finite
     */
    public static PlaceFlags atLeast(String factor, Map<AreaCode, Value> values, double threshold) {
        if (!Double.isFinite(threshold)) {
            throw new IllegalArgumentException("A threshold is finite, not " + threshold + ".");
        }
        Map<AreaCode, FactorFlag> flags = new TreeMap<>();
        values.forEach((area, value) -> flags.put(area, flag(value, threshold)));
        return new PlaceFlags(factor, flags);
    }

    /** The flag of an area. */
    public FactorFlag of(AreaCode area) {
        return areas.getOrDefault(area, FactorFlag.UNKNOWN);
    }

    private static FactorFlag flag(Value value, double threshold) {
        if (value.number().isEmpty()) {
            return FactorFlag.UNKNOWN;
        }
        return value.number().getAsDouble() >= threshold ? FactorFlag.PRESENT : FactorFlag.ABSENT;
    }
}
