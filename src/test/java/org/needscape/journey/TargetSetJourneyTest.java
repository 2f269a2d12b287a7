package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.journey.TargetBoard.DISTRICT;
import static org.needscape.journey.TargetBoard.PLAN;
import static org.needscape.journey.TargetBoard.ROOT;
import static org.needscape.journey.TargetBoard.SETS;
import static org.needscape.journey.TargetBoard.areas;
import static org.needscape.journey.TargetBoard.revision;
import static org.needscape.journey.TargetBoard.revisions;
import static org.needscape.journey.TargetBoard.set;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.needscape.JourneyService;

/** A locality board writes down its target areas: draft, proposal, agreement, and what it meant when data changed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TargetSetJourneyTest {

    private static final Path COUNTY = Path.of("geodata/fictional-county");

    private static TargetBoard board;

    @BeforeAll
    static void serve() throws Exception {
        board = TargetBoard.get();
    }

    @Test
    void boardGoesFromDraftToAgreedAndEveryRevisionStays() throws Exception {
        String areas = areas(board.byNeed.subList(0, 3));
        JsonNode draft = board.saved(SETS, set("Alder Valley", "draft", "A. Worker", "'areas':" + areas));
        assertEquals(1, draft.required("revision").intValue());
        assertEquals("alder-valley", draft.required("id").textValue());

        JsonNode proposed = board.saved(
                revisions(draft),
                revision(1, set("Alder Valley", "proposed", "A. Worker", PLAN + ",'areas':" + areas)));
        JsonNode agreed = board.saved(
                revisions(draft),
                revision(
                        2,
                        set(
                                "Alder Valley",
                                "agreed",
                                "The board",
                                PLAN + ",'dissent':'One would have waited.','areas':" + areas)));

        assertEquals(3, agreed.required("revision").intValue());
        assertEquals("agreed", agreed.at("/decision/state").textValue());
        assertEquals("One would have waited.", agreed.at("/decision/dissent").textValue());
        assertEquals(agreed.required("talliesThen"), agreed.required("talliesNow"));
        assertEquals(false, agreed.required("dataChanged").booleanValue());
        assertEquals(
                draft.required("decision"),
                board.service.json(SETS + "/alder-valley/revisions/1").required("decision"));
        assertEquals(
                proposed.required("sha256"),
                board.service.json(SETS + "/alder-valley/revisions/2").required("sha256"));
        assertEquals(
                List.of("draft", "proposed", "agreed"),
                agreed.required("revisions").findValuesAsText("state"));
        JsonNode comparison = board.service.json(SETS + "/alder-valley/comparison?first=1&second=3");
        assertEquals(3, comparison.required("areas").size());
        comparison
                .required("areas")
                .forEach(area -> assertTrue(
                        area.required("inFirst").booleanValue()
                                && area.required("inSecond").booleanValue(),
                        area::toString));

        assertEquals(
                "This set is agreed and is not changed any more: mark it as superseded, and save the next choice as a new set.",
                board.refused(422, revisions(draft), revision(3, set("Alder Valley", "draft", "X", "'areas':" + areas)))
                        .get("state"));
        JsonNode superseded = board.saved(
                revisions(draft),
                revision(3, set("Alder Valley", "superseded", "The board", PLAN + ",'areas':" + areas)));
        assertEquals("superseded", superseded.at("/decision/state").textValue());
    }

    @Test
    void twoWhoChangeTheSameSetAtOnceLoseNothing() throws Exception {
        JsonNode draft =
                board.saved(SETS, set("Shared", "draft", "First", "'areas':" + areas(board.byNeed.subList(0, 1))));
        List<Callable<Integer>> changes = new ArrayList<>();
        for (int k = 1; k <= 8; k++) {
            String body =
                    revision(1, set("Shared", "draft", "Worker " + k, "'areas':" + areas(board.byNeed.subList(0, k))));
            changes.add(() -> board.post(revisions(draft), body).statusCode());
        }
        List<Integer> statuses = new ArrayList<>();
        ExecutorService both = Executors.newFixedThreadPool(8);
        try {
            for (var answer : both.invokeAll(changes)) {
                statuses.add(answer.get());
            }
        } finally {
            both.shutdownNow();
        }

        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        assertEquals(7, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
        JsonNode now = board.service.json(SETS + "/shared");
        assertEquals(2, now.required("revision").intValue());
        String message = board.refused(
                        409,
                        revisions(draft),
                        revision(1, set("Shared", "draft", "Late", "'areas':" + areas(board.byNeed.subList(0, 1)))))
                .get("expectedRevision");
        assertEquals("The latest revision is 2.", message);
    }

    @Test
    void everyFieldThatIsWrongIsNamed() throws Exception {
        assertEquals(
                "Choose at least one area.",
                board.refused(422, SETS, set("Empty", "draft", "X", "'areas':[]"))
                        .get("areas"));
        Map<String, String> elsewhere = board.refused(
                422, SETS, set("Elsewhere", "draft", "X", "'areas':[{'code':'E01999500'},{'code':'E01000001'}]"));
        assertTrue(elsewhere.get("areas[0].code").contains("is not in district E07999001"), elsewhere::toString);
        assertTrue(elsewhere.get("areas[1].code").contains("its vintage may have gone"), elsewhere::toString);
        assertEquals(
                "A new set begins as a draft: save it as a draft and propose it then.",
                board.refused(422, SETS, set("Eager", "agreed", "X", "'areas':" + areas(board.byNeed.subList(0, 1))))
                        .get("state"));
        assertEquals(
                Set.of("limits.money"),
                board.refused(
                                422,
                                ROOT + "/target-tallies",
                                "{'district':'" + DISTRICT + "','areas':[],'limits':{'money':0}}")
                        .keySet());
        assertTrue(board.refused(422, SETS, "{'title':7,'district':'nowhere','areas':[]}")
                .containsKey("district"));
        assertTrue(board.refused(
                        422, SETS, set("x".repeat(200), "draft", "X", "'areas':" + areas(board.byNeed.subList(0, 1))))
                .get("title")
                .startsWith("Use at most 120 characters"));
        assertTrue(board.refused(
                        422, SETS, set("Extra", "draft", "X", "'cost':1,'areas':" + areas(board.byNeed.subList(0, 1))))
                .containsKey("cost"));
        assertEquals(404, board.post(SETS + "/none/revisions", "{}").statusCode());
        assertEquals(404, board.service.get(SETS + "/none").statusCode());
        assertEquals(
                List.of(),
                board.service.json(SETS).findValuesAsText("id").stream()
                        .filter(id ->
                                Set.of("empty", "elsewhere", "eager", "extra").contains(id))
                        .toList());
    }

    @Test
    void proposalSaysWhatItIsForAndWhyItGoesAgainstTheRanking() throws Exception {
        String last = board.byNeed.get(board.byNeed.size() - 1);
        JsonNode draft = board.saved(SETS, set("Unfinished", "draft", "X", "'areas':[{'code':'" + last + "'}]"));

        Map<String, String> wrong = board.refused(
                422,
                revisions(draft),
                revision(1, set("Unfinished", "proposed", "X", "'areas':[{'code':'" + last + "'}]")));

        assertEquals(Set.of("priorities", "areas[0].reason", "review"), wrong.keySet());
        assertTrue(wrong.get("areas[0].reason").contains("other areas of the district have more need"));
        board.saved(
                revisions(draft),
                revision(
                        1,
                        set(
                                "Unfinished",
                                "proposed",
                                "X",
                                PLAN + ",'areas':[{'code':'" + last + "','reason':'A new estate'}]")));
    }

    /** Comes last: it changes what all sets of this county rest on. */
    @Test
    @Order(Integer.MAX_VALUE)
    void recordReopenedAfterNewDataShowsTheOldFiguresAndTheNew() throws Exception {
        JsonNode saved = board.saved(SETS, set("Before", "draft", "X", "'areas':" + areas(board.byNeed.subList(0, 3))));
        JsonNode unchanged = board.service.json(SETS + "/before");
        assertEquals(unchanged.required("recordThen"), unchanged.required("recordNow"));
        assertEquals("default", unchanged.at("/recordThen/scoringMethod/id").textValue());
        assertTrue(unchanged.at("/recordThen/scoringMethod/sha256").textValue().matches("[0-9a-f]{64}"));
        assertEquals(0, unchanged.at("/changes/newlyByNeed").size());
        assertEquals(0, unchanged.at("/changes/movedInAll").intValue());

        board.changesData();
        // The circumstances of the areas with most need go to those with least of the ten, and the other way round.
        Map<String, Object> form = new TreeMap<>(Map.of("kind", "indicators", "geography", "lsoa-2021"));
        form.put("codebook", COUNTY.resolve("codebook.csv"));
        form.put("file", new JourneyService.NamedBytes("indicators.csv", swapped(board.byNeed)));
        board.service.awaitJob(board.service.upload(form, "X-Needscape", "1"));

        JsonNode reopened = board.service.json(SETS + "/before");
        assertEquals(saved.required("talliesThen"), reopened.required("talliesThen"));
        assertEquals(saved.required("recordThen"), reopened.required("recordThen"));
        assertEquals(saved.required("sha256"), reopened.required("sha256"));
        assertEquals(board.tallies(board.byNeed.subList(0, 3)).required("need"), reopened.at("/talliesNow/need"));
        assertTrue(reopened.required("dataChanged").booleanValue());
        assertNotEquals(saved.at("/talliesThen/need/resultHash"), reopened.at("/talliesNow/need/resultHash"));
        JsonNode changes = reopened.required("changes");
        assertEquals(
                Set.copyOf(board.byNeed.subList(0, 3)),
                Set.copyOf(changes.required("noLongerByNeed").findValuesAsText("code")));
        assertEquals(
                Set.copyOf(board.byNeed.subList(board.byNeed.size() - 3, board.byNeed.size())),
                Set.copyOf(changes.required("newlyByNeed").findValuesAsText("code")));
        assertTrue(changes.required("movedInAll").intValue() >= 6, changes::toString);
        List<String> then = reopened.at("/recordThen/datasets").findValuesAsText("sha256");
        List<String> other = new ArrayList<>();
        reopened.at("/recordNow/datasets").forEach(dataset -> {
            if (!then.contains(dataset.required("sha256").textValue())) {
                other.add(dataset.at("/usedFor/0").textValue());
            }
        });
        assertEquals(List.of("need"), other);
    }

    /** The file of circumstances with the rows of some areas in the opposite order. */
    private static byte[] swapped(List<String> codes) throws Exception {
        List<String> lines = new ArrayList<>();
        Map<String, String> rest = new HashMap<>();
        List<String> file = Files.readAllLines(COUNTY.resolve("indicators_fictional_wide.csv"));
        for (String line : file) {
            rest.put(line.substring(0, 9), line.substring(9));
        }
        for (String line : file) {
            String code = line.substring(0, 9);
            int at = codes.indexOf(code);
            lines.add(at < 0 ? line : code + rest.get(codes.get(codes.size() - 1 - at)));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}
