package org.needscape.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
import org.needscape.indicator.ValueState;
import org.needscape.layer.LayerRow;
import org.needscape.need.HotspotClass;

/**
 * What a choice of target areas reaches, and what it leaves out. Every sum is one of figures that are shown of its areas one by one, so
 * that no choice and no difference of two choices says more than they do. Where a count is hidden, how many are hidden is said, and no
 * share.
 */
final class TargetTallies {

    /** As many areas with most need are named of those left out. */
    static final int NAMED = 10;

    private static final int SHARE_DECIMALS = 4;
    private static final int CHANCE_DECIMALS = 2;

    private final TargetGround ground;
    private final AreaId district;
    private final Set<AreaCode> within;
    private final List<AreaCode> chosen;
    private final ObjectNode node = JsonNodeFactory.instance.objectNode();

    private TargetTallies(TargetGround ground, AreaId district, Collection<AreaCode> codes) {
        this.ground = ground;
        this.district = district;
        this.within = ground.areasOf(district);
        this.chosen = codes.stream()
                .filter(ground.frame().names()::containsKey)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The tallies of a choice.
     *
     * @param district whose board chooses
     * @param codes chosen areas; those that are not there any more are left out and counted
     */
    static ObjectNode of(TargetGround ground, AreaId district, List<AreaCode> codes) {
        return new TargetTallies(ground, district, codes).write(codes);
    }

    /** The tallies of a choice, with what it takes of a budget. */
    static ObjectNode of(TargetGround ground, AreaId district, List<AreaCode> codes, TargetBudget budget) {
        TargetTallies tallies = new TargetTallies(ground, district, codes);
        ObjectNode node = tallies.write(codes);
        budget.put(node, tallies.chosen, ground.children());
        return node;
    }

    private ObjectNode write(List<AreaCode> codes) {
        node.put("areas", chosen.size());
        node.put(
                "areasGone",
                codes.stream()
                        .distinct()
                        .filter(code -> !ground.frame().names().containsKey(code))
                        .count());
        node.put("pieces", pieces());
        children();
        need();
        hotspots();
        help();
        leftOut();
        return node;
    }

    /** How many pieces hang together by borders or corners. */
    private int pieces() {
        Set<AreaCode> left = new HashSet<>(chosen);
        int pieces = 0;
        for (AreaCode start : chosen) {
            if (!left.remove(start)) {
                continue;
            }
            pieces++;
            Deque<AreaCode> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                for (AreaCode next : ground.graph().neighboursOf(open.remove())) {
                    if (left.remove(next)) {
                        open.add(next);
                    }
                }
            }
        }
        return pieces;
    }

    private void children() {
        ObjectNode children = node.putObject("children");
        Value here = childrenOf(chosen);
        children.put("period", ground.childrenPeriod());
        children.put("state", here.state().code());
        put(children, "number", here, 0);
        put(children, "shareOfDistrict", ValueArithmetic.ratio(here, childrenOf(within), 1), SHARE_DECIMALS);
        put(
                children,
                "shareOfCounty",
                ValueArithmetic.ratio(here, childrenOf(ground.frame().names().keySet()), 1),
                SHARE_DECIMALS);
    }

    private Value childrenOf(Collection<AreaCode> codes) {
        return ValueArithmetic.sum(codes.stream()
                .map(code -> ground.children().getOrDefault(code, Value.notAvailable()))
                .toList());
    }

