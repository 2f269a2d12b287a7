package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;

/**
 * The fictional county through the real importers, store and service: what was planted is found, what must be hidden is hidden at
 * every exit, and everything says that it is fictional.
 */
class FictionalCountyJourneyTest {

    private static final Path GEODATA = Path.of("geodata/fictional-county");
    private static final Map<String, String> COUNTS = Map.of(
            "cin", "children_in_need_fictional.csv",
            "cpp", "child_protection_plans_fictional.csv",
            "cla", "children_looked_after_fictional.csv",
            "cla-starts", "children_starting_to_be_looked_after_fictional.csv",
            "early-help", "early_help_fictional.csv");

    private static final String KEYED = "hmac-sha256:[0-9a-f]{64}";

    /** Of the counts that are not small themselves, and of the groups of deciles. */
    private static final double LEAST_SHARE_SHOWN = 2 / 3.0;

    @TempDir
    private static Path folder;

    private static JourneyService service;
    private static JsonNode truth;

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.importingFictionalCounty(folder.resolve("store"));
        truth = new ObjectMapper().readTree(Files.readAllBytes(GEODATA.resolve("planted-truth.json")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void plantedClustersAreFoundAndTheLoneSpikeIsNoHotspot() throws Exception {
        Map<String, JsonNode> areas = areas("hotspot-indicator-imd-score-2025-lsoa-2021");
        List<String> missed = new ArrayList<>();
        for (JsonNode cluster : truth.required("clusters")) {
            for (JsonNode code : cluster.required("areas")) {
                if (!areas.get(code.textValue()).required("class").textValue().equals("hot")) {
                    missed.add(code.textValue());
                }
            }
        }

        assertEquals(List.of(), missed);
        String spike = truth.required("spike").required("code").textValue();
        assertEquals("not-significant", areas.get(spike).required("class").textValue());
    }

    @Test
    void ranksOfNeedSayHowSureTheyAre() throws Exception {
        double tenth = 0;
        double most = 0;
        int ranked = 0;
        for (JsonNode area : areas("need-score-default").values()) {
            if (!area.required("state").textValue().equals("known")) {
                continue;
            }
            int rank = area.at("/cells/0").intValue();
            int low = area.at("/cells/4").intValue();
            int high = area.at("/cells/5").intValue();
            assertTrue(low >= 1 && low <= high && high <= 540, area.toString());
            // Weights and counts around the chosen and counted ones keep an area near its place.
            assertTrue(rank >= low - 30 && rank <= high + 30, area.toString());
            tenth += area.at("/cells/6").doubleValue();
            most += area.at("/cells/7").doubleValue();
            ranked++;
        }

        assertTrue(ranked > 500, ranked + " areas have a score");
        // In every draw a tenth of them is the highest-need tenth; what is shown is rounded to three decimals.
        assertEquals(ranked / 10, tenth, 540 * 0.0005);
        assertEquals(10, most, 540 * 0.0005);
    }

    @Test
    void countsOfOneToFiveAreHiddenAtEveryExit() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, String> measure : COUNTS.entrySet()) {
            for (int year = 2022; year <= 2024; year++) {
                String layer = "rate-" + measure.getKey() + "-" + year;
                Map<String, JsonNode> values = areas(layer);
                Map<String, JsonNode> features = features(layer);
                Map<String, String> lines = lines(layer);
                int mayBeShown = 0;
                int shown = 0;
                for (Map.Entry<String, Integer> count :
                        trueCounts(measure.getValue(), year).entrySet()) {
                    JsonNode area = values.get(count.getKey());
                    JsonNode feature = features.get(count.getKey()).required("properties");
                    String line = lines.get(count.getKey());
                    boolean small = isSmall(count.getValue());
                    boolean isShown = isShown(area, feature, line, count.getValue());
                    mayBeShown += small ? 0 : 1;
                    shown += isShown ? 1 : 0;
                    if (!(isHidden(area, feature, line) || (isShown && !small))) {
                        wrong.add(layer + " " + count.getKey());
                    }
                }
                // Larger counts are hidden too where they would give a small one away, but hiding all protects nobody.
                assertTrue(
                        shown >= LEAST_SHARE_SHOWN * mayBeShown,
                        layer + " shows " + shown + " of " + mayBeShown + " counts that are not small");
            }
        }

        assertEquals(List.of(), wrong);
    }

    /** Value, count and both limits are absent; the population of the area is open. */
    private static boolean isHidden(JsonNode area, JsonNode feature, String line) {
        return area.required("value").isNull()
                && area.required("state").textValue().equals("suppressed")
                && !area.at("/cells/0").isNumber()
                && !area.at("/cells/2").isNumber()
                && !area.at("/cells/3").isNumber()
                && feature.required("value").isNull()
                && feature.required("count").isNull()
                && feature.required("lower").isNull()
                && feature.required("upper").isNull()
                && line.contains("[c],suppressed,suppressed,[c],");
    }

