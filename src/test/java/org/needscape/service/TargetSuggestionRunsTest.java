package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.ExtentName;
import org.needscape.indicator.Measure;
import org.needscape.progress.Job;
import org.needscape.store.StoreException;

/**
 * Ten squares in a row, the first nine with 100 children each; of 3 children in need in the third and the seventh, nobody may know, and of
 * the tenth nobody counted children.
 */
class TargetSuggestionRunsTest {

    private static final ExtentName COUNTY = CountedSquares.COUNTY;
    private static final String CIN = "'need':'help-cin'";

    @TempDir
    private Path folder;

    private CountedSquares squares;
    private JobService jobs;
    private TargetSuggestionRuns runs;

    @BeforeEach
    void openStore() throws IOException {
        squares = TenSquares.open("suggestion-runs", folder);
        squares.importCounts(Measure.CIN, "85", "10", "3", "20", "30", "40", "3", "70", "90");
        jobs = new JobService(squares.store, Clock.systemUTC());
        runs = runs(jobs);
    }

    private TargetSuggestionRuns runs(JobService by) {
        LayerService layers = new LayerService(squares.store, squares.observations);
        Adjacency adjacency = new Adjacency();
        return new TargetSuggestionRuns(
                squares.store,
                layers,
                squares.observations,
                adjacency,
                new TargetSetService(squares.store, layers, squares.observations, adjacency, Clock.systemUTC()),
                by);
    }

    @AfterEach
    void closeStore() {
        jobs.close();
        squares.close();
    }

    @Test
    void needsAddUpWhatLayersShow() {
        Map<String, String> units = new TreeMap<>();
        runs.choices(COUNTY)
                .required("needs")
                .forEach(need -> units.put(
                        need.required("code").textValue(), need.required("unit").textValue()));

        assertEquals(
                Map.of(
                        "children-highest-need", "children",
                        "areas-highest-need", "areas",
                        "help-cin", "children in need",
                        "indicator-poor", "children"),
                units);
        // 45% of the 100 children of the last square and 40% of those of the one before.
        JsonNode poor = answer("{'need':'indicator-poor','areasTo':2}").required("suggestion");
        assertEquals(List.of(code(9), code(8)), codes(poor));
        assertEquals(85, poor.required("need").doubleValue());
    }

    /** 90 and 85 lie apart; 90 and 70 touch. Of 348 shown, the county's count is not, because two squares' counts are hidden. */
    @Test
    void bestSetSaysWhyEachAreaIsInOrOut() {
        JsonNode free = answer("{" + CIN + ",'areasTo':2}");
        JsonNode one = answer("{" + CIN
                + ",'areasTo':2,'piecesMost':1,'gapPercent':0,'costs':{'money':{'perArea':1000,'perChild':5}},'mustNot':['"
                + code(4) + "']}");

        assertEquals(List.of(code(9), code(1)), codes(free.required("suggestion")));
        JsonNode best = one.required("suggestion");
        assertEquals(List.of(code(9), code(8)), codes(best));
        assertEquals(160, best.required("need").doubleValue());
        assertEquals(0, best.required("gapPercent").doubleValue());
        assertTrue(best.required("proven").booleanValue());
        assertEquals(3000, best.at("/costs/money").doubleValue());
        assertEquals(1500, best.at("/areas/0/costs/money").doubleValue());
        assertEquals(200, best.at("/costs/children").doubleValue());
        assertEquals("BRINGS_NEED", best.at("/areas/0/why/kind").textValue());
        Map<String, String> out = new TreeMap<>();
        one.required("whyOut")
                .forEach(area -> out.put(
                        area.required("code").textValue(), area.required("kind").textValue()));
        assertEquals(8, out.size());
        assertEquals("MUST_NOT", out.get(code(4)));
        assertEquals("NOT_KNOWN", out.get(code(3)));
        assertEquals(code(1), one.at("/whyOut/0/code").textValue(), () -> one.required("whyOut")
                .toString());
    }

    @Test
    void hiddenCountIsNotKnownRatherThanNothing() {
        JsonNode answer = answer("{" + CIN + ",'areasTo':2,'mustHave':['" + code(3) + "']}");

        JsonNode hidden = answer.at("/suggestion/areas/1");
        assertEquals(code(3), hidden.required("code").textValue());
        assertEquals("suppressed", hidden.at("/need/state").textValue());
        assertFalse(hidden.required("need").has("number"));
        assertEquals("MUST_HAVE", hidden.at("/why/kind").textValue());
        assertEquals(90, answer.at("/suggestion/need").doubleValue());
        assertTrue(answer.at("/suggestion/shareOfCountyNeed").isNull());
        assertTrue(answer.at("/suggestion/notes/0").textValue().contains("is not known and counts for nothing"));
        assertEquals(3, answer.at("/need/areasNotKnown").intValue());
    }

