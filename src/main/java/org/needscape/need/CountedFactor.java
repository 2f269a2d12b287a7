package org.needscape.need;

import java.util.List;
import org.needscape.indicator.Value;

/**
 * A factor with the counts and populations behind its values, which say how sure each is.
 *
 * @param values as measured: counts over populations times a constant, such as 100 for percent
 * @param counts events of each area, in the same order
 * @param populations of each area, in the same order
 */
public record CountedFactor(List<Value> values, List<Value> counts, List<Value> populations) {

    public CountedFactor {
        values = List.copyOf(values);
        counts = List.copyOf(counts);
        populations = List.copyOf(populations);
        if (counts.size() != values.size() || populations.size() != values.size()) {
            throw new IllegalArgumentException(values.size() + " values, " + counts.size() + " counts and "
                    + populations.size() + " populations.");
        }
    }
}
