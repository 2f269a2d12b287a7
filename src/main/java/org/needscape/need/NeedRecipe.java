package org.needscape.need;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a need score is made.
 *
 * @param name for people, not blank
 * @param factors at least one, no column twice, each with a standardisation that the aggregation can use
 * @param aggregation of the standardised factors
 * @param minimumCoverageFraction the share of the weight that must be known for an area to get a score, 0 to 1
 * @param referenceSize N of the exponential transformation, or 0 for the number of areas with a value
 */
public record NeedRecipe(
        String name,
        List<NeedFactor> factors,
        Aggregation aggregation,
        double minimumCoverageFraction,
        int referenceSize) {

    /** Three quarters of the weight. */
    public static final double DEFAULT_COVERAGE_FRACTION = 0.75;

    public NeedRecipe {
        if (name.isBlank()) {
            throw new IllegalArgumentException("The recipe has no name.");
        }
        factors = List.copyOf(factors);
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("Recipe " + name + " has no factors.");
        }
        Set<String> columns = new HashSet<>();
        for (NeedFactor factor : factors) {
            if (!columns.add(factor.column())) {
                throw new IllegalArgumentException("Recipe " + name + " names " + factor.column() + " twice.");
            }
        }
        if (!(minimumCoverageFraction >= 0 && minimumCoverageFraction <= 1)) {
            throw new IllegalArgumentException("The minimum coverage of recipe " + name
                    + " is a share from 0 to 1, not " + minimumCoverageFraction + ".");
        }
        for (NeedFactor factor : factors) {
            aggregation.check(factor);
        }
        if (referenceSize < 0) {
            throw new IllegalArgumentException("The reference size of recipe " + name + " is " + referenceSize + ".");
        }
    }

    /** The mean of the factors, each with weight 1 and its own standardisation, where three quarters of them are known. */
    public static NeedRecipe equalWeights(String name, List<NeedFactor> factors) {
        return new NeedRecipe(
                name,
                factors.stream().map(factor -> factor.withWeight(1)).toList(),
                Aggregation.WEIGHTED_MEAN,
                DEFAULT_COVERAGE_FRACTION,
                0);
    }
}
