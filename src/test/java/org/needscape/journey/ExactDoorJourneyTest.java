package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.JourneyStores;
import org.needscape.store.ExactUse;
import org.needscape.store.Store;

/** An analyst on the store's own machine is given exact counts for a reason, and a governance lead reads who was. */
class ExactDoorJourneyTest {

    private static final Path COUNTY = Path.of("geodata", "fictional-county");
    private static final Path COUNTS = COUNTY.resolve("children_looked_after_fictional.csv");
    private static final String RATE = "rate-cla-2024";
    private static final String MARKING =
            "EXACT VALUES. Not for publication: shows counts that are hidden everywhere else.";
    private static final String SAID = MARKING + " That they were exported is recorded.\n";

    @TempDir
    private static Path folder;

    private static Path imported;

    @BeforeAll
    static void importCounts() {
        imported = folder.resolve("imported");
        boundaries("LSOA_2021_fictional_BGC.zip", "lsoa-2021");
        boundaries("LAD_2024_fictional_BGC.zip", "lad-2024");
        on(imported, "import", "lookup", COUNTY.resolve("LSOA21_MSOA21_LAD24_CTYUA24_fictional_lookup.csv"))
                .done();
        on(imported, "import", "deprivation", COUNTY.resolve("File_7_IoD2025_fictional.csv"), "--release", "2025")
                .done();
        for (int year = 2022; year <= 2024; year++) {
            on(
                            imported,
                            "import",
                            "population",
                            COUNTY.resolve("population_mid" + year + "_fictional.csv"),
                            "--geography",
                            "lsoa-2021",
                            "--period",
                            year)
                    .done();
        }
        on(imported, "import", "counts", COUNTS, "--measure", "cla", "--geography", "lsoa-2021")
                .done();
    }

