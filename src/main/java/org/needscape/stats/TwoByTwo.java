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
}
