package org.needscape.stats;

import java.util.Optional;

/**
 * Whatever is counted, by two properties that each of them has or has not.
 *
 * @param both how many have both, 0 or more
 * @param firstOnly how many have only the first
 * @param secondOnly how many have only the second
 * @param neither how many have neither
 */
public record TwoByTwo(long both, long firstOnly, long secondOnly, long neither) {

    public TwoByTwo {
        Arguments.notNegative("How many have both", both);
        Arguments.notNegative("How many have only the first", firstOnly);
        Arguments.notNegative("How many have only the second", secondOnly);
        Arguments.notNegative("How many have neither", neither);
    }

    /** All that were counted. */
    public long total() {
        return both + firstOnly + secondOnly + neither;
    }

    public long havingFirst() {
        return both + firstOnly;
    }

    public long havingSecond() {
        return both + secondOnly;
    }

    /**
     * How many times the odds of the first property are higher among those with the second than among those without: OR = both
     * neither / (firstOnly secondOnly), limits exp(ln OR ± z √(1/both + 1/firstOnly + 1/secondOnly + 1/neither)).
     *
     * <p>Source: Woolf, 1955, Annals of Human Genetics 19:251-253.
     *
     * @param confidenceFraction such as 0.95
     * @return above 0; the same whichever property comes first; empty where a cell is 0, because the odds ratio is then 0, infinite
     *     or anything. Nothing is added to the cells to make one up.
     */
    public Optional<Estimate> oddsRatio(double confidenceFraction) {
        Arguments.confidence(confidenceFraction);
        if (both == 0 || firstOnly == 0 || secondOnly == 0 || neither == 0) {
            return Optional.empty();
        }
        double alike = Math.log((double) both) + Math.log((double) neither);
        double unlike = Math.log((double) firstOnly) + Math.log((double) secondOnly);
        double variance = (1.0 / both + 1.0 / neither) + (1.0 / firstOnly + 1.0 / secondOnly);
        double logRatio = alike - unlike;
        double margin = StandardNormal.multiplier(confidenceFraction) * Math.sqrt(variance);
        return Optional.of(new Estimate(Math.exp(logRatio), Math.exp(logRatio - margin), Math.exp(logRatio + margin)));
    }

    /**
     * How many times more often than by chance both properties are there: L = both N / (havingFirst havingSecond), limits exp(ln L ± z
     * √((1/p - 1/p₁ - 1/p₂ + 2 L - 1) / N)) with the shares p of both, p₁ and p₂ of each; the variance is that of the delta method
     * for a multinomial sample of N.
     *
     * <p>Source of the method: Agresti, 2013, Categorical Data Analysis, 3rd edition, section 16.1.
     *
     * @param confidenceFraction such as 0.95
     * @return above 0; the same whichever property comes first; empty where nothing has both
     */
    public Optional<Estimate> lift(double confidenceFraction) {
        Arguments.confidence(confidenceFraction);
        if (both == 0) {
            return Optional.empty();
        }
        double all = total();
        double share = both / all;
        double first = havingFirst() / all;
        double second = havingSecond() / all;
        double lift = share / first / second;
        // It is 0 where a property is everywhere; rounding could make it less.
        double variance = Math.max(0, 1 / share - 1 / first - 1 / second + 2 * lift - 1) / all;
        double margin = StandardNormal.multiplier(confidenceFraction) * Math.sqrt(variance);
        return Optional.of(new Estimate(lift, Math.exp(Math.log(lift) - margin), Math.exp(Math.log(lift) + margin)));
    }
}
