package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/** An analyst asks the service for hotspots: submitted, watched, answered, taken away. */
class HotspotsJourneyTest {

    private static final Path TRUTH = Path.of("geodata/fictional-county/planted-truth.json");
    private static final String HOTSPOTS = "/api/v1/extents/fictional-county/hotspots";
    private static final String IMD = "indicator-imd-score-2025-lsoa-2021";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static JsonNode truth;
    private static JsonNode usual;

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        truth = MAPPER.readTree(Files.readAllBytes(TRUTH));
        usual = answer("{'subject':'" + IMD + "'}");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void plantedClustersAreFoundByMostSettings() {
        Map<String, JsonNode> areas = byCode(usual.required("areas"));
        List<String> missed = new ArrayList<>();
        for (JsonNode cluster : truth.required("clusters")) {
            for (JsonNode code : cluster.required("areas")) {
                JsonNode area = areas.get(code.textValue());
                if (!area.required("class").textValue().equals("hot")) {
                    missed.add(area.toString());
                }
            }
        }

        assertEquals(List.of(), missed);
        assertEquals(6, usual.required("runs").size());
    }

    @Test
    void plantedLoneSpikeIsNoHotspotAndIsNamedAsAPocketOfItsDistrict() {
        String spike = truth.at("/spike/code").textValue();
        JsonNode area = byCode(usual.required("areas")).get(spike);

        assertEquals("not-significant", area.required("class").textValue());
        JsonNode district = null;
        for (JsonNode each : usual.required("districts")) {
            if (each.required("code").equals(area.required("district"))) {
                district = each;
            }
        }
        assertTrue(byCode(district.required("pockets")).containsKey(spike), String.valueOf(district));
    }

    @Test
    void districtWithoutAHotspotNamesItsHighestAreas() {
        int without = 0;
        for (JsonNode district : usual.required("districts")) {
            if (district.required("hotspots").intValue() == 0) {
                without++;
                assertEquals(3, district.required("pockets").size(), district.toString());
            }
        }

        assertTrue(without > 0);
    }

    @Test
    void logSaysWhatWasTestedHowChanceWasJudgedAndWhatWasLeftOut() {
        StringBuilder log = new StringBuilder();
        usual.required("log")
                .forEach(entry -> log.append(entry.required("topic").textValue())
                        .append(": ")
                        .append(entry.required("sentence").textValue())
                        .append('\n'));

        for (String part : List.of(
                "Data: 540 of 540 areas",
                "Areas that touch: 5.6 neighbours on average",
                "99,999 times (seed 1)",
                "The false discovery rate is held at 5 %",
                "more than half of those that tested it",
                "Left out: No area was left out.")) {
            assertTrue(log.toString().contains(part), part + " is missing in:\n" + log);
        }
    }

    @Test
    void sameQuestionIsAnsweredAtOnceUnderTheSameId() throws Exception {
        HttpResponse<byte[]> again = ask("{'subject':'" + IMD + "','seed':1}");

        assertEquals(200, again.statusCode());
        assertEquals(usual.required("id"), MAPPER.readTree(again.body()).at("/hotspots/id"));
        assertEquals(usual, service.json(HOTSPOTS + "/" + usual.required("id").textValue()));
    }

    @Test
    void answerIsALayerThatIsTakenAwayAndStandsInNoList() throws Exception {
        String id = "hotspot-run-" + usual.required("id").textValue();
        JsonNode layer = service.json("/api/v1/layers/" + id + ".geojson");

        assertEquals(540, layer.required("features").size());
        JsonNode properties = layer.at("/features/0/properties");
        for (String column : List.of("class", "z", "p", "q", "found_by", "settings", "note")) {
            assertTrue(properties.has(column), column + " is missing in " + properties);
        }
        assertEquals(200, service.get("/api/v1/layers/" + id + ".shp.zip").statusCode());
        assertFalse(service.json("/api/v1/layers").toString().contains("hotspot-run-"));
    }

