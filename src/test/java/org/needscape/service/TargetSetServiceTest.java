package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.AreaCode;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.service.RejectedException.Violation;
import org.needscape.store.TargetSetStore.SavedRevision;

/** What stands beside a choice and beside a record, in ten squares of two districts, where the first square's need is not known. */
class TargetSetServiceTest {

    private static final ExtentName COUNTY = CountedSquares.COUNTY;

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private LayerService layers;
    private TargetSetService sets;

    private void open(CountedSquares opened) {
        squares = opened;
        layers = new LayerService(squares.store, squares.observations);
        sets = new TargetSetService(squares.store, layers, squares.observations, new Adjacency(), squares.clock);
    }

    private void openTen() throws IOException {
        open(TenSquares.open("target-sets", folder, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        TenSquares.importDistricts(squares, folder);
    }

    @AfterEach
    void closeStore() {
        squares.close();
    }

    /** A share of the district with others' children in it would be none. */
    @Test
    void talliesAreOfTheDistrictsOwnAreas() throws IOException {
        openTen();

        assertEquals(
                Map.of(
                        "areas[1]",
                        "Area E01000006 is not in district E07000001: a board chooses areas of its own district."),
                refused(() -> sets.tallies(COUNTY, tallies(5, 6))));
    }

    /** Nobody knows of the first square whether it is in the highest-need tenth: that is no 0. */
    @Test
    void chanceThatIsNotKnownOfAnyChosenAreaIsNotZero() throws IOException {
        openTen();
        JsonNode unknown = sets.tallies(COUNTY, tallies(1)).at("/tallies/need");
        JsonNode none = sets.tallies(COUNTY, tallies()).at("/tallies/need");

        assertTrue(unknown.required("expectedHighestNeedTenthIn").isNull(), unknown::toString);
        assertTrue(unknown.required("expectedHighestNeedTenthLeftOut").isNumber(), unknown::toString);
        assertEquals(0, none.required("expectedHighestNeedTenthIn").doubleValue());
        assertTrue(none.required("expectedHighestNeedTenthIn").isNumber());
    }

    @Test
    void revisionThatWasChangedIsAWholeNumber() throws IOException {
        openTen();
        save("kept", 1, "draft", "lsoa-2021", 5);

        for (String expected : List.of("1.5", "\"1\"", "null")) {
            assertEquals(
                    Set.of("expectedRevision"),
                    refused(() -> sets.revise(
                                    COUNTY, "kept", "{\"expectedRevision\":" + expected + ",\"decision\":{}}"))
                            .keySet(),
                    expected);
        }
    }

    /** Codes are used again: E01000005 of 2011 is not E01000005 of 2021. */
    @Test
    void codesOfAnotherVintageAreNoAreasOfThisOne() throws IOException {
        openTen();
        save("old", 1, "agreed", "lsoa-2011", 5);
        save("new", 1, "agreed", "lsoa-2021", 5);
        JsonNode old = sets.get(COUNTY, "old", Optional.empty());
        JsonNode review = new TargetReviewService(squares.store, sets, squares.clock).get(COUNTY, "old", 1);
        JsonNode outside = DecisionJson.object(new String(
                        new ProvisionService(squares.store, layers, squares.observations)
                                .json(COUNTY, ProvisionKey.CHILDREN)
                                .bytes(false),
                        StandardCharsets.UTF_8))
                .required("outside");

        assertTrue(old.required("talliesNow").isNull());
        assertTrue(old.required("changes").isNull());
        assertTrue(old.required("cautions").toString().contains("The areas were chosen in lsoa-2011"), old::toString);
        assertTrue(review.at("/areas/0/gone").booleanValue(), review::toString);
        assertTrue(review.at("/areas/0/rankNow").isNull(), review::toString);
        assertFalse(
                sets.get(COUNTY, "new", Optional.empty()).required("talliesNow").isNull());
        assertEquals(1, outside.required("areasInside").intValue(), "of the newer one alone");
    }

    /** What is worked at, or proposed, has brought no help yet; what was agreed has, also when it is superseded. */
    @Test
    void onlyWhatABoardAgreedIsNoAreaToCompareWith() {
        List<SavedRevision> revisions = List.of(
                revision("a", 1, "draft", "lsoa-2021", 1),
                revision("a", 2, "agreed", "lsoa-2021", 2),
                revision("a", 3, "superseded", "lsoa-2021", 2),
                revision("b", 1, "proposed", "lsoa-2021", 3),
                revision("c", 1, "agreed", "lsoa-2011", 4),
                revision("d", 1, "agreed", "lsoa-2021", 5));
        open(new CountedSquares("target-sets-agreed", folder));

        assertEquals(
                Set.of(TenSquares.code(2), TenSquares.code(5)),
                TargetRevisions.agreed(revisions, Geography.parse("lsoa-2021")));
    }

    /** The figures of then stay readable when the circumstances that need was scored by have gone. */
    @Test
    void recordOpensWithoutANeedScore() {
        open(new CountedSquares("target-sets-without-need", folder));
        save("kept", 1, "agreed", "lsoa-2021", 1);
        JsonNode record = sets.get(COUNTY, "kept", Optional.of(1));

        assertEquals(7, record.at("/talliesThen/areas").intValue());
        assertEquals("lsoa-2021", record.at("/recordThen/geography").textValue());
        for (String now : List.of("talliesNow", "recordNow", "changes")) {
            assertTrue(record.required(now).isNull(), now);
        }
        assertTrue(record.required("dataChanged").booleanValue());
        assertTrue(
                record.at("/cautions/0").textValue().startsWith("There is no need score any more"), record::toString);
        assertEquals(1, record.required("revisions").size());
    }

    private static String tallies(int... chosen) {
        return "{\"district\":\"E07000001\",\"areas\":["
                + java.util.Arrays.stream(chosen)
                        .mapToObj(square -> "\"" + TenSquares.code(square) + "\"")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private void save(String id, int number, String state, String geography, int square) {
        squares.store.write(session -> {
            session.targetSets().add(revision(id, number, state, geography, square));
            return id;
        });
    }

    private static SavedRevision revision(String id, int number, String state, String geography, int square) {
        AreaCode code = TenSquares.code(square);
        return new SavedRevision(
                COUNTY,
                id,
                number,
                CountedSquares.NOON,
                "hash",
                "{\"decision\":{\"title\":\"T\",\"district\":\"E07000001\",\"state\":\"" + state
                        + "\",\"savedBy\":\"B\",\"review\":\"\",\"areas\":[{\"code\":\"" + code
                        + "\"}]},\"tallies\":{\"areas\":7,\"help\":[]},\"record\":{\"geography\":\"" + geography
                        + "\",\"rankedAreas\":10,\"standing\":[{\"code\":\"" + code
                        + "\",\"name\":\"Then\",\"rank\":1,\"score\":1.5}]}}");
    }

    private static Map<String, String> refused(Runnable asked) {
        return assertThrows(RejectedException.class, asked::run).violations().stream()
                .collect(Collectors.toMap(Violation::field, Violation::message));
    }
}
