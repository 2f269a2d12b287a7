package org.needscape.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.FictionalAuthorities;
import org.needscape.JourneyService;

/** The description of the interface says what the service does, no more and no less. */
class OpenApiTest {

    private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

    /** One that exists of everything that addresses name; an address where the same name means something else goes first. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("extent", "fictional-county"),
            Map.entry("geography", "lsoa-2021"),
            Map.entry("code", "E01999001"),
            Map.entry("id", "imd-decile-2025"),
            Map.entry("q", "alder"),
            Map.entry("limit", "3"),
            Map.entry("point", "1.3,53.5"),
            Map.entry("bbox", "1.2,53.5,1.3,53.6"),
            Map.entry("download", "1"),
            Map.entry("revision", "1"),
            Map.entry("first", "1"),
            Map.entry("second", "1"),
            Map.entry("version", "1"),
            Map.entry("most", "20"),
            Map.entry("period", "2025"),
            Map.entry("/api/v1/recipes/{id} id", "indices-of-deprivation-2025"),
            Map.entry("/api/v1/recipes/{id}/versions/{version} id", "indices-of-deprivation-2025"),
            Map.entry("/api/v1/layers/{document} document", "imd-decile-2025.csv"),
            Map.entry("/api/v1/extents/{extent}/gradients/{document} document", "cla-2024.svg"),
            Map.entry(
                    "/api/v1/extents/{extent}/target-sets/{id}/revisions/{revision}/{document} document",
                    "areas.geojson"),
            Map.entry("/api/v1/extents/{extent}/gradients/{id}/report id", "cla-2024"),
            Map.entry("/api/v1/extents/{extent}/gradients/{id}/report.csv id", "cla-2024"),
            Map.entry("/api/v1/extents/{extent}/gradients/{id}/charts/{chart} id", "cla-2024"),
            Map.entry("chart", "places.svg"),
            Map.entry("places", "county,E07999001"),
            Map.entry("key", "children-in-need"),
            Map.entry("unaccompanied", "in"),
            Map.entry("funnel", "adjusted"),
            Map.entry("tenths", "national"),
            Map.entry("/api/v1/authorities/{code} code", FictionalAuthorities.CODE),
            Map.entry("/api/v1/authorities/gradient measure", "cla-at-31-march"),
            Map.entry("/api/v1/authorities/gradient period", "2024"),
            Map.entry("/api/v1/authorities/gradient.csv measure", "cla-at-31-march"),
            Map.entry("/api/v1/authorities/gradient.csv period", "2024"),
            Map.entry("/api/v1/authorities/gradient/charts/{chart} chart", "scatter.svg"),
            Map.entry("/api/v1/authorities/gradient/charts/{chart} measure", "cla-at-31-march"),
            Map.entry("/api/v1/authorities/gradient/charts/{chart} period", "2024"),
            Map.entry("chosen", FictionalAuthorities.CODE),
            Map.entry("/api/v1/authorities/{code}/charts/{chart} code", FictionalAuthorities.CODE),
            Map.entry("/api/v1/authorities/{code}/charts/{chart} chart", "trend.svg"),
            Map.entry("/api/v1/authorities/{code}/charts/{chart} measure", "cla-at-31-march"),
            Map.entry("kind", "nearest-6"),
            Map.entry("deprivation", "2019"),
            Map.entry("district", "E07999001"),
            Map.entry("count", "3500"),
            Map.entry("unique", "40"),
            Map.entry("population", "192000"),
            Map.entry("systems", "2-3"),
            Map.entry("/api/v1/extents/{extent}/cases/{document} document", "2024.csv"),
            Map.entry("/api/v1/extents/{extent}/matrices/{document} document", "indices-of-deprivation-2025.csv"),
            Map.entry("/api/v1/extents/{extent}/matrices/{id}/sensitivity id", "indices-of-deprivation-2025"));

    /** Parameters of which an address takes the one or the other, each with those that go with it; elsewhere all go together. */
    private static final Map<String, List<Set<String>>> ALTERNATIVES =
            Map.of("/api/v1/extents/{extent}/areas", List.of(Set.of("q", "limit"), Set.of("point")));

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static JsonNode description;
    private static String hotspots;
    private static String suggestion;

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        FictionalAuthorities.load(service, folder);
        description = service.json("/api/v1/openapi.json");
        HttpResponse<byte[]> accepted = service.postTo(
                "/api/v1/extents/fictional-county/hotspots",
                "{\"subject\":\"need-score-default\",\"permutations\":0}".getBytes(StandardCharsets.UTF_8),
                "application/json",
                "X-Needscape",
                "1");
        service.awaitJob(accepted);
        HttpResponse<byte[]> asked = service.postTo(
                "/api/v1/extents/fictional-county/target-suggestions",
                "{\"district\":\"E07999001\",\"areasTo\":3}".getBytes(StandardCharsets.UTF_8),
                "application/json",
                "X-Needscape",
                "1");
        service.awaitJob(asked);
        suggestion = new ObjectMapper()
                .readTree(asked.body())
                .at("/targetSuggestion/id")
                .textValue();
        HttpResponse<byte[]> saved = service.postTo(
                "/api/v1/extents/fictional-county/target-sets",
                ("{\"title\":\"Described\",\"district\":\"E07999001\",\"savedBy\":\"Board\","
                                + "\"areas\":[{\"code\":\"E01999001\"}]}")
                        .getBytes(StandardCharsets.UTF_8),
                "application/json",
                "X-Needscape",
                "1");
        assertEquals(201, saved.statusCode());
        hotspots =
                new ObjectMapper().readTree(accepted.body()).at("/hotspots/id").textValue();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        TreeSet<String> described = new TreeSet<>();
        description.required("paths").properties().forEach(path -> names(path.getValue())
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertEquals(new TreeSet<>(service.routes()), described);
    }

