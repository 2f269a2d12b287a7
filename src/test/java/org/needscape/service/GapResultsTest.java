package org.needscape.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.area.ExtentName;
import org.needscape.area.Geography;
import org.needscape.indicator.Measure;
import org.needscape.indicator.Period;
import org.needscape.indicator.ValueState;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerColumn;
import org.needscape.layer.LayerId;
import org.needscape.layer.LayerRow;
import org.needscape.progress.Progress;
import org.needscape.protection.DisclosureAuditor;
import org.needscape.protection.ProtectedObservations;
import org.needscape.store.Store;
import org.needscape.store.jdbc.H2StoreOpener;

/** The gap between need and response in the fictional county, whose rates were planted by deciles and by nothing else. */
class GapResultsTest {

    private static final Path COUNTY = Path.of("geodata", "fictional-county");
    private static final Geography LSOA = Geography.parse("lsoa-2021");
    private static final String MILLBROOK = "E07999006";
    /** Few enough that no figure of the model comes to another step. */
    private static final int COUNTS_EXCHANGED = 6;

    private static final String GAP = "gradient-gap-cin-2024";

    @TempDir
    static Path folder;

    private static final Map<String, String> DISTRICTS = new HashMap<>();
    private static final Map<String, String> DECILES = new HashMap<>();
    private static Layer asPlanted;
    private static Layer districts;

    @BeforeAll
    static void loadCounty() throws IOException {
        column("LSOA21_MSOA21_LAD24_CTYUA24_fictional_lookup.csv", "LAD24CD", DISTRICTS);
        column("File_7_IoD2025_fictional.csv", "Index of Multiple Deprivation (IMD) Decile", DECILES);
        try (County county = new County("planted", (code, count) -> count)) {
            asPlanted = county.layer(GAP);
            districts = county.layer(GAP + "-lad-2024");
        }
    }

    @AfterAll
    static void forget() {
        DISTRICTS.clear();
        DECILES.clear();
    }

    @Test
    void whereNothingWasPlantedHardlyAnyAreaDiffersBeyondChance() {
        long known =
                asPlanted.rows().stream().filter(row -> row.value().isKnown()).count();
        long beyond = asPlanted.rows().stream()
                .filter(row -> text(asPlanted, row, "certainty").equals(GapLayer.SURE))
                .count();

        assertTrue(known > 200, known + " areas with a number");
        assertTrue(beyond <= known * 0.05, beyond + " of " + known);
    }

    @Test
    void everyAreaStandsInTheLayerAndAHiddenOneHasWhatIsExpectedAndNothingElse() {
        assertEquals(540, asPlanted.rows().size());
        List<LayerRow> hidden = asPlanted.rows().stream()
                .filter(row -> row.value().state() == ValueState.SUPPRESSED)
                .toList();
        assertTrue(hidden.size() > 200, hidden.size() + " hidden");
        for (LayerRow row : hidden) {
            assertEquals("suppressed", row.valueClass());
            for (String column : List.of("lower", "upper", "count")) {
                assertEquals(
                        ValueState.SUPPRESSED, asPlanted.number(row, column).state());
            }
            assertEquals("", text(asPlanted, row, "response"));
            assertEquals("", text(asPlanted, row, "certainty"));
        }
        assertTrue(hidden.stream()
                        .filter(row -> asPlanted.number(row, "expected").isKnown())
                        .count()
                > hidden.size() - 5);
    }

