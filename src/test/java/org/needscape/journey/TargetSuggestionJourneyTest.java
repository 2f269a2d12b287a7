package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.needscape.journey.TargetBoard.DISTRICT;
import static org.needscape.journey.TargetBoard.ROOT;
import static org.needscape.journey.TargetBoard.SETS;
import static org.needscape.journey.TargetBoard.areas;
import static org.needscape.journey.TargetBoard.set;
import static org.needscape.journey.TargetBoard.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a choice of target areas reaches, and what is suggested to a board, is made of what layers show. */
class TargetSuggestionJourneyTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static TargetBoard board;

    @BeforeAll
    static void serve() throws Exception {
        board = TargetBoard.get();
    }

    /** Nothing is told of a choice that layers do not tell of its areas one by one. */
    @Test
    void talliesAreSumsOfWhatLayersShow() throws Exception {
        Map<String, Map<String, JsonNode>> layers = new HashMap<>();
        List<String> district = new ArrayList<>();
        for (JsonNode area :
                board.service.json("/api/v1/layers/need-score-default.geojson").required("features")) {
            if (area.at("/properties/district").asText().equals(DISTRICT)) {
                district.add(area.required("id").textValue());
            }
        }
        assertTrue(district.size() > 20, district::toString);
        Random random = new Random(7);
        int hidden = 0;
        for (int attempt = 0; attempt < 40; attempt++) {
            Set<String> chosen = new TreeSet<>();
            int size = 1 + random.nextInt(6);
            while (chosen.size() < size) {
                chosen.add(district.get(random.nextInt(district.size())));
            }
            JsonNode tallies = board.tallies(List.copyOf(chosen));
            assertEquals(chosen.size(), tallies.required("areas").intValue());
            for (JsonNode help : tallies.required("help")) {
                String layer = "rate-" + help.required("measure").textValue() + "-"
                        + help.required("period").textValue();
                if (!layers.containsKey(layer)) {
                    layers.put(layer, board.byCode(layer));
                }
                double sum = 0;
                int suppressed = 0;
                for (String code : chosen) {
                    JsonNode count = layers.get(layer).get(code).at("/properties/count");
                    sum += count.asDouble(0);
                    suppressed += count.isNumber() ? 0 : 1;
                }
                assertEquals(sum, help.required("shownSum").doubleValue(), layer + " " + chosen);
                assertEquals(
                        suppressed,
                        help.required("hiddenAreas").intValue()
                                + help.required("unknownAreas").intValue(),
                        layer + " " + chosen);
                assertTrue(suppressed == 0 || help.required("shareOfDistrict").isNull(), help::toString);
                assertEquals(
                        suppressed > 0, !help.required("reason").textValue().isEmpty(), help::toString);
                assertEquals(
                        suppressed == chosen.size(), help.required("shownSum").isNull(), help::toString);
                hidden += suppressed;
            }
        }
        assertTrue(hidden > 0, "no choice had a hidden count");
    }

    /** Children times the chance of the highest-need tenth, as the layers show both, over those of the district. */
    @Test
    void shareOfNeedIsOfWhatLayersShow() throws Exception {
        Map<String, JsonNode> need = board.byCode("need-score-default");
        Map<String, JsonNode> rates = board.byCode("rate-cin-2024");
        List<String> chosen = board.byNeed.subList(0, 4);
        double in = 0;
        double district = 0;
        double chances = 0;
        for (String code : need.keySet()) {
            JsonNode properties = need.get(code).required("properties");
            double expected = properties.path("probability_highest_need_tenth").asDouble(0)
                    * rates.get(code).at("/properties/children_aged_0_to_17").asDouble(0);
            in += chosen.contains(code) ? expected : 0;
            chances += chosen.contains(code)
                    ? properties.path("probability_highest_need_tenth").asDouble()
                    : 0;
            district += properties.required("district").asText().equals(DISTRICT) ? expected : 0;
        }

        JsonNode tallies = board.tallies(chosen);
        assertEquals(in, tallies.at("/need/childrenInHighestNeed/number").doubleValue(), 0.06);
        assertEquals(
                in / district,
                tallies.at("/need/childrenInHighestNeed/shareOfDistrict").doubleValue(),
                0.0001);
        assertEquals(chances / 4, tallies.at("/need/meanChanceIn").doubleValue(), 0.0001);
        assertTrue(
                tallies.at("/need/meanChanceLeftOut").doubleValue()
                        < tallies.at("/need/meanChanceIn").doubleValue(),
                tallies::toString);
    }

    /** What a suggestion reaches is what layers show of its areas one by one, and it can be saved as a draft as it is. */
    @Test
    void boardStartsFromWhatIsSuggested() throws Exception {
        JsonNode answer = board.suggested("{'district':'" + DISTRICT
                + "','areasFrom':3,'areasTo':5,'piecesMost':2,'limits':{'money':250000},"
                + "'costs':{'money':{'perArea':20000,'perChild':50}},'gapPercent':0}");
        JsonNode suggestion = answer.required("suggestion");
        Map<String, JsonNode> shown = new HashMap<>();
        board.service
                .json(ROOT + "/target-areas")
                .required("areas")
                .forEach(area -> shown.put(area.required("code").textValue(), area));
        double children = 0;
        double need = 0;
        List<String> codes = suggestion.required("areas").findValuesAsText("code");
        for (String code : codes) {
            JsonNode area = shown.get(code);
            assertEquals(DISTRICT, area.required("district").textValue());
            children += area.at("/children/number").doubleValue();
            need += area.at("/children/number").doubleValue()
                    * area.required("chance").doubleValue();
        }

        assertEquals("ended", answer.required("state").textValue());
        assertTrue(suggestion.required("proven").booleanValue());
        assertTrue(codes.size() >= 3 && codes.size() <= 5, codes::toString);
        assertEquals(need, suggestion.required("need").doubleValue(), 0.01);
        assertEquals(
                20_000 * codes.size() + 50 * children,
                suggestion.at("/costs/money").doubleValue(),
                0.01);
        JsonNode draft = board.saved(SETS, set("Suggested", "draft", "X", "'areas':" + areas(codes)));
        assertTrue(draft.at("/talliesThen/pieces").intValue() <= 2, draft::toString);
        Map<String, String> wrong = board.refused(
                422,
                ROOT + "/target-suggestions",
                "{'district':'" + DISTRICT + "','limits':{'children':0},'mustHave':['E01999500']}");
        assertEquals(Set.of("limits.children", "mustHave[0]"), wrong.keySet());
    }

    /** Three pieces of a whole county to the last child take long: the best set so far is there meanwhile, and nobody has to wait. */
    @Test
    void longSearchCanBeReadAndEnded() throws Exception {
        HttpResponse<byte[]> asked = board.post(
                ROOT + "/target-suggestions",
                "{'piecesMost':3,'limits':{'children':20000},'gapPercent':0,'timeLimitSeconds':120}");
        assertEquals(202, asked.statusCode(), () -> text(asked));
        JsonNode links = MAPPER.readTree(asked.body()).required("links");
        JsonNode now = board.service.json(links.required("result").textValue());
        while (now.required("suggestion").isNull()) {
            Thread.sleep(20);
            now = board.service.json(links.required("result").textValue());
        }
        HttpResponse<byte[]> cancelled =
                board.service.cancel(links.required("job").textValue());
        JsonNode job = board.service.awaitJob(asked);

        assertEquals("running", now.required("state").textValue());
        assertTrue(now.at("/suggestion/areas").size() > 10, now::toString);
        assertEquals(202, cancelled.statusCode());
        assertEquals("cancelled", job.required("state").textValue());
        assertEquals(
                404, board.service.get(links.required("result").textValue()).statusCode());
    }
}
