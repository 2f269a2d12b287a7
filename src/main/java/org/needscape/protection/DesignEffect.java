package org.needscape.protection;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Observation;
import org.needscape.indicator.Period;
import org.needscape.indicator.SeriesKey;
import org.needscape.indicator.Value;
import org.needscape.store.ObservationStore.StoredSeries;
import org.needscape.store.StoreSession;

/**
 * How much less than children who come alone the children of a measure say, because brothers and sisters are counted together: the design
 * effect D = Σ m² / Σ m over all families of an extent, with m children counted of a family ({@link
 * org.needscape.stats.ClusteredCount}). It is the one figure that leaves the door of what is known of families.
 *
 * <p><b>When it is told.</b> Where every area of the extent has a count and says how its children come in families, where the extent's
 * count is shown, and where that is at least {@value #FEWEST_THRESHOLDS} times the largest count that is hidden, 100 children by default.
 * It is told to one decimal, from 1.1: 1.0 would widen nothing.
 *
 * <p><b>Why it gives no child away.</b> Σ m² - Σ m is twice the number of pairs of brothers and sisters who are counted together. Of T
 * children a step of 0.1 is T / 10 of that sum, T / 20 pairs: at least as many as the largest count that is hidden. So what is told of
 * the number of pairs, itself no count of children, is no finer than what is told of any hidden count, and nothing is told of where they
 * live or how large a family is: no area, district or category has a figure of its own. That hardly anybody has a brother or sister
 * among them, which would say something of everyone counted, is not told: it cannot be known from families that nobody stated. Extents
 * that share areas, or files that follow one another, tell two such figures; each is good for a step only, and their counts differ by 0 or
 * by more than is hidden, as everywhere. The limits made with it follow from it and from counts that are shown.
 */
final class DesignEffect {

    /** Of the largest hidden count: then a step of D is as many pairs. */
    static final int FEWEST_THRESHOLDS = 20;

    private static final double STEPS_PER_UNIT = 10;

    private DesignEffect() {}

    /**
     * The design effect of an extent.
     *
     * @param served the series of the extent that may be used
     * @param published the counts as they are shown
     * @return above 1, to one decimal, or nothing
     */
    static OptionalDouble of(
            StoreSession session,
            Collection<StoredSeries> served,
            PublishedCounts published,
            Measure measure,
            SeriesKey counts,
            ExtentName extent) {
        Period period = counts.period();
        if (!published.extent(period, extent).isKnown()) {
            return OptionalDouble.empty();
        }
        return findFamilies(served, measure, counts)
                .map(families -> of(
                        published
                                .exact()
                                .extents()
                                .getOrDefault(extent, ExtentAreas.NONE)
                                .codes(),
                        published.exact(),
                        period,
                        session.observations().listExact(families.key(), extent),
                        published.policy()))
                .orElse(OptionalDouble.empty());
    }

    /**
     * The families of the same files as the counts. Where counts came by another file since, which says nothing of families, those that
     * an earlier one stated are not theirs.
     */
    private static Optional<StoredSeries> findFamilies(
            Collection<StoredSeries> served, Measure measure, SeriesKey counts) {
        SeriesKey key = new SeriesKey(
                measure.familiesSquaredId(), counts.geography(), counts.period(), counts.category(), counts.edition());
        Optional<StoredSeries> counted =
                served.stream().filter(one -> one.key().equals(counts)).findFirst();
        return served.stream()
                .filter(one -> one.key().equals(key))
                .filter(one -> counted.map(other -> other.datasets().equals(one.datasets()))
                        .orElse(false))
                .findFirst();
    }

    private static OptionalDouble of(
            Set<AreaCode> areas,
            ExactCounts exact,
            Period period,
            Map<AreaCode, Observation> families,
            DisclosurePolicy policy) {
        double children = 0;
        double squares = 0;
        for (AreaCode code : areas) {
            double count = exact.count(period, code).number().orElse(-1);
            Observation stated = families.get(code);
            Value squared = count == 0 || stated == null ? Value.known(0) : stated.value();
            double sum = squared.number().orElse(-1);
            if (count < 0 || sum < count) {
                return OptionalDouble.empty();
            }
            children += count;
            squares += sum;
        }
        double fewest = FEWEST_THRESHOLDS * (double) Math.max(policy.threshold(), policy.roundingBase());
        double told = Math.rint(STEPS_PER_UNIT * squares / Math.max(1, children)) / STEPS_PER_UNIT;
        return children >= fewest && told > 1 ? OptionalDouble.of(told) : OptionalDouble.empty();
    }
}