    @Test
    void exactCountsAreThoseOfTheFileAndEverybodyElseSeesThemHidden() throws Exception {
        Path store = JourneyStores.copy(imported, folder.resolve("given"));
        Path open = folder.resolve("open.csv");
        on(store, "export", RATE, "--format", "csv", "--output", open).done();

        assertEquals(truth("2024"), counts(exact(store, RATE, "csv")));

        Map<String, String> districts =
                column(COUNTY.resolve("LSOA21_MSOA21_LAD24_CTYUA24_fictional_lookup.csv"), "LSOA21CD", "LAD24CD");
        Map<String, Integer> byDistrict = new TreeMap<>();
        truth("2024")
                .forEach((code, count) -> byDistrict.merge(String.valueOf(districts.get(code)), count, Integer::sum));
        assertEquals(byDistrict, counts(exact(store, RATE + "-lad-2024", "csv")));

        Path again = folder.resolve("again.csv");
        on(store, "export", RATE, "--format", "csv", "--output", again).done();
        assertTrue(Files.readString(open).contains(",[c],"));
        assertEquals(Files.readString(open), Files.readString(again));
        assertFalse(on(store, "layers").done().contains("exact"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "geojson", "shapefile"})
    void everyFormatSaysThatItHoldsExactValues(String format) throws Exception {
        Path store = JourneyStores.copy(imported, folder.resolve("format-" + format));
        Path file = exact(store, RATE, format);

        JsonNode layer;
        if (format.equals("csv")) {
            assertTrue(rows(file).stream().allMatch(row -> row.get("marking").equals(MARKING)), Files.readString(file));
            Path metadata = file.resolveSibling(file.getFileName() + "-metadata.json");
            assertOnlyForItsOwner(metadata);
            layer = new ObjectMapper().readTree(Files.readAllBytes(metadata)).required("notes");
        } else if (format.equals("geojson")) {
            layer = new ObjectMapper().readTree(Files.readAllBytes(file)).required("layer");
        } else {
            Parts parts = Parts.of(file);
            String text = new String(parts.get("ATTRIBUTION.txt"), StandardCharsets.UTF_8);
            assertTrue(text.contains(MARKING), text);
            assertTrue(text.contains("Children looked after, 2024 (exact values)\n"), text);
            layer = new ObjectMapper().readTree(parts.get("manifest.json"));
        }

        assertOnlyForItsOwner(file);
        assertEquals(MARKING, layer.required("marking").textValue());
        assertEquals("draft", layer.at("/release/state").textValue());
        assertEquals(
                "Children looked after, 2024 (exact values)",
                layer.required("title").textValue());
        String cautions = layer.required("cautions").toString();
        assertTrue(cautions.contains("These are exact values, small counts among them"), cautions);
        assertFalse(cautions.contains("are hidden to protect children"), cautions);
        assertFalse(
                layer.required("sentence").textValue().contains("hidden to protect"),
                layer.required("sentence").textValue());
    }

    @Test
    void everyUseIsListedWithWhenWhoWhatAndWhy() throws Exception {
        Path store = JourneyStores.copy(imported, folder.resolve("listed"));
        assertEquals("", on(store, "exact-uses").done());

        exact(store, RATE, "csv");
        CommandLineRun unnamed = on(
                store,
                "export",
                RATE,
                "--format",
                "csv",
                "--output",
                folder.resolve("unnamed.csv"),
                "--exact",
                "--reason",
                "second\nlook");

        assertEquals(SAID, unnamed.err().replace("\r", ""));
        List<String> lines = on(store, "exact-uses").done().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(
                lines.get(0).matches("\\d{4}-\\d\\d-\\d\\dT\\S+Z\tA\\. Analyst\t" + RATE + "\tcase review"),
                lines.get(0));
        assertTrue(
                lines.get(1).endsWith("\t" + System.getProperty("user.name") + "\t" + RATE + "\tsecond look"),
                lines.get(1));
        JsonNode uses = new ObjectMapper()
                .readTree(on(store, "exact-uses", "--json").done())
                .required("exactUses");
        assertEquals(2, uses.size());
        assertEquals("A. Analyst", uses.at("/0/who").textValue());
        assertEquals(RATE, uses.at("/0/what").textValue());
        assertEquals("second\nlook", uses.at("/1/reason").textValue());
        assertTrue(lines.get(0).startsWith(uses.at("/0/at").textValue() + "\t"), lines.get(0));
    }

    @Test
    void wrongUsageIsExitTwoAndNothingIsRecorded() throws IOException {
        Path output = folder.resolve("wrong.csv");
        assertEquals(
                "--exact asks for a reason: say with --reason why exact values are needed.",
                on(imported, "export", RATE, "--format", "csv", "--output", output, "--exact")
                        .wrongUsage());
        assertEquals(
                "--reason and --by are for exact values: add --exact or leave them out.",
                on(imported, "export", RATE, "--format", "csv", "--output", output, "--reason", "case review")
                        .wrongUsage());
        assertEquals(
                "--reason: The reason for using exact values is empty: write something. Nothing was changed.",
                askWith(imported, RATE, output, " ", "A. Analyst").wrongUsage());
        assertEquals(
                "--reason: The reason for using exact values has 1001 characters: write at most 1000. Nothing was changed.",
                askWith(imported, RATE, output, "x".repeat(1001), "A. Analyst").wrongUsage());
        assertEquals(
                "--by: The name of who uses exact values is empty: write something. Nothing was changed.",
                askWith(imported, RATE, output, "case review", " ").wrongUsage());

        assertFalse(Files.exists(output));
        assertEquals(List.of(), uses(imported));
    }

    @Test
    void layersWithNothingToGiveAreRefusedWithoutARecord() throws IOException {
        Path output = Files.writeString(folder.resolve("refused.csv"), "as it was");
        assertEquals(
                "There is no layer rate-cla-1999. List the layers to see what there is.",
                ask(imported, "rate-cla-1999", output).refusal());
        assertEquals(
                "--exact: The layer imd-decile-2025 holds nothing that is hidden: export it without --exact.",
                ask(imported, "imd-decile-2025", output).refusal());
        assertEquals(
                "There is no folder for " + folder.resolve("nowhere").resolve("x.csv") + ": make it first.",
                ask(imported, RATE, folder.resolve("nowhere").resolve("x.csv")).refusal());

        assertEquals("as it was", Files.readString(output));
        assertEquals(List.of(), uses(imported));
    }

    @Test
    void storeOnAnotherMachineGivesNothing() {
        Path output = folder.resolve("elsewhere.csv");
        assertEquals(
                "Exact values are given only on the machine of the store itself, and this one is reached over the network:"
                        + " run this there, with localhost in the address of the store. Nothing was changed.",
                CommandLineRun.of(
                                "export",
                                RATE,
                                "--format",
                                "csv",
                                "--output",
                                output,
                                "--exact",
                                "--reason",
                                "case review",
                                "--store",
                                "jdbc:postgresql://db.county.example/needscape")
                        .refusal());
        assertFalse(Files.exists(output));
    }

    @Test
    void withoutARecordNothingIsGiven() throws Exception {
        Path store = JourneyStores.copy(imported, folder.resolve("unrecorded"));
        JourneyStores.execute(store, "alter table exact_use rename to exact_use_gone");
        Path output = folder.resolve("unrecorded.csv");

        CommandLineRun run = ask(store, RATE, output);

        assertEquals(1, run.exit());
        assertFalse(run.err().contains(MARKING), run.err());
        assertFalse(Files.exists(output));
        on(store, "export", RATE, "--format", "csv", "--output", output).done();
    }

    @Test
    void useStaysRecordedWhenTheFileCannotBeWritten() throws Exception {
        Path full = Path.of("/dev/full");
        Path store = JourneyStores.copy(imported, folder.resolve("full"));

        assertEquals(
                "/dev/full cannot be written: check that the folder may be written to and the disk is not full.",
                ask(store, RATE, full).refusal());

        assertEquals(List.of(RATE), uses(store).stream().map(ExactUse::what).toList());
    }

    /** Exports exact values, and answers the file. */
    private static Path exact(Path store, String layer, String format) throws IOException {
        Path file = Files.createTempDirectory(folder, "exact").resolve(layer + "." + format);
        CommandLineRun run = on(
                store,
                "export",
                layer,
                "--format",
                format,
                "--output",
                file,
                "--exact",
                "--reason",
                "case review",
                "--by",
                "A. Analyst");
        assertEquals(SAID, run.err().replace("\r", ""));
        assertEquals("", run.out());
        assertEquals(0, run.exit());
        return file;
    }

    private static CommandLineRun ask(Path store, String layer, Path output) {
        return askWith(store, layer, output, "case review", "A. Analyst");
    }

    private static CommandLineRun askWith(Path store, String layer, Path output, String reason, String by) {
        return on(
                store,
                "export",
                layer,
                "--format",
                "csv",
                "--output",
                output,
                "--exact",
                "--reason",
                reason,
                "--by",
                by);
    }

    private static List<ExactUse> uses(Path store) {
        try (Store open = JourneyStores.open(store)) {
            return open.read(session -> session.protection().listExactUses());
        }
    }

    private static void assertOnlyForItsOwner(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    private static Map<String, Integer> truth(String period) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        rows(COUNTS).stream()
                .filter(row -> row.get("period").equals(period))
                .forEach(row -> counts.put(row.get("LSOA21CD"), Integer.valueOf(row.get("count"))));
        return counts;
    }

    private static Map<String, Integer> counts(Path file) throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        column(file, "code", "count").forEach((code, count) -> counts.put(code, Integer.valueOf(count)));
        return counts;
    }

    private static Map<String, String> column(Path file, String key, String value) throws IOException {
        Map<String, String> column = new TreeMap<>();
        rows(file).forEach(row -> column.put(row.get(key), row.get(value)));
        return column;
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }

    private static void boundaries(String name, String geography) {
        on(imported, "import", "boundaries", COUNTY.resolve(name), "--geography", geography)
                .done();
    }

    private static CommandLineRun on(Path store, Object... arguments) {
        return CommandLineRun.on(store, Stream.of(arguments).toArray());
    }
}
