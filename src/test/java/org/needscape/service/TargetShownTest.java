package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.ExtentName;
import org.needscape.disclosure.ReleaseState;
import org.needscape.indicator.Measure;
import org.needscape.progress.Progress;
import org.needscape.service.TargetSetService.Saved;
import org.needscape.store.Dataset;
import org.needscape.store.TargetSetStore.SavedRevision;

/**
 * The board of North, five squares of 100 children each, chooses the fifth and the fourth, of which each has 20 children in need. The
 * clock stands at 3 November 2026.
 */
class TargetShownTest {

    private static final ExtentName COUNTY = CountedSquares.COUNTY;
    private static final Signature BOSS = new Signature("B. Boss");
    private static final String[] COUNTS = {"20", "20", "20", "20", "20", "20", "20", "20", "20"};

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private TargetSetService sets;
    private Dataset counts;
    private Saved saved;

    @BeforeEach
    void saveADecision() throws IOException {
        squares = TenSquares.open("target-shown", folder);
        TenSquares.importDistricts(squares, folder);
        long id = squares.importCounts(Measure.CIN, COUNTS);
        counts = squares.store.read(session -> session.datasets().find(id).orElseThrow());
        LayerService layers = new LayerService(squares.store, squares.observations);
        sets = new TargetSetService(squares.store, layers, squares.observations, new Adjacency(), squares.clock);
        saved = sets.create(
                COUNTY,
                "{\"title\":\"Squares\",\"district\":\"E07000001\",\"state\":\"draft\",\"priorities\":[],\"areas\":[{\"code\":\""
                        + TenSquares.code(5) + "\",\"reason\":\"\"},{\"code\":\"" + TenSquares.code(4)
                        + "\",\"reason\":\"\"}],\"alternatives\":[],\"dissent\":\"Not all agreed.\","
                        + "\"savedBy\":\"The board\",\"review\":\"\"}");
    }

    @AfterEach
    void closeStore() {
        squares.close();
    }

    @Test
    void everythingIsShownWhileItMayBe() {
        JsonNode then = get().required("talliesThen");

        assertFalse(then.has("notShown"));
        assertEquals(40, then.at("/help/0/shownSum").intValue());
        assertFalse(pack().contains("Not shown"));
    }

    /** Need and children are of open data and stay. */
    @Test
    void helpOfAWithdrawnDataSetIsShownNowhere() {
        String before = kept();
        JsonNode then = get().required("talliesThen");
        squares.clock.moveTo("2026-11-04T12:00:00Z");
        squares.datasets.withdraw(counts.id(), BOSS, Progress.SILENT);
        String sentence = "Not shown: the data set " + counts.title() + " was withdrawn on 4 November 2026.";
        JsonNode after = get();
        JsonNode compared = sets.compare(COUNTY, saved.id(), 1, 1);

        for (JsonNode tallies : List.of(
                after.required("talliesThen"),
                compared.required("talliesOfFirst"),
                compared.required("talliesOfSecond"))) {
            JsonNode help = tallies.at("/help/0");
            assertTrue(help.required("shownSum").isNull(), help::toString);
            assertTrue(help.required("shareOfDistrict").isNull(), help::toString);
            assertEquals(2, help.required("unknownAreas").intValue(), "no 0: of neither area anything is shown");
            assertEquals(sentence, help.required("reason").textValue());
            assertEquals("withdrawn", tallies.at("/notShown/0/state").textValue());
            assertEquals(sentence, tallies.at("/notShown/0/sentence").textValue());
            assertEquals(then.required("need"), tallies.required("need"));
            assertEquals(then.required("children"), tallies.required("children"));
        }
        assertEquals("Not all agreed.", after.at("/decision/dissent").textValue());
        assertTrue(after.required("dataChanged").booleanValue());
        assertTrue(after.required("changes").isObject(), "need is shown");
        assertTrue(pack().contains(sentence));
        assertFalse(pack().contains(">40<"), "the sum of then");
        assertTrue(cautions().contains(sentence));
        assertEquals(before, kept());
    }

    /** The last day is still a day on which it may be shown. */
    @Test
    void figuresComeBackWithALaterLastDay() {
        keepUntil("2026-11-10");
        squares.clock.moveTo("2026-11-10T12:00:00Z");
        JsonNode lastDay = get().required("talliesThen");
        squares.clock.moveTo("2026-11-11T12:00:00Z");
        JsonNode over = get().required("talliesThen");
        keepUntil("2027-01-31");
        JsonNode again = get().required("talliesThen");

        assertEquals(40, lastDay.at("/help/0/shownSum").intValue());
        assertTrue(over.at("/help/0/shownSum").isNull());
        assertEquals("expired", over.at("/notShown/0/state").textValue());
        assertEquals(
                "Not shown: the data set " + counts.title() + " was to be kept until 10 November 2026.",
                over.at("/notShown/0/sentence").textValue());
        assertEquals(lastDay, again);
    }

