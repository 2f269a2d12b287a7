package org.needscape.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.JourneyService;

/** An analyst saves scoring methods over HTTP, has their matrices in every form, and is told what is wrong with what cannot be saved. */
class RecipeJourneyTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String RECIPES = "/api/v1/recipes";
    private static final String EXTENT = "/api/v1/extents/fictional-county";
    private static final String MATRICES = EXTENT + "/matrices";

    private static final String RECIPE =
            """
            {"name": "%s", "description": "For a test.", "minimumCoverage": 0.6,
             "factors": [
              {"column": "lone_parents_pct", "polarity": "higher", "weight": 3},
              {"column": "neet_pct", "polarity": "higher", "standardisation": "rank-to-normal"},
              {"column": "parental_substance_misuse_pct", "polarity": "higher"},
              {"column": "good_development_pct", "polarity": "lower", "standardisation": "percentile"}]}
            """;

    @TempDir
    private static Path folder;

    private static JourneyService service;

    @BeforeAll
    static void serve() {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void savedMethodIsListedReadAndNeverChangedByItsNextVersion() throws Exception {
        JsonNode first = save(RECIPES, RECIPE.formatted("Two versions"));
        JsonNode second = save(
                RECIPES + "/two-versions/versions",
                RECIPE.formatted("Two versions").replace(": 3", ": 2"));

        assertEquals(1, first.required("version").intValue());
        assertEquals(2, second.required("version").intValue());
        JsonNode listed = find(service.json(RECIPES).required("recipes"), "two-versions");
        assertEquals(2, listed.required("version").intValue());
        assertEquals(4, listed.required("factors").intValue());
        assertEquals("For a test.", listed.required("description").textValue());
        JsonNode old = service.json(RECIPES + "/two-versions/versions/1");
        assertEquals(first.required("sha256"), old.required("sha256"));
        assertEquals(3, old.at("/recipe/factors/0/weight").intValue());
        assertEquals(2, old.required("versions").size());
        assertEquals(3, factorWeight(MATRICES + "/two-versions?version=1"));
        assertEquals(2, factorWeight(MATRICES + "/two-versions"));
        assertEquals(404, service.get(RECIPES + "/two-versions/versions/3").statusCode());
    }

    @Test
    void everyFormOfAMatrixHasTheSameScoresAndRanksAndSoHasItsLayer() throws Exception {
        JsonNode saved = save(RECIPES, RECIPE.formatted("Every form"));
        awaitLayers(saved);
        JsonNode matrix = service.json(MATRICES + "/every-form");
        Map<String, List<String>> scores = new TreeMap<>();
        for (JsonNode row : matrix.required("rows")) {
            scores.put(text(row, "code"), List.of(text(row, "score"), text(row, "rank")));
        }
        assertEquals(540, scores.size());

        assertEquals(scores, ofGeoJson(service.json(MATRICES + "/every-form.geojson")));
        assertEquals(scores, ofTable(csv(service.get(MATRICES + "/every-form.csv"))));
        assertEquals(
                scores,
                ofTable(Workbook.firstSheet(
                        service.get(MATRICES + "/every-form.xlsx").body())));
        assertEquals(scores, ofGeoJson(service.json("/api/v1/layers/need-score-every-form.geojson")));
    }

    /** The door to what is not saved gives no other figures than the one to what is. */
    @Test
    void unsavedMethodHasTheMatrixThatItHasOnceItIsSaved() throws Exception {
        String recipe = RECIPE.formatted("Tried first");
        JsonNode before = service.json(RECIPES);
        HttpResponse<byte[]> tried = post(MATRICES, recipe);
        assertEquals(200, tried.statusCode());
        assertEquals(before, service.json(RECIPES), "A trial stores nothing.");
        save(RECIPES, recipe);

        JsonNode saved = service.json(MATRICES + "/tried-first");
        JsonNode unsaved = MAPPER.readTree(new String(tried.body(), UTF_8));

        for (String part : List.of("rows", "factors", "cautions", "notices", "sources", "sentence", "geography")) {
            assertEquals(saved.required(part), unsaved.required(part), part);
        }
        assertEquals("unsaved", unsaved.at("/recipe/id").textValue());
        assertTrue(unsaved.at("/recipe/version").isNull());
    }

    @Test
    void whatMethodsCanBeMadeOfIsListedWithWhichEndMeansMoreNeed() throws Exception {
        JsonNode measures = service.json(EXTENT + "/measures").required("measures");

        JsonNode development = find(measures, "good_development_pct");
        assertEquals("lower", development.required("polarity").textValue());
        assertEquals("Education", development.required("theme").textValue());
        assertEquals(
                "[{\"geography\":\"lsoa-2021\",\"periods\":[\"2024\"]}]",
                development.required("figures").toString());
        JsonNode children = find(measures, "cla-count");
        assertTrue(children.required("bareCount").booleanValue());
        assertTrue(children.required("polarity").isNull());
        // Each is taken or refused by a method as its entry says.
        for (String id : List.of("imd-score", "cla-count", "population-0-17", "neet_pct")) {
            JsonNode measure = find(measures, id);
            int status = post(
                            MATRICES,
                            "{\"name\":\"x\",\"factors\":[{\"column\":\"" + id + "\",\"polarity\":\"higher\"}]}")
                    .statusCode();
            assertEquals(measure.required("bareCount").booleanValue() ? 422 : 200, status, id);
        }
        assertEquals(404, service.get("/api/v1/extents/nowhere/measures").statusCode());
    }

    /** Each is one problem that names its field, wherever it is sent, and nothing is stored. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`neet_pct`   | `nothing`     | factors[1].column | `There is no measure nothing for lsoa-2021 here: import it, or name one that is loaded.`",
                "`neet_pct`   | `cla-count`   | factors[1].column | `cla-count is a bare count, which is high where many people live: name a share or a rate.`",
                "`: 3`        | `: -3`        | factors[0].weight | `factors[0].weight must be above 0, not -3.`",
                "`: 3`        | `: \"much\"`  | factors[0].weight | `factors[0].weight must be a number, not \"much\".`",
                "`: 3`        | `: 3, \"period\": \"1999\"` | factors[0].period | `lone_parents_pct has no figures of 1999 for lsoa-2021; there are those of 2024.`",
                "`: 0.6`      | `: 60`        | minimumCoverage   | `minimumCoverage must be at most 1, not 60.`",
                "`{\"name\"`  | `{\"schemaVersion\": 9, \"name\"` | schemaVersion | `schemaVersion is 9, and this program reads up to 1: use a newer program, or save the recipe for this one.`",
                "`{\"name\"`  | `{\"wieght\": 9, \"name\"` | wieght | `wieght is an unknown member; known are $schema, aggregation, description, domains, factors, minimumCoverage, name, referenceSize, schemaVersion.`",
                "`\"factors\": [` | `\"factors\": ` | `` | `It is not valid JSON, line 4.`"
            })
    void whatIsWrongIsOneProblemAndNothingIsStored(String part, String wrong, String field, String message)
            throws Exception {
        String recipe = RECIPE.formatted("Never saved").replace(part, wrong);
        JsonNode before = service.json(RECIPES);

        for (String address : List.of(RECIPES, MATRICES)) {
            assertProblem(422, field, message, post(address, recipe));
        }

        assertEquals(before, service.json(RECIPES));
    }

    /** Far above every value, a benchmark is passed nowhere. */
    @Test
    void methodThatTellsNoAreasApartIsRefused() throws Exception {
        String same =
                """
                {"name": "All the same", "aggregation": "threshold-count",
                 "factors": [{"column": "neet_pct", "polarity": "higher", "standardisation": "threshold", "benchmark": 1000}]}
                """;
        for (String address : List.of(RECIPES, MATRICES)) {
            assertProblem(
                    422,
                    "factors",
                    "Every area would get the same score, which cannot tell areas apart: choose other benchmarks, or another"
                            + " way to make them comparable.",
                    post(address, same));
        }
    }

    @Test
    void whatIsSentWronglyIsRefusedBeforeItIsRead() throws Exception {
        String recipe = RECIPE.formatted("Never saved");
        String large = recipe.replace("For a test.", "x".repeat(300_000));
        JsonNode before = service.json(RECIPES);
        for (String address : List.of(RECIPES, MATRICES, RECIPES + "/indices-of-deprivation-2025/versions")) {
            assertProblem(
                    400,
                    "X-Needscape",
                    "Changes need the header X-Needscape, which other sites cannot send.",
                    service.postTo(address, recipe.getBytes(UTF_8), "application/json"));
            assertProblem(413, "body", "This is larger than the 200 kB that are taken.", post(address, large));
        }
        assertEquals(404, post(RECIPES + "/nothing/versions", recipe).statusCode());
        assertEquals(
                404,
                post(RECIPES + "/indices-of-deprivation-2025/versions", recipe).statusCode());
        assertEquals(404, post(RECIPES + "/default/versions", recipe).statusCode());
        assertEquals(before, service.json(RECIPES));
    }

    private static HttpResponse<byte[]> post(String address, String recipe) throws IOException, InterruptedException {
        return service.postTo(address, recipe.getBytes(UTF_8), "application/json", "X-Needscape", "1");
    }

    private static JsonNode save(String address, String recipe) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = post(address, recipe);
        String text = new String(response.body(), UTF_8);
        assertEquals(201, response.statusCode(), text);
        JsonNode saved = MAPPER.readTree(text);
        assertEquals(
                saved.at("/links/version").textValue(),
                response.headers().firstValue("Location").orElseThrow());
        return saved;
    }

    private static void awaitLayers(JsonNode saved) throws IOException, InterruptedException {
        String job = saved.at("/links/job").textValue();
        for (int i = 0; i < 600; i++) {
            String state = service.json(job).required("state").textValue();
            if (!List.of("submitted", "running").contains(state)) {
                assertEquals("done", state);
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The layers were not computed within half a minute.");
    }

    private static void assertProblem(int status, String field, String message, HttpResponse<byte[]> answer)
            throws IOException {
        String text = new String(answer.body(), UTF_8);
        assertEquals(status, answer.statusCode(), text);
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
        ArrayNode expected = MAPPER.createArrayNode();
        ObjectNode only = expected.addObject().put("field", field);
        only.put("message", message);
        assertEquals(expected, MAPPER.readTree(text).required("errors"));
    }

    private static int factorWeight(String address) throws IOException, InterruptedException {
        return service.json(address).at("/factors/0/weight").intValue();
    }

    private static JsonNode find(JsonNode list, String id) {
        for (JsonNode each : list) {
            if (each.required("id").textValue().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("There is no " + id + " in " + list);
    }

    /** Numbers of equal value are equal texts, whatever zeros they end in; what is not known is empty. */
    private static String text(JsonNode node, String member) {
        JsonNode value = node.required(member);
        return value.isNumber() ? plain(value.asText()) : value.isNull() ? "" : value.asText();
    }

    private static String plain(String number) {
        return number.matches("-?\\d.*") ? String.valueOf(Double.parseDouble(number)) : "";
    }

    private static Map<String, List<String>> ofGeoJson(JsonNode collection) {
        Map<String, List<String>> scores = new TreeMap<>();
        for (JsonNode feature : collection.required("features")) {
            JsonNode properties = feature.required("properties");
            scores.put(text(properties, "code"), List.of(text(properties, "value"), text(properties, "rank")));
        }
        return scores;
    }

    private static Map<String, List<String>> ofTable(List<List<String>> rows) {
        List<String> header = rows.get(0);
        int score = header.indexOf("value");
        int rank = header.indexOf("rank");
        Map<String, List<String>> scores = new TreeMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            scores.put(row.get(0), List.of(plain(row.get(score)), plain(row.get(rank))));
        }
        return scores;
    }

    /** No name of the fictional county has a comma. */
    private static List<List<String>> csv(HttpResponse<byte[]> response) {
        List<List<String>> rows = new ArrayList<>();
        new String(response.body(), UTF_8)
                .lines()
                .forEach(line -> rows.add(List.of(line.replace("\uFEFF", "").split(",", -1))));
        return rows;
    }
}
