package org.needscape.need;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.indicator.ValueState;
import org.needscape.stats.LogLinearGradient;

/**
 * How a rate falls from the most to the least deprived tenth of England: population, count, rate and limits by national decile,
 * and the log-linear slope and relative index of inequality over them.
 *
 * <p>A decile that holds an area whose count is hidden is itself hidden, because leaving the area out would make the rate wrong
 * and counting it as nothing would make it wrong the other way. An area whose count or population is missing is left out, and
 * the notes say how many were. Immutable.
 */
public final class Gradient {

    private final List<GradientGroup> deciles;
    private final List<GradientGroup> groups;
    private final @Nullable LogLinearGradient fit;
    private final List<String> notes;

    private Gradient(
            List<GradientGroup> deciles,
            List<GradientGroup> groups,
            @Nullable LogLinearGradient fit,
            List<String> notes) {
        this.deciles = List.copyOf(deciles);
        this.groups = List.copyOf(groups);
        this.fit = fit;
        this.notes = List.copyOf(notes);
    }

    /**
     * Adds areas up by decile and fits the gradient.
     *
     * @param areas in any order
     * @param mergeBelow a decile with fewer events than this is taken together with the smaller of its neighbours, for
     *     {@link #groups()} and the fit: 1 for deciles without events, whose logarithm does not exist; 6 where counts of 1 to 5
     *     must not be shown, and then a group that has no neighbour to go with is hidden; 0 for none
     */
    public static Gradient of(List<GradientArea> areas, int mergeBelow) {
        List<String> notes = new ArrayList<>();
        List<GradientGroup> deciles = addUp(areas, notes);
        List<GradientGroup> groups = merge(deciles, mergeBelow, notes);
        LogLinearGradient fit = fit(groups, notes).orElse(null);
        return new Gradient(deciles, groups, fit, notes);
    }

    /**
     * Fits the gradient to groups that are added up already and may be shown as they are.
     *
     * @param groups most deprived first; groups without events are taken together with a neighbour for the fit
     */
    public static Gradient ofGroups(List<GradientGroup> groups) {
        List<String> notes = new ArrayList<>();
        List<GradientGroup> merged = merge(groups, 1, notes);
        LogLinearGradient fit = fit(merged, notes).orElse(null);
        return new Gradient(groups, merged, fit, notes);
    }

    /** The deciles that have population, most deprived first, as they are: small counts among them are exact. */
    public List<GradientGroup> deciles() {
        return deciles;
    }

    /** The deciles after small ones were taken together: what the fit rests on, and what may be shown. */
    public List<GradientGroup> groups() {
        return groups;
    }

    /** The fitted gradient; empty, with a note that says why, where fewer than two groups have events. */
    public Optional<LogLinearGradient> fit() {
        return Optional.ofNullable(fit);
    }

    /** What a reader must know, one sentence each. */
    public List<String> notes() {
        return notes;
    }

    private static List<GradientGroup> addUp(List<GradientArea> areas, List<String> notes) {
        double[] populations = new double[11];
        Map<Integer, List<Value>> counts = new HashMap<>();
        int leftOut = 0;
        for (GradientArea area : areas) {
            double population = area.population().number().orElse(0);
            if (population == 0 || (!area.count().isKnown() && area.count().state() != ValueState.SUPPRESSED)) {
                leftOut++;
                continue;
            }
            populations[area.decile()] += population;
            counts.computeIfAbsent(area.decile(), unused -> new ArrayList<>()).add(area.count());
        }
        if (leftOut > 0) {
            notes.add(leftOut + (leftOut == 1 ? " area was" : " areas were")
                    + " left out: no population, or no count available.");
        }
        List<GradientGroup> deciles = new ArrayList<>();
        for (int decile = 1; decile <= 10; decile++) {
            if (populations[decile] > 0) {
                Value count = ValueArithmetic.sum(counts.getOrDefault(decile, List.of()));
                deciles.add(GradientGroup.of(decile, decile, populations[decile], count));
            } else {
                notes.add("No population lives in decile " + decile + ".");
            }
        }
        return deciles;
    }

    private static List<GradientGroup> merge(List<GradientGroup> deciles, int mergeBelow, List<String> notes) {
        List<GradientGroup> groups = new ArrayList<>(deciles);
        int small = findSmall(groups, mergeBelow);
        while (small >= 0) {
            int first = mergesBackward(groups, small) ? small - 1 : small;
            GradientGroup merged = groups.get(first).with(groups.get(first + 1));
            groups.set(first, merged);
            groups.remove(first + 1);
            small = findSmall(groups, mergeBelow);
        }
        for (int k = 0; k < groups.size(); k++) {
            GradientGroup group = groups.get(k);
            if (mergeBelow > 1
                    && group.count().isKnown()
                    && countOf(groups, k) > 0
                    && countOf(groups, k) < mergeBelow) {
                groups.set(
                        k,
                        GradientGroup.of(
                                        group.firstDecile(), group.lastDecile(), group.population(), Value.suppressed())
                                .withDesignEffect(group.designEffect()));
                notes.add("Decile " + group.label() + " is hidden because it has too few events.");
            }
            if (group.firstDecile() != group.lastDecile() && !deciles.contains(group)) {
                notes.add("Deciles " + group.firstDecile() + " to " + group.lastDecile()
                        + " are taken together because one of them has too few events by itself.");
            }
        }
        return groups;
    }

    /** The first group with too few events that has a neighbour to go with, or -1. */
    private static int findSmall(List<GradientGroup> groups, int mergeBelow) {
        for (int k = 0; k < groups.size(); k++) {
            Value count = groups.get(k).count();
            if (count.isKnown()
                    && count.number().orElseThrow() < mergeBelow
                    && (isKnown(groups, k - 1) || isKnown(groups, k + 1))) {
                return k;
            }
        }
        return -1;
    }

    private static boolean mergesBackward(List<GradientGroup> groups, int k) {
        if (!isKnown(groups, k - 1) || !isKnown(groups, k + 1)) {
            return isKnown(groups, k - 1);
        }
        return countOf(groups, k - 1) <= countOf(groups, k + 1);
    }

    private static boolean isKnown(List<GradientGroup> groups, int k) {
        return k >= 0 && k < groups.size() && groups.get(k).count().isKnown();
    }

    private static double countOf(List<GradientGroup> groups, int k) {
        return groups.get(k).count().number().orElseThrow();
    }

    private static Optional<LogLinearGradient> fit(List<GradientGroup> groups, List<String> notes) {
        List<GradientGroup> known =
                groups.stream().filter(group -> group.count().isKnown()).toList();
        if (known.size() < groups.size()) {
            // The midpoints of the others would be wrong without the hidden population in its place.
            notes.add("The gradient is not computed: deciles with hidden counts cannot be left out of it.");
            return Optional.empty();
        }
        double[] populations =
                known.stream().mapToDouble(GradientGroup::population).toArray();
        long[] counts = known.stream()
                .mapToLong(group -> Math.round(group.count().number().orElseThrow()))
                .toArray();
        double[] designEffects =
                known.stream().mapToDouble(GradientGroup::designEffect).toArray();
        Optional<LogLinearGradient> fit =
                LogLinearGradient.fit(populations, counts, designEffects, GradientGroup.CONFIDENCE_FRACTION);
        if (fit.isEmpty()) {
            notes.add("The gradient is not computed: it needs at least two deciles, each with events.");
        }
        return fit;
    }
}