    /** As if the withdrawn data set had been what need was scored by: neither ranks nor their order are left, and names are. */
    @Test
    void needOfAWithdrawnDataSetIsShownNowhere() {
        saveAsIfCountsWereUsedFor("need");
        squares.datasets.withdraw(counts.id(), BOSS, Progress.SILENT);
        JsonNode record = get();
        JsonNode then = record.required("talliesThen");
        JsonNode area = review().at("/areas/0");
        ObjectNode document = sets.shown(revision());
        JsonNode standing = document.at("/record/standing");

        assertTrue(then.at("/need/highestNeedTenthIn").isNull(), then::toString);
        assertTrue(then.at("/need/highestNeedTenthLeftOut").isNull(), then::toString);
        assertFalse(then.required("need").has("childrenInHighestNeed"));
        assertTrue(then.required("leftOut").isNull(), "an empty list would say that none was left out");
        assertEquals(200, then.at("/children/number").intValue(), "children are shown");
        assertTrue(record.required("changes").isNull());
        assertTrue(area.required("rankThen").isNull(), area::toString);
        assertTrue(area.required("scoreThen").isNull(), area::toString);
        assertTrue(area.required("similar").isNull(), "likeness was by need");
        assertTrue(pack().contains("Which areas with much need were left out is not shown any more."));
        assertEquals(List.of("code", "name", "district"), fields(standing.required(0)));
        assertEquals(
                List.of("Square 1", "Square 2", "Square 3", "Square 4", "Square 5"), standing.findValuesAsText("name"));
        assertFalse(document.required("record").has("elsewhere"));
    }

    @Test
    void childrenOfAWithdrawnDataSetAreShownNowhere() {
        saveAsIfCountsWereUsedFor("children");
        JsonNode before = get().required("talliesThen");
        squares.datasets.withdraw(counts.id(), BOSS, Progress.SILENT);
        JsonNode then = get().required("talliesThen");

        assertEquals(200, before.at("/children/number").intValue());
        assertEquals("not-available", then.at("/children/state").textValue());
        for (String figure : List.of("number", "shareOfDistrict", "shareOfCounty")) {
            assertTrue(then.at("/children/" + figure).isNull(), figure);
        }
        assertFalse(then.required("need").has("childrenInHighestNeed"));
        assertEquals(before.at("/need/highestNeedTenthIn"), then.at("/need/highestNeedTenthIn"));
        assertNotEquals(0, then.required("leftOut").size());
    }

    /** The circumstances themselves: there is no need score then, and the record opens without its figures. */
    @Test
    void recordOpensWhenWhatNeedWasScoredByIsWithdrawn() {
        long circumstances = squares.store.read(session -> session.datasets().list().stream()
                .filter(dataset -> dataset.kind().equals(ImportKind.INDICATORS.code()))
                .findFirst()
                .orElseThrow()
                .id());
        squares.keep(CountedSquares.agreed(circumstances, 5, ReleaseState.WITHDRAWN));
        squares.datasets.refresh(List.of(circumstances));
        JsonNode record = get();

        assertTrue(record.required("talliesNow").isNull(), "there is no need score any more");
        assertTrue(record.at("/talliesThen/leftOut").isNull(), record::toString);
        assertTrue(record.at("/talliesThen/need/highestNeedTenthIn").isNull(), record::toString);
        assertEquals("The board", record.required("savedBy").textValue());
    }

    private void keepUntil(String day) {
        squares.datasets.change(
                counts.id(),
                PolicyChange.none().withKeepUntil(Optional.of(LocalDate.parse(day))),
                Optional.of(BOSS),
                Progress.SILENT);
    }

    /** Saves the decision once more as the latest revision, its counts used for something else. */
    private void saveAsIfCountsWereUsedFor(String use) {
        SavedRevision first = revision();
        ObjectNode document = DecisionJson.object(first.document()).deepCopy();
        for (JsonNode dataset : document.at("/record/datasets")) {
            if (dataset.required("usedFor").toString().equals("[\"help\"]")) {
                ((ObjectNode) dataset).putArray("usedFor").add(use);
            }
        }
        saved = new Saved(first.id(), 2);
        squares.store.write(session -> {
            session.targetSets()
                    .add(new SavedRevision(COUNTY, first.id(), 2, first.saved(), "hash", document.toString()));
            return use;
        });
    }

    private SavedRevision revision() {
        return squares.store.read(
                session -> TargetRevisions.find(session, COUNTY, saved.id(), Optional.of(saved.revision())));
    }

    private String kept() {
        return revision().document();
    }

    private JsonNode get() {
        return sets.get(COUNTY, saved.id(), Optional.empty());
    }

    private JsonNode review() {
        return new TargetReviewService(squares.store, sets, squares.clock).get(COUNTY, saved.id(), saved.revision());
    }

    private String cautions() {
        return review().required("cautions").toString();
    }

    private String pack() {
        return new String(
                new TargetPackService(squares.store, sets)
                        .get(COUNTY, saved.id(), saved.revision(), "http://localhost")
                        .bytes(false),
                StandardCharsets.UTF_8);
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
