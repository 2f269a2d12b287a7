package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;

/**
 * Ten squares in a row: the tenth has most need today and rank 1, the first least and rank 10. The district North is the first five, whose
 * ranks are 10, 9, 8, 7 and 6. How they stood then is written down by hand.
 */
class TargetChangesTest {

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private LayerService layers;
    private TargetSetService sets;

    @BeforeEach
    void openStore() throws IOException {
        squares = TenSquares.open("target-changes", folder);
        TenSquares.importDistricts(squares, folder);
        layers = new LayerService(squares.store, squares.observations);
        sets = new TargetSetService(squares.store, layers, squares.observations, new Adjacency(), squares.clock);
    }

    @AfterEach
    void closeStore() {
        squares.close();
    }

    @Test
    void nothingChangesWithTheSameData() {
        TargetGround ground = ground();
        JsonNode changes =
                TargetChanges.of(ground, north(), codes(5, 4), TargetRecord.of(ground, north(), codes(5, 4)));

        assertEquals(2, changes.required("asMany").intValue());
        for (String none : List.of("newlyByNeed", "noLongerByNeed", "moved", "gone")) {
            assertEquals(0, changes.required(none).size(), none);
        }
        assertEquals(
                "A choice of as many areas by need alone would be the same with the data of today;"
                        + " the rank of no chosen area has moved out of its range then.",
                changes.required("sentence").textValue());
    }

    /** Then the first and second had most need of the district, now the fifth and fourth have. */
    @Test
    void whatNeedAloneWouldTakeAppearsAndGoes() {
        JsonNode changes = changes(codes(1, 2), record(area(1, 1), area(2, 2), area(3, 3), area(4, 4), area(5, 5)));

        assertEquals(texts(5, 4), changes.required("newlyByNeed").findValuesAsText("code"));
        assertEquals(texts(1, 2), changes.required("noLongerByNeed").findValuesAsText("code"));
        assertEquals(5, changes.at("/newlyByNeed/0/rankThen").intValue());
        assertEquals(6, changes.at("/newlyByNeed/0/rankNow").intValue());
        assertFalse(changes.at("/newlyByNeed/0/chosen").booleanValue());
        assertEquals(
                "With the data of today a choice of as many areas by need alone would newly have Square 5,"
                        + " Square 4 and would not have Square 1, Square 2 any more; the ranks of 2 chosen areas have moved out of their ranges then.",
                changes.required("sentence").textValue());
    }

    /** An area that the board took against the ranking does not go by need, since need alone never took it. */
    @Test
    void choiceAgainstTheRankingIsNoChangeOfNeed() {
        JsonNode changes = changes(codes(1), record(area(5, 1), area(4, 2), area(1, 3)));

        assertEquals(0, changes.required("noLongerByNeed").size());
        assertEquals(0, changes.required("newlyByNeed").size());
    }

    /** Ranks now are 10, 9 and 8: within 9 to 10, at the edge of 5 to 9, and just outside 1 to 7. */
    @Test
    void rankHasMovedWhenItIsOutsideItsRangeThen() {
        JsonNode changes = changes(codes(3), record(area(1, 9, 9, 10), area(2, 6, 5, 9), area(3, 4, 1, 7)));

        assertEquals(texts(3), changes.required("moved").findValuesAsText("code"));
        assertEquals(1, changes.required("movedInAll").intValue());
        assertTrue(
                changes.required("sentence")
                        .textValue()
                        .contains("the rank of 1 chosen area has moved out of its range then"),
                changes::toString);
    }

    /** Of ten ranked areas more than one place is a move: the second went from 8 to 9, the third from 6 to 8, the fourth from 3 to 7. */
    @Test
    void withoutARangeRankHasMovedByMoreThanATenth() {
        JsonNode changes = changes(codes(5), record(area(2, 8), area(3, 6), area(4, 3)));

        assertEquals(texts(4, 3), changes.required("moved").findValuesAsText("code"), "the one that moved most first");
    }