    @Test
    void expectedNumbersAddUpToWhatWasCounted() throws IOException {
        double expected = asPlanted.rows().stream()
                .mapToDouble(row -> asPlanted.number(row, "expected").number().orElse(0))
                .sum();
        double counted = Files.readAllLines(COUNTY.resolve("children_in_need_fictional.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[1].equals("2024"))
                .mapToDouble(cells -> Double.parseDouble(cells[2]))
                .sum();

        // Three areas have no score, and coefficients are rounded.
        assertEquals(1, expected / counted, 0.04);
    }

    @Test
    void districtsAreComparedByTheSumsOfTheirAreas() {
        assertEquals(8, districts.rows().size());
        for (LayerRow row : districts.rows()) {
            assertTrue(row.value().isKnown(), row.name());
            double ratio = districts.number(row, "count").number().orElseThrow()
                    / districts.number(row, "expected").number().orElseThrow();
            double shrunk = row.value().number().orElseThrow();
            assertTrue(Math.abs(shrunk - 1) <= Math.abs(ratio - 1) + 0.005, row.name() + " " + ratio);
        }
    }

    @Test
    void shortNamesFitShapefilesAndWordsNeedNoColour() {
        assertEquals(
                List.of("LOWER", "UPPER", "NEED", "RESPONSE", "CERTAINTY", "EXPECTED", "EXP_RATE", "COUNT", "CHILDREN"),
                asPlanted.columns().stream().map(LayerColumn::shortName).toList());
        assertEquals(
                List.of(
                        "high need, low response",
                        "high need, high response",
                        "low need, low response",
                        "low need, high response",
                        "hidden to protect children"),
                asPlanted.legend().stream().map(each -> each.label()).toList());
    }

    /** In Millbrook half as many children are reached as elsewhere, in areas that are shown as in those that are not. */
    @Test
    void plantedGapIsFoundWhereItIsAndSaidInWords() throws IOException {
        try (County county =
                new County("half", (code, count) -> MILLBROOK.equals(DISTRICTS.get(code)) ? count / 2 : count)) {
            Layer small = county.layer(GAP);
            Layer large = county.layer(GAP + "-lad-2024");

            LayerRow millbrook = row(large, MILLBROOK);
            assertEquals("high-need-low-response", millbrook.valueClass());
            assertTrue(large.number(millbrook, "upper").number().orElseThrow() < 0.8);
            assertTrue(
                    GapLayer.inWords(large, millbrook)
                            .matches("More need than Aldermoor .*overall, and less help than similar areas"
                                    + " \\(0\\.\\d times what is expected, 0\\.\\d to 0\\.\\d\\)\\."),
                    GapLayer.inWords(large, millbrook));
            List<LayerRow> there = small.rows().stream()
                    .filter(row ->
                            row.district().equals(MILLBROOK) && row.value().isKnown())
                    .toList();
            long less = there.stream()
                    .filter(row -> text(small, row, "response").equals("low"))
                    .count();
            assertTrue(less >= there.size() * 0.9, less + " of " + there.size());
            List<LayerRow> clearlyLess = small.rows().stream()
                    .filter(row -> row.valueClass().endsWith("low-response"))
                    .filter(row -> text(small, row, "certainty").equals(GapLayer.SURE))
                    .toList();
            assertFalse(clearlyLess.isEmpty());
            clearlyLess.forEach(row -> assertEquals(MILLBROOK, row.district(), row.name()));
            assertTrue(small.cautions().stream().anyMatch(caution -> caution.contains("differ by more than chance")));
        }
    }

    /** Two stores that differ in hidden counts alone, with the same totals of districts and deciles, show the same to the last digit. */
    @Test
    void hiddenCountsThatSomebodyMightGuessGiveTheSameLayer() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : Files.readAllLines(COUNTY.resolve("children_in_need_fictional.csv"))) {
            String[] cells = line.split(",", -1);
            if (cells[1].equals("2024")) {
                counts.put(cells[0], Integer.parseInt(cells[2]));
            }
        }
        Map<String, Integer> exchanged = exchangeInPairs(counts);
        assertEquals(COUNTS_EXCHANGED, exchanged.size());

        try (County county = new County("exchanged", (code, count) -> exchanged.getOrDefault(code, count))) {
            Layer other = county.layer(GAP);

            for (int at = 0; at < asPlanted.rows().size(); at++) {
                assertEquals(asPlanted.rows().get(at), other.rows().get(at));
            }
            assertEquals(asPlanted.sentence(), other.sentence());
            assertEquals(asPlanted.cautions(), other.cautions());
            assertEquals(asPlanted.legend(), other.legend());
            assertNotEquals(
                    asPlanted.manifest().resultHash(), other.manifest().resultHash(), "the counts behind it differ");
        }
    }

    /** Small counts that differ, of two areas in the same district and decile, put in one another's place. */
    private static Map<String, Integer> exchangeInPairs(Map<String, Integer> counts) {
        Map<String, String> waiting = new HashMap<>();
        Map<String, Integer> exchanged = new TreeMap<>();
        counts.forEach((code, count) -> {
            if (count < 1 || count > 5 || exchanged.size() >= COUNTS_EXCHANGED) {
                return;
            }
            String cell = DISTRICTS.get(code) + " " + DECILES.get(code);
            String partner = waiting.get(cell);
            if (partner == null) {
                waiting.put(cell, code);
            } else if (Math.abs(counts.getOrDefault(partner, 0) - count) >= 2) {
                exchanged.put(code, counts.getOrDefault(partner, 0));
                exchanged.put(partner, count);
                waiting.remove(cell);
            }
        });
        return exchanged;
    }