    private void need() {
        ObjectNode need = node.putObject("need");
        need.put("layer", ground.need().id().value());
        need.put("resultHash", ground.need().manifest().resultHash());
        Map<AreaCode, Double> ranks = ground.ranks();
        long tenth = TargetGround.highestNeedTenth(ranks);
        List<AreaCode> others = others();
        need.put("highestNeedTenthIn", countUpTo(ranks, chosen, tenth));
        need.put("highestNeedTenthLeftOut", countUpTo(ranks, others, tenth));
        Map<AreaCode, Double> chances = ground.chances();
        if (!chances.isEmpty()) {
            need.put("expectedHighestNeedTenthIn", rounded(sum(chances, chosen), CHANCE_DECIMALS));
            need.put("expectedHighestNeedTenthLeftOut", rounded(sum(chances, others), CHANCE_DECIMALS));
            putMean(need, "meanChanceIn", chances, chosen);
            putMean(need, "meanChanceLeftOut", chances, others);
        }
        childrenInHighestNeed(need.putObject("childrenInHighestNeed"), !chances.isEmpty());
    }

    /** The mean chance of the areas whose chance is known; null where there are none. */
    private static void putMean(ObjectNode node, String name, Map<AreaCode, Double> chances, List<AreaCode> codes) {
        OptionalDouble mean = codes.stream()
                .filter(chances::containsKey)
                .mapToDouble(code -> chances.getOrDefault(code, 0.0))
                .average();
        node.put(name, mean.isPresent() ? rounded(mean.getAsDouble(), SHARE_DECIMALS) : null);
    }

    /** How much of the need is reached; shares are of the areas whose need is known. */
    private void childrenInHighestNeed(ObjectNode reached, boolean byChance) {
        Map<AreaCode, Value> expected = ground.childrenInHighestNeed();
        double here = known(expected, chosen);
        // Where nothing is known of any chosen area a 0 would say that no need is reached.
        boolean isKnown = chosen.isEmpty() || unknown(expected, chosen) < chosen.size();
        reached.put("code", "children-highest-need");
        reached.put(
                "title",
                byChance
                        ? "Children aged 0 to 17, counted by the chance that their area is in the county's highest-need tenth"
                        : "Children aged 0 to 17 in areas ranked in the county's highest-need tenth");
        reached.put("unit", "children");
        reached.put("number", isKnown ? rounded(here, 1) : null);
        reached.put("shareOfDistrict", isKnown ? share(here, known(expected, within)) : null);
        reached.put("shareOfCounty", isKnown ? share(here, known(expected, expected.keySet())) : null);
        reached.put("unknownAreas", unknown(expected, chosen));
        reached.put("unknownAreasOfDistrict", unknown(expected, within));
        reached.put("unknownAreasOfCounty", unknown(expected, expected.keySet()));
    }

    private static double known(Map<AreaCode, Value> values, Collection<AreaCode> codes) {
        return codes.stream()
                .flatMapToDouble(code -> values.getOrDefault(code, Value.notAvailable()).number().stream())
                .sum();
    }

    private static long unknown(Map<AreaCode, Value> values, Collection<AreaCode> codes) {
        return codes.stream()
                .filter(code -> !values.getOrDefault(code, Value.notAvailable()).isKnown())
                .count();
    }

    private static @Nullable BigDecimal share(double part, double whole) {
        return whole > 0 ? rounded(part / whole, SHARE_DECIMALS) : null;
    }

    private List<AreaCode> others() {
        return within.stream().filter(code -> !chosen.contains(code)).toList();
    }

    private static long countUpTo(Map<AreaCode, Double> ranks, Collection<AreaCode> codes, long last) {
        return codes.stream()
                .filter(code -> ranks.getOrDefault(code, Double.MAX_VALUE) <= last)
                .count();
    }

    private static double sum(Map<AreaCode, Double> numbers, Collection<AreaCode> codes) {
        return codes.stream()
                .mapToDouble(code -> numbers.getOrDefault(code, 0.0))
                .sum();
    }

    private void hotspots() {
        ground.hotspots().ifPresent(layer -> {
            List<AreaCode> hot = layer.rows().stream()
                    .filter(row -> row.valueClass().equals(HotspotClass.HOT.code()))
                    .map(LayerRow::code)
                    .toList();
            ObjectNode hotspots = node.putObject("hotspots");
            hotspots.put("layer", layer.id().value());
            hotspots.put("in", hot.stream().filter(chosen::contains).count());
            hotspots.put(
                    "leftOut",
                    hot.stream()
                            .filter(code -> within.contains(code) && !chosen.contains(code))
                            .count());
        });
    }

