package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.postgis.PostgisCluster;

/** A county that began with a folder moves to its database server, and back. It uses both, so it is run once. */
@Tag("embedded")
class MoveJourneyTest {

    private static final Path COUNTY = Path.of("geodata", "fictional-county");
    private static final Path COUNTS = COUNTY.resolve("children_looked_after_fictional.csv");
    private static final List<String> LAYERS = List.of(
            "imd-decile-2025", "rate-cla-2024", "need-score-default", "hotspot-indicator-imd-score-2025-lsoa-2021");

    @TempDir
    private static Path folder;

    private static Path first;
    private static String database;

    @BeforeAll
    static void fillAFolder() {
        first = folder.resolve("first");
        database = PostgisCluster.shared().newDatabase().text();
        run("import", "boundaries", COUNTY.resolve("LSOA_2021_fictional_BGC.zip"), "--geography", "lsoa-2021");
        run("import", "lookup", COUNTY.resolve("LSOA21_MSOA21_LAD24_CTYUA24_fictional_lookup.csv"));
        run("import", "deprivation", COUNTY.resolve("File_7_IoD2025_fictional.csv"), "--release", "2025");
        Path population = COUNTY.resolve("population_mid2024_fictional.csv");
        run("import", "population", population, "--geography", "lsoa-2021", "--period", "2024");
        Path codebook = COUNTY.resolve("codebook.csv");
        Path indicators = COUNTY.resolve("indicators_fictional_wide.csv");
        run("import", "indicators", indicators, "--codebook", codebook, "--geography", "lsoa-2021");
        run("import", "counts", COUNTS, "--measure", "cla", "--geography", "lsoa-2021");
    }

    @Test
    void countyMovesToAServerAndBackWithEveryLayerAsItWas() throws IOException {
        Path last = folder.resolve("last");
        String there = on("move", "--from", first, "--to", database).done();
        String back = on("move", "--from", database, "--to", last).done();

        List<String> lines = there.lines().toList();
        assertEquals("imported files 6", lines.get(0).replaceAll(" +", " "));
        assertTrue(there.contains("\nvalues  "), there);
        assertEquals(
                "Everything of " + first + " is in " + database + ": " + (lines.size() - 1) + " tables, " + total(lines)
                        + " rows, counts and content hashes equal. " + first + " was left as it was.",
                lines.get(lines.size() - 1));
        assertEquals(
                lines.subList(0, lines.size() - 1),
                back.lines().limit(lines.size() - 1).toList());

        String layers = on("layers", "--json", "--store", first).done();
        assertTrue(LAYERS.stream().allMatch(layer -> layers.contains('"' + layer + '"')), layers);
        assertEquals(layers, on("layers", "--json", "--store", database).done());
        assertEquals(layers, on("layers", "--json", "--store", last).done());
        for (String layer : LAYERS) {
            byte[] wanted = export(layer, first);
            assertArrayEquals(wanted, export(layer, database), layer);
            assertArrayEquals(wanted, export(layer, last), layer);
        }

        // What was moved is a store like any other.
        for (Object store : List.of(database, last)) {
            assertTrue(on("import", "counts", COUNTS, "--measure", "cin", "--geography", "lsoa-2021", "--store", store)
                    .done()
                    .contains(" 0 refused"));
        }
        assertEquals(
                on("layers", "--json", "--store", database).done(),
                on("layers", "--json", "--store", last).done());
        assertEquals(
                "The store " + database + " holds something already, and a store can only be moved into an empty one:"
                        + " name another. Nothing was changed.",
                on("move", "--from", first, "--to", database).refusal());
    }

    @Test
    void wrongUsageIsSaidBeforeAnythingIsTouched() {
        assertEquals(
                "Missing required options: '--from=STORE', '--to=STORE'",
                on("move").wrongUsage());
        assertEquals(
                "--to names no store.", on("move", "--from", first, "--to", "").wrongUsage());
        Path same = first.resolve("..").resolve("first");
        assertEquals(
                first + " and " + same + " are the same store: name another one to move to.",
                on("move", "--from", first, "--to", same).wrongUsage());
    }

    @Test
    void storeThatIsNotThereIsNotMovedAndLeavesNothingBehind() {
        Path nowhere = folder.resolve("nowhere");
        Path target = folder.resolve("target-of-nothing");
        String empty = PostgisCluster.shared().newDatabase().text();
        for (Object from : List.of(nowhere, empty)) {
            assertEquals(
                    "There is no store in " + from
                            + ": name one that is there, or import boundaries into a new one first.",
                    on("move", "--from", from, "--to", target).refusal());
        }
        assertFalse(Files.exists(nowhere));
        assertFalse(Files.exists(target));
    }

    @Test
    void targetMayHaveAUserOfItsOwn() {
        String other = PostgisCluster.shared().newDatabase().text();
        Map<String, String> environment = environment();
        String user = String.valueOf(environment.get("NEEDSCAPE_STORE_USER"));
        String password = String.valueOf(environment.get("NEEDSCAPE_STORE_PASSWORD"));
        environment.put("NEEDSCAPE_STORE_USER", "somebody");
        environment.put("NEEDSCAPE_STORE_PASSWORD", "else");
        assertEquals(
                "The store " + other + " does not let this user in: set the user and password in"
                        + " NEEDSCAPE_MOVE_TO_USER and NEEDSCAPE_MOVE_TO_PASSWORD or in the settings file.",
                CommandLineRun.of(environment, "move", "--from", first, "--to", other)
                        .refusal());
        environment.put("NEEDSCAPE_MOVE_TO_USER", user);
        environment.put("NEEDSCAPE_MOVE_TO_PASSWORD", password);
        CommandLineRun.of(environment, "move", "--from", first, "--to", other).done();
    }

    private static byte[] export(String layer, Object store) throws IOException {
        Path file = Files.createTempDirectory(folder, "export").resolve(layer + ".geojson");
        on("export", layer, "--format", "geojson", "--output", file, "--store", store)
                .done();
        return Files.readAllBytes(file);
    }

    private static String total(List<String> lines) {
        long rows = lines.stream()
                .limit(lines.size() - 1)
                .mapToLong(line ->
                        Long.parseLong(line.substring(line.lastIndexOf(' ') + 1).replace(",", "")))
                .sum();
        return String.format(Locale.UK, "%,d", rows);
    }

    private static void run(Object... arguments) {
        CommandLineRun.of(Stream.concat(Arrays.stream(arguments), Stream.of("--store", first))
                        .toArray())
                .done();
    }

    private static CommandLineRun on(Object... arguments) {
        return CommandLineRun.of(environment(), arguments);
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.putAll(PostgisCluster.shared().environment());
        return environment;
    }
}