    private static boolean isShown(JsonNode area, JsonNode feature, String line, int count) {
        return area.required("state").textValue().equals("known")
                && area.at("/cells/0").isNumber()
                && area.at("/cells/0").intValue() == count
                && feature.required("count").isNumber()
                && feature.required("count").intValue() == count
                && line.matches("[^,]*,[^,]*,[^,]*,[^,]*,known,[^,]*," + count + ",.*");
    }

    private static boolean isSmall(int count) {
        return count >= 1 && count <= 5;
    }

    @Test
    void twoDistrictsHaveNoHotspotAndTheRuralPocketIsNone() throws Exception {
        Map<String, JsonNode> areas = areas("hotspot-indicator-imd-score-2025-lsoa-2021");
        Set<String> withHotspot = new TreeSet<>();
        areas.values().stream()
                .filter(area -> area.required("class").textValue().equals("hot"))
                .forEach(area -> withHotspot.add(area.required("district").textValue()));

        for (JsonNode district : truth.required("districtsWithoutHotspot")) {
            assertFalse(withHotspot.contains(district.textValue()), district.textValue());
        }
        assertEquals(6, withHotspot.size());
        for (JsonNode code : truth.required("ruralPocket").required("areas")) {
            assertEquals(
                    "not-significant",
                    areas.get(code.textValue()).required("class").textValue());
        }
    }

    @Test
    void profileOfAnAreaWithFewChildrenHidesThem() throws Exception {
        String code = trueCounts(COUNTS.get("cla"), 2024).entrySet().stream()
                .filter(count -> count.getValue() == 1)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElseThrow();

        JsonNode profile = service.json("/api/v1/extents/fictional-county/areas/lsoa-2021/" + code);

        for (JsonNode rate : profile.required("rates")) {
            if (rate.required("layer").textValue().equals("rate-cla-2024")) {
                assertTrue(rate.required("value").isNull());
                assertTrue(rate.required("lower").isNull());
                assertTrue(rate.required("upper").isNull());
                assertEquals("suppressed", rate.required("state").textValue());
            }
        }
    }

    @Test
    void noDecileTotalGivesAHiddenCountAway() throws Exception {
        Map<String, Integer> decileOf = new HashMap<>();
        areas("imd-decile-2025")
                .forEach((code, area) ->
                        decileOf.put(code, area.required("value").intValue()));
        List<String> leaks = new ArrayList<>();
        int groups = 0;
        int shown = 0;
        for (JsonNode heading :
                service.json("/api/v1/extents/fictional-county/gradients").required("gradients")) {
            JsonNode gradient = service.json(heading.at("/links/json").textValue());
            Map<String, Integer> counts = trueCounts(
                    COUNTS.get(heading.required("measure").textValue()),
                    Integer.parseInt(heading.required("period").textValue()));
            for (JsonNode group : gradient.required("deciles")) {
                groups++;
                if (group.required("count").isNull()) {
                    assertEquals("suppressed", group.required("state").textValue(), heading + " " + group);
                    for (String derived : List.of("ratePer10000", "lower", "upper")) {
                        assertTrue(group.required(derived).isNull(), heading + " " + group);
                    }
                    continue;
                }
                shown++;
                List<Integer> hidden = new ArrayList<>();
                int total = 0;
                for (Map.Entry<String, Integer> count : counts.entrySet()) {
                    int decile = decileOf.get(count.getKey());
                    if (decile >= group.required("decile").intValue()
                            && decile <= group.required("lastDecile").intValue()) {
                        total += count.getValue();
                        if (isSmall(count.getValue())) {
                            hidden.add(count.getValue());
                        }
                    }
                }
                assertEquals(total, group.required("count").intValue(), heading + " " + group);
                int hiddenSum = hidden.stream().mapToInt(Integer::intValue).sum();
                if (hidden.size() == 1 || (!hidden.isEmpty() && hiddenSum <= 5) || isSmall(total)) {
                    leaks.add(heading.required("id").textValue() + " " + group);
                }
            }
        }

        assertEquals(List.of(), leaks);
        assertTrue(shown >= LEAST_SHARE_SHOWN * groups, shown + " of " + groups + " decile groups are shown");
    }

