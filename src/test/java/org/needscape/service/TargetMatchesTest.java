package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private static final List<AreaCode> OTHERS =
            List.of(new AreaCode("E01999901"), new AreaCode("E01999902"), new AreaCode("E01999903"));

    /** Area 3 is next to area 2 and the nearest free one to area 1 as well, which has more need and comes first. */
    @Test
    void eachChosenAreaHasTheNearestThatIsFreeMostNeedFirst() {
        assertEquals(
                Map.of(area(1), area(3), area(2), area(4)), matches(record()).of(List.of(area(2), area(1)), Set.of()));
    }

    @Test
    void areasOfOtherSetsAndWithoutAScoreAreNotTaken() {
        assertEquals(
                Map.of(area(1), area(5)), matches(record()).of(List.of(area(1)), Set.of(area(2), area(3), area(4))));
    }

    @Test
    void whereNoneIsLeftAndWhereNothingWasKeptThereIsNone() {
        assertEquals(Map.of(), matches(record()).of(AREAS, Set.of()));
        assertEquals(Map.of(), matches(DecisionJson.object("{}")).of(List.of(area(1)), Set.of()));
        assertEquals(Map.of(), matches(record()).of(List.of(new AreaCode("E01000001")), Set.of()));
    }

    private static AreaCode area(int number) {
        return AREAS.get(number - 1);
    }

    /** Scores are 5, 4, 3, 2 and 1 in the district, and 4.9, 4.1 and 2.9 elsewhere: with a deviation of 5 the caliper is 1. */
    @Test
    void areaOfTheDistrictIsTakenWhereItIsNearEnough() {
        assertEquals(Map.of(area(1), area(2)), matches(elsewhere(5, 4.9)).of(List.of(area(1)), Set.of()));
    }

    /** A deviation of 1 gives a caliper of 0.2: the nearest of the district is 1 away, the nearest elsewhere 0.1. */
    @Test
    void whereNoneOfTheDistrictIsLikeItTheNearestElsewhereIsTaken() {
        TargetMatches matches = matches(elsewhere(1, 4.1, 4.9, 2.9));

        assertEquals(
                Map.of(area(1), OTHERS.get(1), area(3), OTHERS.get(2)),
                matches.of(List.of(area(1), area(3)), Set.of()));
        assertTrue(matches.isElsewhere(OTHERS.get(1)));
        assertFalse(matches.isElsewhere(area(2)));
    }

    /** What is as far away elsewhere is no better, and what another board has agreed on is no area to compare with. */
    @Test
    void districtGoesFirstAndAgreedAreasElsewhereAreNotTaken() {
        assertEquals(Map.of(area(1), area(2)), matches(elsewhere(1, 6)).of(List.of(area(1)), Set.of()));
        assertEquals(Map.of(area(1), area(2)), matches(elsewhere(1, 4.9)).of(List.of(area(1)), Set.of(OTHERS.get(0))));
    }

    private static TargetMatches matches(JsonNode record) {
        return new TargetMatches(record);
    }

    private static JsonNode record() {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        ArrayNode standing = record.putArray(TargetRecord.STANDING);
        for (int k = 0; k < 5; k++) {
            standing.addObject().put("code", AREAS.get(k).value()).put("score", 5.0 - k);
        }
        // The sixth has no score.
        standing.addObject().put("code", AREAS.get(5).value());
        return record;
    }

    private static JsonNode elsewhere(double deviation, double... scores) {
        ObjectNode record = ((ObjectNode) record()).put(TargetRecord.DEVIATION, deviation);
        ArrayNode elsewhere = record.putArray(TargetRecord.ELSEWHERE);
        for (int k = 0; k < scores.length; k++) {
            elsewhere.addObject().put("code", OTHERS.get(k).value()).put("score", scores[k]);
        }
        return record;
    }
}
