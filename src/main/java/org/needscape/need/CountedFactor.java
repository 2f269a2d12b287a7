package org.needscape.need;

import java.util.List;
import org.needscape.indicator.Value;

/**
 * The counts and populations behind a factor's values, which say how sure each is.
 *
 * @param counts events of each area
 * @param populations of each area, in the same order
 */
public record CountedFactor(List<Value> counts, List<Value> populations) {

    public CountedFactor {
        counts = List.copyOf(counts);
        populations = List.copyOf(populations);
        if (counts.size() != populations.size()) {
            throw new IllegalArgumentException(counts.size() + " counts and " + populations.size() + " populations.");
        }
    }
}
