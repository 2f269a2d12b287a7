package org.needscape.cooccurrence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.stats.Correlation;

/**
 * How closely the rates of two risk factors go together over areas: <em>places, not children</em>. Where one rate is high the other
 * tends to be high too; whether the same children are meant it cannot say, and the correlation among children can be much smaller
 * or of the other sign (the ecological fallacy: Robinson, 1950, American Sociological Review 15:351-357).
 *
 * <p>There are no confidence limits, because neighbouring areas are not independent observations. Rates of small areas are best
 * smoothed first: their chance variation pulls the coefficient toward 0.
 *
 * @param first a factor
 * @param second another
 * @param method Pearson's or Spearman's
 * @param coefficient -1 to 1
 * @param places areas of which both rates are known, at least 3
 * @param leftOut areas of which one rate is not known
 */
public record PlaceCorrelation(
        String first, String second, Correlation method, double coefficient, long places, long leftOut) {

    public PlaceCorrelation {
        if (!(coefficient >= -1 && coefficient <= 1)) {
            throw new IllegalArgumentException("A correlation is -1 to 1, not " + coefficient + ".");
        }
        if (places < 3) {
            throw new IllegalArgumentException("A correlation is over 3 places or more, not " + places + ".");
        }
        Shares.checkNotNegative("Areas left out", leftOut);
    }

    /**
     * A factor's rates.
     *
     * @param factor its name
     * @param rates by code of areas of one geography
     */
    public record Rates(String factor, Map<AreaCode, Value> rates) {

        public Rates {
            rates = Map.copyOf(rates);
        }

        /** The rate of an area, not available where none was given. */
        private Value at(AreaCode area) {
            return rates.getOrDefault(area, Value.notAvailable());
        }

        private double[] of(List<AreaCode> areas) {
            return areas.stream()
                    .mapToDouble(area -> at(area).number().orElseThrow())
                    .toArray();
        }
    }

    /**
     * Correlates two factors over the areas of which both rates are known.
     *
     * @return empty with fewer than three such areas or where one of the rates does not vary
     */
    public static Optional<PlaceCorrelation> of(Rates first, Rates second, Correlation method) {
        Set<AreaCode> areas = new TreeSet<>(first.rates().keySet());
        areas.addAll(second.rates().keySet());
        List<AreaCode> known = areas.stream()
                .filter(area -> first.at(area).isKnown() && second.at(area).isKnown())
                .toList();
        return method.of(first.of(known), second.of(known)).stream()
                .boxed()
                .map(coefficient -> new PlaceCorrelation(
                        first.factor(),
                        second.factor(),
                        method,
                        coefficient,
                        known.size(),
                        areas.size() - known.size()))
                .findFirst();
    }
}
