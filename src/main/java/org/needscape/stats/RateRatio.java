package org.needscape.stats;

import java.util.Optional;

/**
 * How many times higher one rate of events is than another, RR = (y₁ / n₁) / (y₂ / n₂), with limits exp(ln RR ± z √(1/y₁ + 1/y₂)).
 *
 * <p>Where one of the counts is 0 the logarithm does not exist and nothing is added to make one up: there is then one exact limit, from
 * the binomial distribution of the other count given their sum, at the whole confidence on its one side.
 *
 * <p>Source: Rothman and Greenland, 1998, Modern Epidemiology, 2nd edition, chapter 14; Przyborowski and Wilenski, 1940, Biometrika
 * 31:313-323 for the exact limit.
 */
public sealed interface RateRatio {

    /** The ratio with both limits; empty where a count is 0. */
    Optional<Estimate> estimate();

    /** What a reader must know about it in one sentence; empty where there are two limits. */
    String note();

    /**
     * Compares two rates.
     *
     * @param count events in the first population, 0 or more
     * @param population above 0
     * @param otherCount events in the other, 0 or more
     * @param otherPopulation above 0
     * @param confidenceFraction such as 0.95
     */
    static RateRatio of(
            long count, double population, long otherCount, double otherPopulation, double confidenceFraction) {
        Arguments.notNegative("A count", count);
        Arguments.notNegative("A count", otherCount);
        double populations =
                Arguments.positive("A population", otherPopulation) / Arguments.positive("A population", population);
        Arguments.confidence(confidenceFraction);
        if (count == 0 && otherCount == 0) {
            return new Neither();
        }
        if (otherCount == 0) {
            double share = Math.pow(1 - confidenceFraction, 1.0 / count);
            return new AtLeast(share / (1 - share) * populations);
        }
        if (count == 0) {
            double share = Math.pow(1 - confidenceFraction, 1.0 / otherCount);
            return new AtMost((1 - share) / share * populations);
        }
        double logRatio = Math.log((double) count) - Math.log((double) otherCount) + Math.log(populations);
        double margin = StandardNormal.multiplier(confidenceFraction) * Math.sqrt(1.0 / count + 1.0 / otherCount);
        return new Both(Estimate.ofLogarithm(logRatio, margin));
    }

    /** Both counts are above 0. */
    record Both(Estimate ratio) implements RateRatio {
        @Override
        public Optional<Estimate> estimate() {
            return Optional.of(ratio);
        }

        @Override
        public String note() {
            return "";
        }
    }

    /** The other count is 0: the ratio has no upper limit. */
    record AtLeast(double lower) implements RateRatio {
        @Override
        public Optional<Estimate> estimate() {
            return Optional.empty();
        }

        @Override
        public String note() {
            return "There are no events to compare with: only a lower limit, exact and one-sided, is given.";
        }
    }

    /** The count is 0 and so is the ratio: it has no lower limit above 0. */
    record AtMost(double upper) implements RateRatio {
        @Override
        public Optional<Estimate> estimate() {
            return Optional.empty();
        }

        @Override
        public String note() {
            return "There are no events: only an upper limit, exact and one-sided, is given.";
        }
    }

    /** Both counts are 0. */
    record Neither() implements RateRatio {
        @Override
        public Optional<Estimate> estimate() {
            return Optional.empty();
        }

        @Override
        public String note() {
            return "Neither has events, so their rates cannot be compared.";
        }
    }
}
