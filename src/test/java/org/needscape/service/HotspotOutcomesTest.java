package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.needscape.area.SmallArea;

/**
 * What becomes of questions that data cannot answer, or answer only with care: of a row of twelve squares and a thirteenth apart, each
 * measure is made so that its outcome can be worked out by looking at it.
 */
class HotspotOutcomesTest {

    private static final int AREAS = 13;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** By measure its value in square 1 to 13; blank where there is none. */
    private static final Map<String, List<String>> VALUES = Map.of(
            "steady",
            List.of("5", "5", "5", "5", "5", "5", "5", "5", "5", "5", "5", "5", "5"),
            "rising",
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"),
            "falling",
            List.of("13", "12", "11", "10", "9", "8", "7", "6", "5", "4", "3", "2", "1"),
            "unsaid",
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"),
            "few",
            List.of("1", "2", "", "", "", "", "", "", "", "", "", "", ""),
            "none",
            List.of("0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0"),
            "apart",
            List.of("12", "11", "10", "9", "8", "7", "6", "5", "4", "3", "2", "1", "20"),
            "apart-too",
            List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "20"));

    @TempDir
    private static Path folder;

    private static CountedSquares squares;
    private static HotspotRuns hotspots;
    private static JobService jobs;

    @BeforeAll
    static void load() {
        squares = new CountedSquares("hotspot-outcomes", folder);
        List<SmallArea> more = IntStream.rangeClosed(3, AREAS)
                .mapToObj(number -> CountedSquares.square(number == AREAS ? 20 : number))
                .toList();
        squares.store.write(session -> {
            session.areas().saveAreas(CountedSquares.COUNTY, 1, more);
            return more.size();
        });
        List<String> ids = VALUES.keySet().stream().sorted().toList();
        List<String> codebook = new ArrayList<>(List.of("indicator_id,label,unit,period,higher_means"));
        StringBuilder header = new StringBuilder("LSOA21CD");
        for (String id : ids) {
            String direction = id.equals("unsaid") ? "" : id.equals("falling") ? "less need" : "more need";
            codebook.add(id + "," + id + ",percent,2025," + direction);
            header.append(',').append(id).append(id.equals("none") ? ",none_numerator,none_denominator" : "");
        }
        List<String> table = new ArrayList<>(List.of(header.toString()));
        for (int at = 0; at < AREAS; at++) {
            StringBuilder row = new StringBuilder(String.format("E010000%02d", at == AREAS - 1 ? 20 : at + 1));
            for (String id : ids) {
                row.append(',').append(VALUES.get(id).get(at)).append(id.equals("none") ? ",0,100" : "");
            }
            table.add(row.toString());
        }
        squares.importIndicators(table, codebook);
        jobs = new JobService(squares.store, squares.clock);
        hotspots = new HotspotRuns(
                squares.store,
                new LayerService(squares.store, squares.observations),
                squares.observations,
                new Adjacency(),
                jobs);
    }

    @AfterAll
    static void close() {
        jobs.close();
        squares.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "few  | Only 2 areas have a value that can be tested: three are the least. Choose another measure or year.",
                "none | Every count that is shown is zero, so there is nothing to compare. Choose another measure or year."
            })
    void whatCannotBeTestedIsRefusedInOneSentenceThatSaysWhy(String measure, String sentence) {
        RejectedException refused = assertThrows(
                RejectedException.class, () -> hotspots.ask(CountedSquares.COUNTY, question(measure, "queen")));

        assertEquals(List.of(new RejectedException.Violation("subject", sentence)), refused.violations());
    }

    @Test
    void valuesThatDoNotVaryAreNoFindingAndNothingIsSaidOfChance() throws Exception {
        JsonNode answer = answer(question("steady", "nearest-2"));

        assertEquals(
                "No area could be tested: there is nothing that varies to compare it with.",
                answer.required("sentence").textValue());
        assertFalse(log(answer).contains("Chance: "), log(answer));
        for (JsonNode area : answer.required("areas")) {
            assertEquals("not-computed", area.required("class").textValue());
            assertTrue(area.required("z").isNull(), area.toString());
            assertTrue(area.required("q").isNull(), area.toString());
        }
    }

    @Test
    void areaThatTouchesNoneIsLeftOutAndSaysSo() throws Exception {
        JsonNode answer = answer(question("rising", "queen"));

        assertTrue(
                log(answer).contains("Left out: 1 area was not tested: no neighbour has a known value."), log(answer));
    }

    /** The thirteenth square alone is high on both, and it touches none: that is something else than that none is high. */
    @Test
    void areaThatIsHighOnAllAndTouchesNoneIsNotSaidToBeLow() throws Exception {
        String both = "{\"subject\":\"" + layer("apart") + "\",\"with\":[\"" + layer("apart-too")
                + "\"],\"neighbours\":[\"queen\"]}";

        assertEquals(
                "No area that is high on apart, 2025 and on apart-too, 2025 could be tested: no neighbour has a known value.",
                answer(both).required("sentence").textValue());
    }

    @Test
    void lowEndOfAMeasureIsCalledLowWhereItMeansMoreNeed() {
        HotspotEnd low = new HotspotEnd(true, false);

        assertEquals("Number 2 of 13 from the lowest.", low.rank(2, 13));
        assertEquals("with the lowest values", low.named());
        assertEquals("highest tenth beyond deprivation", new HotspotEnd(false, true).tenth());
        assertEquals("furthest above what deprivation lets expect", new HotspotEnd(false, true).named());
    }

    @Test
    void lowValuesAreLookedForWhereTheyMeanMoreNeed() throws Exception {
        JsonNode rising = answer(question("rising", "nearest-2"));
        JsonNode falling = answer(question("falling", "nearest-2"));

        assertTrue(log(falling).contains("Low values of this measure mean more need"), log(falling));
        assertEquals(classes(rising), classes(falling));
    }

    @Test
    void measureOfWhichNobodySaidWhatMeansMoreNeedCarriesACaution() throws Exception {
        String caution = "It is not stated which end of a measure means more need";

        assertTrue(answer(question("unsaid", "nearest-2"))
                .required("cautions")
                .toString()
                .contains(caution));
        assertFalse(answer(question("rising", "nearest-2"))
                .required("cautions")
                .toString()
                .contains(caution));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1  | 0 | 0 | ' It lies in A.'",
                "3  | 0 | 0 | ' All lie in A.'",
                "4  | 2 | 1 | ' Most lie in A (4).'",
                "11 | 8 | 7 | ' A has more of them than any other district (11).'",
                "4  | 4 | 1 | ' A and B have more than other districts, 4 each.'",
                "2  | 2 | 2 | ''",
                "0  | 0 | 0 | ''"
            })
    void mostIsSaidOfMoreThanHalfAlone(int a, int b, int c, String sentence) {
        Map<String, Integer> hotspots = new java.util.TreeMap<>();
        Map.of("A", a, "B", b, "C", c).forEach((district, count) -> {
            if (count > 0) {
                hotspots.put(district, count);
            }
        });

        assertEquals(sentence, HotspotRunLayer.districts(hotspots));
    }

    private static String question(String measure, String neighbours) {
        return "{\"subject\":\"" + layer(measure) + "\",\"neighbours\":[\"" + neighbours + "\"],\"permutations\":0}";
    }

    private static String layer(String measure) {
        return "indicator-" + measure + "-2025-lsoa-2021";
    }

    private static JsonNode answer(String question) throws IOException, InterruptedException {
        Asked asked = hotspots.ask(CountedSquares.COUNTY, question);
        while (asked.job()
                .flatMap(job -> jobs.find(job.id()))
                .filter(job -> !job.state().isEnded())
                .isPresent()) {
            Thread.sleep(10);
        }
        String document = hotspots.document(CountedSquares.COUNTY, asked.id());
        assertFalse(document.contains("NaN") || document.contains("Infinity"), document);
        return MAPPER.readTree(document);
    }

    private static String log(JsonNode answer) {
        StringBuilder log = new StringBuilder();
        answer.required("log")
                .forEach(entry -> log.append(entry.required("topic").textValue())
                        .append(": ")
                        .append(entry.required("sentence").textValue())
                        .append('\n'));
        return log.toString();
    }

    private static List<String> classes(JsonNode answer) {
        List<String> classes = new ArrayList<>();
        answer.required("areas")
                .forEach(area -> classes.add(area.required("class").textValue()));
        return classes;
    }
}