    private static String text(Layer layer, LayerRow row, String column) {
        int at = layer.columns().stream().map(LayerColumn::name).toList().indexOf(column);
        return row.cells().get(at) instanceof Cell.OfText cell ? cell.text() : "not a text";
    }

    private static LayerRow row(Layer layer, String code) {
        return layer.rows().stream()
                .filter(row -> row.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static void column(String file, String name, Map<String, String> byArea) throws IOException {
        List<String> lines = Files.readAllLines(COUNTY.resolve(file));
        List<String> heading =
                List.of(lines.get(0).replace("\uFEFF", "").replace("\"", "").split(",", -1));
        int at = -1;
        for (int k = 0; k < heading.size(); k++) {
            at = at < 0 && heading.get(k).startsWith(name) ? k : at;
        }
        assertTrue(at > 0, name + " in " + heading);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.replace("\"", "").split(",", -1);
            byArea.put(cells[0], cells[at]);
        }
    }

    /** The county in a store of its own, with the children in need of 2024 as they were planted or changed. */
    private static final class County implements AutoCloseable {

        private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-03T12:00:00Z"), ZoneOffset.UTC);

        private final Store store;
        private final ProtectedObservations observations = new ProtectedObservations(CLOCK);
        private final LayerService layers;

        County(String name, ToIntBiFunction<String, Integer> changed) throws IOException {
            store = H2StoreOpener.inMemory("gap-" + name);
            layers = new LayerService(store, observations);
            StandardResults results = new StandardResults(
                    store,
                    observations,
                    new Adjacency(),
                    new GradientService(store, observations),
                    new AuditService(store, new DisclosureAuditor(observations, CLOCK), CLOCK));
            ImportService imports = new ImportService(store, results, CLOCK);
            ImportRequest.Options areas = ImportRequest.Options.none().withGeography(LSOA);
            List<ImportRequest> requests = new ArrayList<>(List.of(
                    request(ImportKind.BOUNDARIES, "LSOA_2021_fictional_BGC.zip", areas),
                    request(
                            ImportKind.BOUNDARIES,
                            "LAD_2024_fictional_BGC.zip",
                            ImportRequest.Options.none().withGeography(Geography.parse("lad-2024"))),
                    request(
                            ImportKind.LOOKUP,
                            "LSOA21_MSOA21_LAD24_CTYUA24_fictional_lookup.csv",
                            ImportRequest.Options.none()),
                    request(
                            ImportKind.DEPRIVATION,
                            "File_7_IoD2025_fictional.csv",
                            ImportRequest.Options.none().withRelease(2025)),
                    request(
                            ImportKind.POPULATION,
                            "population_mid2024_fictional.csv",
                            areas.withPeriod(new Period("2024"))),
                    request(
                            ImportKind.INDICATORS,
                            "indicators_fictional_wide.csv",
                            areas.withCodebook(COUNTY.resolve("codebook.csv"), "codebook.csv"))));
            requests.add(new ImportRequest(
                    ImportKind.COUNTS,
                    counts(name, changed),
                    "children_in_need_fictional.csv",
                    areas.withMeasure(Measure.CIN)));
            imports.runAll(requests, Progress.SILENT);
        }

        private static ImportRequest request(ImportKind kind, String file, ImportRequest.Options options) {
            return new ImportRequest(kind, COUNTY.resolve(file), file, options);
        }

        private static Path counts(String name, ToIntBiFunction<String, Integer> changed) {
            List<String> lines = new ArrayList<>(List.of("LSOA21CD,period,count"));
            try {
                for (String line : Files.readAllLines(COUNTY.resolve("children_in_need_fictional.csv"))) {
                    String[] cells = line.split(",", -1);
                    if (cells[1].equals("2024")) {
                        lines.add(cells[0] + ",2024," + changed.applyAsInt(cells[0], Integer.valueOf(cells[2])));
                    }
                }
                return Files.write(folder.resolve(name + ".csv"), lines);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Layer layer(String key) {
            ExtentName extent =
                    store.read(session -> session.areas().listExtents()).get(0).name();
            assertEquals(1, layers.listExtents().size(), extent.value());
            return layers.get(new LayerId(key));
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