    @Test
    void nestedSetsOnlyGrowAndSayWhatIsAdded() {
        JsonNode nested = answer("{" + CIN + ",'method':'nested','resource':'areas','budgets':[1,2,3],'piecesMost':1}")
                .required("nested");

        // One more than 90 and 70 would have to touch them: the count of square 7 is hidden, and so three cannot hang
        // together.
        assertEquals(List.of(code(9)), texts(nested.get(0).required("areas")));
        assertEquals(List.of(code(8)), texts(nested.get(1).required("added")));
        assertEquals(160, nested.get(2).required("need").doubleValue());
        assertEquals(List.of(), texts(nested.get(2).required("added")));
    }

    @Test
    void frontierSaysWhatEachRuleCosts() {
        JsonNode frontier = answer("{" + CIN + ",'method':'frontier','resource':'children','budgets':[100,200]}")
                .required("frontier");

        assertEquals(90, frontier.get(0).at("/free/need").doubleValue());
        assertEquals(0, frontier.get(0).at("/price/contiguous").doubleValue());
        assertEquals(175, frontier.get(1).at("/free/need").doubleValue());
        assertEquals(160, frontier.get(1).at("/contiguous/need").doubleValue());
        assertEquals(15, frontier.get(1).at("/price/contiguous").doubleValue());
        assertEquals(0, frontier.get(1).at("/price/nested").doubleValue());
    }

    @Test
    void conflictNamesTheFieldsThatAreInIt() {
        JsonNode answer = answer("{" + CIN + ",'areasFrom':3,'limits':{'children':250},'mustNot':['" + code(2) + "']}");

        assertTrue(answer.required("suggestion").isNull());
        List<String> fields = new ArrayList<>();
        answer.at("/conflict/parts")
                .forEach(part -> fields.add(part.required("field").textValue()));
        assertEquals(List.of("limits.children", "areasFrom"), fields);
        assertTrue(answer.at("/conflict/irreducible").booleanValue());
    }

    /** One draw of the ranks is one way to measure need; there is no other scoring method and no other year here. */
    @Test
    void robustnessCountsHowOftenAnAreaIsInTheBestSet() {
        JsonNode answer = answer("{'need':'areas-highest-need','areasTo':1,'robustness':true}");
        JsonNode robustness = answer.required("robustness");
        double all = 0;
        for (JsonNode area : robustness.required("areas")) {
            double share = area.required("sharePercent").doubleValue();
            all += share;
            assertEquals(
                    share >= 90 ? "in almost every good set" : share > 10 ? "toss-up" : "rarely",
                    area.required("word").textValue());
        }

        assertEquals(List.of(code(10)), codes(answer.required("suggestion")));
        assertEquals(20, robustness.required("ways").size());
        assertEquals(100, all, 1e-9);
        assertEquals(List.of(code(10)), robustness.at("/goodSets/every").findValuesAsText("code"));
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        assertEquals(
                Map.of("limits.money", "A budget of 0 reaches nothing: give more, or leave this limit out."),
                refused("{'limits':{'money':0}}"));
        assertEquals(
                List.of("costs.money"),
                List.copyOf(refused("{'limits':{'money':5}}").keySet()));
        assertEquals(List.of("areasTo"), List.copyOf(refused("{}").keySet()));
        assertEquals(
                List.of("areasTo"),
                List.copyOf(refused("{'areasFrom':3,'areasTo':2}").keySet()));
        Map<String, String> areas = refused("{'areasTo':2,'mustHave':['" + code(1) + "','" + code(1)
                + "','E01999999'],'mustNot':['" + code(1) + "',7]}");
        assertEquals(List.of("mustHave[1]", "mustHave[2]", "mustNot[0]", "mustNot[1]"), List.copyOf(areas.keySet()));
        assertTrue(areas.get("mustHave[2]").contains("its vintage may have gone"), areas::toString);
        assertEquals(
                List.of("budgets[1]", "budgets[2]", "limits.children"),
                List.copyOf(
                        refused("{'method':'nested','resource':'children','budgets':[5,5,0],'limits':{'children':9}}")
                                .keySet()));
        assertEquals(
                List.of("budgets", "resource"),
                List.copyOf(refused("{'method':'frontier'}").keySet()));
        assertEquals(
                List.of("budgets", "robustness"),
                List.copyOf(refused("{'method':'nested','resource':'areas','robustness':true}")
                        .keySet()));
        assertEquals(
                List.of("gapPercent", "limits.children", "need", "speed", "timeLimitSeconds"),
                List.copyOf(refused(
                                "{'need':'x','speed':1,'gapPercent':-1,'timeLimitSeconds':1e9,'limits':{'children':1e400}}")
                        .keySet()));
        assertEquals(
                List.of("areaCosts[0].code", "areaCosts[0].money", "floors[0].district"),
                List.copyOf(refused("{'areasTo':1,'areaCosts':[{'money':-1}],'floors':[{'district':'E07000001'}]}")
                        .keySet()));
        assertThrows(RejectedException.class, () -> runs.ask(COUNTY, "{\"areasTo\":NaN}"));
    }