    private void help() {
        ArrayNode measures = node.putArray("help");
        for (TargetGround.Help help : ground.help()) {
            List<Value> counts = new ArrayList<>();
            chosen.forEach(code -> counts.add(help.shown(code)));
            long hidden = counts.stream()
                    .filter(count -> count.state() == ValueState.SUPPRESSED)
                    .count();
            long unknown = counts.stream().filter(count -> !count.isKnown()).count() - hidden;
            double shown = counts.stream()
                    .filter(Value::isKnown)
                    .mapToDouble(count -> count.number().getAsDouble())
                    .sum();
            Value all = help.counts().district(help.period(), district);
            boolean whole = hidden + unknown == 0 && !chosen.isEmpty();
            ObjectNode measure = measures.addObject();
            measure.put("measure", help.measure().code());
            measure.put("title", help.measure().label());
            measure.put("period", help.period().text());
            // With nothing shown there is no number: a 0 would say that nobody is helped.
            measure.put("shownSum", counts.size() > hidden + unknown || counts.isEmpty() ? Math.round(shown) : null);
            measure.put("hiddenAreas", hidden);
            measure.put("unknownAreas", unknown);
            put(
                    measure,
                    "shareOfDistrict",
                    whole ? ValueArithmetic.ratio(Value.known(shown), all, 1) : Value.notAvailable(),
                    SHARE_DECIMALS);
            measure.put("reason", reason(hidden, unknown, counts.size(), all));
        }
    }

    /** Why there is no share, and where nothing is shown no number; empty where there is a share, and where nothing is chosen. */
    private static String reason(long hidden, long unknown, int areas, Value all) {
        if (hidden + unknown == 0) {
            return all.isKnown() || areas == 0
                    ? ""
                    : "No share is given: the district's count is "
                            + all.state().words() + ".";
        }
        if (hidden == areas) {
            return "Neither number nor share is given: the counts of all " + areas
                    + " areas are hidden, because they would give away a small number of children.";
        }
        String what = hidden + unknown == areas ? "Neither number nor share is given: " : "No share is given: ";
        String rest = hidden + unknown == areas ? "." : "; the number is the sum of the others.";
        return hidden > 0
                ? what + "the count of " + hidden + " of " + areas
                        + " areas is hidden, because it would give away a small number of children" + rest
                : what + "the count of " + unknown + " of " + areas + " areas is not available" + rest;
    }

    private void leftOut() {
        Map<AreaCode, Double> ranks = ground.ranks();
        Map<AreaCode, Double> chances = ground.chances();
        ArrayNode leftOut = node.putArray("leftOut");
        ground.need().rows().stream()
                .filter(row -> within.contains(row.code()) && !chosen.contains(row.code()))
                .filter(row -> ranks.containsKey(row.code()))
                .sorted(Comparator.comparing((LayerRow row) -> ranks.getOrDefault(row.code(), 0.0))
                        .thenComparing(LayerRow::code))
                .limit(NAMED)
                .forEach(row -> {
                    ObjectNode area = leftOut.addObject();
                    area.put("area", row.code().value());
                    area.put("name", row.name());
                    area.put("rank", Math.round(ranks.getOrDefault(row.code(), 0.0)));
                    if (chances.containsKey(row.code())) {
                        area.put(
                                "chanceOfHighestNeedTenth",
                                rounded(chances.getOrDefault(row.code(), 0.0), SHARE_DECIMALS));
                    }
                });
    }

    private static void put(ObjectNode node, String name, Value value, int decimals) {
        if (value.number().isPresent()) {
            node.put(name, rounded(value.number().getAsDouble(), decimals));
        } else {
            node.putNull(name);
        }
    }

    private static BigDecimal rounded(double number, int decimals) {
        return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
