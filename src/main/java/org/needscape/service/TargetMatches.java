package org.needscape.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.needscape.area.AreaCode;

/**
 * Areas like the chosen ones that were not chosen: for each chosen area, most need first, the area of the district whose need score then
 * was nearest, which no board has agreed on and which stands beside no other. Where none of the district is within a fifth of a standard
 * deviation of the county's scores (a caliper as in Austin, 2011, Pharmaceutical Statistics 10:150-161, doi:10.1002/pst.433), the nearest
 * of the areas elsewhere, if that is nearer.
 */
final class TargetMatches {

    private static final double CALIPER_DEVIATIONS = 0.2;

    private final Map<AreaCode, JsonNode> within = new LinkedHashMap<>();
    private final Map<AreaCode, JsonNode> elsewhere = new LinkedHashMap<>();
    private final double caliper;

    /** @param record what was kept with the revision; without areas elsewhere where it was saved before they were kept */
    TargetMatches(JsonNode record) {
        record.path(TargetRecord.STANDING).forEach(area -> within.put(codeOf(area), area));
        record.path(TargetRecord.ELSEWHERE).forEach(area -> elsewhere.put(codeOf(area), area));
        this.caliper = CALIPER_DEVIATIONS * record.path(TargetRecord.DEVIATION).asDouble(0);
    }

    private static AreaCode codeOf(JsonNode area) {
        return new AreaCode(area.required("code").textValue());
    }

    /** An area as it stood then. */
    Optional<JsonNode> then(AreaCode code) {
        return Optional.ofNullable(within.get(code)).or(() -> Optional.ofNullable(elsewhere.get(code)));
    }

    boolean isElsewhere(AreaCode code) {
        return elsewhere.containsKey(code);
    }

    /**
     * The similar area of each chosen one; absent where none is left or its need then was not kept.
     *
     * @param chosen areas of the revision
     * @param targets areas that a board has agreed on
     */
    Map<AreaCode, AreaCode> of(List<AreaCode> chosen, Set<AreaCode> targets) {
        List<AreaCode> here = free(within.keySet(), chosen, targets);
        List<AreaCode> there = free(elsewhere.keySet(), chosen, targets);
        Map<AreaCode, AreaCode> matches = new LinkedHashMap<>();
        List<AreaCode> byNeed = chosen.stream()
                .filter(code -> scoreOf(code).isPresent())
                .sorted(Comparator.comparing((AreaCode code) -> -scoreOf(code).orElseThrow())
                        .thenComparing(code -> code))
                .toList();
        for (AreaCode code : byNeed) {
            Optional<AreaCode> own = nearest(here, code);
            Optional<AreaCode> match = own.filter(area -> distance(code, area) <= caliper)
                    .or(() -> nearest(there, code)
                            .filter(other -> own.map(area -> distance(code, other) < distance(code, area))
                                    .orElse(true)))
                    .or(() -> own);
            match.ifPresent(nearest -> {
                matches.put(code, nearest);
                here.remove(nearest);
                there.remove(nearest);
            });
        }
        return matches;
    }

    private List<AreaCode> free(Collection<AreaCode> areas, List<AreaCode> chosen, Set<AreaCode> targets) {
        List<AreaCode> free = new ArrayList<>(areas);
        free.removeIf(code ->
                targets.contains(code) || chosen.contains(code) || scoreOf(code).isEmpty());
        return free;
    }

    private Optional<AreaCode> nearest(List<AreaCode> free, AreaCode code) {
        return free.stream()
                .min(Comparator.comparing((AreaCode other) -> distance(code, other))
                        .thenComparing(other -> other));
    }

    private double distance(AreaCode one, AreaCode other) {
        return Math.abs(scoreOf(one).orElseThrow() - scoreOf(other).orElseThrow());
    }

    private Optional<Double> scoreOf(AreaCode code) {
        return then(code).filter(area -> area.path("score").isNumber()).map(area -> area.path("score")
                .doubleValue());
    }
}
