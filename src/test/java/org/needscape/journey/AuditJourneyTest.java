package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.JourneyStores;

/** A governance lead asks what a stranger could work out. */
class AuditJourneyTest {

    private static final Path COUNTY = Path.of("geodata", "fictional-county");

    @TempDir
    private static Path folder;

    private static Path imported;

    @BeforeAll
    static void importCounts() {
        imported = folder.resolve("imported");
        run(
                imported,
                "import",
                "boundaries",
                COUNTY.resolve("LSOA_2021_fictional_BGC.zip"),
                "--geography",
                "lsoa-2021");
        run(imported, "import", "lookup", COUNTY.resolve("LSOA21_MSOA21_LAD24_CTYUA24_fictional_lookup.csv"));
        run(
                imported,
                "import",
                "counts",
                COUNTY.resolve("children_looked_after_fictional.csv"),
                "--measure",
                "cla",
                "--geography",
                "lsoa-2021");
    }

    @Test
    void nothingCanBeWorkedOutOfTheFictionalCounty() throws Exception {
        JsonNode audit = new ObjectMapper()
                .readTree(CommandLineRun.on(imported, "audit", "--json").done());

        JsonNode measure = audit.at("/measures/0");
        assertTrue(audit.required("passed").booleanValue());
        assertEquals("cla", measure.required("measure").textValue());
        assertTrue(measure.required("hiddenFigures").intValue() > 900, measure.toString());
        assertEquals(0, measure.required("knownTooClosely").intValue());
        assertTrue(measure.required("narrowestWidth").intValue() >= 3, measure.toString());
        assertTrue(CommandLineRun.on(imported, "audit").done().endsWith("Nothing is pinned down.\n"));
    }

    /** Staffordshire's plans of 2015 by category as its briefing prints them, put into a fictional area: two categories hidden. */
    @Test
    void twoCategoriesThatTheirPublisherHidAddUpToTwentySix() throws Exception {
        Path store = JourneyStores.copy(imported, folder.resolve("two"));
        plans(store, "all,624", "neglect,341", "physical,c", "sexual,30", "emotional,227", "multiple,c");

        String printed = CommandLineRun.on(store, "audit").done();

        assertTrue(
                printed.contains("Child protection plans, 2015, E01999001: multiple and physical: together 26;"
                        + " if one is small it is 1 to 5 and the other is 21 to 25.\n"),
                printed);
    }

    @Test
    void oneHiddenCategoryIsPinnedDownAndTheVerbEndsWithOne() throws Exception {
        Path store = JourneyStores.copy(imported, folder.resolve("one"));
        plans(store, "all,20", "neglect,17", "physical,c");

        CommandLineRun run = CommandLineRun.on(store, "audit");

        assertEquals(1, run.exit());
        assertTrue(run.out().contains("physical: it is 3. PINNED DOWN.\n"), run.out());
        assertTrue(run.out().endsWith("Something is pinned down.\n"), run.out());
    }

    private static void plans(Path store, String... categories) throws IOException {
        StringBuilder rows = new StringBuilder("LSOA21CD,period,category,count\n");
        for (String category : categories) {
            rows.append("E01999001,2015,").append(category).append('\n');
        }
        Path file = Files.writeString(Files.createTempFile(folder, "plans", ".csv"), rows);
        run(store, "import", "counts", file, "--measure", "cpp", "--geography", "lsoa-2021");
    }

    private static void run(Path store, Object... arguments) {
        CommandLineRun.on(store, arguments).done();
    }
}
