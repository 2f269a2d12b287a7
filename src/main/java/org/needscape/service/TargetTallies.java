package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.indicator.Value;
import org.needscape.indicator.ValueArithmetic;
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
        new TargetNeedTallies(ground, within, chosen, others()).put(node.putObject("need"));
        hotspots();
        TargetHelpTallies.put(node.putArray("help"), ground, district, chosen);
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
        children.set("number", ReportNumbers.number(here, 0));
        children.set("shareOfDistrict", share(here, within));
        children.set("shareOfCounty", share(here, ground.frame().names().keySet()));
    }

    private JsonNode share(Value here, Collection<AreaCode> all) {
        return ReportNumbers.number(ValueArithmetic.ratio(here, childrenOf(all), 1), SHARE_DECIMALS);
    }

    private Value childrenOf(Collection<AreaCode> codes) {
        return ValueArithmetic.sum(codes.stream()
                .map(code -> ground.children().getOrDefault(code, Value.notAvailable()))
                .toList());
    }

    private List<AreaCode> others() {
        return within.stream().filter(code -> !chosen.contains(code)).toList();
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
                        area.set(
                                "chanceOfHighestNeedTenth",
                                ReportNumbers.rounded(chances.getOrDefault(row.code(), 0.0), SHARE_DECIMALS));
                    }
                });
    }
}