    @Test
    void sameQuestionIsAnsweredAtOnceUntilDataChange() {
        Asked first = runs.ask(COUNTY, json("{" + CIN + ",'areasTo':2}"));
        await(first.job().orElseThrow());
        Asked again = runs.ask(COUNTY, json("{'areasTo':2,'district':null," + CIN + "}"));
        Asked other = runs.ask(COUNTY, json("{" + CIN + ",'areasTo':3}"));
        await(other.job().orElseThrow());

        assertEquals(first.id(), again.id());
        assertTrue(again.job().isEmpty());
        assertFalse(first.id().equals(other.id()));

        squares.importCounts(Measure.CIN, "85", "10", "3", "20", "30", "40", "3", "70", "95");
        assertThrows(NotFoundException.class, () -> runs.document(COUNTY, first.id()));
        assertFalse(first.id()
                .equals(answer("{" + CIN + ",'areasTo':2}").required("id").textValue()));
    }

    @Test
    void whatIsWorkedOnCanBeReadAndCancelled() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        jobs.submit(
                JobService.SCORES,
                "in the way",
                progress -> {
                    try {
                        free.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "{}";
                },
                () -> {});
        Asked asked = runs.ask(COUNTY, json("{" + CIN + ",'areasTo':2}"));
        JsonNode waiting = DecisionJson.object(runs.document(COUNTY, asked.id()));
        boolean isCancelled = jobs.cancel(asked.job().orElseThrow().id());
        free.countDown();
        Job ended = await(asked.job().orElseThrow());

        assertEquals("running", waiting.required("state").textValue());
        assertTrue(waiting.required("suggestion").isNull());
        assertTrue(isCancelled);
        assertEquals("cancelled", ended.state().code());
        assertThrows(NotFoundException.class, () -> runs.document(COUNTY, asked.id()));
    }

    /** Four may wait; a question whose job could not be noted is not one of them. */
    @Test
    void questionThatCouldNotBeginTakesNobodysPlace() throws IOException {
        CountedSquares away = new CountedSquares("suggestion-jobs-away", folder);
        JobService unheard = new JobService(away.store, Clock.systemUTC());
        TargetSuggestionRuns there = runs(unheard);
        away.close();

        for (int k = 0; k < 6; k++) {
            int areas = 2 + k;
            assertThrows(StoreException.class, () -> there.ask(COUNTY, json("{" + CIN + ",'areasTo':" + areas + "}")));
        }
        unheard.close();
    }

    private static String code(int area) {
        return TenSquares.code(area).value();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static List<String> codes(JsonNode suggestion) {
        return suggestion.required("areas").findValuesAsText("code");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.textValue()));
        return texts;
    }

    private Map<String, String> refused(String question) {
        Map<String, String> messages = new TreeMap<>();
        assertThrows(RejectedException.class, () -> runs.ask(COUNTY, json(question)))
                .violations()
                .forEach(violation -> messages.put(violation.field(), violation.message()));
        return messages;
    }

    private JsonNode answer(String question) {
        Asked asked = runs.ask(COUNTY, json(question));
        asked.job().ifPresent(job -> assertEquals("done", await(job).state().code(), question));
        JsonNode answer = DecisionJson.object(runs.document(COUNTY, asked.id()));
        assertEquals("ended", answer.required("state").textValue());
        return answer;
    }

    private Job await(Job job) {
        try {
            while (!jobs.find(job.id()).orElseThrow().state().isEnded() || jobs.isUnfinished(job.id())) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return jobs.find(job.id()).orElseThrow();
    }
}