    @Test
    void areaWhoseVintageHasGoneKeepsItsNameAndIsCounted() {
        ObjectNode old = area(1, 2).put("code", "E01000099").put("name", "Old Square");
        JsonNode changes = changes(List.of(new AreaCode("E01000099"), TenSquares.code(5)), record(area(5, 1), old));

        assertEquals(List.of("E01000099"), changes.required("gone").findValuesAsText("code"));
        assertEquals("Old Square", changes.at("/gone/0/name").textValue());
        assertEquals(2, changes.at("/gone/0/rankThen").intValue());
        assertTrue(changes.at("/gone/0/rankNow").isNull());
        assertEquals(texts(4), changes.required("newlyByNeed").findValuesAsText("code"));
        assertTrue(
                changes.required("sentence")
                        .textValue()
                        .endsWith("; 1 chosen area is not in the boundaries that are loaded."),
                changes::toString);
    }

    /** The first square's figures are not there any more: it has no rank, which is no move and no rank of 0. */
    @Test
    void areaWhoseNeedIsNotKnownAnyMoreIsSaidToBe() throws IOException {
        squares.close();
        squares = TenSquares.open("target-changes-hidden", folder, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        TenSquares.importDistricts(squares, folder);
        layers = new LayerService(squares.store, squares.observations);
        sets = new TargetSetService(squares.store, layers, squares.observations, new Adjacency(), squares.clock);

        JsonNode changes = changes(codes(1), record(area(1, 1, 1, 2), area(5, 6, 5, 7)));

        assertEquals(0, changes.required("moved").size());
        assertEquals(0, changes.required("gone").size());
        assertTrue(changes.at("/noLongerByNeed/0/rankNow").isNull(), changes::toString);
        assertTrue(
                changes.required("sentence").textValue().endsWith("; the need of 1 chosen area is not known any more."),
                changes::toString);
    }

    /** Whoever saved by another method, or by the same one with another recipe, stood on something else, whatever the ranks. */
    @Test
    void recordByAScoringMethodThatIsNoLongerThereRestsOnSomethingElse() {
        ObjectNode now = TargetRecord.heading(ground());
        ObjectNode same = now.deepCopy();
        ((ObjectNode) same.at("/datasets/0")).put("imported", "2020-01-01T00:00:00Z");
        ObjectNode other = now.deepCopy();
        ((ObjectNode) other.required("scoringMethod")).put("id", "gone").put("version", "2");
        ObjectNode changed = now.deepCopy();
        ((ObjectNode) changed.required("scoringMethod")).put("sha256", "0");

        assertTrue(TargetRecord.restOnTheSame(same, now), "when a file was imported does not count");
        assertFalse(TargetRecord.restOnTheSame(other, now));
        assertFalse(TargetRecord.restOnTheSame(changed, now));
        assertFalse(changes(codes(5), now).required("sentence").textValue().isEmpty());
    }

    private TargetGround ground() {
        return sets.ground(CountedSquares.COUNTY);
    }

    private AreaId north() {
        return ground().districts().get(new AreaCode("E07000001"));
    }

    private JsonNode changes(List<AreaCode> chosen, JsonNode record) {
        return TargetChanges.of(ground(), north(), chosen, record);
    }

    /** Areas by need then. */
    private static ObjectNode record(ObjectNode... areas) {
        ObjectNode record = (ObjectNode) DecisionJson.object("{\"rankedAreas\":10}");
        ArrayNode standing = record.putArray(TargetRecord.STANDING);
        Stream.of(areas).forEach(standing::add);
        return record;
    }

    private static ObjectNode area(int square, int rank) {
        return (ObjectNode) DecisionJson.object("{\"code\":\"" + TenSquares.code(square) + "\",\"name\":\"Square "
                + square + "\",\"rank\":" + rank + "}");
    }

    private static ObjectNode area(int square, int rank, int low, int high) {
        return area(square, rank).put("rankLow", low).put("rankHigh", high);
    }

    private static List<AreaCode> codes(int... squares) {
        return java.util.Arrays.stream(squares).mapToObj(TenSquares::code).toList();
    }

    private static List<String> texts(int... squares) {
        return codes(squares).stream().map(AreaCode::value).toList();
    }
}
