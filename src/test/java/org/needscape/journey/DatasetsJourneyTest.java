package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.needscape.JourneyStores;

/** A governance lead and an operator agree and decide about counts of children, from import to deletion. */
class DatasetsJourneyTest {

    private static final Path COUNTY = Path.of("geodata", "fictional-county");
    private static final String TITLE = "Children looked after, counts for lsoa-2021 (fictional)";

    @TempDir
    private static Path folder;

    private static Path imported;

    @BeforeAll
    static void importCounts() {
        imported = folder.resolve("imported");
        on(imported, "import", "boundaries", COUNTY.resolve("LSOA_2021_fictional_BGC.zip"), "--geography", "lsoa-2021")
                .done();
        on(
                        imported,
                        "import",
                        "population",
                        COUNTY.resolve("population_mid2024_fictional.csv"),
                        "--geography",
                        "lsoa-2021",
                        "--period",
                        "2024")
                .done();
        counts(imported).done();
    }

    /** So that no count of 6 to 10 is ever shown where the county hides them. */
    @Test
    void thresholdThatWasAgreedBeforehandHoldsFromTheImportOn() throws Exception {
        Path store = JourneyStores.copy(imported, folder.resolve("agreed"));
        List<Object> counts = List.of(
                "import",
                "counts",
                COUNTY.resolve("children_in_need_fictional.csv"),
                "--measure",
                "cin",
                "--geography",
                "lsoa-2021",
                "--threshold");

        on(store, with(counts, 10)).done();
        assertTrue(on(store, "datasets").done().contains("Counts of 1 to 10 are hidden"));
        Path exported = folder.resolve("agreed.csv");
        on(store, "export", "rate-cin-2024", "--format", "csv", "--output", exported)
                .done();
        List<String> small = Files.readAllLines(exported).stream()
                .skip(1)
                .map(line -> line.split(",", -1)[6])
                .filter(count -> count.matches("[1-9]|10"))
                .toList();
        assertEquals(List.of(), small);

        assertEquals(
                "The largest hidden count is 1 to 100, not 0.",
                on(store, with(counts, 0)).wrongUsage().lines().findFirst().orElse(""));
    }

    private static Object[] with(List<Object> words, Object last) {
        return Stream.concat(words.stream(), Stream.of(last)).toArray();
    }

    @Test
    void countsGoFromDraftToApprovedToWithdrawnAndAreDeleted() throws Exception {
        Path store = JourneyStores.copy(imported, folder.resolve("decided"));

        assertEquals(
                List.of(
                        "1\topen\tBoundaries of small areas, 2021 (fictional)",
                        "2\topen\tPopulation, mid-2024 estimates (fictional)",
                        "3\tdraft\t" + TITLE,
                        "\tCounts of 1 to 5 are hidden (zero is shown), and so are shares and rates of fewer than 30;"
                                + " protection width 3",
                        "\tExact values: nobody but the operator of the store",
                        "\tKept until: no end",
                        "\tMarking: Official: draft figures, not approved for release"),
                on(store, "datasets").done().lines().toList());

        String changed = on(store, "datasets", "policy", 3, "--threshold", 10, "--keep-until", "2999-12-31")
                .done();
        assertTrue(changed.startsWith("3\tdraft\t" + TITLE + "\n\tCounts of 1 to 10 are hidden"), changed);
        assertTrue(changed.contains("\tKept until: 2999-12-31\n"), changed);

        String approved = on(store, "datasets", "approve", 3, "--by", "A. Lead", "--note", "for the board")
                .done();
        assertTrue(approved.startsWith("Data set 3 is approved for release.\n3\tapproved\t" + TITLE + "\n"), approved);
        assertTrue(approved.contains("\tMarking: Official: approved for release\n"), approved);
        assertTrue(
                approved.lines()
                        .anyMatch(line -> line.matches("\t\\d{4}-\\d\\d-\\d\\d approved by A\\. Lead: for the board")),
                approved);

        JsonNode json =
                new ObjectMapper().readTree(on(store, "datasets", "--json").done());
        JsonNode third = json.required("datasets").required(2);
        assertEquals("open", json.at("/datasets/0/state").textValue());
        assertEquals("approved", third.required("state").textValue());
        assertEquals("2999-12-31", third.required("keepUntil").textValue());
        assertEquals(10, third.at("/rule/largestHiddenCount").intValue());
        assertEquals("A. Lead", third.at("/decisions/0/by").textValue());

        assertTrue(on(store, "layers").done().contains("rate-cla-2024\t"));
        assertEquals(
                "Data set 3 is in use (approved for release): withdraw it before its values are deleted. Nothing was"
                        + " changed.",
                on(store, "datasets", "forget", 3, "--by", "A. Lead").refusal());
        assertTrue(on(store, "datasets", "withdraw", 3, "--by", "A. Lead")
                .done()
                .startsWith("Data set 3 is withdrawn.\n3\twithdrawn\t"));
        // 1,620 counts, and of each how its children come in families.
        assertTrue(on(store, "datasets", "forget", 3, "--by", "B. Operator")
                .done()
                .startsWith("3,240 values of data set 3 were deleted.\n3\twithdrawn\t"));
        assertFalse(on(store, "layers").done().contains("rate-cla"));

        counts(store).done();
        String again = on(store, "datasets").done();
        assertTrue(again.contains("\n4\tdraft\t" + TITLE + "\n\tCounts of 1 to 10 are hidden"), again);
    }

