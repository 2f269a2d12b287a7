package org.needscape.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.needscape.GridOf25;
import org.needscape.RealData;
import org.needscape.area.AreaCode;
import org.needscape.desk.AreaTableSink;
import org.needscape.desk.HotspotsDesk;

/** Golden numbers: spdep 1.2-7 on the grid of 25 invented areas. */
class HotspotsCommandTest {

    private static final AreaTableSink NO_SHAPES = (table, format, boundaries, out) -> {
        throw new IllegalStateException("no shapes here");
    };

    @TempDir
    private Path folder;

    private Path values;
    private Path neighbours;
    private Path output;

    @BeforeEach
    void files() throws IOException {
        values = DeskRun.golden("grid25/grid.csv", folder);
        neighbours = DeskRun.golden("grid25/neighbours.csv", folder);
        output = folder.resolve("out.csv");
    }

    @Test
    void giStarOfAValueColumn() throws IOException {
        DeskRun run = run("--method", "gi-star", "--value", "rate");

        assertEquals(new DeskRun(0, "unprotected output\n"), run);
        assertEquals("code,value,z,p,q,class,reason", Files.readAllLines(output).get(0));
        Map<String, Map<String, String>> rows = DeskRun.rows(output);
        double[] expected = GridOf25.column("Gistar_z");
        for (int id = 1; id <= 25; id++) {
            // The input has four decimals, so z agrees to about five.
            assertEquals(expected[id - 1], number(rows, Integer.toString(id), "z"), 2e-6);
        }
        assertEquals(
                List.of("7", "8", "12", "13"),
                rows.keySet().stream()
                        .filter(id -> rows.get(id).get("class").equals("hot"))
                        .toList());
    }

    @Test
    void countsAndPopulationsAreStandardisedFirst() throws IOException {
        run("--method", "gi", "--count", "cases", "--population", "pop");

        assertEquals(1.466321, number(DeskRun.rows(output), "7", "value"), 5.1e-7);
    }

    @Test
    void localMoranHasMomentsAndQuadrants() throws IOException {
        run("--method", "local-moran", "--value", "rate", "--permutations", "99");

        assertEquals(
                "code,value,i,expectation,variance,z,p,q,quadrant,class,reason,p_sim,q_sim",
                Files.readAllLines(output).get(0));
        Map<String, Map<String, String>> rows = DeskRun.rows(output);
        assertEquals(1.659227, number(rows, "7", "i"), 2e-6);
        assertEquals("HH", rows.get("7").get("quadrant"));
        assertTrue(number(rows, "7", "p_sim") >= 0.02);
    }

    @Test
    void globalMoranIsJson() throws IOException {
        output = folder.resolve("moran.json");
        run("--method", "moran", "--count", "cases", "--population", "pop");

        JsonNode json = new ObjectMapper().readTree(output.toFile());
        assertEquals(0.453780915, json.get("i").asDouble(), 5e-10);
        assertTrue(json.get("p_sim").isNull());
    }

    @Test
    void empiricalBayesRatesPer10000() throws IOException {
        run("--method", "eb", "--count", "cases", "--population", "pop");

        Map<String, Map<String, String>> rows = DeskRun.rows(output);
        for (int id = 1; id <= 25; id++) {
            assertEquals(GridOf25.column("EB_rate")[id - 1], number(rows, "" + id, "smoothed_global"), 5.1e-5);
            assertEquals(GridOf25.column("EB_local")[id - 1], number(rows, "" + id, "smoothed_local"), 5.1e-5);
            assertEquals(GridOf25.column("EB_z")[id - 1], number(rows, "" + id, "eb_z"), 5.1e-7);
        }
    }

    @Test
    void boundariesGiveTheSameNeighboursAsTheList() throws IOException {
        run("--method", "gi-star", "--value", "rate");
        String fromList = Files.readString(output);
        DeskRun run = DeskRun.of(
                new HotspotsCommand(new HotspotsDesk((file, column) -> squares(), NO_SHAPES)),
                DeskRun.arguments(
                        "--values",
                        values.toString(),
                        "--code",
                        "id",
                        "--value",
                        "rate",
                        "--method",
                        "gi-star",
                        "--boundaries",
                        "grid.zip",
                        "--output",
                        output.toString()));

        assertEquals(0, run.exitCode());
        assertEquals(fromList, Files.readString(output));
    }

    @Test
    void hiddenMissingAndLonelyAreasAreNotComputedForAReason() throws IOException {
        Files.writeString(values, "\uFEFFid, v \n1,[c]\n2,\n3,7\n4,1\n5,2\n6,4\n7,\"1,000\"\n8,strange\n");
        Files.writeString(neighbours, "id,neighbour\n3,4\n4,3\n4,5\n5,4\n5,6\n6,5\n1,3\n3,1\n99,3\n");
        DeskRun run = run("--method", "gi-star", "--value", "v");

        Map<String, Map<String, String>> rows = DeskRun.rows(output);
        assertEquals("[c]", rows.get("1").get("value"));
        assertEquals("suppressed", rows.get("1").get("reason"));
        assertEquals("", rows.get("1").get("z"));
        assertEquals("missing", rows.get("2").get("reason"));
        assertEquals("missing", rows.get("8").get("reason"));
        assertEquals("1000", rows.get("7").get("value"));
        assertEquals("isolate", rows.get("7").get("reason"));
        assertEquals("not-computed", rows.get("7").get("class"));
        assertEquals(8, rows.size());
        assertTrue(run.error().contains("grid.csv, row 9, column v: neither a number nor a known mark"));
        assertTrue(run.error().contains("1 links of neighbours.csv name an area that has no row"));
    }

