package org.needscape.geoio.table;

import java.util.Set;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueFlag;

/**
 * What one cell of a table says.
 *
 * @param value the number, or why there is none
 * @param flags what the publisher says about the number
 */
public record CellReading(Value value, Set<ValueFlag> flags) {

    public CellReading {
        flags = Set.copyOf(flags);
    }

    static CellReading of(Value value) {
        return new CellReading(value, Set.of());
    }
}