    @Test
    void areasThatAreHighOnAllMeasuresAreLookedForTogether() throws Exception {
        JsonNode answer = answer("{'subject':'indicator-parental_mental_ill_health_pct-2024-lsoa-2021','with':["
                + "'indicator-parental_substance_misuse_pct-2024-lsoa-2021','indicator-domestic_abuse_per_1000-2024-lsoa-2021'],"
                + "'permutations':999}");
        JsonNode joins = answer.required("joins");

        assertEquals(3, joins.required("measures").size());
        assertTrue(joins.required("overall").size() == 3
                && joins.at("/overall/0/bb").doubleValue()
                        > joins.at("/overall/0/expectation").doubleValue());
        int high = 0;
        for (JsonNode area : answer.required("areas")) {
            boolean isHigh = area.required("value").doubleValue() == 3;
            high += isHigh ? 1 : 0;
            assertEquals(isHigh, area.required("of").intValue() > 0, area.toString());
            if (area.required("state").textValue().equals("suppressed")) {
                assertEquals("not-computed", area.required("class").textValue());
            }
        }
        assertEquals(joins.required("highOnAll").intValue(), high);
        assertTrue(answer.required("log").toString().contains("never taken as low"));
    }

    @Test
    void neighboursOfAFileAreThoseThatCountAndTheFileIsPartOfTheQuestion() throws Exception {
        String question = "{'subject':'" + IMD + "','methods':['gi-star'],'neighbours':['list'],'neighbourList':"
                + "'id,neighbour\\nE01999001,E01999002\\nE01999002,E01999001\\n%s'}";
        JsonNode answer = answer(question.formatted(""));

        assertEquals(2, answer.at("/settings/neighbourList/links").intValue());
        assertEquals(2, answer.at("/runs/0/tested").intValue());
        assertEquals(
                "E01999002",
                byCode(answer.required("areas"))
                        .get("E01999001")
                        .at("/listed/0/code")
                        .textValue());
        JsonNode other = answer(question.formatted("E01999001,E01999003"));
        assertFalse(other.required("id").equals(answer.required("id")));
        assertTrue(other.required("log").toString().contains("without a link back"));
    }

    @Test
    void hotspotsBeyondDeprivationAreOthersThanThoseOfTheRate() throws Exception {
        JsonNode plain = answer("{'subject':'rate-cin-2024','methods':['gi-star','scan']}");
        JsonNode beyond = answer("{'subject':'rate-cin-2024','methods':['gi-star','scan'],'beyondDeprivation':true}");

        assertTrue(hot(plain) > hot(beyond), hot(plain) + " and beyond deprivation " + hot(beyond));
        assertTrue(beyond.required("title").textValue().contains("beyond what deprivation lets expect"));
        assertEquals(2, plain.at("/stability/years").size());
    }

