package org.needscape.indicator;

import java.util.Set;
import org.needscape.area.AreaCode;

/**
 * One value of a series for one area, as its source gives it. This is the exact value: what leaves the service goes through
 * {@code disclosure} first.
 *
 * @param series indicator, geography, period, category, edition
 * @param area the code within the series' geography
 * @param value the number, or why there is none
 * @param flags what the publisher says about the number
 * @param numerator the count behind it; not available where not stated
 * @param denominator the population behind it; not available where not stated
 */
public record Observation(
        SeriesKey series, AreaCode area, Value value, Set<ValueFlag> flags, Value numerator, Value denominator) {

    public Observation {
        flags = Set.copyOf(flags);
    }

    /** An observation without flags, numerator or denominator. */
    public static Observation of(SeriesKey series, AreaCode area, Value value) {
        return new Observation(series, area, value, Set.of(), Value.notAvailable(), Value.notAvailable());
    }
}
