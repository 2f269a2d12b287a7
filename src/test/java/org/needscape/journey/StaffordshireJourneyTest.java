package org.needscape.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;
import org.needscape.RealData;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.geoio.boundary.BoundaryReader;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;

/**
 * An analyst imports the real files of Staffordshire as published, through the page's own form, looks at the results and exports the
 * hotspots. Skipped only where the real data folder does not exist.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StaffordshireJourneyTest {

    @TempDir
    private static Path folder;

    private static JourneyService service;

    @BeforeAll
    static void importEverything() throws Exception {
        RealData.require("boundaries/staffordshire_lsoa11.shp.zip");
        service = JourneyService.over(folder.resolve("store"));
        upload(528, "boundaries", "boundaries/staffordshire_lsoa11.shp.zip", "geography", "lsoa-2011");
        upload(8, "boundaries", "boundaries/staffordshire_lad19.gpkg", "geography", "lad-2019");
        upload(528, "lookup", "lookups/LSOA11_MSOA11_WD19_LAD19_CTYUA19_RGN19_England.csv");
        upload(528, "deprivation", "deprivation/IoD2019_LSOA11_England.csv", "release", "2019");
        upload(
                528,
                "population",
                "indicators/population_mid2020_single_year_lsoa11_pilot.csv",
                "geography",
                "lsoa-2011",
                "period",
                "2020");
        upload(
                528,
                "indicators",
                "indicators/indicators_lsoa11_staffordshire_and_stoke_wide.csv",
                "geography",
                "lsoa-2011",
                "codebook",
                "indicators/codebook.csv");
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    @Order(1)
    void extentIsNamedAfterItsCountyAndKnowsItsDistricts() throws Exception {
        JsonNode extent = service.json("/api/v1/extents").at("/extents/0");

        assertEquals("Staffordshire", extent.required("title").textValue());
        assertEquals(false, extent.required("fictional").booleanValue());
        assertEquals(8, extent.required("districts").size());
        assertEquals("Cannock Chase", extent.at("/districts/0/name").textValue());
    }

    @Test
    @Order(2)
    void sentenceSaysWhereNeedIs() throws Exception {
        JsonNode layer = service.json("/api/v1/layers/imd-decile-2019/values").required("layer");

        // 49 LSOAs in deciles 1 and 2: MANIFEST of the data, and the published IMD 2019.
        assertTrue(
                layer.required("sentence")
                        .textValue()
                        .startsWith("49 of 528 areas are in England's most deprived fifth; "),
                layer.required("sentence").textValue());
    }

    @Test
    @Order(3)
    void decileRankAndScoreAreThePublishedOnes() throws Exception {
        JsonNode area = byCode("imd-decile-2019").get("E01029345");

        // Indices of Deprivation 2019, File 1: Cannock Chase 003A has rank 13,970, decile 5, score 20.458.
        assertEquals("Cannock Chase 003A", area.required("name").textValue());
        assertEquals("E07000192", area.required("district").textValue());
        assertEquals(5, area.required("value").intValue());
        assertEquals(13_970, area.at("/cells/0").intValue());
        assertEquals(20.458, area.at("/cells/1").doubleValue());
    }

    @Test
    @Order(4)
    void hotspotsOfTheDeprivationScoreAgreeWithAnIndependentComputation() throws Exception {
        Map<String, JsonNode> areas = byCode("hotspot-indicator-imd-score-2019-lsoa-2011");

        // Computed in Python 3.11 with the formula of Ord and Getis 1995 and Benjamini-Hochberg from the published
        // scores and an
        // independent queen neighbour list of the same 528 areas (2,902 directed links).
        assertEquals(
                31,
                areas.values().stream()
                        .filter(area -> classOf(area).equals("hot"))
                        .count());
        assertEquals(
                5,
                areas.values().stream()
                        .filter(area -> classOf(area).equals("cold"))
                        .count());
        JsonNode highest = areas.get("E01029841");
        assertEquals("hot", classOf(highest));
        assertEquals(4.8796, highest.at("/cells/0").doubleValue(), 1e-4);
        assertEquals(0.000283, highest.at("/cells/2").doubleValue(), 1e-6);
        assertEquals(7, highest.at("/cells/3").intValue());
        assertEquals(1.1982, areas.get("E01029345").at("/cells/0").doubleValue(), 1e-4);
    }

    @Test
    @Order(5)
    void everyAreaStandsInEveryLayer() throws Exception {
        List<String> incomplete = new ArrayList<>();
        for (JsonNode layer : service.json("/api/v1/layers").required("layers")) {
            String id = layer.required("id").textValue();
            if (service.json("/api/v1/layers/" + id + "/values")
                            .required("areas")
                            .size()
                    != 528) {
                incomplete.add(id);
            }
        }

        assertEquals(List.of(), incomplete);
    }

    @Test
    @Order(6)
    void suppressedCountsOfTheIndicesAreHiddenAndNotZero() throws Exception {
        long suppressed = byCode("indicator-idaci_children_n-2015-lsoa-2011").values().stream()
                .filter(area -> area.required("state").textValue().equals("suppressed"))
                .peek(area -> assertTrue(area.required("value").isNull()))
                .count();

        // Blank cells of the 528 rows in the file: a blank count of the Indices is a suppressed small count.
        assertEquals(blankCells("idaci_children_n"), suppressed);
        assertTrue(suppressed > 0);
    }

    @Test
    @Order(7)
    void fileOfAnotherVintageIsRefusedAndChangesNothing() throws Exception {
        String before = text("/api/v1/layers");
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("kind", "deprivation");
        form.put("file", RealData.require("deprivation/IoD2025_LSOA21_England.csv"));
        form.put("release", "2019");

        JsonNode job = service.awaitJob(service.upload(form, "X-Needscape", "1"));

        assertEquals("failed", job.required("state").textValue());
        assertTrue(
                job.required("message").textValue().contains("'LSOA code (2021)' belongs to another release"),
                job.toString());
        assertEquals(before, text("/api/v1/layers"));
    }

    @Test
    @Order(8)
    void hotspotShapefileOpensInGdalAndReadsBackTheSame() throws Exception {
        Path zip = folder.resolve("hotspots.shp.zip");
        Files.write(
                zip,
                service.get("/api/v1/layers/hotspot-indicator-imd-score-2019-lsoa-2011.shp.zip")
                        .body());

        String info = run("ogrinfo", "-al", "-so", "/vsizip/" + zip);
        String hot = run("ogrinfo", "-al", "-where", "CLASS = 'hot'", "-so", "/vsizip/" + zip);

        assertTrue(info.contains("Feature Count: 528"), info);
        assertTrue(info.contains("ID[\"EPSG\",27700]") || info.contains("British National Grid"), info);
        assertTrue(info.contains("LSOA11CD: String"), info);
        assertTrue(hot.contains("Feature Count: 31"), hot);
        Map<String, SmallArea> original = read(RealData.require("boundaries/staffordshire_lsoa11.shp.zip"));
        Map<String, SmallArea> exported = read(zip);
        assertEquals(original.keySet(), exported.keySet());
        original.forEach((code, area) -> {
            assertEquals(area.name(), exported.get(code).name());
            assertTrue(area.boundary().equalsTopo(exported.get(code).boundary()), code);
        });
    }

    @Test
    @Order(9)
    void profileAnswersTheFourQuestions() throws Exception {
        JsonNode profile = service.json("/api/v1/extents/loaded/areas/lsoa-2011/E01029841");

        assertEquals("Tamworth 003E", profile.required("name").textValue());
        assertEquals("Tamworth", profile.at("/district/name").textValue());
        // Indices of Deprivation 2019: rank 16,190, decile 5; it is its neighbours that make it a hotspot.
        assertEquals(
                "In decile 5 (1 = most deprived tenth) of areas in England, 2019. Rank 16,190 of 32,844.",
                profile.at("/deprivation/0/sentence").textValue());
        assertEquals(
                "Hotspot. It and its 7 neighbours have higher values than chance would give.",
                profile.at("/hotspots/0/sentence").textValue(),
                profile.required("hotspots").toString());
        assertEquals(7, profile.required("neighbours").size());
        assertTrue(profile.at("/need/rank").intValue() >= 1);
    }

    @Test
    @Order(10)
    void pageShowsTheCountyAndItsHotspots() {
        try (Browser browser = new Browser()) {
            Page page = browser.open(service.address() + "/", 1280, 800);
            assertThat(page.locator("[data-module=sentence]"))
                    .containsText("49 of 528 areas are in England's most deprived fifth");
            assertThat(page.locator(".ns-banner")).containsText("Staffordshire");
            assertThat(page.locator(".ns-banner")).not().containsText("ictional");

            page.locator("#layer").selectOption("hotspot-indicator-imd-score-2019-lsoa-2011");
            assertThat(page.locator("[data-module=sentence]")).containsText("31 of 528 areas tested are hotspots");
            page.locator("#district").selectOption(new SelectOption().setLabel("Tamworth"));
            page.locator("[data-view-button=table]").click();
            page.locator("#table button[data-code=E01029841]").click();

            assertThat(page.locator("#panel h2")).hasText("Tamworth 003E");
            assertThat(page.locator("#panel")).containsText("It and its 7 neighbours");
            pickAWholeWardOf(browser);
            assertEquals(List.of(), browser.troubles());
        }
    }

    /** In the lookup of 2019, the ward Amington of Tamworth is E01029820 to E01029824; the last but one is of another middle layer. */
    private static void pickAWholeWardOf(Browser browser) {
        Page page = browser.open(service.address() + "/targets.html?district=E07000199", 1280, 800);
        page.locator("#whole").selectOption(new SelectOption().setLabel("Amington (5 areas)"));
        Hands.press(page, "Add it");
        assertThat(page.locator("[data-module=sentence]"))
                .containsText("5 of 51 areas of Tamworth are chosen, all in one piece");
        assertThat(page.locator("[data-module=announcer]")).containsText("Added the areas of Amington.");
        assertEquals(
                List.of("E01029820", "E01029821", "E01029822", "E01029823", "E01029824"),
                page.locator("#areas tr:has([name=chosen]:checked)").all().stream()
                        .map(row -> row.getAttribute("data-code"))
                        .sorted()
                        .toList());
    }

    private static String classOf(JsonNode area) {
        return area.required("class").textValue();
    }

    private static Map<String, JsonNode> byCode(String layer) throws Exception {
        Map<String, JsonNode> areas = new HashMap<>();
        for (JsonNode area : service.json("/api/v1/layers/" + layer + "/values").required("areas")) {
            areas.put(area.required("code").textValue(), area);
        }
        return areas;
    }

    private static String text(String path) throws Exception {
        return new String(service.get(path).body(), StandardCharsets.UTF_8);
    }

    private static long blankCells(String column) throws Exception {
        List<String> lines =
                Files.readAllLines(RealData.require("indicators/indicators_lsoa11_staffordshire_and_stoke_wide.csv"));
        int index = List.of(lines.get(0).split(",", -1)).indexOf(column);
        // No field of this file holds a comma. Stoke-on-Trent's district is E06000021.
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> !cells[2].equals("E06000021") && cells[index].isBlank())
                .count();
    }

    private static void upload(int accepted, String kind, String file, String... fields) throws Exception {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("kind", kind);
        form.put("file", RealData.require(file));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i].equals("codebook") ? RealData.require(fields[i + 1]) : fields[i + 1]);
        }
        JsonNode job = service.awaitJob(service.upload(form, "X-Needscape", "1"));
        assertEquals("done", job.required("state").textValue(), job.toString());
        assertEquals(accepted, job.at("/result/report/accepted").intValue(), job.toString());
        assertEquals(0, job.at("/result/report/refused").intValue(), job.toString());
    }

    private static Map<String, SmallArea> read(Path zip) {
        Map<String, SmallArea> areas = new TreeMap<>();
        BoundaryReader.read(
                zip,
                zip.getFileName().toString(),
                Geography.parse("lsoa-2011"),
                Optional.empty(),
                area -> areas.put(area.id().code().value(), area),
                new ImportLog("read back"),
                Progress.SILENT);
        return areas;
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
