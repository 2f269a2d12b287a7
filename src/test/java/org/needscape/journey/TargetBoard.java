package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.needscape.JourneyService;

/**
 * The board of a district of the fictional county, and how it asks and saves. Journeys share one service, each with sets of its own, since
 * every service takes seconds to begin; one that changes data says so, and the next has another.
 */
final class TargetBoard {

    private static @Nullable TargetBoard shared;

    static final String ROOT = "/api/v1/extents/fictional-county";
    static final String SETS = ROOT + "/target-sets";
    static final String DISTRICT = "E07999001";

    /** What a set has besides its areas before it is proposed. */
    static final String PLAN =
            """
            'priorities': [
              {'title': 'Earlier help', 'group': 'Families with children under 5', 'actions': ['A family hub'],
               'outcomeMeasures': ['Referrals that lead to no further action']},
              {'title': 'Safer homes', 'group': 'Children in need', 'actions': ['Two workers'],
               'outcomeMeasures': ['Plans ended within a year']},
              {'title': 'School', 'group': 'Children aged 11 to 15', 'actions': ['Mentors'],
               'outcomeMeasures': ['Attendance']}],
            'review': '%s'
            """
                    .formatted(LocalDate.now().plusYears(1));

    private static final ObjectMapper MAPPER = new ObjectMapper();

    final JourneyService service;

    /** The areas with most need of the district, most first. */
    final List<String> byNeed = new ArrayList<>();

    private final Path folder;

    private TargetBoard() throws Exception {
        folder = Files.createTempDirectory("needscape-board");
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        // Of none chosen, those left out come in order of need.
        JsonNode left = tallies(List.of()).required("leftOut");
        left.forEach(area -> byNeed.add(area.required("area").textValue()));
    }

    /** One over the county as it comes. */
    static synchronized TargetBoard get() throws Exception {
        if (shared == null) {
            shared = new TargetBoard();
        }
        return shared;
    }

    /** Keeps this one to whoever has it, since data are changed in it. */
    void changesData() {
        synchronized (TargetBoard.class) {
            shared = null;
        }
    }

    private void close() {
        service.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    JsonNode tallies(List<String> codes) throws Exception {
        HttpResponse<byte[]> response = post(
                ROOT + "/target-tallies",
                "{'district':'" + DISTRICT + "','areas':["
                        + String.join(
                                ",",
                                codes.stream().map(code -> "'" + code + "'").toList()) + "]}");
        assertEquals(200, response.statusCode(), () -> text(response));
        return MAPPER.readTree(response.body()).required("tallies");
    }

    JsonNode suggested(String question) throws Exception {
        HttpResponse<byte[]> asked = post(ROOT + "/target-suggestions", question);
        assertEquals(202, asked.statusCode(), () -> text(asked));
        JsonNode job = service.awaitJob(asked);
        return service.json(job.at("/links/result").textValue());
    }

    static String areas(List<String> codes) {
        return "["
                + String.join(
                        ",",
                        codes.stream()
                                .map(code -> "{'code':'" + code + "','reason':'Known to the board'}")
                                .toList())
                + "]";
    }

    static String set(String title, String state, String savedBy, String more) {
        return "{'title':'" + title + "','district':'" + DISTRICT + "','state':'" + state + "','savedBy':'" + savedBy
                + "'," + more + "}";
    }

    static String revision(int expected, String decision) {
        return "{'expectedRevision':" + expected + ",'decision':" + decision + "}";
    }

    static String revisions(JsonNode set) {
        return SETS + "/" + set.required("id").textValue() + "/revisions";
    }

    JsonNode saved(String address, String body) throws Exception {
        HttpResponse<byte[]> response = post(address, body);
        assertEquals(201, response.statusCode(), () -> text(response));
        return MAPPER.readTree(response.body());
    }

    /** The messages of a refusal by field. */
    Map<String, String> refused(int status, String address, String body) throws Exception {
        HttpResponse<byte[]> response = post(address, body);
        assertEquals(status, response.statusCode(), () -> text(response));
        Map<String, String> byField = new HashMap<>();
        MAPPER.readTree(response.body())
                .required("errors")
                .forEach(error -> byField.put(
                        error.required("field").textValue(),
                        error.required("message").textValue()));
        return byField;
    }

    HttpResponse<byte[]> post(String address, String body) throws Exception {
        return service.postTo(
                address,
                body.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                "application/json",
                "X-Needscape",
                "1");
    }

    Map<String, JsonNode> byCode(String layer) throws Exception {
        Map<String, JsonNode> areas = new HashMap<>();
        service.json("/api/v1/layers/" + layer + ".geojson")
                .required("features")
                .forEach(feature -> areas.put(feature.required("id").textValue(), feature));
        return areas;
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
