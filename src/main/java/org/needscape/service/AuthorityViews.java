package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.needscape.authority.Authority;
import org.needscape.authority.AuthorityMeasure;
import org.needscape.indicator.Period;
import org.needscape.indicator.Value;
import org.needscape.stats.Estimate;
import org.needscape.stats.Interval;
import org.needscape.store.Dataset;
import org.needscape.store.DatasetStore;

/** Parts that the documents about authorities have in common. */
final class AuthorityViews {

    static final String UNIT = "per 10,000 children aged 0 to 17";

    static final int RATE_DIGITS = 2;
    static final int RATIO_DIGITS = 4;

    private AuthorityViews() {}

    static void put(ObjectNode node, String name, double number, int digits) {
        node.put(name, BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_EVEN));
    }

    static void put(ObjectNode node, String name, OptionalDouble number, int digits) {
        if (number.isPresent()) {
            put(node, name, number.getAsDouble(), digits);
        } else {
            node.putNull(name);
        }
    }

    static void putEstimate(ObjectNode node, String name, Optional<Estimate> estimate, int digits) {
        if (estimate.isEmpty()) {
            node.putNull(name);
            return;
        }
        ObjectNode inner = node.putObject(name);
        put(inner, "estimate", estimate.get().estimate(), digits);
        put(inner, "lower", estimate.get().lower(), digits);
        put(inner, "upper", estimate.get().upper(), digits);
    }

    static void putLimits(ObjectNode node, Optional<Interval> limits) {
        put(
                node,
                "lower",
                limits.map(one -> OptionalDouble.of(one.lower())).orElse(OptionalDouble.empty()),
                RATE_DIGITS);
        put(
                node,
                "upper",
                limits.map(one -> OptionalDouble.of(one.upper())).orElse(OptionalDouble.empty()),
                RATE_DIGITS);
    }

    /** Number, children and rate of an authority, each with its state or source. */
    static void putRate(ObjectNode node, AuthorityRate rate) {
        Value number = rate.figure().number();
        put(node, "count", number.number(), 0);
        node.put("state", number.state().code());
        put(node, "ratePer10000", rate.ratePer10000().number(), RATE_DIGITS);
        node.put("rateSource", rate.rateSource().words());
        putLimits(node, rate.limits());
        put(node, "children", rate.children().number(), 0);
        node.put("childrenSource", rate.childrenSource().words());
        ArrayNode flags = node.putArray("flags");
        rate.figure().flags().stream().sorted().forEach(flag -> flags.add(flag.words()));
    }

    static void putHeading(ObjectNode node, Authority authority) {
        node.put("code", authority.code().value());
        node.put("name", authority.name());
        node.put("level", authority.level().code());
        node.put("fictional", authority.isFictional());
    }

    static void putMeasure(ObjectNode node, AuthorityMeasure measure) {
        node.put("measure", measure.key());
        node.put("label", measure.label());
        node.put("counted", measure.counted());
        node.put("basis", measure.basis().code());
        measure.measure()
                .ifPresentOrElse(
                        small -> node.put("smallAreaMeasure", small.code()), () -> node.putNull("smallAreaMeasure"));
    }

    static void putPeriods(ObjectNode node, List<Period> periods) {
        ArrayNode array = node.putArray("periods");
        periods.forEach(period -> array.add(period.text()));
    }

    /** The data sets that figures come from, by title and source, each once. */
    static void putSources(ObjectNode node, Collection<Set<Long>> datasets, DatasetStore store) {
        ArrayNode sources = node.putArray("sources");
        datasets.stream()
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .map(store::find)
                .flatMap(Optional::stream)
                .map(AuthorityViews::source)
                .distinct()
                .forEach(sources::add);
    }

    private static String source(Dataset dataset) {
        return dataset.title() + ". " + dataset.source() + ". " + dataset.licence() + ".";
    }
}
