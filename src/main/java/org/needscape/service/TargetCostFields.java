package org.needscape.service;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.needscape.area.AreaCode;
import org.needscape.targeting.Resource;

/** Fields of a question that say what help in an area takes, and what there is of it: {@code costs}, {@code areaCosts} and {@code limits}. */
final class TargetCostFields {

    /** The field of {@code areaCosts} that names the area. */
    static final String CODE = "code";

    /** What a board gives a cost of; children and areas are counted. */
    private static final List<Resource> PRICED = List.of(Resource.MONEY, Resource.CASELOAD);

    private static final List<Resource> LIMITED = List.of(Resource.MONEY, Resource.CASELOAD, Resource.CHILDREN);

    private final TargetQuestionFields fields;

    TargetCostFields(TargetQuestionFields fields) {
        this.fields = fields;
    }

    /**
     * What areas take.
     *
     * @param most areas that may have a cost of their own
     * @param codes reads the area that each of several objects is about; empty for what is none
     */
    TargetCosts costs(int most, Function<List<TargetQuestionFields>, List<Optional<AreaCode>>> codes) {
        TargetQuestionFields all = fields.object("costs");
        all.only(names(PRICED.stream()));
        List<TargetQuestionFields> areas = fields.objects("areaCosts", most);
        Set<String> known = names(PRICED.stream());
        known.add(CODE);
        areas.forEach(area -> area.only(known));
        List<Optional<AreaCode>> named = codes.apply(areas);
        Map<Resource, TargetCosts.Rule> rules = new EnumMap<>(Resource.class);
        Map<Resource, Map<AreaCode, Double>> own = new EnumMap<>(Resource.class);
        for (Resource resource : PRICED) {
            if (all.has(resource.code())) {
                rules.put(resource, rule(all.object(resource.code())));
            }
            Map<AreaCode, Double> byArea = ownOf(resource, areas, named);
            if (!byArea.isEmpty()) {
                own.put(resource, byArea);
            }
        }
        return new TargetCosts(rules, own);
    }

    private static TargetCosts.Rule rule(TargetQuestionFields rule) {
        rule.only(Set.of("perArea", "perChild"));
        return new TargetCosts.Rule(
                rule.number("perArea", 0, TargetSuggestionQuestion.MOST_AMOUNT).orElse(0.0),
                rule.number("perChild", 0, TargetSuggestionQuestion.MOST_AMOUNT).orElse(0.0));
    }

    private static Map<AreaCode, Double> ownOf(
            Resource resource, List<TargetQuestionFields> areas, List<Optional<AreaCode>> named) {
        Map<AreaCode, Double> byArea = new TreeMap<>();
        for (int k = 0; k < areas.size(); k++) {
            Optional<Double> cost = areas.get(k).number(resource.code(), 0, TargetSuggestionQuestion.MOST_AMOUNT);
            if (cost.isPresent()) {
                named.get(k).ifPresent(area -> byArea.put(area, cost.get()));
            }
        }
        return byArea;
    }

    /** What there is at most, each above 0. */
    Map<Resource, Double> limits() {
        TargetQuestionFields limits = fields.object("limits");
        limits.only(names(LIMITED.stream()));
        Map<Resource, Double> most = new EnumMap<>(Resource.class);
        for (Resource resource : LIMITED) {
            limits.amount(resource.code(), TargetSuggestionQuestion.MOST_AMOUNT)
                    .ifPresent(amount -> most.put(resource, amount));
        }
        return most;
    }

    private static Set<String> names(Stream<Resource> resources) {
        return resources.map(Resource::code).collect(Collectors.toCollection(TreeSet::new));
    }
}
