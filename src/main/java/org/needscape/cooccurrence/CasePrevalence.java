package org.needscape.cooccurrence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.needscape.stats.Estimate;

/**
 * How common a risk factor is among cases of children.
 *
 * @param factor its name
 * @param having cases that have it, 0 to {@code of}
 * @param of cases of which it is known whether they have it
 * @param leftOut cases of which it is not known
 */
public record CasePrevalence(String factor, long having, long of, long leftOut) {

    public CasePrevalence {
        Shares.checkPart("Cases having " + factor, having, of);
        Shares.checkNotNegative("Cases left out", leftOut);
    }

    /** Counts the cases with a factor. */
    public static CasePrevalence of(CaseCombinations cases, String factor) {
        int mask = cases.mask(List.of(factor));
        long of = cases.count(mask, present -> true);
        return new CasePrevalence(factor, cases.count(mask, present -> present == mask), of, cases.cases() - of);
    }

    /**
     * The same at each level of intervention, in the order of the levels. Cases without a known level are in none of them: see
     * {@link CaseCombinations#withoutLevel()}.
     */
    public static Map<String, CasePrevalence> byLevel(CaseCombinations cases, String factor) {
        Map<String, CasePrevalence> byLevel = new LinkedHashMap<>();
        cases.levels().forEach(level -> byLevel.put(level, of(cases.atLevel(level), factor)));
        return Collections.unmodifiableMap(byLevel);
    }

    /** The share having the factor, 0 to 1, with Wilson's 95 % limits; empty when it is known of no case. */
    public Optional<Estimate> shareFraction() {
        return Shares.of(having, of);
    }

    /**
     * How many times more common the factor is among the cases than in a population: the share and its limits, divided by the
     * population's. The population's share is taken as exact; that of a sample has an uncertainty of its own, which is not in the
     * limits.
     *
     * @param populationShareFraction 0 to 1
     * @return 0 or more; empty when the factor is known of no case or the population has none of it
     */
    public Optional<Estimate> timesPopulation(double populationShareFraction) {
        if (!(populationShareFraction >= 0 && populationShareFraction <= 1)) {
            throw new IllegalArgumentException(
                    "A share of a population is 0 to 1, not " + populationShareFraction + ".");
        }
        if (populationShareFraction == 0) {
            return Optional.empty();
        }
        return shareFraction()
                .map(share -> new Estimate(
                        share.estimate() / populationShareFraction,
                        share.lower() / populationShareFraction,
                        share.upper() / populationShareFraction));
    }
}
