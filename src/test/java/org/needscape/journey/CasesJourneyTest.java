package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;
import org.needscape.JourneyStores;
import org.needscape.area.ExtentName;
import org.needscape.store.CaseStore;
import org.needscape.store.Store;

/**
 * A case file from the county's case system to what may be said of it: no row, no small count and no exact number of cases is kept or
 * shown on the way, and what was planted is found.
 */
class CasesJourneyTest {

    private static final Path COUNTY = Path.of("geodata", "fictional-county");
    private static final Path CASES = COUNTY.resolve("cases_fictional.csv");
    private static final ExtentName EXTENT = new ExtentName("fictional-county");
    private static final String ROOT = "/api/v1/extents/fictional-county/cases";
    private static final String TITLE = "Cases with risk factors, by lsoa-2021 (fictional)";

    @TempDir
    private static Path folder;

    private static Path areas;

    @BeforeAll
    static void importAreas() throws IOException {
        areas = folder.resolve("areas");
        CommandLineRun.on(
                        areas,
                        "import",
                        "boundaries",
                        COUNTY.resolve("LSOA_2021_fictional_BGC.zip"),
                        "--geography",
                        "lsoa-2021")
                .done();
        CommandLineRun.on(areas, "import", "lookup", COUNTY.resolve("LSOA21_MSOA21_LAD24_CTYUA24_fictional_lookup.csv"))
                .done();
    }

    @Test
    void whatWasPlantedIsFoundAndWhatWasNotIsNot() throws Exception {
        Path store = imported("planted", CASES);
        JsonNode truth = new ObjectMapper()
                .readTree(COUNTY.resolve("planted-truth.json").toFile())
                .required("cases");
        try (JourneyService service = JourneyService.over(store)) {
            JsonNode found = service.json(ROOT + "/2024");

            for (JsonNode planted : truth.required("togetherByOddsRatio")) {
                JsonNode odds = pair(found, words(planted, "first"), words(planted, "second"))
                        .required("oddsRatio");
                double ratio = planted.required("oddsRatio").doubleValue();
                // Which tenth is left out differs from store to store; in one of fifty the limits of 95 % miss one of
                // five ratios.
                assertTrue(isNear(ratio, odds), planted + " " + odds);
                assertTrue(odds.required("lower").doubleValue() > 1, planted + " " + odds);
            }
            JsonNode byChance = truth.required("togetherByChance");
            JsonNode alone = pair(
                    found,
                    byChance.required(0).textValue().replace('_', ' '),
                    byChance.required(1).textValue().replace('_', ' '));
            assertTrue(isWithin(1, alone.required("oddsRatio")), alone.toString());
            assertTrue(isWithin(1, alone.required("lift")), alone.toString());
            for (JsonNode planted : truth.required("factors")) {
                JsonNode share = factor(found.required("factors"), words(planted, "factor"))
                        .required("share");
                // Nine intervals: one in forty may miss by more than half of itself.
                double margin = share.required("upper").doubleValue()
                        - share.required("lower").doubleValue();
                assertEquals(
                        planted.required("share").doubleValue(),
                        share.required("estimate").doubleValue(),
                        0.75 * margin);
                if (planted.required("risesWithLevel").booleanValue()) {
                    assertTrue(shareAt(found, 3, planted) > shareAt(found, 0, planted), planted.toString());
                }
            }
            // More with none and with many than if the factors had nothing to do with each other.
            JsonNode none = found.at("/numbers/numbers/0");
            assertTrue(none.at("/share/lower").doubleValue()
                    > none.required("expectedShare").doubleValue());
            assertTrue(found.at("/atHome/liftOfAllThree").doubleValue() > 1.5);
            assertEquals(8, found.required("districts").size());
        }
    }

    @Test
    void noCountThatIsShownIsSmallAndEveryOneIsRounded() throws Exception {
        Path store = imported("rounded", CASES);
        try (JourneyService service = JourneyService.over(store)) {
            List<JsonNode> documents = new ArrayList<>(List.of(service.json(ROOT + "/2024")));
            for (JsonNode district : documents.get(0).required("districts")) {
                documents.add(service.json(
                        ROOT + "/2024?district=" + district.required("code").textValue()));
            }
            int hidden = 0;
            int shown = 0;
            for (JsonNode document : documents) {
                for (JsonNode count : document.findParents("state")) {
                    if (count.path("value").isNull()) {
                        assertEquals("suppressed", count.required("state").textValue());
                        hidden++;
                    } else if (count.has("value")) {
                        long number = count.required("value").longValue();
                        assertTrue(number == 0 || (number > 5 && number % 5 == 0), count.toString());
                        shown++;
                    }
                }
            }
            assertTrue(hidden > 50 && shown > 2_000, hidden + " hidden, " + shown + " shown");
            String csv = text(service.get(ROOT + "/2024.csv?district=E07999001"));
            assertTrue(csv.contains(",[c],,,hidden to protect children,"), csv);
            assertTrue(csv.lines().skip(1).allMatch(line -> line.endsWith(",fictional data")));
            assertEquals(404, service.get(ROOT + "/2023").statusCode());
            assertEquals(404, service.get(ROOT + "/2024?district=E07999999").statusCode());
        }
    }

