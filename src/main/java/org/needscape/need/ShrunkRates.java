package org.needscape.need;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.needscape.indicator.Value;
import org.needscape.stats.EmpiricalBayes;

/**
 * Rates of areas drawn toward the overall rate the more, the fewer people are behind them, so that an area of few does not come first
 * or last by chance: empirical Bayes after Marshall (1991, Applied Statistics 40:283-294), see {@link EmpiricalBayes}.
 */
public final class ShrunkRates {

    private ShrunkRates() {}

    /**
     * A factor's values with those shrunk of which count and population are known.
     *
     * @return in the same order and unit; a value without its count or population stays as it is, and one that is not known keeps its
     *     reason. Empty where there is no event. Where areas differ by no more than chance all get the overall rate
     */
    public static Optional<List<Value>> of(CountedFactor counted) {
        List<Value> values = counted.values();
        List<Integer> known = new ArrayList<>();
        double valued = 0;
        double events = 0;
        for (int area = 0; area < values.size(); area++) {
            if (values.get(area).isKnown() && counted.counts().get(area).isKnown() && population(counted, area) > 0) {
                known.add(area);
                valued += values.get(area).number().orElseThrow() * population(counted, area);
                events += count(counted, area);
            }
        }
        double unit = valued / events;
        return EmpiricalBayes.fit(
                        known.stream().mapToDouble(area -> count(counted, area)).toArray(),
                        known.stream()
                                .mapToDouble(area -> population(counted, area))
                                .toArray())
                .map(bayes -> {
                    List<Value> shrunk = new ArrayList<>(values);
                    known.forEach(area -> shrunk.set(
                            area,
                            Value.ofFinite(
                                    unit * bayes.smoothedRate(count(counted, area), population(counted, area)))));
                    return shrunk;
                });
    }

    private static double count(CountedFactor counted, int area) {
        return counted.counts().get(area).number().orElseThrow();
    }

    private static double population(CountedFactor counted, int area) {
        return counted.populations().get(area).number().orElse(0);
    }
}