    @Test
    void plantedGradientLiesWithinItsLimits() throws Exception {
        // The planted truth is a rate ratio of the first to the last decile; the index compares the very ends of the
        // ranking, so its
        // upper limit must reach the planted ratio and its lower limit must not lie far above it.
        List<String> notFound = new ArrayList<>();
        for (JsonNode planted : truth.required("gradients")) {
            String measure = planted.required("measure").textValue();
            double ratio = planted.required("rateRatioDecile1To10").doubleValue();
            JsonNode gradient = service.json("/api/v1/extents/fictional-county/gradients/"
                    + measure.toLowerCase(java.util.Locale.ROOT) + "-2024");
            if (gradient.required("rii").isNull()) {
                notFound.add(measure + " " + gradient.required("deciles").findValuesAsText("count"));
                continue;
            }
            double upper = 1 / gradient.at("/rii/lower").doubleValue();
            double lower = 1 / gradient.at("/rii/upper").doubleValue();
            assertTrue(
                    upper > ratio && lower < ratio * 1.6, measure + " " + ratio + " not in " + lower + " to " + upper);
        }

        assertEquals(List.of(), notFound);
    }

    @Test
    void everyExportSaysThatItIsFictional() throws Exception {
        List<String> silent = new ArrayList<>();
        for (JsonNode layer : service.json("/api/v1/layers").required("layers")) {
            String id = layer.required("id").textValue();
            if (!text("/api/v1/layers/" + id + "/values").contains("Fictional data")
                    || !text("/api/v1/layers/" + id + ".geojson").contains("fictional")
                    || !text("/api/v1/layers/" + id + ".csv").contains("fictional")) {
                silent.add(id);
            }
        }
        Set<String> names = new TreeSet<>();
        StringBuilder texts = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(
                service.get("/api/v1/layers/imd-decile-2025.shp.zip").body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName().substring(entry.getName().lastIndexOf('.')));
                if (entry.getName().endsWith(".txt")) {
                    texts.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }

        assertEquals(List.of(), silent);
        assertTrue(
                names.containsAll(Set.of(".shp", ".shx", ".dbf", ".prj", ".cpg", ".csv", ".json", ".txt")),
                names.toString());
        assertTrue(texts.toString().toLowerCase(java.util.Locale.ROOT).contains("fictional"), texts.toString());
    }

    @Test
    void sameInputsGiveTheSameManifest() throws Exception {
        try (JourneyService again = JourneyService.importingFictionalCounty(folder.resolve("again"))) {
            for (String layer : new String[] {"imd-decile-2025", "need-score-default", "hotspot-need-score-default"}) {
                String path = "/api/v1/layers/" + layer + "/values";
                assertEquals(service.json(path), again.json(path));
            }
            // Of restricted figures everything but the hashes, which are keyed with the secret of each store.
            String path = "/api/v1/layers/rate-cla-2024/values";
            String here = text(path);
            String there = new String(again.get(path).body(), StandardCharsets.UTF_8);
            assertEquals(here.replaceAll(KEYED, "keyed"), there.replaceAll(KEYED, "keyed"));
            assertFalse(here.equals(there));
        }
    }

    @Test
    void needScoreRestsOnTheSixteenCircumstancesAndNamesTheirSources() throws Exception {
        JsonNode layer =
                service.json("/api/v1/layers/need-score-default/values").required("layer");

        assertFalse(layer.required("manifest").required("inputs").isEmpty());
        assertTrue(
                layer.required("sentence").textValue().contains("16 circumstances"),
                layer.required("sentence").textValue());
    }

    private static Map<String, JsonNode> areas(String layer) throws Exception {
        Map<String, JsonNode> byCode = new HashMap<>();
        for (JsonNode area : service.json("/api/v1/layers/" + layer + "/values").required("areas")) {
            byCode.put(area.required("code").textValue(), area);
        }
        return byCode;
    }

    private static Map<String, JsonNode> features(String layer) throws Exception {
        Map<String, JsonNode> byCode = new HashMap<>();
        for (JsonNode feature :
                service.json("/api/v1/layers/" + layer + ".geojson").required("features")) {
            byCode.put(feature.required("id").textValue(), feature);
        }
        return byCode;
    }

    private static Map<String, String> lines(String layer) throws Exception {
        Map<String, String> byCode = new HashMap<>();
        for (String line : text("/api/v1/layers/" + layer + ".csv").split("\r?\n")) {
            byCode.put(line.substring(0, Math.max(0, line.indexOf(','))), line);
        }
        return byCode;
    }

    private static Map<String, Integer> trueCounts(String file, int year) throws Exception {
        Map<String, Integer> counts = new HashMap<>();
        List<String> lines = Files.readAllLines(GEODATA.resolve(file));
        // Early help has a column for each year.
        int column = List.of(lines.get(0).split(",", -1)).indexOf(Integer.toString(year));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            boolean isTotal = !lines.get(0).endsWith(",category") || cells[3].equals("all");
            if (column > 0) {
                counts.put(cells[0], Integer.valueOf(cells[column]));
            } else if (cells[1].equals(Integer.toString(year)) && isTotal) {
                counts.put(cells[0], Integer.valueOf(cells[2]));
            }
        }
        assertEquals(540, counts.size(), file);
        return counts;
    }

    private static String text(String path) throws Exception {
        return new String(service.get(path).body(), StandardCharsets.UTF_8);
    }
}
