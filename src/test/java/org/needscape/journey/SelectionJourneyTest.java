package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;

/** Somebody chooses areas of the fictional county and asks how many children of them are in need. */
class SelectionJourneyTest {

    private static final Path COUNTS = Path.of("geodata", "fictional-county", "children_in_need_fictional.csv");
    private static final String PERIOD = "2024";
    private static final String SELECTIONS = "/api/v1/extents/fictional-county/selections";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static final Map<String, Integer> exact = new TreeMap<>();
    private static final List<String> shown = new ArrayList<>();
    private static final List<String> hidden = new ArrayList<>();

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        for (String line : Files.readAllLines(COUNTS, StandardCharsets.UTF_8)) {
            String[] cells = line.split(",");
            if (cells[1].equals(PERIOD)) {
                exact.put(cells[0], Integer.valueOf(cells[2]));
            }
        }
        for (JsonNode area : service.json("/api/v1/layers/rate-cin-2024/values").required("areas")) {
            (area.required("state").textValue().equals("known") ? shown : hidden)
                    .add(area.required("code").textValue());
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void largeSelectionIsAnsweredAndItsNeighbourThatDiffersByASmallCountIsNot() throws Exception {
        String small =
                hidden.stream().filter(code -> exact.get(code) <= 5).findFirst().orElseThrow();
        List<String> neighbour = new ArrayList<>(shown);
        neighbour.add(small);
        Collections.reverse(neighbour);

        JsonNode answered = select(shown);
        JsonNode refused = select(neighbour);

        assertEquals(sum(shown), answered.required("count").longValue());
        assertEquals("known", answered.required("state").textValue());
        assertEquals("", answered.required("reason").textValue());
        assertEquals(shown.size(), answered.required("areas").intValue());
        assertTrue(answered.required("fictional").booleanValue());
        assertTrue(answered.required("source").textValue().contains("Fictional"), answered.toString());
        JsonNode layer = service.json("/api/v1/layers/rate-cin-2024/values").required("layer");
        assertEquals(layer.required("marking"), answered.required("marking"));
        assertEquals(layer.required("release"), answered.required("release"));
        assertEquals("draft", answered.required("release").required("state").textValue());
        assertTrue(answered.at("/cautions/0").textValue().startsWith("Fictional data: "), answered.toString());
        assertEquals("children in need", answered.required("counted").textValue());
        double rate =
                10_000.0 * sum(shown) / answered.required("childrenAged0To17").doubleValue();
        assertEquals(rate, answered.required("ratePer10000").doubleValue(), 0.05);
        assertTrue(answered.required("lower").doubleValue() < rate);
        assertTrue(answered.required("upper").doubleValue() > rate);
        assertEquals(
                "per 10,000 children aged 0 to 17", answered.required("unit").textValue());
        assertEquals("suppressed", refused.required("state").textValue());
        for (String number : List.of("count", "ratePer10000", "lower", "upper")) {
            assertTrue(refused.required(number).isNull(), number);
        }
        assertEquals(
                "This selection cannot be counted: it, what is left of a district or the county without it, or its difference"
                        + " from something shown before would give away a small number of children. Choose a larger or a whole"
                        + " area.",
                refused.required("reason").textValue());
        assertEquals(answered, select(shown));
        assertEquals(refused, select(neighbour));
    }

    @Test
    void layersSayWhatToAskOfTheirAreas() throws Exception {
        Map<String, JsonNode> selections = new TreeMap<>();
        for (JsonNode layer : service.json("/api/v1/layers").required("layers")) {
            if (layer.has("selection")) {
                selections.put(layer.required("id").textValue(), layer.required("selection"));
            }
        }

        assertEquals(
                List.of(
                        "rate-cin-2022",
                        "rate-cin-2023",
                        "rate-cin-2024",
                        "rate-cla-2022",
                        "rate-cla-2023",
                        "rate-cla-2024",
                        "rate-cla-starts-2022",
                        "rate-cla-starts-2023",
                        "rate-cla-starts-2024",
                        "rate-cpp-2022",
                        "rate-cpp-2023",
                        "rate-cpp-2024",
                        "rate-early-help-2022",
                        "rate-early-help-2023",
                        "rate-early-help-2024"),
                List.copyOf(selections.keySet()));
        ObjectNode body = body(shown);
        body.remove("codes");
        assertEquals(body, selections.get("rate-cin-2024"));
    }

    @Test
    void layersAreTheSameAfterASelection() throws Exception {
        JsonNode before = service.json("/api/v1/layers/rate-cin-2024/values");

        select(shown.subList(0, shown.size() - 7));

        assertEquals(before, service.json("/api/v1/layers/rate-cin-2024/values"));
    }

    @Test
    void oneAreaIsAnsweredAsTheMapShowsIt() throws Exception {
        JsonNode known = select(shown.subList(0, 1));
        JsonNode suppressed = select(hidden.subList(0, 1));

        assertEquals(
                exact.get(shown.get(0)).longValue(), known.required("count").longValue());
        assertTrue(suppressed.required("count").isNull());
    }

    @Test
    void whatCannotBeASelectionIsRefusedByField() throws Exception {
        assertEquals("measure", field(400, body(shown).put("measure", "wishes")));
        assertEquals("measure", field(400, body(shown).put("measure", "referrals")));
        assertEquals("measure", field(400, body(shown).put("measure", 1)));
        assertEquals("period", field(400, body(shown).put("period", "1999")));
        assertEquals("period", field(400, body(shown).put("period", " ")));
        assertEquals("geography", field(400, body(shown).put("geography", "lsoa-1066")));
        assertEquals("geography", field(400, body(shown).put("geography", "lsoa-2011")));
        assertEquals("geography", field(400, body(shown).put("geography", "l".repeat(101))));
        assertEquals("codes", field(400, body(List.of())));
        assertEquals("codes", field(400, body(shown).put("codes", "E01999001")));
        assertEquals("codes", field(400, body(List.of("E01999001", "../x"))));
        assertEquals(
                "codes",
                field(
                        400,
                        body(IntStream.rangeClosed(0, 5000)
                                .mapToObj(number -> "E0100" + number)
                                .toList())));
        assertEquals("nonsense", field(400, body(shown).put("nonsense", 1)));
        ObjectNode lacking = body(shown);
        lacking.remove("codes");
        assertEquals("codes", field(400, lacking));
        assertEquals("body", field(400, "[]"));
        assertEquals("body", field(400, ""));
        assertEquals("body", field(400, "{\"measure\":\"cin\",\"measure\":\"cla\"}"));
        assertEquals("body", field(400, "[".repeat(5000)));
        assertEquals("body", field(413, " ".repeat(200 * 1024 + 1)));
        assertEquals(
                "body",
                field(413, body(shown).put("nonsense", "x".repeat(3_000_000)).toString()));
    }

    @Test
    void codesThatTheExtentDoesNotHaveAreNamed() throws Exception {
        JsonNode problem = problem(
                400,
                body(List.of("E01999001", "E01000001", "E01000002", "E01000003", "E01000004"))
                        .toString());

        assertEquals(
                "The extent fictional-county has no areas of lsoa-2021 with these codes: E01000001, E01000002, E01000003 and 1"
                        + " more. Leave them out.",
                problem.required("detail").textValue());
    }

    @Test
    void otherSitesCannotAskAndUnknownExtentsAreNotFound() throws Exception {
        byte[] body = bytes(body(shown).toString());

        assertEquals(400, service.postTo(SELECTIONS, body, "application/json").statusCode());
        assertEquals(
                400,
                service.postTo(SELECTIONS + "?x=1", body, "application/json", "X-Needscape", "1")
                        .statusCode());
        assertEquals(
                404,
                service.postTo("/api/v1/extents/nowhere/selections", body, "application/json", "X-Needscape", "1")
                        .statusCode());
        assertEquals(405, service.get(SELECTIONS).statusCode());
    }

    private static long sum(List<String> codes) {
        return codes.stream().mapToLong(exact::get).sum();
    }

    private static ObjectNode body(List<String> codes) {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("measure", "cin").put("period", PERIOD).put("geography", "lsoa-2021");
        codes.forEach(body.putArray("codes")::add);
        return body;
    }

    private static JsonNode select(List<String> codes) throws Exception {
        HttpResponse<byte[]> response = post(body(codes).toString());
        String text = new String(response.body(), StandardCharsets.UTF_8);
        assertEquals(200, response.statusCode(), text);
        assertEquals("no-store", response.headers().firstValue("Cache-Control").orElseThrow());
        return MAPPER.readTree(text);
    }

    private static String field(int status, ObjectNode body) throws Exception {
        return field(status, body.toString());
    }

    private static String field(int status, String body) throws Exception {
        return problem(status, body).at("/errors/0/field").textValue();
    }

    private static JsonNode problem(int status, String body) throws Exception {
        HttpResponse<byte[]> response = post(body);
        String text = new String(response.body(), StandardCharsets.UTF_8);
        assertEquals(status, response.statusCode(), text);
        assertFalse(text.contains("Exception") || text.contains("org.needscape"), text);
        return MAPPER.readTree(text);
    }

    private static HttpResponse<byte[]> post(String body) throws IOException, InterruptedException {
        return service.postTo(SELECTIONS, bytes(body), "application/json", "X-Needscape", "1");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
