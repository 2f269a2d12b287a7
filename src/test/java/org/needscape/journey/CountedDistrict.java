package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.needscape.JourneyService;

/** The children in need of 2024 in one district of the fictional county: as its file has them, and as the service shows them. */
final class CountedDistrict {

    static final String CODE = "E07999006";

    private static final Path COUNTS = Path.of("geodata", "fictional-county", "children_in_need_fictional.csv");
    private static final String PERIOD = "2024";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JourneyService service;
    private final Map<String, Integer> exact = new TreeMap<>();
    private final Map<String, JsonNode> areas = new TreeMap<>();

    /** @param service that serves the fictional county */
    CountedDistrict(JourneyService service) throws Exception {
        this.service = service;
        for (JsonNode area : service.json("/api/v1/layers/rate-cin-2024/values").required("areas")) {
            if (area.required("district").textValue().equals(CODE)) {
                areas.put(area.required("code").textValue(), area);
            }
        }
        for (String line : Files.readAllLines(COUNTS, StandardCharsets.UTF_8)) {
            String[] cells = line.split(",");
            if (cells[1].equals(PERIOD) && areas.containsKey(cells[0])) {
                exact.put(cells[0], Integer.valueOf(cells[2]));
            }
        }
    }

    int size() {
        return areas.size();
    }

    String name(String code) {
        return areas.get(code).required("name").textValue();
    }

    /** Areas with a number, in the order of their codes. */
    List<String> shown() {
        return areas.values().stream()
                .filter(area -> area.required("state").textValue().equals("known"))
                .map(area -> area.required("code").textValue())
                .toList();
    }

    /** An area with 1 to 5 children in need. */
    String small() {
        return exact.entrySet().stream()
                .filter(area -> area.getValue() >= 1 && area.getValue() <= 5)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** The answer on the page is the sum of the county's own file and what the service says. */
    void assertAnswered(List<String> codes, Locator status) throws Exception {
        int sum = sum(codes);
        JsonNode answer = ask(codes);
        assertEquals(sum, answer.required("count").intValue());
        assertThat(status)
                .containsText(String.format(
                        Locale.UK,
                        "%,d children in need were counted in these %d areas (2024, fictional data).",
                        sum,
                        codes.size()));
        assertThat(status)
                .containsText(String.format(
                        Locale.UK,
                        "That is %,.1f per 10,000 children aged 0 to 17; 95\u00a0%% limits %,.1f to %,.1f.",
                        answer.required("ratePer10000").doubleValue(),
                        answer.required("lower").doubleValue(),
                        answer.required("upper").doubleValue()));
        assertThat(status)
                .containsText(String.format(
                        Locale.UK,
                        "%,d children aged 0 to 17 lived there (2024).",
                        answer.required("childrenAged0To17").intValue()));
        assertThat(status).containsText("Draft: nobody has approved these figures for release.");
        assertThat(status).containsText("These figures describe areas, not people.");
        assertThat(status).containsText(answer.required("source").textValue());
    }

    private int sum(List<String> codes) {
        return codes.stream().mapToInt(exact::get).sum();
    }

    /** What the service answers when it is asked without a page. */
    JsonNode ask(List<String> codes) throws Exception {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("measure", "cin").put("period", PERIOD).put("geography", "lsoa-2021");
        codes.forEach(body.putArray("codes")::add);
        byte[] sent = body.toString().getBytes(StandardCharsets.UTF_8);
        String address = "/api/v1/extents/fictional-county/selections";
        return MAPPER.readTree(service.postTo(address, sent, "application/json", "X-Needscape", "1")
                .body());
    }
}