    @Test
    void neighboursOfAnAreaHaveItAsTheirs() throws Exception {
        String root = "/api/v1/extents/fictional-county/neighbours/lsoa-2021/";
        String area = truth.at("/spike/code").textValue();
        for (JsonNode neighbour : service.json(root + area).required("neighbours")) {
            JsonNode back = service.json(root + neighbour.required("code").textValue() + "?kind=queen");
            assertTrue(byCode(back.required("neighbours")).containsKey(area), back.toString());
        }
        assertEquals(
                6,
                service.json(root + area + "?kind=nearest-6")
                        .required("neighbours")
                        .size());
        assertEquals(400, service.get(root + area + "?kind=king").statusCode());
        assertEquals(404, service.get(root + "E01000001").statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                          | subject           | which layer
                    {'subject':'nowhere'}                                       | subject           | There is no layer nowhere
                    {'subject':'hotspot-need-score-default'}                    | subject           | choose one of the list
                    {'subject':'IMD','beyondDeprivation':true}                  | beyondDeprivation | Nothing is left
                    {'subject':'IMD','methods':['scan']}                        | methods           | needs counts
                    {'subject':'IMD','methods':['moran']}                       | methods           | gi-star
                    {'subject':'IMD','methods':[]}                              | methods           | at least one
                    {'subject':'IMD','methods':['gi','local-moran']}            | methods           | one test
                    {'subject':'IMD','neighbours':['nearest-600']}              | neighbours        | 1 to 50
                    {'subject':'IMD','permutations':1000000}                    | permutations      | 99,999
                    {'subject':'IMD','permutations':-1}                         | permutations      | whole number
                    {'subject':'IMD','permutations':'many'}                     | permutations      | whole number
                    {'subject':'IMD','falseDiscoveryRate':0}                    | falseDiscoveryRate | 0.001
                    {'subject':'IMD','alternative':'up'}                        | alternative       | two-sided
                    {'subject':'IMD','correction':'none'}                       | correction        | bh
                    {'subject':'IMD','links':[['E01999001','E01000001']]}       | links             | E01000001
                    {'subject':'IMD','links':[['E01999001','E01999001']]}       | links             | itself
                    {'subject':'IMD','links':[['E01999001']]}                   | links             | Pair 1
                    {'subject':'IMD','with':['nowhere']}                        | with              | There is no layer nowhere
                    {'subject':'IMD','with':['IMD']}                            | with              | none of them the subject
                    {'subject':'IMD','with':['need-score-default'],'methods':['gi']} | methods      | join-count alone
                    {'subject':'IMD','methods':['join-count','scan']}           | methods           | no other method
                    {'subject':'IMD','methods':['join-count'],'permutations':98} | permutations     | at least 99
                    {'subject':'IMD','high':'highest-third'}                    | high              | highest-fifth
                    {'subject':'IMD','neighbours':['list']}                     | neighbourList     | choose it
                    {'subject':'IMD','neighbourList':'id,neighbour'}            | neighbours        | add list
                    {'subject':'IMD','neighbours':['list'],'neighbourList':'id,neighbour\\nE01999001,E01000001'} | neighbourList | Row 2: E01000001
                    {'subject':'IMD','colour':'red'}                            | colour            | no setting
                    """)
    void whatCannotBeAskedIsNamedWithItsField(String question, String field, String sentence) throws Exception {
        HttpResponse<byte[]> refused = ask(question.replace("IMD", IMD));

        assertEquals(422, refused.statusCode());
        JsonNode error = MAPPER.readTree(refused.body()).at("/errors/0");
        assertEquals(field, error.required("field").textValue());
        assertTrue(error.required("message").textValue().contains(sentence), error.toString());
    }

    @Test
    void whatIsNoJsonOrComesFromElsewhereIsRefused() throws Exception {
        assertEquals(422, ask("hotspots, please").statusCode());
        assertEquals(
                400,
                service.postTo(HOTSPOTS, "{}".getBytes(StandardCharsets.UTF_8), "application/json")
                        .statusCode());
        assertEquals(404, service.get(HOTSPOTS + "/0000000000000000").statusCode());
        assertEquals(404, service.get(HOTSPOTS + "/..%2f").statusCode());
    }

    private static long hot(JsonNode answer) {
        long hot = 0;
        for (JsonNode area : answer.required("areas")) {
            hot += area.required("foundBy").intValue();
        }
        return hot;
    }

    private static JsonNode answer(String question) throws Exception {
        HttpResponse<byte[]> accepted = ask(question);
        JsonNode job = service.awaitJob(accepted);
        assertEquals("done", job.required("state").textValue(), job.toString());
        return service.json(job.at("/links/result").textValue());
    }

    private static HttpResponse<byte[]> ask(String question) throws Exception {
        return service.postTo(
                HOTSPOTS,
                question.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                "application/json",
                "X-Needscape",
                "1");
    }

    private static Map<String, JsonNode> byCode(JsonNode areas) {
        Map<String, JsonNode> byCode = new TreeMap<>();
        areas.forEach(area -> byCode.put(area.required("code").textValue(), area));
        return byCode;
    }
}