    @Test
    void suppressHidesSmallCountsAndWhatGivesThemBack() throws IOException {
        DeskRun run = run("--method", "gi-star", "--count", "cases", "--population", "pop", "--suppress", "5");

        assertEquals(new DeskRun(0, ""), run);
        Map<String, Map<String, String>> rows = DeskRun.rows(output);
        // 4 cases in area 4; 0 in area 21 may be shown; area 3 touches area 4.
        assertEquals("[c]", rows.get("4").get("value"));
        assertEquals("[c]", rows.get("4").get("z"));
        assertFalse(rows.get("21").get("value").startsWith("["));
        assertEquals("[c]", rows.get("3").get("z"));
        assertFalse(rows.get("3").get("value").startsWith("["));
        // No neighbour of area 7 has fewer than six cases: its score is there, to two figures.
        assertEquals(2, rows.get("7").get("z").replace(".", "").replace("-", "").length());
        assertEquals("hot", rows.get("7").get("class"));
    }

    @Test
    void wrongUsageIsExitCodeTwoAndWritesNothing() {
        assertUsage("belong to --method scan", "--method", "gi", "--value", "rate", "--x", "pop", "--y", "pop");
        assertUsage("--method is one of gi-star", "--method", "giant", "--value", "rate");
        assertUsage("either --value", "--method", "gi", "--value", "rate", "--count", "cases");
        assertUsage("either --value", "--method", "gi");
        assertUsage("--weights is row or binary", "--method", "gi", "--value", "rate", "--weights", "x");
        for (String number : List.of("-1", "x", "NaN", "1000000", "99999999999999999999")) {
            assertUsage(
                    "--permutations is a whole number from 0 to 999999, not " + number,
                    "--method",
                    "gi",
                    "--value",
                    "rate",
                    "--permutations",
                    number);
        }
        assertUsage("not both", "--method", "gi", "--value", "rate", "--boundaries", "b.zip");
        assertUsage("needs --count", "--method", "eb", "--value", "rate");
        assertUsage("must end in .json", "--method", "moran", "--value", "rate");
        output = folder.resolve("out.gpkg");
        assertUsage("has shapes and needs --boundaries", "--method", "gi", "--value", "rate");
        output = folder.resolve("out.shp");
        assertUsage("must end in .csv or .json or .geojson", "--method", "gi", "--value", "rate");
    }

    @Test
    void whatCannotBeDoneIsExitCodeOneWithOneSentence() throws IOException {
        assertRefused(
                "grid.csv has no column nothing; it has EB_local, EB_rate", "--method", "gi", "--value", "nothing");
        Files.writeString(neighbours, "id,neighbour\nx,y\ny,x\n");
        assertRefused("joins two areas", "--method", "gi", "--value", "rate");
        Files.writeString(values, "id,rate\n1,2\n1,3\n");
        assertRefused(
                "grid.csv, row 3, column id: this code stood in an earlier row", "--method", "gi", "--value", "rate");
        Files.writeString(values, "id,rate\n1\n");
        assertRefused("grid.csv, row 2: 1 cells under 2 column names", "--method", "gi", "--value", "rate");
        Files.delete(values);
        assertRefused("grid.csv does not exist", "--method", "gi", "--value", "rate");
        assertFalse(Files.exists(output));
    }

    @Test
    void neighbourListsSayWhatIsOddInThem() throws IOException {
        Files.writeString(values, "id,v\n1,5\n2,1\n3,7\n4,2\n");
        Files.writeString(neighbours, "id,neighbour,weight\n1,1,2\n1,2,1\n2,3,1\n3,4,0.5\n9,1,1\n");
        DeskRun run = run("--method", "gi-star", "--value", "v");

        assertEquals(0, run.exitCode(), run.error());
        assertTrue(run.error().contains("1 links of neighbours.csv name an area that has no row"), run.error());
        assertTrue(run.error().contains("1 links of neighbours.csv join an area to itself"), run.error());
        assertTrue(run.error().contains("3 links of neighbours.csv have no link back"), run.error());
        for (String weight : List.of("NaN", "inf", "")) {
            Files.writeString(neighbours, "id,neighbour,weight\n1,2,1\n2,1," + weight + "\n");
            DeskRun refused = run("--method", "gi-star", "--value", "v");
            assertEquals(1, refused.exitCode());
            assertTrue(
                    refused.error().contains("neighbours.csv, row 3, column weight: a weight must be a number"),
                    refused.error());
        }
        Files.writeString(neighbours, "id,neighbour,weight\n1,2,1\n2,1,-1\n");
        assertRefused("row 3, column weight: a weight must be 0 or more, not -1", "--method", "gi", "--value", "v");
        Files.writeString(neighbours, "id,neighbour\n1,2\n1,2\n");
        assertRefused("row 3, column neighbour: this pair stood", "--method", "gi", "--value", "v");
    }

