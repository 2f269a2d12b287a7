package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.needscape.area.AreaCode;

/** Six areas with need scores of 5 to 0. */
class TargetMatchesTest {

    private static final List<AreaCode> AREAS = List.of(
            new AreaCode("E01999001"),
            new AreaCode("E01999002"),
            new AreaCode("E01999003"),
            new AreaCode("E01999004"),
            new AreaCode("E01999005"),
            new AreaCode("E01999006"));

    /** Area 3 is next to area 2 and the nearest free one to area 1 as well, which has more need and comes first. */
    @Test
    void eachChosenAreaHasTheNearestThatIsFreeMostNeedFirst() {
        assertEquals(
                Map.of(area(1), area(3), area(2), area(4)),
                TargetMatches.of(standing(), List.of(area(2), area(1)), Set.of()));
    }

    @Test
    void areasOfOtherSetsAndWithoutAScoreAreNotTaken() {
        assertEquals(
                Map.of(area(1), area(5)),
                TargetMatches.of(standing(), List.of(area(1)), Set.of(area(2), area(3), area(4))));
    }

    @Test
    void whereNoneIsLeftAndWhereNothingWasKeptThereIsNone() {
        assertEquals(Map.of(), TargetMatches.of(standing(), AREAS, Set.of()));
        assertEquals(Map.of(), TargetMatches.of(Map.of(), List.of(area(1)), Set.of()));
        assertEquals(Map.of(), TargetMatches.of(standing(), List.of(new AreaCode("E01000001")), Set.of()));
    }

    private static AreaCode area(int number) {
        return AREAS.get(number - 1);
    }

    private static Map<AreaCode, JsonNode> standing() {
        Map<AreaCode, JsonNode> standing = new LinkedHashMap<>();
        for (int k = 0; k < 5; k++) {
            standing.put(AREAS.get(k), JsonNodeFactory.instance.objectNode().put("score", 5.0 - k));
        }
        // The sixth has no score.
        standing.put(AREAS.get(5), JsonNodeFactory.instance.objectNode());
        return standing;
    }
}
