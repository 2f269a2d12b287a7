package org.needscape.geoio.table;

import java.util.OptionalDouble;
import java.util.Set;
import org.needscape.area.Geography;
import org.needscape.indicator.Indicator;
import org.needscape.indicator.Period;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.ValueFlag;

/**
 * What a codebook says about one indicator for one geography.
 *
 * @param indicator its definition
 * @param period what its figures are about where the data do not say
 * @param edition as published, such as {@code IoD 2019}
 * @param flags what holds for every number of it
 * @param symbols how its cells say that there is no number
 * @param numbers which numbers its unit allows
 * @param multiplier what a count over its denominator is multiplied by to give a value: 100 for percent; empty where the unit does
 *     not say
 */
record CodebookEntry(
        Indicator indicator,
        Period period,
        String edition,
        Set<ValueFlag> flags,
        SymbolProfile symbols,
        NumberRule numbers,
        OptionalDouble multiplier) {

    CodebookEntry {
        flags = Set.copyOf(flags);
    }

    /** A column of its numbers. */
    NumberColumn column(int index, String header) {
        return new NumberColumn(index, header, symbols, numbers);
    }

    /** Its series for a geography and period. */
    SeriesKey series(Geography geography, Period when) {
        return new SeriesKey(indicator.id(), geography, when, SeriesKey.ALL, edition);
    }
}
