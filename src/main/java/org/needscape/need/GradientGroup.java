package org.needscape.need;

import java.util.List;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.stats.ClusteredCount;
import org.needscape.stats.Interval;

/**
 * One national decile of a gradient, or several next to each other taken together.
 *
 * @param firstDecile 1 (most deprived) to 10
 * @param lastDecile at least {@code firstDecile}, at most 10
 * @param population above 0, of the year of the count
 * @param meanDecile of the people, from {@code firstDecile} to {@code lastDecile}: two places that have deciles 4 to 6 taken together
 *     may have most people in 4 and in 6
 * @param count events, or why they are not known
 * @param ratePer10000 10,000 count / population; unknown where the count is
 * @param designEffect by how much the count varies more than one of events that come singly, 1 or more, see {@link ClusteredCount}
 * @param lower 95 % limit of the rate; unknown where the count is
 * @param upper 95 % limit of the rate; unknown where the count is
 */
public record GradientGroup(
        int firstDecile,
        int lastDecile,
        double population,
        double meanDecile,
        Value count,
        Value ratePer10000,
        double designEffect,
        Value lower,
        Value upper) {

    /** The confidence of the limits. */
    public static final double CONFIDENCE_FRACTION = 0.95;

    public GradientGroup {
        if (firstDecile < 1 || lastDecile > 10 || firstDecile > lastDecile) {
            throw new IllegalArgumentException("Not deciles: " + firstDecile + " to " + lastDecile + ".");
        }
        if (!(population > 0) || Double.isInfinite(population)) {
            throw new IllegalArgumentException(
                    "The population of decile " + firstDecile + " must be above 0, not " + population + ".");
        }
        if (!(meanDecile >= firstDecile && meanDecile <= lastDecile)) {
            throw new IllegalArgumentException(
                    "The mean of deciles " + firstDecile + " to " + lastDecile + " is not " + meanDecile + ".");
        }
    }

    /**
     * A group with its rate and exact (below 10 events) or Byar's limits, whose people are spread over its deciles evenly as far as is
     * known.
     *
     * @param count a whole number of 0 or more where known
     */
    public static GradientGroup of(int firstDecile, int lastDecile, double population, Value count) {
        return of(firstDecile, lastDecile, population, (firstDecile + lastDecile) / 2.0, count);
    }

    /**
     * A group with its rate and exact (below 10 events) or Byar's limits.
     *
     * @param meanDecile of the people
     * @param count a whole number of 0 or more where known
     */
    public static GradientGroup of(int firstDecile, int lastDecile, double population, double meanDecile, Value count) {
        return of(firstDecile, lastDecile, population, meanDecile, count, 1);
    }

    private static GradientGroup of(
            int firstDecile, int lastDecile, double population, double meanDecile, Value count, double designEffect) {
        if (!count.isKnown()) {
            return new GradientGroup(
                    firstDecile, lastDecile, population, meanDecile, count, count, designEffect, count, count);
        }
        long events = Math.round(count.number().orElseThrow());
        Interval limits =
                new ClusteredCount(events, designEffect).limitsOfRatePer10000(population, CONFIDENCE_FRACTION);
        return new GradientGroup(
                firstDecile,
                lastDecile,
                population,
                meanDecile,
                count,
                ValueArithmetic.ratio(count, Value.known(population), 10_000),
                designEffect,
                Value.known(limits.lower()),
                Value.known(limits.upper()));
    }

    /**
     * The same with limits for events that come in clusters, such as brothers and sisters.
     *
     * @param effect D, 1 or more
     */
    public GradientGroup withDesignEffect(double effect) {
        return of(firstDecile, lastDecile, population, meanDecile, count, effect);
    }

    /** {@code 1}, or {@code 9-10} for deciles taken together. */
    public String label() {
        return firstDecile == lastDecile ? Integer.toString(firstDecile) : firstDecile + "-" + lastDecile;
    }

    /** Whole number of events. @throws IllegalStateException where they are not known */
    long events() {
        if (!count.isKnown()) {
            throw new IllegalStateException("The count of decile " + label() + " is not known.");
        }
        return Math.round(count.number().orElseThrow());
    }

    /** This group and another, next to it or of another place, together. */
    GradientGroup with(GradientGroup other) {
        return of(
                Math.min(firstDecile, other.firstDecile),
                Math.max(lastDecile, other.lastDecile),
                population + other.population,
                (population * meanDecile + other.population * other.meanDecile) / (population + other.population),
                ValueArithmetic.sum(List.of(count, other.count)),
                designEffect(List.of(this, other)));
    }

    /**
     * The design effect of several groups together: Σ D y / Σ y, which is Σ m² / Σ m of all their families.
     *
     * @return the largest where a count is not known or all are 0; 1 of no group
     */
    static double designEffect(List<GradientGroup> groups) {
        double events = 0;
        double squares = 0;
        double largest = 1;
        boolean known = true;
        for (GradientGroup group : groups) {
            largest = Math.max(largest, group.designEffect);
            known &= group.count.isKnown();
            events += group.count.number().orElse(0);
            squares += group.designEffect * group.count.number().orElse(0);
        }
        // Rounding must not bring the mean of ones below 1.
        return known && events > 0 ? Math.min(largest, Math.max(1, squares / events)) : largest;
    }
}
