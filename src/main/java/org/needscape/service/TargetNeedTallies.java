package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.needscape.area.AreaCode;
import org.needscape.indicator.Value;

/** How much of the need a choice of target areas reaches, and how much it leaves out of its district. */
final class TargetNeedTallies {

    private static final int SHARE_DECIMALS = 4;
    private static final int CHANCE_DECIMALS = 2;

    private final TargetGround ground;
    private final Set<AreaCode> within;
    private final List<AreaCode> chosen;
    private final List<AreaCode> others;

    /**
     * @param within the areas of the district
     * @param chosen areas
     * @param others areas of the district that are not chosen
     */
    TargetNeedTallies(TargetGround ground, Set<AreaCode> within, List<AreaCode> chosen, List<AreaCode> others) {
        this.ground = ground;
        this.within = within;
        this.chosen = chosen;
        this.others = others;
    }

    void put(ObjectNode need) {
        need.put("layer", ground.need().id().value());
        need.put("resultHash", ground.need().manifest().resultHash());
        Map<AreaCode, Double> ranks = ground.ranks();
        long tenth = TargetGround.highestNeedTenth(ranks);
        need.put("highestNeedTenthIn", countUpTo(ranks, chosen, tenth));
        need.put("highestNeedTenthLeftOut", countUpTo(ranks, others, tenth));
        Map<AreaCode, Double> chances = ground.chances();
        if (!chances.isEmpty()) {
            need.set("expectedHighestNeedTenthIn", expected(chances, chosen));
            need.set("expectedHighestNeedTenthLeftOut", expected(chances, others));
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
        node.set(name, ReportNumbers.number(mean, SHARE_DECIMALS));
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
        reached.set("number", isKnown ? ReportNumbers.rounded(here, 1) : NullNode.getInstance());
        reached.set("shareOfDistrict", isKnown ? share(here, known(expected, within)) : NullNode.getInstance());
        reached.set(
                "shareOfCounty", isKnown ? share(here, known(expected, expected.keySet())) : NullNode.getInstance());
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

    private static JsonNode share(double part, double whole) {
        return whole > 0 ? ReportNumbers.rounded(part / whole, SHARE_DECIMALS) : NullNode.getInstance();
    }

    private static long countUpTo(Map<AreaCode, Double> ranks, Collection<AreaCode> codes, long last) {
        return codes.stream()
                .filter(code -> ranks.getOrDefault(code, Double.MAX_VALUE) <= last)
                .count();
    }

    /** The sum of the chances that are known; null where there are areas and none of them has one, and 0 for no areas. */
    private static JsonNode expected(Map<AreaCode, Double> chances, Collection<AreaCode> codes) {
        double[] known = codes.stream()
                .flatMap(code -> Optional.ofNullable(chances.get(code)).stream())
                .mapToDouble(chance -> chance)
                .toArray();
        return known.length == 0 && !codes.isEmpty()
                ? NullNode.getInstance()
                : ReportNumbers.rounded(Arrays.stream(known).sum(), CHANCE_DECIMALS);
    }
}