    /** Golden numbers: spdep 1.2-7, joincount.test, flagged where the rate is above the crude rate. */
    @Test
    void joinCountOfRatesAboveTheCrudeRate() throws IOException {
        output = folder.resolve("joins.json");
        run("--method", "join-count", "--count", "cases", "--population", "pop", "--weights", "binary");

        JsonNode json = new ObjectMapper().readTree(output.toFile());
        assertEquals(22, json.get("bb").asDouble(), 1e-12);
        assertEquals(10.8, json.get("expectation").asDouble(), 1e-12);
        assertEquals(6.34339921, json.get("variance").asDouble(), 5e-9);
        assertEquals(4.446896, json.get("z").asDouble(), 5e-7);
        // Upper tail of the normal distribution at 4.446896, by R's pnorm.
        assertEquals(4.356e-6, json.get("p").asDouble(), 1e-9);
        assertTrue(json.get("p_sim").isNull());
        assertEquals(10, json.get("flagged").asInt());
    }

    @Test
    void joinCountOfAColumnOfFlags() throws IOException {
        output = folder.resolve("joins.json");
        List<String> lines = Files.readAllLines(values);
        StringBuilder flagged = new StringBuilder("id,flag\n");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double rate = Double.parseDouble(cells[4]);
            flagged.append(cells[0]).append(',').append(rate > 257.89 ? 1 : 0).append('\n');
        }
        Files.writeString(values, flagged);
        run("--method", "join-count", "--value", "flag", "--weights", "binary", "--permutations", "999");

        JsonNode json = new ObjectMapper().readTree(output.toFile());
        assertEquals(22, json.get("bb").asDouble(), 1e-12);
        assertTrue(json.get("p_sim").asDouble() <= 0.003);

        Files.delete(output);
        Files.writeString(values, "id,flag\n1,0\n2,1\n3,2\n");
        assertRefused("Area 3, column flag: a flag is 0 or 1, not 2", "--method", "join-count", "--value", "flag");
        Files.writeString(values, "id,flag\n1,0\n2,1\n3,0\n");
        assertRefused("does not exist for these flags", "--method", "join-count", "--value", "flag");
        assertFalse(Files.exists(output));
    }

    @Test
    void staffordshireScoreHotspotsRunFileToFile() throws IOException {
        values = RealData.require("reference/staffordshire.csv");
        neighbours = RealData.require("reference/staffordshire_nb.csv");
        DeskRun run = run("--method", "gi-star", "--value", "imd2019_score");

        assertEquals(0, run.exitCode());
        Map<String, Map<String, String>> rows = DeskRun.rows(output);
        assertEquals(528, rows.size());
        assertTrue(rows.values().stream().noneMatch(row -> row.get("class").equals("not-computed")));
    }

    private void assertUsage(String words, String... arguments) {
        DeskRun run = run(arguments);
        assertEquals(2, run.exitCode(), run.error());
        assertTrue(run.error().contains(words), run.error());
        assertFalse(Files.exists(output));
    }

    private void assertRefused(String words, String... arguments) {
        DeskRun run = run(arguments);
        assertEquals(1, run.exitCode(), run.error());
        assertTrue(run.error().contains(words), run.error());
        assertEquals(1, run.error().lines().count());
    }

    private DeskRun run(String... arguments) {
        List<String> all = DeskRun.arguments(
                "--values",
                values.toString(),
                "--code",
                "id",
                "--neighbours",
                neighbours.toString(),
                "--output",
                output.toString());
        all.addAll(List.of(arguments));
        return DeskRun.of(
                new HotspotsCommand(new HotspotsDesk(
                        (file, column) -> {
                            throw new IllegalStateException("no boundaries here");
                        },
                        NO_SHAPES)),
                all);
    }

    private static double number(Map<String, Map<String, String>> rows, String code, String column) {
        return Double.parseDouble(rows.get(code).get(column));
    }

    private static Map<AreaCode, MultiPolygon> squares() {
        GeometryFactory geometry = new GeometryFactory();
        Map<AreaCode, MultiPolygon> squares = new LinkedHashMap<>();
        for (int area = 24; area >= 0; area--) {
            double x = area % 5 * 1_000;
            double y = area / 5 * 1_000;
            Polygon square = geometry.createPolygon(new Coordinate[] {
                new Coordinate(x, y),
                new Coordinate(x + 1_000, y),
                new Coordinate(x + 1_000, y + 1_000),
                new Coordinate(x, y + 1_000),
                new Coordinate(x, y)
            });
            squares.put(new AreaCode(Integer.toString(area + 1)), geometry.createMultiPolygon(new Polygon[] {square}));
        }
        return squares;
    }
}
