package org.needscape.need;

import java.util.List;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.stats.Interval;
import org.needscape.stats.PoissonInterval;

/**
 * One national decile of a gradient, or several next to each other taken together.
 *
 * @param firstDecile 1 (most deprived) to 10
 * @param lastDecile at least {@code firstDecile}, at most 10
 * @param population above 0, of the year of the count
 * @param count events, or why they are not known
 * @param ratePer10000 10,000 count / population; unknown where the count is
 * @param lower 95 % limit of the rate; unknown where the count is
 * @param upper 95 % limit of the rate; unknown where the count is
 */
public record GradientGroup(
        int firstDecile, int lastDecile, double population, Value count, Value ratePer10000, Value lower, Value upper) {

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
    }

    /**
     * A group with its rate and exact (below 10 events) or Byar's limits.
     *
     * @param count a whole number of 0 or more where known
     */
    public static GradientGroup of(int firstDecile, int lastDecile, double population, Value count) {
        if (!count.isKnown()) {
            return new GradientGroup(firstDecile, lastDecile, population, count, count, count, count);
        }
        long events = Math.round(count.number().orElseThrow());
        Interval limits = PoissonInterval.ofRatePer10000(events, population, CONFIDENCE_FRACTION);
        return new GradientGroup(
                firstDecile,
                lastDecile,
                population,
                count,
                ValueArithmetic.ratio(count, Value.known(population), 10_000),
                Value.known(limits.lower()),
                Value.known(limits.upper()));
    }

    /** {@code 1}, or {@code 9-10} for deciles taken together. */
    public String label() {
        return firstDecile == lastDecile ? Integer.toString(firstDecile) : firstDecile + "-" + lastDecile;
    }

    /** The decile, or the middle of those taken together, 1 to 10. */
    public double meanDecile() {
        return (firstDecile + lastDecile) / 2.0;
    }

    /** Whole number of events. @throws IllegalStateException where they are not known */
    long events() {
        if (!count.isKnown()) {
            throw new IllegalStateException("The count of decile " + label() + " is not known.");
        }
        return Math.round(count.number().orElseThrow());
    }

    /** This group and the next one together. */
    GradientGroup with(GradientGroup next) {
        return of(
                firstDecile,
                next.lastDecile,
                population + next.population,
                ValueArithmetic.sum(List.of(count, next.count)));
    }
}
