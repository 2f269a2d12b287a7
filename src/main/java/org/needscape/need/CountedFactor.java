package org.needscape.need;

import java.util.List;
import org.needscape.indicator.Value;

/**
 * A factor with the counts and populations behind its values, which say how sure each is.
 *
 * @param values as measured: counts over populations times a constant, such as 100 for percent
 * @param counts events of each area, in the same order
 * @param populations of each area, in the same order
 * @param shrinkage toward what its rates are drawn before they are scored
 * @param surroundings what that needs to know of the areas
 */
public record CountedFactor(
        List<Value> values,
        List<Value> counts,
        List<Value> populations,
        Shrinkage shrinkage,
        Surroundings surroundings) {

    public CountedFactor {
        values = List.copyOf(values);
        counts = List.copyOf(counts);
        populations = List.copyOf(populations);
        if (counts.size() != values.size() || populations.size() != values.size()) {
            throw new IllegalArgumentException(values.size() + " values, " + counts.size() + " counts and "
                    + populations.size() + " populations.");
        }
        if (!surroundings.allow(shrinkage, values.size())) {
            throw new IllegalArgumentException("Shrinkage " + shrinkage.code() + " needs to know "
                    + (shrinkage == Shrinkage.LOCAL ? "the neighbours" : "the district") + " of each of "
                    + values.size() + " areas.");
        }
    }

    /** A factor whose rates are drawn toward the overall rate. */
    public CountedFactor(List<Value> values, List<Value> counts, List<Value> populations) {
        this(values, counts, populations, Shrinkage.GLOBAL, Surroundings.NONE);
    }

    /** Whether an area's rate is known with what it was made of, so that it says how sure it is. */
    boolean isKnown(int area) {
        return values.get(area).isKnown()
                && counts.get(area).isKnown()
                && populations.get(area).number().orElse(0) > 0;
    }

    /** The number of an area that is known. */
    static double number(List<Value> of, int area) {
        return of.get(area).number().orElseThrow();
    }
}
