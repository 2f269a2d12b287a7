package org.needscape.targeting.decision;

import java.util.List;
import java.util.Set;
import org.needscape.area.AreaCode;

/**
 * What a decision is held against: the district as its data says it is now.
 *
 * @param county every area of the county in the geography of the decision
 * @param district those of the board's district
 * @param ranking the district's areas whose need is known, most need first
 */
public record Standing(Set<AreaCode> county, Set<AreaCode> district, List<AreaCode> ranking) {

    public Standing {
        county = Set.copyOf(county);
        district = Set.copyOf(district);
        ranking = List.copyOf(ranking);
    }

    /**
     * The chosen areas that a choice by need alone, of as many areas, would not have: below as many others of the district, or without a
     * known need.
     */
    public List<AreaCode> againstRanking(List<AreaCode> chosen) {
        List<AreaCode> byNeed = ranking.subList(0, Math.min(chosen.size(), ranking.size()));
        return chosen.stream().filter(code -> !byNeed.contains(code)).toList();
    }
}
