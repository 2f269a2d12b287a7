package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyService;
import org.needscape.JourneyStores;
import org.needscape.disclosure.DatasetPolicy;
import org.needscape.disclosure.DisclosurePolicy;
import org.needscape.disclosure.ReleaseDecision;
import org.needscape.disclosure.ReleaseState;
import org.needscape.store.Store;

/** Files of restricted figures say how far they may go, who approved them and until when they are kept. Open ones do not. */
class ReleaseJourneyTest {

    private static final Path COUNTY = Path.of("geodata", "fictional-county");
    private static final Path POPULATION = COUNTY.resolve("population_mid2024_fictional.csv");
    private static final String RATE = "rate-cla-2024";
    private static final String OPEN = "imd-decile-2025";
    private static final String DRAFT = "Official: draft figures, not approved for release";
    private static final String APPROVED = "Official: for the safeguarding partners";
    private static final String APPROVAL =
            APPROVED + ". Approved for release by A. Lead on 1 November 2026. Kept until 31 January 2027.";
    private static final String PROFILE = "/api/v1/extents/fictional-county/areas/lsoa-2021/E01999002";

    @TempDir
    private Path folder;

    private Path store;

    @BeforeEach
    void importTheCounty() throws IOException {
        store = folder.resolve("store");
        run("import", "boundaries", COUNTY.resolve("LSOA_2021_fictional_BGC.zip"), "--geography", "lsoa-2021");
        run("import", "deprivation", COUNTY.resolve("File_7_IoD2025_fictional.csv"), "--release", "2025");
        importPopulation();
        importCounts("first.csv", "E01999001,2024,0", "E01999002,2024,9");
    }

    @Test
    void whatNobodyDecidedIsADraftInEveryFormat() throws Exception {
        JsonNode layer = json("geojson", RATE).required("layer");
        assertEquals(DRAFT, layer.required("marking").textValue());
        assertEquals(
                new ObjectMapper()
                        .readTree(
                                "{'state':'draft','approvedBy':'','approvedAt':'','keepUntil':''}".replace('\'', '"')),
                layer.required("release"));
        List<String> csv = Files.readAllLines(export("csv", RATE));
        assertTrue(csv.get(0).endsWith(",state_words,marking,fictional"), csv.get(0));
        assertTrue(
                csv.stream().skip(1).allMatch(line -> line.endsWith(",\"" + DRAFT + "\",fictional data")), csv.get(1));
        Path metadata = folder.resolve(RATE + ".csv-metadata.json");
        assertEquals(
                layer, new ObjectMapper().readTree(Files.readAllBytes(metadata)).required("notes"));
        Parts shapefile = Parts.of(export("shapefile", RATE));
        assertEquals(layer, new ObjectMapper().readTree(shapefile.get("manifest.json")));
        assertTrue(
                attribution(shapefile).contains(DRAFT + ". Draft: nobody has approved these figures for release.\n"));

        JsonNode open = json("geojson", OPEN).required("layer");
        assertFalse(open.has("marking") || open.has("release"));
        assertTrue(Files.readAllLines(export("csv", OPEN)).get(0).endsWith(",state_words,fictional"));
        assertFalse(attribution(Parts.of(export("shapefile", OPEN))).contains("release"));
    }

    @Test
    void approvalIsSaidEverywhereOnceResultsAreUpToDate() throws Exception {
        String before = resultHash();
        approve("first.csv");
        importPopulation();

        JsonNode layer = json("geojson", RATE).required("layer");
        String release =
                "{'state':'approved','approvedBy':'A. Lead','approvedAt':'2026-11-01','keepUntil':'2027-01-31'}"
                        .replace('\'', '"');
        assertEquals(APPROVED, layer.required("marking").textValue());
        assertEquals(new ObjectMapper().readTree(release), layer.required("release"));
        assertTrue(Files.readString(export("csv", RATE)).contains("," + APPROVED + ",fictional data"));
        assertTrue(attribution(Parts.of(export("shapefile", RATE))).contains(APPROVAL + "\n"));
        assertFalse(before.equals(resultHash()));
        try (JourneyService service = JourneyService.over(store)) {
            JsonNode gradient = service.json("/api/v1/extents/fictional-county/gradients/cla-2024");
            assertEquals(APPROVED, gradient.required("marking").textValue());
            assertEquals(new ObjectMapper().readTree(release), gradient.required("release"));
            assertTrue(gradient.required("resultHash").textValue().startsWith("hmac-sha256:"));
            String chart = new String(
                    service.get("/api/v1/extents/fictional-county/gradients/cla-2024.svg")
                            .body(),
                    StandardCharsets.UTF_8);
            assertTrue(chart.contains(" " + APPROVAL + "</desc>"), chart);
            assertTrue(chart.contains(">until 31 January 2027.</text>"), chart);
            assertEquals(APPROVED, service.json(PROFILE).at("/rates/0/marking").textValue());
        }
    }

    @Test
    void figuresOfSeveralFilesGoAsFarAsTheLeastOfThem() throws Exception {
        approve("first.csv");
        importCounts("second.csv", "E01999003,2024,7");

        JsonNode layer = json("geojson", RATE).required("layer");
        // A draft again, under the marking that was chosen for these figures before.
        assertEquals(APPROVED, layer.required("marking").textValue());
        assertEquals(
                new ObjectMapper()
                        .readTree("{'state':'draft','approvedBy':'','approvedAt':'','keepUntil':'2027-01-31'}"
                                .replace('\'', '"')),
                layer.required("release"));
    }

    @Test
    void hashesStayAsTheyAreWhileNothingChanges() throws Exception {
        String before = resultHash();
        importPopulation();

        assertTrue(before.startsWith("hmac-sha256:"), before);
        assertEquals(before, resultHash());
    }

    private void approve(String fileName) {
        try (Store open = JourneyStores.open(store)) {
            open.write(session -> {
                long id = session.datasets().list().stream()
                        .filter(dataset -> dataset.fileName().equals(fileName))
                        .findFirst()
                        .orElseThrow()
                        .id();
                session.protection()
                        .savePolicy(new DatasetPolicy(
                                id,
                                DisclosurePolicy.DEFAULT,
                                "the data team",
                                Optional.of(LocalDate.of(2027, 1, 31)),
                                APPROVED,
                                ReleaseState.DRAFT));
                session.protection()
                        .addDecision(new ReleaseDecision(
                                id, ReleaseState.APPROVED, "A. Lead", Instant.parse("2026-11-01T10:00:00Z"), ""));
                return id;
            });
        }
    }

    private String resultHash() throws IOException {
        return json("geojson", RATE).at("/layer/manifest/resultHash").textValue();
    }

    private static String attribution(Parts shapefile) {
        return new String(shapefile.get("ATTRIBUTION.txt"), StandardCharsets.UTF_8);
    }

    private JsonNode json(String format, String layer) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(export(format, layer)));
    }

    private Path export(String format, String layer) {
        Path file = folder.resolve(layer + "." + format);
        run("export", layer, "--format", format, "--output", file);
        return file;
    }

    /** An import brings every result up to date. */
    private void importPopulation() {
        run("import", "population", POPULATION, "--geography", "lsoa-2021", "--period", "2024");
    }

    private void importCounts(String name, String... lines) throws IOException {
        Path file =
                Files.writeString(folder.resolve(name), "LSOA21CD,period,count\n" + String.join("\n", lines) + "\n");
        run("import", "counts", file, "--measure", "cla", "--geography", "lsoa-2021");
    }

    private void run(Object... arguments) {
        CommandLineRun.on(store, arguments).done();
    }
}
