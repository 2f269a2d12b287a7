package org.needscape.stats;

import java.util.Optional;

/**
 * Rates of small areas, corrected for how little a small population tells.
 *
 * <p>With r = y/n, b = Σy/Σn and s² = Σ n (r - b)²/Σn over m areas, the variance between areas is estimated by a = s² - b/n̄,
 * n̄ = Σn/m. The <em>smoothed</em> rate is b + (r - b) a / (a + b/n) with a at least 0 (Marshall, 1991, Applied Statistics
 * 40:283-294); the <em>standardised</em> rate is (r - b) / √(a + b/n) (Assunção and Reis, 1999, Statistics in Medicine
 * 18:2147-2162), the input that local statistics of rates need.
 *
 * <p>b/n is the variance that chance gives the count of a rare event ({@link Scatter#OF_EVENTS}). Where most of all are counted it is
 * far too large, and b (1 - b)/n takes its place ({@link Scatter#OF_A_SHARE}).
 */
public final class EmpiricalBayes {

    /** What the standardised rate does when the estimated variance between areas is negative. */
    public enum Mode {
        /** As Assunção and Reis: a stays negative and only an area whose a + b/n is negative uses b/n instead. */
        ASSUNCAO,
        /** a is set to 0 for every area. */
        TRUNCATED
    }

    /** How far chance takes a rate from what it should be. */
    public enum Scatter {
        /** As counts of rare events scatter (Poisson). */
        OF_EVENTS {
            @Override
            public double perPerson(double rate) {
                return rate;
            }
        },
        /** As counts of some among all scatter (binomial). */
        OF_A_SHARE {
            @Override
            public double perPerson(double rate) {
                return rate * (1 - rate);
            }
        };

        /**
         * The variance of the count among one person; that of the rate of n people is this over n.
         *
         * @param rate events per person, 0 or more, of a share at most 1
         */
        public abstract double perPerson(double rate);
    }

    private final Scatter scatter;
    private final double overallRate;
    private final double varianceBetweenAreas;

    private EmpiricalBayes(Scatter scatter, double overallRate, double varianceBetweenAreas) {
        this.scatter = scatter;
        this.overallRate = overallRate;
        this.varianceBetweenAreas = varianceBetweenAreas;
    }

    /**
     * Estimates overall rate and variance.
     *
     * @param counts events, each 0 or more
     * @param populations each above 0: leave out areas without population
     * @return empty when there are no areas or no events
     */
    public static Optional<EmpiricalBayes> fit(double[] counts, double[] populations) {
        return fit(counts, populations, Scatter.OF_EVENTS);
    }

    /**
     * Estimates overall rate and variance.
     *
     * @param counts events, each 0 or more; of a share none above its population
     * @param populations each above 0: leave out areas without population
     * @param scatter what chance does
     * @return empty when there are no areas or no events
     */
    public static Optional<EmpiricalBayes> fit(double[] counts, double[] populations, Scatter scatter) {
        Arguments.sameLength(counts.length, populations.length);
        double events = 0;
        double people = 0;
        for (int i = 0; i < counts.length; i++) {
            events += Arguments.notNegative("A count", counts[i]);
            people += Arguments.positive("A population", populations[i]);
        }
        if (events == 0) {
            return Optional.empty();
        }
        double overall = events / people;
        double spread = 0;
        for (int i = 0; i < counts.length; i++) {
            double deviation = counts[i] / populations[i] - overall;
            spread += populations[i] * deviation * deviation;
        }
        return Optional.of(new EmpiricalBayes(
                scatter, overall, spread / people - scatter.perPerson(overall) * counts.length / people));
    }

    /** b, events per person. */
    public double overallRate() {
        return overallRate;
    }

    /** a as estimated; 0 or less means that the areas' rates differ by no more than chance. */
    public double varianceBetweenAreas() {
        return varianceBetweenAreas;
    }

    /**
     * The rate of an area, drawn toward the overall rate the more, the smaller its population.
     *
     * @param count 0 or more
     * @param population above 0
     * @return events per person, between the area's rate and the overall rate; the overall rate when a is 0 or less
     */
    public double smoothedRate(double count, double population) {
        Arguments.positive("A population", population);
        double variance = Math.max(0, varianceBetweenAreas);
        if (variance == 0) {
            return overallRate;
        }
        double sampling = scatter.perPerson(overallRate) / population;
        return overallRate + (count / population - overallRate) * variance / (variance + sampling);
    }

    /**
     * How many standard deviations the rate of an area lies above the overall rate.
     *
     * @param count 0 or more
     * @param population above 0
     */
    public double standardisedRate(double count, double population, Mode mode) {
        Arguments.positive("A population", population);
        double sampling = scatter.perPerson(overallRate) / population;
        double variance = varianceBetweenAreas + sampling;
        if (mode == Mode.TRUNCATED) {
            variance = Math.max(0, varianceBetweenAreas) + sampling;
        } else if (variance <= 0) {
            variance = sampling;
        }
        return (count / population - overallRate) / Math.sqrt(variance);
    }
}