    @Test
    void storeKeepsNoRowNoSmallCountAndNoExactNumberOfCases() throws Exception {
        Path store = imported("kept", CASES);

        try (Store open = JourneyStores.open(store)) {
            List<String> summaries = summaries(open);
            assertEquals(9, summaries.size());
            for (String summary : summaries) {
                JsonNode cases = new ObjectMapper().readTree(summary);
                assertFalse(summary.contains("E01999"), "no area of a child is kept");
                for (JsonNode factor : cases.required("factors")) {
                    assertTrue(factor.required("having").isTextual()
                            || factor.required("having").intValue() % 5 == 0);
                }
            }
            var dataset = open.read(session -> session.datasets().list()).stream()
                    .filter(one -> one.kind().equals("cases"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(2_500, dataset.accepted());
            assertEquals(TITLE, dataset.title());
            // Who guesses the file must not learn from its hash that the guess was right.
            assertNotEquals(sha256(CASES), dataset.sha256());
            assertTrue(dataset.sha256().matches("[0-9a-f]{64}"));
        }
    }

    @Test
    void sameCasesInAnotherOrderAreShownTheSameAndOneMoreMayChangeNothing() throws Exception {
        Path store = imported("same", CASES);
        List<String> lines = Files.readAllLines(CASES);
        List<String> first = summaries(store);

        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(rows, new Random(1));
        importCases(store, written("shuffled.csv", lines.get(0), rows)).done();
        assertEquals(first, summaries(store));

        // The store's secret, another in each store, leaves out one case in ten: of some hundred cases more, each
        // alone, the first that
        // changes nothing at all comes after ten on average; that there is none is less likely than one in a hundred
        // million.
        int unseen = 0;
        for (int i = 0; i < 250 && unseen == 0; i++) {
            List<String> more = new ArrayList<>(rows);
            more.add(rows.get(i));
            importCases(store, written("more.csv", lines.get(0), more)).done();
            unseen += summaries(store).equals(first) ? 1 : 0;
        }
        assertTrue(unseen > 0, "every case is seen");
    }

    @Test
    void reportOfTheImportHasNoAreaBesideARowAndNoExactNumber() throws Exception {
        Path store = JourneyStores.copy(areas, folder.resolve("report"));
        List<String> lines = Files.readAllLines(CASES);
        List<String> rows = new ArrayList<>(lines.subList(1, 153));
        rows.add("E01999001,2024,2,perhaps,0,0,0,0,0,0,0,0");
        rows.add("E01999990,2024,2,1,0,0,0,0,0,0,0,0");
        byte[] file = (lines.get(0) + "\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        try (JourneyService service = JourneyService.over(store)) {
            Map<String, Object> form = new TreeMap<>(Map.of("kind", "cases", "geography", "lsoa-2021"));
            form.put("file", new JourneyService.NamedBytes("cases.csv", file));
            JsonNode job = service.awaitJob(service.upload(form, "X-Needscape", "1"));

            assertEquals("done", job.required("state").textValue(), job.toString());
            JsonNode report = job.at("/result/report");
            assertEquals(155, report.required("read").intValue());
            assertEquals(150, report.required("accepted").intValue());
            assertEquals(1, report.required("refused").intValue());
            assertEquals(5, report.required("outside").intValue());
            assertEquals(154, report.at("/problems/0/row").intValue());
            assertEquals("domestic_abuse", report.at("/problems/0/field").textValue());
            assertEquals("", report.at("/problems/0/area").textValue());
            assertFalse(job.toString().contains("perhaps"));
            assertFalse(text(service.get(job.at("/links/report").textValue())).contains("E01999001"));
            assertEquals(1, service.json(ROOT).required("cases").size());
        }
    }

    @Test
    void largerThresholdHoldsFromTheImportOnAndWithdrawnCasesAreShownNoMore() throws Exception {
        Path store = JourneyStores.copy(areas, folder.resolve("policy"));
        String said = CommandLineRun.on(store, "import", "cases", CASES, "--geography", "lsoa-2021", "--threshold", 12)
                .done();
        assertEquals("cases_fictional.csv: 2500 records read, 2500 accepted, 0 refused.", said.strip());
        assertTrue(
                CommandLineRun.on(store, "datasets").done().contains("3\tdraft\t" + TITLE + "\n\tCounts of 1 to 12"));
        try (JourneyService service = JourneyService.over(store)) {
            assertEquals(12, leastShown(service.json(ROOT + "/2024?district=E07999002")) - 3);
        }

        CommandLineRun.on(store, "datasets", "policy", 3, "--threshold", 30).done();
        try (JourneyService service = JourneyService.over(store)) {
            assertTrue(leastShown(service.json(ROOT + "/2024?district=E07999002")) > 30);
        }

        CommandLineRun.on(store, "datasets", "withdraw", 3, "--by", "A. Lead").done();
        try (JourneyService service = JourneyService.over(store)) {
            assertEquals(0, service.json(ROOT).required("cases").size());
            assertEquals(404, service.get(ROOT + "/2024").statusCode());
            assertEquals(404, service.get(ROOT + "/2024.csv").statusCode());
        }
        assertTrue(CommandLineRun.on(store, "datasets", "forget", 3, "--by", "A. Lead")
                .done()
                .startsWith("9 values of data set 3 were deleted."));
        assertEquals(List.of(), summaries(store));
    }

    @Test
    void laterFileOfTheSamePeriodReplacesTheEarlierOne() throws Exception {
        Path store = imported("replaced", CASES);
        List<String> lines = Files.readAllLines(CASES);
        importCases(store, written("half.csv", lines.get(0), lines.subList(1, 1_251)))
                .done();

        try (JourneyService service = JourneyService.over(store)) {
            assertEquals(1, service.json(ROOT).required("cases").size());
            int cases = service.json(ROOT + "/2024").at("/cases/value").intValue();
            assertTrue(cases > 1_050 && cases < 1_200, cases + " cases");
        }
    }

    private static Path imported(String name, Path file) throws IOException {
        Path store = JourneyStores.copy(areas, folder.resolve(name));
        importCases(store, file).done();
        return store;
    }

    private static CommandLineRun importCases(Path store, Path file) {
        return CommandLineRun.on(store, "import", "cases", file, "--geography", "lsoa-2021");
    }

    private static Path written(String name, String header, List<String> rows) throws IOException {
        return Files.writeString(folder.resolve(name), header + "\n" + String.join("\n", rows) + "\n");
    }

    private static List<String> summaries(Path store) {
        try (Store open = JourneyStores.open(store)) {
            return summaries(open);
        }
    }

    private static List<String> summaries(Store store) {
        return store.read(session -> {
            List<String> summaries = new ArrayList<>();
            for (CaseStore.Heading heading : session.cases().list(EXTENT)) {
                for (String place : session.cases().listPlaces(EXTENT, heading.period())) {
                    summaries.add(session.cases()
                            .find(EXTENT, heading.period(), place)
                            .orElseThrow());
                }
            }
            return summaries;
        });
    }

    private static long leastShown(JsonNode cases) {
        return cases.findParents("state").stream()
                .map(count -> count.path("value"))
                .filter(value -> value.isNumber() && value.longValue() > 0)
                .mapToLong(JsonNode::longValue)
                .min()
                .orElseThrow();
    }

    private static double shareAt(JsonNode cases, int level, JsonNode planted) {
        return factor(cases.required("levels").required(level).required("factors"), words(planted, "factor"))
                .at("/share/estimate")
                .doubleValue();
    }

    private static JsonNode factor(JsonNode factors, String name) {
        for (JsonNode factor : factors) {
            if (factor.required("factor").textValue().equals(name)) {
                return factor;
            }
        }
        throw new AssertionError("no factor " + name);
    }

    private static JsonNode pair(JsonNode cases, String first, String second) {
        for (JsonNode pair : cases.required("pairs")) {
            if (pair.required("first").textValue().equals(first)
                    && pair.required("second").textValue().equals(second)) {
                return pair;
            }
        }
        throw new AssertionError("no pair of " + first + " and " + second);
    }

    /** The column of a planted factor as the service calls it. */
    private static String words(JsonNode planted, String field) {
        return planted.required(field).textValue().replace('_', ' ').replace("mental ill health", "mental ill-health");
    }

    /** Whether a ratio lies within limits half as far again from the middle, those of 99.7 % in place of 95 %. */
    private static boolean isNear(double ratio, JsonNode limits) {
        double lower = Math.log(limits.required("lower").doubleValue());
        double upper = Math.log(limits.required("upper").doubleValue());
        return Math.abs(Math.log(ratio) - (lower + upper) / 2) <= 1.5 * (upper - lower) / 2;
    }

    private static boolean isWithin(double number, JsonNode interval) {
        return number >= interval.required("lower").doubleValue()
                && number <= interval.required("upper").doubleValue();
    }

    private static String sha256(Path file) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