    @Test
    void whatCannotBeDoneIsSaidInOneSentenceAndChangesNothing() throws IOException {
        StoreContents before = StoreContents.of(imported);

        assertEquals(
                "There is no data set 99: list the data sets to see their numbers. Nothing was changed.",
                on(imported, "datasets", "approve", 99, "--by", "A. Lead").refusal());
        assertEquals(
                "Data set 1 has open figures only, so that nothing is to be agreed or decided about it. Nothing was"
                        + " changed.",
                on(imported, "datasets", "policy", 1, "--threshold", 10).refusal());
        Path missing = folder.resolve("missing");
        assertEquals(
                "There is no store in " + JourneyStores.location(missing)
                        + ": name one that is there, or import boundaries into a new one first.",
                on(missing, "datasets").refusal());

        assertEquals(before, StoreContents.of(imported));
    }

    @Test
    void approvedPolicyIsNotChangedWithoutAName() throws IOException {
        Path store = JourneyStores.copy(imported, folder.resolve("approved"));
        on(store, "datasets", "approve", 3, "--by", "A. Lead").done();

        assertEquals(
                "--by: Data set 3 is approved as it stands, and a change makes it a draft again: say who makes it. Nothing"
                        + " was changed.",
                on(store, "datasets", "policy", 3, "--zero-is-hidden").refusal());
        JsonNode draft = new ObjectMapper()
                .readTree(on(store, "datasets", "policy", 3, "--zero-is-hidden", "--by", "C. Clerk", "--json")
                        .done());

        assertEquals("draft", draft.required("state").textValue());
        assertEquals(
                "policy changed: zero is hidden", draft.at("/decisions/1/note").textValue());
    }

    @Test
    void wrongUsageIsExitTwo() {
        assertEquals(
                "Missing required option: '--by=NAME'",
                CommandLineRun.of("datasets", "approve", 3).wrongUsage());
        assertEquals(
                "Missing required parameter: 'ID'",
                CommandLineRun.of("datasets", "withdraw", "--by", "A. Lead").wrongUsage());
        assertEquals(
                "Invalid value for positional parameter at index 0 (ID): 'three' is not a long",
                CommandLineRun.of("datasets", "forget", "three", "--by", "A. Lead")
                        .wrongUsage());
        assertEquals(
                "--by: The name of who decided is empty: write something. Nothing was changed.",
                CommandLineRun.of("datasets", "forget", 3, "--by", " ").wrongUsage());
        assertEquals(
                "--note: The note has 1001 characters: write at most 1000. Nothing was changed.",
                CommandLineRun.of("datasets", "approve", 3, "--by", "A. Lead", "--note", "x".repeat(1001))
                        .wrongUsage());
        assertEquals(
                "Name what to change, such as --threshold 10.",
                CommandLineRun.of("datasets", "policy", 3).wrongUsage());
        assertEquals(
                "Give either --zero-is-hidden or --zero-is-shown.",
                CommandLineRun.of("datasets", "policy", 3, "--zero-is-hidden", "--zero-is-shown")
                        .wrongUsage());
        assertEquals(
                "--threshold: The largest hidden count is 1 to 100, not 0.",
                CommandLineRun.of("datasets", "policy", 3, "--threshold", 0).wrongUsage());
        assertEquals(
                "--rounding-base: The rounding base is 2 to 100, not 1.",
                CommandLineRun.of("datasets", "policy", 3, "--rounding-base", 1).wrongUsage());
        assertEquals(
                "--keep-until: Write a day as in 2027-01-31, or never, not '31/01/2027'. Nothing was changed.",
                CommandLineRun.of("datasets", "policy", 3, "--keep-until", "31/01/2027")
                        .wrongUsage());
        assertEquals(
                "--marking: The marking is empty: write something. Nothing was changed.",
                CommandLineRun.of("datasets", "policy", 3, "--marking", "").wrongUsage());
        assertEquals(
                "Unmatched argument at index 1: 'reject'",
                CommandLineRun.of("datasets", "reject").wrongUsage().split(" or ")[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"datasets", "datasets policy", "datasets approve", "datasets withdraw", "datasets forget"})
    void everyVerbHasHelp(String verb) {
        String help = CommandLineRun.of(Stream.concat(Stream.of(verb.split(" ")), Stream.of("--help"))
                        .toArray())
                .done();

        assertTrue(help.startsWith("Usage: needscape " + verb), help);
        assertTrue(help.contains("--store"), help);
    }

    @Test
    void storeMayBeNamedBeforeTheVerb() throws IOException {
        Path store = JourneyStores.copy(imported, folder.resolve("named-before"));

        CommandLineRun.of(
                        JourneyStores.environment(store),
                        "datasets",
                        "--store",
                        JourneyStores.location(store),
                        "approve",
                        3,
                        "--by",
                        "A. Lead")
                .done();

        assertTrue(on(store, "datasets").done().contains("3\tapproved\t"));
    }

    private static CommandLineRun counts(Path store) {
        return on(
                store,
                "import",
                "counts",
                COUNTY.resolve("children_looked_after_fictional.csv"),
                "--measure",
                "cla",
                "--geography",
                "lsoa-2021");
    }

    private static CommandLineRun on(Path store, Object... arguments) {
        return CommandLineRun.on(store, arguments);
    }
}
