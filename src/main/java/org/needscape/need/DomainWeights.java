package org.needscape.need;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights in two steps, factor to domain and domain to index: a factor counts for its share of the weights of its domain, times the
 * domain's weight. Where a factor is unavailable all others of the index make up for it, not those of its domain alone.
 */
public final class DomainWeights {

    private DomainWeights() {}

    /**
     * Gives factors the weights that they have in the index.
     *
     * @param factors with their weights within their domains
     * @param domainOf the domain of each, or empty
     * @param domains the weight of each, above 0; empty for an index without domains
     * @return the factors, with other weights where there are domains
     * @throws IllegalArgumentException when a factor's domain is not listed, or a factor has none although some are
     */
    public static List<NeedFactor> apply(List<NeedFactor> factors, List<String> domainOf, Map<String, Double> domains) {
        Map<String, Double> within = new HashMap<>();
        for (int k = 0; k < factors.size(); k++) {
            String domain = domainOf.get(k);
            if (domains.isEmpty() ? !domain.isEmpty() : !domains.containsKey(domain)) {
                throw new IllegalArgumentException("Factor " + factors.get(k).column() + " has the domain '" + domain
                        + "', which the recipe does not list: add it to domains, with a weight.");
            }
            within.merge(domain, factors.get(k).weight(), Double::sum);
        }
        for (String domain : domains.keySet()) {
            if (!within.containsKey(domain)) {
                throw new IllegalArgumentException("The domain '" + domain + "' has no factor.");
            }
        }
        if (domains.isEmpty()) {
            return List.copyOf(factors);
        }
        List<NeedFactor> weighted = new ArrayList<>();
        for (int k = 0; k < factors.size(); k++) {
            NeedFactor factor = factors.get(k);
            double share = factor.weight() / within.getOrDefault(domainOf.get(k), 1.0);
            weighted.add(factor.withWeight(share * domains.getOrDefault(domainOf.get(k), 1.0)));
        }
        return weighted;
    }
}
