package org.needscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.desk.HotspotsDesk;

/**
 * Neighbours by distance, bridges, join counts area by area, and input that cannot be tested. The grid of 25 invented areas has its
 * centres 1,000 m apart; which are flagged and their joins: the fixture's rates above the crude rate, joins counted on paper.
 */
class HotspotsNeighboursTest {

    /** Flagged areas with their flagged queen neighbours. */
    private static final Map<String, Integer> JOINS =
            Map.of("2", 4, "3", 3, "6", 4, "7", 7, "8", 6, "11", 4, "12", 6, "13", 5, "14", 2, "17", 3);

    @TempDir
    private Path folder;

    private Path values;
    private Path neighbours;
    private Path output;

    @BeforeEach
    void files() throws IOException {
        neighbours = DeskRun.golden("grid25/neighbours.csv", folder);
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(DeskRun.golden("grid25/grid.csv", folder))) {
            int area = lines.size() - 1;
            String[] cells = line.split(",");
            lines.add(
                    area < 0
                            ? "id,rate,cases,pop,flag,left,x,y"
                            : String.join(",", cells[0], cells[4], cells[2], cells[1])
                                    + "," + (JOINS.containsKey(cells[0]) ? 1 : 0)
                                    + "," + (area % 5 < 2 ? 1 : 0)
                                    + "," + (400_500 + area % 5 * 1_000) + "," + (300_500 + area / 5 * 1_000));
        }
        values = folder.resolve("values.csv");
        Files.write(values, lines);
        output = folder.resolve("out.csv");
    }

    @Test
    void bandThatReachesCornersGivesTheNeighboursThatTouch() throws IOException {
        ends(0, "unprotected output\n", "--method", "gi-star", "--value", "rate", "--neighbours", list());
        String touching = Files.readString(output);
        // The corner's centre is 1,414.2 m away.
        ends(0, "unprotected output\n", gi("--band", "1415"));

        assertEquals(touching, Files.readString(output));
    }

    @Test
    void inverseDistanceWeighsAsAListWithThoseWeights() throws IOException {
        double corner = Math.pow(Math.hypot(1_000, 1_000), -2);
        List<String> weighted = new ArrayList<>();
        for (String line : Files.readAllLines(neighbours)) {
            if (weighted.isEmpty()) {
                weighted.add("id,neighbour,weight");
                continue;
            }
            int from = Integer.parseInt(line.split(",")[0]) - 1;
            int to = Integer.parseInt(line.split(",")[1]) - 1;
            weighted.add(line + "," + (from % 5 != to % 5 && from / 5 != to / 5 ? corner : 1e-6));
        }
        Files.write(neighbours, weighted);
        ends(0, "unprotected output\n", "--method", "local-moran", "--value", "rate", "--neighbours", list());
        Map<String, Map<String, String>> byList = DeskRun.rows(output);
        ends(0, "", "--method", "local-moran", "--value", "rate", "--x", "x", "--y", "y", "--inverse", "1415,2");

        Map<String, Map<String, String>> byDistance = DeskRun.rows(output);
        for (String code : byList.keySet()) {
            double expected = Double.parseDouble(byList.get(code).get("z"));
            assertEquals(expected, Double.parseDouble(byDistance.get(code).get("z")), 1e-9, code);
        }
    }

    @Test
    void nearestIslandsAndBridgesAreTold() throws IOException {
        ends(0, "unprotected output\n", gi("--nearest", "4"));
        ends(1, "Of 25 areas none has 25 others: ask for fewer with --nearest.", gi("--nearest", "25"));
        ends(0, "25 areas have no neighbour: 1, 2, 3, 4, 5, ….", gi("--band", "999"));
        ends(0, "No area could be tested; the column reason says why.", gi("--band", "999"));
        Path bridges = folder.resolve("bridges.csv");
        Files.writeString(bridges, "id,neighbour\n24,25\n");
        DeskRun run = run(gi("--band", "999", "--bridge", "1,2", "--bridges", bridges.toString()));

        assertTrue(run.error().contains("21 areas have no neighbour: 3, 4, 5, 6, 7, …."), run.error());
        assertTrue(run.error().contains("fall into 2 groups that nothing joins, of 2, 2 areas"), run.error());
        assertEquals("", DeskRun.rows(output).get("25").get("reason"));
        assertEquals("isolate", DeskRun.rows(output).get("3").get("reason"));
        ends(
                1,
                "--bridge 1,99: the values have no area 99; name two of theirs.",
                gi("--band", "999", "--bridge", "1,99"));
        ends(1, "a bridge joins two different areas", gi("--band", "999", "--bridge", "1,1"));
        Files.writeString(bridges, "id,neighbour\n24,250\n");
        ends(
                1,
                "bridges.csv, row 2, column neighbour: the values have no area 250",
                gi("--band", "999", "--bridges", bridges.toString()));
    }

    @Test
    void optionsThatDoNotGoTogetherAreWrongUsage() {
        ends(2, "Give one of --nearest, --band and --inverse.", gi("--nearest", "4", "--band", "5"));
        ends(2, "Give either --neighbours or one of", gi("--nearest", "4", "--neighbours", list()));
        ends(2, "need --x and --y", "--method", "gi", "--value", "rate", "--nearest", "4");
        ends(2, "--contiguity belongs to --boundaries", gi("--nearest", "4", "--contiguity", "rook"));
        ends(2, "at least one nearest neighbour, not 0", gi("--nearest", "0"));
        ends(2, "must be above 0 metres, not NaN", gi("--band", "NaN"));
        ends(2, "must be above 0 metres, not Infinity", gi("--inverse", "Infinity"));
        ends(2, "Not a number: --nearest is how many", gi("--inverse", "3000,x"));
        ends(2, "two codes with a comma between them, not 1.", gi("--nearest", "4", "--bridge", "1"));
        ends(2, "a bridge has no distance to weigh it by", gi("--inverse", "3000", "--bridge", "1,2"));
        ends(2, "--bridge adds to neighbours", rates("eb", "--bridge", "1,2"));
        ends(2, "takes circles, not neighbours", rates("scan", "--x", "x", "--y", "y", "--nearest", "4"));
        ends(2, "Several --value belong to --method join-count.", gi("--value", "flag", "--nearest", "4"));
        ends(2, "need --permutations of 1 or more", joins("--value", "flag", "--permutations", "0"));
        ends(2, "--alternative greater, alone", joins("--value", "flag", "--alternative", "less"));
    }

    @Test
    void localJoinCountsAreThoseOfTheGrid() throws IOException {
        ends(0, "unprotected output\n", joins("--value", "flag"));

        assertEquals(
                "code,flag,joins,p_sim,q_sim,class,reason",
                Files.readAllLines(output).get(0));
        Map<String, Map<String, String>> rows = DeskRun.rows(output);
        rows.forEach((code, row) -> {
            assertEquals(JOINS.getOrDefault(code, 0).toString(), row.get("joins"), code);
            assertEquals(JOINS.containsKey(code) ? "" : "not-flagged", row.get("reason"), code);
        });
        // Drawn without replacement: P(X >= 7) of 8 with 9 of 24 flagged is 9C7*15/24C8 + 9C8/24C8 = 549/735471.
        double exact = 549 / 735_471.0;
        double standardErrors = 4 * Math.sqrt(exact / 9_999);
        assertEquals(exact, Double.parseDouble(rows.get("7").get("p_sim")), standardErrors + 1e-4);
        assertEquals("hot", rows.get("7").get("class"));
        assertEquals("not-significant", rows.get("14").get("class"));

        ends(0, "unprotected output\n", joins("--count", "cases", "--population", "pop"));
        assertEquals(rows, DeskRun.rows(output));
    }

    @Test
    void coLocationCountsAreasThatHaveEveryFlag() throws IOException {
        ends(0, "unprotected output\n", joins("--value", "flag", "--value", "left"));

        // Columns 1 and 2 of the grid: 2, 6, 7, 11, 12 and 17 have both.
        Map<String, String> joins = Map.of("2", "2", "6", "4", "7", "4", "11", "4", "12", "4", "17", "2");
        Map<String, Map<String, String>> rows = DeskRun.rows(output);
        rows.forEach((code, row) -> {
            assertEquals(joins.containsKey(code) ? "1" : "0", row.get("flag"), code);
            assertEquals(joins.getOrDefault(code, "0"), row.get("joins"), code);
        });
        output = folder.resolve("out.json");
        ends(0, "", joins("--value", "flag", "--value", "left", "--weights", "binary"));
        JsonNode json = new ObjectMapper().readTree(output.toFile());
        assertEquals(10, json.get("bb").asDouble(), 1e-12);
        assertEquals(6, json.get("flagged").asInt());
        ends(1, "Area 1, column rate: a flag is 0 or 1, not 187.5", joins("--value", "flag", "--value", "rate"));
    }

    @Test
    void mostlyFlaggedAreasAreLookedAtTheOtherWayRound() throws IOException {
        Files.writeString(
                values,
                Files.readString(values)
                        .replaceAll("(?m),0,([01],\\d+,\\d+)$", ",9,$1")
                        .replaceAll("(?m),1,([01],\\d+,\\d+)$", ",0,$1")
                        .replaceAll("(?m),9,([01],\\d+,\\d+)$", ",1,$1"));
        ends(0, "More than half of the areas are flagged", joins("--value", "flag"));

        assertEquals("cold", DeskRun.rows(output).get("7").get("class"));
        assertEquals("0", DeskRun.rows(output).get("7").get("flag"));
    }

    @Test
    void hiddenCountsHideFlagsAndJoinsAroundThem() throws IOException {
        ends(0, "", joins("--count", "cases", "--population", "pop", "--suppress", "5"));

        // Area 4 has 4 cases and touches area 3; area 7 touches no hidden one.
        Map<String, Map<String, String>> rows = DeskRun.rows(output);
        assertEquals("[c]", rows.get("4").get("flag"));
        assertEquals("[c]", rows.get("4").get("joins"));
        assertEquals("", rows.get("4").get("reason"));
        assertEquals("[c]", rows.get("3").get("p_sim"));
        assertEquals("7", rows.get("7").get("joins"));
    }

    @Test
    void inputThatCannotBeTestedSaysWhyAndIsNeverANumber() throws IOException {
        String untested = "No area could be tested; the column reason says why.";
        Files.writeString(neighbours, "id,neighbour\n1,2\n2,1\n2,3\n3,2\n");
        for (String method : List.of("gi-star", "gi", "local-moran")) {
            Files.writeString(values, "id,rate\n1,5\n2,3\n");
            ends(0, untested, "--method", method, "--value", "rate", "--neighbours", list());
            assertEquals("constant", DeskRun.rows(output).get("1").get("reason"));
            Files.writeString(values, "id,rate\n1,5\n2,5\n3,5\n");
            ends(0, untested, "--method", method, "--value", "rate", "--neighbours", list());
            assertEquals("constant", DeskRun.rows(output).get("3").get("reason"));
            Files.writeString(values, "id,rate\n1,5\n2,4\n3,2\n");
            DeskRun three = run("--method", method, "--value", "rate", "--neighbours", list());
            assertFalse(three.error().contains(untested), method);
        }
        Files.writeString(values, "id,rate\n1,NaN\n2,inf\n3,1e999\n");
        ends(
                0,
                "values.csv, row 4, column rate: neither a number",
                "--method",
                "gi",
                "--value",
                "rate",
                "--neighbours",
                list());
        assertEquals("missing", DeskRun.rows(output).get("2").get("reason"));
        Files.writeString(values, "id,cases,pop\n1,0,100\n2,0,100\n3,0,100\n");
        ends(0, untested, rates("gi", "--neighbours", list()));
        assertEquals("constant", DeskRun.rows(output).get("1").get("reason"));
        ends(0, "", rates("eb", "--neighbours", list()));
        assertEquals("constant", DeskRun.rows(output).get("1").get("reason"));
        assertEquals("0", DeskRun.rows(output).get("1").get("rate"));
        ends(0, "no two neighbours are both flagged", joins("--count", "cases", "--population", "pop"));
        Files.writeString(values, "id,cases,pop\n1,1,0\n2,2,0\n3,3,0\n");
        ends(0, untested, rates("gi", "--neighbours", list()));
        assertEquals("no-population", DeskRun.rows(output).get("1").get("reason"));
        assertEquals("[x]", DeskRun.rows(output).get("1").get("value"));
        output = folder.resolve("out.json");
        ends(1, "Moran's I does not exist for these values", rates("moran", "--neighbours", list()));
        assertFalse(Files.exists(output));
    }

    private String list() {
        return neighbours.toString();
    }

    private String[] gi(String... more) {
        return join(List.of("--method", "gi-star", "--value", "rate", "--x", "x", "--y", "y"), more);
    }

    private String[] joins(String... more) {
        return join(List.of("--method", "join-count", "--neighbours", list()), more);
    }

    private String[] rates(String method, String... more) {
        return join(List.of("--method", method, "--count", "cases", "--population", "pop"), more);
    }

    private static String[] join(List<String> start, String... more) {
        List<String> all = new ArrayList<>(start);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private void ends(int exitCode, String words, String... arguments) {
        DeskRun run = run(arguments);
        assertEquals(exitCode, run.exitCode(), run.error());
        assertTrue(run.error().contains(words), run.error());
    }

    private DeskRun run(String... arguments) {
        List<String> all =
                DeskRun.arguments("--values", values.toString(), "--code", "id", "--output", output.toString());
        all.addAll(List.of(arguments));
        return DeskRun.of(
                new HotspotsCommand(new HotspotsDesk(
                        (file, column) -> {
                            throw new IllegalStateException("no boundaries here");
                        },
                        (table, format, boundaries, out) -> {
                            throw new IllegalStateException("no shapes here");
                        })),
                all);
    }
}
