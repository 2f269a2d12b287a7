package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.JourneyService;
import org.needscape.JourneyStores;

/**
 * Every verb as an analyst types it: what it prints, how it ends, and that nothing half-written is left. What a database changes about that
 * is told by {@link PostgisOperatorJourneyTest}, so it is run over the folder alone.
 */
@Tag("embedded")
class CommandLineJourneyTest {

    private static final Path COUNTY = Path.of("geodata", "fictional-county");
    private static final Path AREAS = COUNTY.resolve("LSOA_2021_fictional_BGC.zip");
    private static final Path COUNTS = COUNTY.resolve("children_looked_after_fictional.csv");
    private static final String LAYER = "rate-cla-2024";

    private static final String RECIPE =
            "{\"name\":\"Two things\",\"factors\":[{\"column\":\"lone_parents_pct\",\"polarity\":\"higher\",\"weight\":3},"
                    + "{\"column\":\"neet_pct\",\"polarity\":\"higher\"}]}";

    @TempDir
    private static Path folder;

    private static Path store;

    @BeforeAll
    static void importAsTheReadmeSays() {
        store = folder.resolve("store");
        assertEquals(
                "LSOA_2021_fictional_BGC.zip: 540 records read, 540 accepted, 0 refused.\n",
                on("import", "boundaries", AREAS, "--geography", "lsoa-2021").done());
        on("import", "lookup", COUNTY.resolve("LSOA21_MSOA21_LAD24_CTYUA24_fictional_lookup.csv"))
                .done();
        on("import", "deprivation", COUNTY.resolve("File_7_IoD2025_fictional.csv"), "--release", "2025")
                .done();
        on(
                        "import",
                        "population",
                        COUNTY.resolve("population_mid2024_fictional.csv"),
                        "--geography",
                        "lsoa-2021",
                        "--period",
                        "2024")
                .done();
        on(
                        "import",
                        "indicators",
                        COUNTY.resolve("indicators_fictional_wide.csv"),
                        "--codebook",
                        COUNTY.resolve("codebook.csv"),
                        "--geography",
                        "lsoa-2021")
                .done();
        on("import", "counts", COUNTS, "--measure", "cla", "--geography", "lsoa-2021")
                .done();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "import",
                "import boundaries",
                "import deprivation",
                "import lookup",
                "import population",
                "import indicators",
                "import counts",
                "layers",
                "datasets",
                "exact-uses",
                "move",
                "export",
                "hotspots",
                "gradient",
                "matrix",
                "recipes",
                "recipes add",
                "recipes show",
                "recipes run",
                "demo-data"
            })
    void everyVerbHasHelp(String verb) {
        String help = CommandLineRun.of(
                        Stream.concat(Stream.of(verb.split(" ")).filter(word -> !word.isEmpty()), Stream.of("--help"))
                                .toArray())
                .done();

        assertTrue(help.startsWith("Usage: needscape" + (verb.isEmpty() ? "" : " " + verb)), help);
    }

    @Test
    void versionIsSaid() {
        assertTrue(CommandLineRun.of("--version").done().startsWith("Needscape "));
    }

    @Test
    void wrongUsageIsExitTwo() {
        assertEquals("Name what to do.", CommandLineRun.of().wrongUsage());
        assertEquals("Name what to import.", CommandLineRun.of("import").wrongUsage());
        assertTrue(CommandLineRun.of("layer").wrongUsage().startsWith("Unmatched argument at index 0: 'layer'"));
        assertEquals(
                "Missing required option: '--geography=G'",
                CommandLineRun.of("import", "boundaries", AREAS).wrongUsage());
        assertEquals(
                "Missing required option: '--release=YEAR'",
                CommandLineRun.of("import", "deprivation", AREAS).wrongUsage());
        assertEquals(
                "--release: There is no release 2011 of the Indices of Deprivation to read: use 2010, 2015, 2019, 2025.",
                CommandLineRun.of("import", "deprivation", AREAS, "--release", "2011")
                        .wrongUsage());
        assertTrue(CommandLineRun.of("import", "counts", COUNTS, "--measure", "all", "--geography", "lsoa-2021")
                .wrongUsage()
                .startsWith("Invalid value for option '--measure'"));
        assertEquals(
                "This version writes csv, geojson, shapefile, geopackage, xlsx, not 'flatgeobuf'.",
                CommandLineRun.of("export", LAYER, "--format", "flatgeobuf", "--output", folder.resolve("x.fgb"))
                        .wrongUsage());
        assertEquals(
                "Unknown option: '--seeds'",
                CommandLineRun.of("demo-data", folder, "--seeds").wrongUsage());
    }

    @Test
    void scoringMethodIsSavedListedShownAndRun() throws Exception {
        Path recipe = Files.writeString(folder.resolve("recipe.json"), RECIPE);
        assertEquals(
                "Saved as two-things, version 1.\n",
                on("recipes", "add", recipe).done());
        Files.writeString(recipe, RECIPE.replace(":3", ":2"));
        assertEquals(
                "Saved as two-things, version 2.\n",
                on("recipes", "add", recipe, "--to", "two-things").done());

        assertTrue(on("recipes").done().contains("two-things\tversion 2\tTwo things\n"));
        assertEquals(
                RECIPE + "\n",
                on("recipes", "show", "two-things", "--version", "1").done());
        Path csv = folder.resolve("matrix.csv");
        assertEquals(
                "",
                on("recipes", "run", "two-things", "--format", "csv", "--output", csv)
                        .done());
        try (JourneyService service = JourneyService.over(store)) {
            assertArrayEquals(
                    service.get("/api/v1/extents/fictional-county/matrices/two-things.csv")
                            .body(),
                    Files.readAllBytes(csv));
        }
    }

    @Test
    void scoringMethodThatCannotBeSavedOrRunIsOneSentenceAndLeavesNothing() throws Exception {
        String before = on("recipes").done();
        Path recipe = Files.writeString(folder.resolve("wrong.json"), RECIPE.replace("neet_pct", "nothing"));
        assertEquals(
                "wrong.json: factors[1].column: There is no measure nothing for lsoa-2021 here: import it, or name one that is loaded.",
                on("recipes", "add", recipe).refusal());
        Files.writeString(recipe, "{");
        assertEquals(
                "wrong.json: It is not valid JSON, line 1.",
                on("recipes", "add", recipe).refusal());
        assertEquals(
                "gone.json cannot be read: check the path.",
                on("recipes", "add", folder.resolve("gone.json")).refusal());
        Path output = folder.resolve("none.csv");
        assertEquals(
                "There is no scoring method nothing.",
                on("recipes", "run", "nothing", "--format", "csv", "--output", output)
                        .refusal());
        assertEquals(
                "There is no scoring method nothing.",
                on("recipes", "show", "nothing").refusal());
        assertFalse(Files.exists(output));
        assertEquals(before, on("recipes").done());

        assertEquals(
                "Missing required parameter: 'FILE.json'", on("recipes", "add").wrongUsage());
        assertEquals(
                "Missing required options: '--format=FORMAT', '--output=FILE'",
                on("recipes", "run", "default").wrongUsage());
        assertTrue(on("recipes", "run", "default", "--format", "pdf", "--output", output)
                .wrongUsage()
                .contains("'pdf'"));
    }

    @Test
    void layersAreListedByIdAndAsTheApiAnswers() throws Exception {
        String list = on("layers").done();
        JsonNode json = new ObjectMapper().readTree(on("layers", "--json").done());

        assertEquals(
                "imd-decile-2025\tIndex of Multiple Deprivation decile, 2025",
                list.lines().findFirst().orElseThrow());
        assertTrue(list.contains("\n" + LAYER + "\tChildren looked after, 2024\n"), list);
        Path copy = JourneyStores.copy(store, folder.resolve("served"));
        try (JourneyService service = JourneyService.over(copy)) {
            assertEquals(service.json("/api/v1/layers"), json);
        }
    }

    @Test
    void layerIsExportedInEveryFormat() throws Exception {
        Path csv = folder.resolve("layer.csv");
        Path geoJson = folder.resolve("layer.geojson");
        Path zip = folder.resolve("layer.zip");
        assertEquals("", on("export", LAYER, "--format", "csv", "--output", csv).done());
        on("export", LAYER, "--format", "geojson", "--output", geoJson).done();
        on("export", LAYER, "--format", "Shapefile", "--output", zip).done();

        // The county's file says 2 children in its first area in 2022 and hides nothing; 1 to 5 are hidden on the way
        // out.
        List<String> rows = Files.readAllLines(csv);
        assertEquals(541, rows.size());
        assertEquals(
                "layer.csv",
                new ObjectMapper()
                        .readTree(folder.resolve("layer.csv-metadata.json").toFile())
                        .required("url")
                        .textValue());
        assertTrue(rows.get(1).startsWith("E01999001,Alder Valley 001A,E07999001,[c],suppressed,"), rows.get(1));
        assertEquals(
                "E01999001",
                new ObjectMapper()
                        .readTree(geoJson.toFile())
                        .at("/features/0/id")
                        .textValue());
        String read = ogrinfo(zip);
        assertTrue(read.contains("Feature Count: 540"), read);
        assertTrue(read.contains("OSGB") || read.contains("British National Grid"), read);
        assertEquals(List.of(), unfinished());
    }

    @Test
    void exportThatCannotBeDoneLeavesEverythingAsItWas() throws Exception {
        Path there = Files.writeString(folder.resolve("there.csv"), "as it was");
        Path inside = Files.createDirectories(folder.resolve("a-folder"));
        assertEquals(
                "There is no layer none. List the layers to see what there is.",
                on("export", "none", "--format", "csv", "--output", there).refusal());
        assertEquals(
                "There is no layer ../none. 'needscape layers' lists what there is.",
                on("export", "../none", "--format", "csv", "--output", there).refusal());
        assertEquals("as it was", Files.readString(there));
        Path nowhere = folder.resolve("nowhere").resolve("layer.csv");
        assertEquals(
                "There is no folder for " + nowhere + ": make it first.",
                on("export", LAYER, "--format", "csv", "--output", nowhere).refusal());
        assertEquals(
                inside + " is a folder: name a file in it.",
                on("export", LAYER, "--format", "csv", "--output", inside).refusal());
        assertTrue(Files.isDirectory(inside), "an empty folder is not replaced by a file");
        assertEquals(
                "The file to write has no name: give it one.",
                on("export", LAYER, "--format", "csv", "--output", "").refusal());
        Path missing = folder.resolve("missing-store");
        assertEquals(
                "There is no store in " + JourneyStores.location(missing)
                        + ": name one that is there, or import boundaries into a new one first.",
                CommandLineRun.on(missing, "export", LAYER, "--format", "csv", "--output", there)
                        .refusal());
        assertEquals(
                "There is no store in " + JourneyStores.location(missing)
                        + ": name one that is there, or import boundaries into a new one first.",
                CommandLineRun.on(missing, "layers").refusal());
        assertFalse(JourneyStores.holdsAnything(missing), "a misspelt name makes no store");
        assertEquals(List.of(), unfinished());
    }

    @Test
    void exportThroughALinkKeepsTheLink() throws Exception {
        Path real = Files.writeString(folder.resolve("real.csv"), "older");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real.getFileName());

        on("export", LAYER, "--format", "csv", "--output", link).done();

        assertTrue(Files.isSymbolicLink(link));
        assertEquals(541, Files.readAllLines(real).size());
    }

    @Test
    void deviceIsWrittenToAndNeverReplaced() throws Exception {
        // Without rights to /dev nothing could be replaced anyway; a pipe shows the same everywhere.
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();

        on("export", LAYER, "--format", "csv", "--output", pipe).done();

        String read = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(541, read.lines().count());
        assertFalse(Files.isRegularFile(pipe));
    }

    @Test
    void importThatCannotBeDoneLeavesTheStoreAsItWas() throws Exception {
        StoreContents before = StoreContents.of(store);
        Path elsewhere = Files.writeString(folder.resolve("elsewhere.csv"), "LSOA21CD,count\nE01000001,7\n");
        assertEquals(
                "LSOA_2021_fictional_BGC.zip holds lsoa-2021 boundaries (column LSOA21CD), not lsoa-2011: give its geography"
                        + " as lsoa-2021.",
                on("import", "boundaries", AREAS, "--geography", "lsoa-2011").refusal());
        assertEquals(
                "Nothing in elsewhere.csv was accepted: its only record is for an area whose boundaries are not loaded."
                        + " Import the boundaries of these areas first.",
                counts(elsewhere).refusal());
        assertEquals(
                "There is no file none.csv: check its name and folder.",
                counts(folder.resolve("none.csv")).refusal());
        assertEquals(
                "fictional-county is a folder: name the file in it that is to be imported.",
                counts(COUNTY).refusal());
        Path nowhere = folder.resolve("nowhere").resolve("report.csv");
        assertEquals(
                "There is no folder for " + nowhere + ": make it first.",
                on("import", "counts", COUNTS, "--measure", "cpp", "--geography", "lsoa-2021", "--report", nowhere)
                        .refusal());
        assertEquals(before, StoreContents.of(store));
        Path missing = folder.resolve("never-made");
        assertEquals(
                "There is no file none.zip: check its name and folder.",
                CommandLineRun.on(missing, "import", "boundaries", "none.zip", "--geography", "lsoa-2021")
                        .refusal());
        assertFalse(JourneyStores.holdsAnything(missing));
    }

    @Test
    void reportIsWrittenToAFile() throws Exception {
        Path report = folder.resolve("report.csv");
        Path file = Files.writeString(
                folder.resolve("early-help.csv"), "LSOA21CD,count\nE01999001,7\nE01999002,many\nE01999990,3\n");

        String said = on(
                        "import",
                        "counts",
                        file,
                        "--measure",
                        "early-help",
                        "--geography",
                        "lsoa-2021",
                        "--period",
                        "2024",
                        "--report",
                        report)
                .done();

        assertEquals(
                "early-help.csv: 3 records read, 1 accepted, 1 refused, 1 for areas that are not loaded.",
                said.lines().findFirst().orElseThrow());
        List<String> rows = Files.readAllLines(report);
        assertEquals("outcome,row,field,area,reason,what_to_do", rows.get(0));
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("refused,3,count,E01999002,")), rows.toString());
        assertFalse(rows.toString().contains("many"), "a report holds nothing of a row's content");
    }

    @Test
    void demoDataAreTheCommittedFilesAndAnotherSeedGivesOthers() throws Exception {
        Path same = folder.resolve("demo");
        Path other = folder.resolve("demo-7");
        CommandLineRun.of("demo-data", same).done();
        CommandLineRun.of("demo-data", other, "--seed", 7).done();

        List<String> names = names(COUNTY);
        assertEquals(names, names(same));
        assertEquals(names, names(other));
        for (String name : names) {
            assertArrayEquals(Files.readAllBytes(COUNTY.resolve(name)), Files.readAllBytes(same.resolve(name)), name);
        }
        assertEquals(-1, Files.mismatch(COUNTY.resolve("codebook.csv"), other.resolve("codebook.csv")));
        assertTrue(Files.mismatch(COUNTS, other.resolve(COUNTS.getFileName())) >= 0);
        Path file = Files.writeString(folder.resolve("a-file"), "x");
        assertEquals(
                "The folder " + file + " cannot be written to: check its name, your rights and the disk's space.",
                CommandLineRun.of("demo-data", file).refusal());
    }

    @Test
    void storeThatIsNeitherFolderNorDatabaseIsRefused() {
        assertEquals(
                "A store is a folder or a PostgreSQL database: name a folder, or an address like"
                        + " jdbc:postgresql://localhost:5432/needscape.",
                CommandLineRun.of("layers", "--store", "jdbc:mysql://localhost/needscape")
                        .refusal());
        assertEquals(
                "The store has no name: name a folder, or the address of a database.",
                CommandLineRun.of("layers", "--store", "").refusal());
        assertEquals(
                "The store " + AREAS + " is a file: name a folder instead.",
                CommandLineRun.of(
                                "import",
                                "counts",
                                COUNTS,
                                "--measure",
                                "cla",
                                "--geography",
                                "lsoa-2021",
                                "--store",
                                AREAS)
                        .refusal());
    }

    private static CommandLineRun on(Object... arguments) {
        return CommandLineRun.on(store, arguments);
    }

    private static CommandLineRun counts(Path file) {
        return on("import", "counts", file, "--measure", "cpp", "--geography", "lsoa-2021", "--period", "2024");
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".part")).toList();
        }
    }

    private static String ogrinfo(Path zip) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("ogrinfo", "-al", "-so", "-ro", "/vsizip/" + zip.toAbsolutePath())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        return text;
    }
}
