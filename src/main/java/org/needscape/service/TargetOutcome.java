package org.needscape.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueState;
import org.needscape.stats.FallBack;

/**
 * Help in some areas together, in one period and in a later one, per 10,000 children aged 0 to 17: sums of what is shown of areas one by
 * one. A hidden count is neither zero nor left out, so where there is one there is no rate.
 */
final class TargetOutcome {

    private static final double PER_CHILDREN = 10_000;

    private final RateSubject then;
    private final RateSubject now;
    private final Collection<AreaCode> county;

    /** @param county all areas, of which those with a shown rate then say how much rates differ by chance */
    TargetOutcome(RateSubject then, RateSubject now, Collection<AreaCode> county) {
        this.then = then;
        this.now = now;
        this.county = List.copyOf(county);
    }

    /**
     * What became of a group of areas.
     *
     * @param before rate then; empty with a reason
     * @param after rate now; empty with a reason
     * @param fallBack the change that chance alone would bring, per 10,000 children; empty where there is no rate then
     */
    record Found(Rate before, Rate after, OptionalDouble fallBack) {

        /** The change per 10,000 children; empty where one of the two rates is. */
        OptionalDouble change() {
            return before.per10000().isPresent() && after.per10000().isPresent()
                    ? OptionalDouble.of(
                            after.per10000().getAsDouble() - before.per10000().getAsDouble())
                    : OptionalDouble.empty();
        }

        ObjectNode json() {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.set("then", before.json());
            node.set("now", after.json());
            node.put("changePer10000", rounded(change()));
            node.put("fallBackPer10000", rounded(fallBack));
            return node;
        }
    }

    /**
     * A rate of several areas.
     *
     * @param per10000 children aged 0 to 17; empty where a count is not shown
     * @param reason why there is none; empty where there is one
     */
    record Rate(OptionalDouble per10000, String reason) {

        ObjectNode json() {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("ratePer10000", rounded(per10000))
                    .put("reason", reason);
        }
    }

    Found of(List<AreaCode> areas) {
        Rate before = rate(then, areas);
        return new Found(
                before, rate(now, areas), before.per10000().isPresent() ? fallBack(areas) : OptionalDouble.empty());
    }

    private static Rate rate(RateSubject subject, List<AreaCode> areas) {
        List<Value> rates =
                areas.stream().map(code -> RateLayer.rate(subject, code)).toList();
        long hidden = rates.stream()
                .filter(rate -> rate.state() == ValueState.SUPPRESSED)
                .count();
        long unknown = rates.stream().filter(rate -> !rate.isKnown()).count() - hidden;
        if (areas.isEmpty()) {
            return new Rate(OptionalDouble.empty(), "There are no such areas.");
        }
        if (hidden + unknown > 0) {
            return new Rate(
                    OptionalDouble.empty(),
                    "No rate of " + subject.period() + ": the count of " + (hidden > 0 ? hidden : unknown) + " of "
                            + areas.size() + " areas is "
                            + (hidden > 0 ? ValueState.SUPPRESSED : ValueState.NOT_AVAILABLE).words() + ".");
        }
        double count = areas.stream().mapToDouble(code -> count(subject, code)).sum();
        double children =
                areas.stream().mapToDouble(code -> children(subject, code)).sum();
        return new Rate(OptionalDouble.of(PER_CHILDREN * count / children), "");
    }

    /** Of the areas whose rate then is shown: the others can say nothing of how much rates differ. */
    private OptionalDouble fallBack(List<AreaCode> areas) {
        List<AreaCode> shown = new ArrayList<>();
        for (AreaCode code : county) {
            if (RateLayer.rate(then, code).isKnown()) {
                shown.add(code);
            }
        }
        OptionalDouble change = FallBack.perPerson(
                shown.stream().mapToDouble(code -> count(then, code)).toArray(),
                shown.stream().mapToDouble(code -> children(then, code)).toArray(),
                areas.stream().mapToInt(shown::indexOf).toArray());
        return change.isPresent() ? OptionalDouble.of(PER_CHILDREN * change.getAsDouble()) : change;
    }

    private static double count(RateSubject subject, AreaCode code) {
        return subject.count().apply(code).number().orElseThrow();
    }

    private static double children(RateSubject subject, AreaCode code) {
        return subject.children().apply(code).number().orElseThrow();
    }

    private static @Nullable BigDecimal rounded(OptionalDouble number) {
        return number.isPresent() ? BigDecimal.valueOf(number.getAsDouble()).setScale(1, RoundingMode.HALF_EVEN) : null;
    }
}