    @Test
    void everyDescribedReadIsAnsweredWithAllItsParameters() throws Exception {
        List<String> asked = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : description.required("paths").properties()) {
            JsonNode operation = path.getValue().path("get");
            if (operation.isMissingNode() || path.getKey().contains("/jobs/")) {
                continue;
            }
            Set<String> parameters = parameters(operation, "query");
            List<Set<String>> alternatives = ALTERNATIVES.getOrDefault(path.getKey(), List.of(parameters));
            assertEquals(
                    parameters,
                    alternatives.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new)));
            for (Set<String> together : alternatives) {
                assertAnswered(path, together);
            }
            asked.add(path.getKey());
        }
        assertEquals(
                service.routes().stream()
                        .filter(route -> route.startsWith("GET ") && !route.contains("/jobs/"))
                        .map(route -> route.substring(4))
                        .toList(),
                asked.stream().sorted().toList());
    }

    @Test
    void everyAddressNamesItsPathParameters() {
        for (Map.Entry<String, JsonNode> path : description.required("paths").properties()) {
            TreeSet<String> inPath = new TreeSet<>();
            Matcher names = NAME.matcher(path.getKey());
            while (names.find()) {
                inPath.add(names.group(1));
            }
            path.getValue().forEach(operation -> assertEquals(inPath, parameters(operation, "path"), path.getKey()));
        }
    }

    @Test
    void importFormIsDescribedFieldByField() throws Exception {
        TreeSet<String> fields = names(description.at(
                "/paths/~1api~1v1~1imports/post/requestBody/content/multipart~1form-data/schema/properties"));

        HttpResponse<byte[]> refused = service.upload(Map.of("nonsense", "1"), "X-Needscape", "1");

        String detail = new ObjectMapper()
                .readTree(new String(refused.body(), StandardCharsets.UTF_8))
                .required("detail")
                .textValue();
        assertEquals(400, refused.statusCode());
        String taken = detail.substring("This form takes only the fields ".length(), detail.length() - 1);
        assertEquals(new TreeSet<>(List.of(taken.split(", "))), fields);
    }

    @Test
    void selectionIsDescribedFieldByField() throws Exception {
        TreeSet<String> described = names(description.at("/components/schemas/Selection/properties"));
        TreeSet<String> promised = names(description.at("/components/schemas/SelectionCount/properties"));

        JsonNode refused = select(400, "{\"nonsense\":1}");
        JsonNode answer = select(
                200, "{\"measure\":\"cla\",\"period\":\"2024\",\"geography\":\"lsoa-2021\",\"codes\":[\"E01999001\"]}");

        String detail = refused.required("detail").textValue();
        String taken = detail.substring("A selection has only the fields ".length(), detail.length() - 1);
        assertEquals(new TreeSet<>(List.of(taken.split(", "))), described);
        assertEquals(promised, names(answer));
    }

    private static JsonNode select(int status, String body) throws Exception {
        HttpResponse<byte[]> response = service.postTo(
                "/api/v1/extents/fictional-county/selections",
                body.getBytes(StandardCharsets.UTF_8),
                "application/json",
                "X-Needscape",
                "1");
        String text = new String(response.body(), StandardCharsets.UTF_8);
        assertEquals(status, response.statusCode(), text);
        return new ObjectMapper().readTree(text);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (JsonNode reference : description.findValues("$ref")) {
            assertFalse(description.at(reference.textValue().substring(1)).isMissingNode(), reference.textValue());
        }
    }

    private static void assertAnswered(Map.Entry<String, JsonNode> path, Set<String> parameters) throws Exception {
        StringBuilder address =
                new StringBuilder(NAME.matcher(path.getKey()).replaceAll(name -> example(path, name.group(1))));
        for (String name : parameters) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(example(path, name));
        }

        HttpResponse<byte[]> response = service.get(address.toString());

        String mediaType = response.headers().firstValue("Content-Type").orElse("none");
        TreeSet<String> promised = names(path.getValue().at("/get/responses/200/content"));
        assertEquals(200, response.statusCode(), address.toString());
        assertTrue(
                promised.stream().anyMatch(type -> bare(mediaType).equals(bare(type))),
                address + " answers " + mediaType + ", promised " + promised);
    }

    private static TreeSet<String> names(JsonNode node) {
        TreeSet<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static TreeSet<String> parameters(JsonNode operation, String place) {
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.required("in").textValue().equals(place)) {
                names.add(parameter.required("name").textValue());
            }
        }
        return names;
    }

    private static String example(Map.Entry<String, JsonNode> path, String name) {
        if (path.getKey().endsWith("/hotspots/{id}") && name.equals("id")) {
            return hotspots;
        }
        if (path.getKey().endsWith("/target-suggestions/{id}") && name.equals("id")) {
            return suggestion;
        }
        if (path.getKey().contains("/target-sets/{id}") && name.equals("id")) {
            return "described";
        }
        return EXAMPLES.getOrDefault(path.getKey() + " " + name, EXAMPLES.getOrDefault(name, "none"));
    }

    private static String bare(String mediaType) {
        return mediaType.split(";")[0].strip();
    }
}
