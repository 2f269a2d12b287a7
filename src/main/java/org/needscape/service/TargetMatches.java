package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;

/**
 * Areas like the chosen ones that were not chosen: for each chosen area, most need first, the area of the district whose need score then
 * was nearest, which no board has agreed on and which stands beside no other.
 */
final class TargetMatches {

    private TargetMatches() {}

    /**
     * The similar area of each chosen one; absent where none is left or its need then was not kept.
     *
     * @param standing of the areas of the district as it was kept with the revision, by code
     * @param chosen areas of the revision
     * @param targets areas that a board has agreed on
     */
    static Map<AreaCode, AreaCode> of(Map<AreaCode, JsonNode> standing, List<AreaCode> chosen, Set<AreaCode> targets) {
        List<AreaCode> free = new ArrayList<>(standing.keySet());
        free.removeIf(code -> targets.contains(code)
                || chosen.contains(code)
                || scoreOf(standing, code).isEmpty());
        Map<AreaCode, AreaCode> matches = new LinkedHashMap<>();
        List<AreaCode> byNeed = chosen.stream()
                .filter(code -> scoreOf(standing, code).isPresent())
                .sorted(Comparator.comparing(
                                (AreaCode code) -> -scoreOf(standing, code).orElseThrow())
                        .thenComparing(code -> code))
                .toList();
        for (AreaCode code : byNeed) {
            double score = scoreOf(standing, code).orElseThrow();
            free.stream()
                    .min(Comparator.comparing((AreaCode other) ->
                                    Math.abs(scoreOf(standing, other).orElseThrow() - score))
                            .thenComparing(other -> other))
                    .ifPresent(nearest -> {
                        matches.put(code, nearest);
                        free.remove(nearest);
                    });
        }
        return matches;
    }

    private static Optional<Double> scoreOf(Map<AreaCode, JsonNode> standing, AreaCode code) {
        return Optional.ofNullable(standing.get(code))
                .filter(area -> area.path("score").isNumber())
                .map(area -> area.path("score").doubleValue());
    }
}
