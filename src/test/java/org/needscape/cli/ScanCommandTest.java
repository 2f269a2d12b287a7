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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.needscape.RealData;
import org.needscape.area.AreaCode;
import org.needscape.desk.AreaTableSink;
import org.needscape.desk.HotspotsDesk;

/** Golden numbers: the scan of the grid of 25 invented areas with centres at (column, row), worked out with numpy. */
class ScanCommandTest {

    private static final List<String> MOST_LIKELY = List.of("1", "2", "3", "6", "7", "8", "11", "12", "13");

    private static final AreaTableSink NO_SHAPES = (table, format, boundaries, out) -> {
        throw new IllegalStateException("no shapes here");
    };

    @TempDir
    private Path folder;

    private Path values;
    private Path output;

    @BeforeEach
    void files() throws IOException {
        Path golden = DeskRun.golden("grid25/grid.csv", folder);
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(golden)) {
            int row = lines.size() - 1;
            lines.add(line + (row < 0 ? ",col,row" : "," + (row % 5 + 1) + "," + (row / 5 + 1)));
        }
        values = folder.resolve("values.csv");
        Files.write(values, lines);
        output = folder.resolve("scan.json");
    }

    @Test
    void mostLikelyClusterOfTheGridIsTheReferenceOne() throws IOException {
        DeskRun run = scan("--x", "col", "--y", "row", "--permutations", "9999");

        assertEquals(new DeskRun(0, "unprotected output\n"), run);
        JsonNode cluster = json().get("clusters").get(0);
        assertEquals(MOST_LIKELY, codes(cluster));
        assertEquals(167, cluster.get("observed").asInt());
        assertEquals(104.05939, cluster.get("expected").asDouble(), 5e-6);
        assertEquals(2.969858, cluster.get("relative_risk").asDouble(), 5e-7);
        assertEquals(33.450662, cluster.get("llr").asDouble(), 5e-7);
        assertEquals(0.0001, cluster.get("p").asDouble(), 1e-12);
        assertEquals("hot", cluster.get("class").asText());
    }

    @Test
    void centroidsOfBoundariesDoAsWell() throws IOException {
        DeskRun run = scan("--boundaries", "grid.zip");

        assertEquals(0, run.exitCode(), run.error());
        assertEquals(MOST_LIKELY, codes(json().get("clusters").get(0)));
        assertEquals(999, json().get("permutations").asInt());
        assertEquals(0.001, json().get("clusters").get(0).get("p").asDouble(), 1e-12);
    }

    /** Expected numbers: every circle gone through in plain Python 3.11, distances by math.hypot, ties to within 1e-6 m together. */
    @Test
    void staffordshireClustersAreThoseOfAPlainSearch() throws IOException {
        DeskRun run = DeskRun.of(
                new HotspotsCommand(new HotspotsDesk((file, column) -> squares(), NO_SHAPES)),
                DeskRun.arguments(
                        "--method",
                        "scan",
                        "--values",
                        RealData.require("reference/staffordshire.csv").toString(),
                        "--code",
                        "LSOA11CD",
                        "--count",
                        "count",
                        "--population",
                        "pop",
                        "--x",
                        "x",
                        "--y",
                        "y",
                        "--permutations",
                        "99",
                        "--output",
                        output.toString()));

        assertEquals(0, run.exitCode(), run.error());
        JsonNode first = json().get("clusters").get(0);
        assertEquals(15, codes(first).size());
        assertEquals("E01029714", first.get("centre").asText());
        assertEquals(156, first.get("observed").asInt());
        assertEquals(54.94356600549415, first.get("expected").asDouble(), 1e-9);
        assertEquals(64.07623379268863, first.get("llr").asDouble(), 1e-9);
        assertEquals(2.974875807798831, first.get("relative_risk").asDouble(), 1e-9);
        assertEquals(2_391.812586721658, first.get("radius_metres").asDouble(), 1e-6);
        JsonNode second = json().get("clusters").get(1);
        assertEquals(List.of("E01029372"), codes(second));
        assertEquals(15.71539237941252, second.get("llr").asDouble(), 1e-9);
    }

    @Test
    void lowRatesAndSmallerCirclesWhenAskedFor() throws IOException {
        scan("--x", "col", "--y", "row", "--alternative", "less", "--max-population", "0.25");

        for (JsonNode cluster : json().get("clusters")) {
            assertTrue(cluster.get("population").asDouble() <= 9_345 / 4.0);
            assertTrue(cluster.get("relative_risk").asDouble() < 1);
        }
        assertEquals("cold", json().get("clusters").get(0).get("class").asText());
    }

    @Test
    void areasThatCannotTakePartAreCounted() throws IOException {
        Files.writeString(
                values,
                "id,cases,pop,col,row\n1,5,100,1,1\n2,[c],100,2,1\n3,1,0,3,1\n4,2,100,4,1\n5,3,100,,1\n6,1,90,9,9\n");
        DeskRun run = scan("--x", "col", "--y", "row");

        assertEquals(0, run.exitCode(), run.error());
        assertTrue(run.error().contains("2 areas without a known count and a population were left out."));
        assertTrue(run.error().contains("1 areas without coordinates were left out."));
        assertEquals(3, json().get("areas").asInt());
    }

    @Test
    void suppressHidesWhatWouldGiveASmallCountBack() throws IOException {
        // One area stands out beside a lone area with 3 events, which would be a cluster of its own.
        Files.writeString(
                values,
                "id,cases,pop,col,row\n1,60,1000,0,0\n2,55,1000,1,0\n3,10,1000,40,0\n4,9,1000,80,3\n5,3,100,90,60\n"
                        + "6,8,1000,0,90\n7,2,1000,50,90\n8,4,1000,50,91\n9,1,1000,52,90\n10,7,1000,200,90\n");
        scan("--x", "col", "--y", "row");
        JsonNode open = json();
        assertEquals(List.of("1", "2"), codes(open.get("clusters").get(0)));
        assertTrue(Files.readString(output).contains("\"observed\" : 3"));

        DeskRun run = scan("--x", "col", "--y", "row", "--suppress", "5");
        assertEquals(new DeskRun(0, ""), run);
        JsonNode first = json().get("clusters").get(0);
        assertEquals(115, first.get("observed").asInt());
        boolean lone = false;
        for (JsonNode cluster : json().get("clusters")) {
            if (codes(cluster).equals(List.of("5"))) {
                lone = true;
                for (String name : List.of("observed", "observed_to_expected", "relative_risk", "llr", "p")) {
                    assertEquals("[c]", cluster.get(name).asText());
                }
            }
        }
        assertTrue(lone);
    }

    @Test
    void hiddenCountsAreNotLeftAloneOutsideTheClustersShown() throws IOException {
        // Three areas with hidden counts, two in the cluster: neither they nor the third could keep their numbers.
        Files.writeString(
                values,
                "id,cases,pop,col,row\n1,60,1000,0,0\n2,4,10,1,0\n3,4,10,2,0\n4,30,1000,80,3\n5,2,1000,90,60\n6,25,1000,0,90\n");
        scan("--x", "col", "--y", "row", "--suppress", "5");

        for (JsonNode cluster : json().get("clusters")) {
            assertEquals("[c]", cluster.get("observed").asText());
            assertTrue(cluster.get("class").asText().length() > 2);
        }
    }

    @Test
    void wrongUsageAndWrongDataAreOneSentence() throws IOException {
        assertEnds(2, "needs --x and --y");
        assertEnds(2, "--x and --y together", "--x", "col");
        assertEnds(2, "not for both", "--x", "col", "--y", "row", "--alternative", "two-sided");
        assertEnds(2, "above 0 and at most 1, not 1.5", "--x", "col", "--y", "row", "--max-population", "1.5");
        assertEnds(2, "--permutations of 1 or more", "--x", "col", "--y", "row", "--permutations", "0");
        assertEnds(1, "has no column east", "--x", "east", "--y", "row");
        assertEnds(1, "No circle around an area", "--x", "col", "--y", "row", "--max-population", "0.001");
        Files.writeString(values, "id,cases,pop,one\n1,5,100,1\n2,1,100,1\n");
        assertEnds(1, "same centre", "--x", "one", "--y", "one");
        Files.writeString(values, "id,cases,pop,col,row\n1,5,100,-1.5,51.2\n2,1,100,-1.6,51.3\n");
        assertEnds(1, "look like longitude and latitude", "--x", "col", "--y", "row");
        Files.writeString(values, "id,cases,pop,col,row\n1,0,100,1,1\n2,0,100,2,2\n");
        assertEnds(1, "no events in any area", "--x", "col", "--y", "row");
    }

    private void assertEnds(int exitCode, String words, String... arguments) throws IOException {
        DeskRun run = scan(arguments);
        assertEquals(exitCode, run.exitCode(), run.error());
        assertTrue(run.error().contains(words), run.error());
        assertFalse(Files.exists(output));
    }

    private DeskRun scan(String... arguments) throws IOException {
        Files.deleteIfExists(output);
        List<String> all = DeskRun.arguments(
                "--method",
                "scan",
                "--values",
                values.toString(),
                "--code",
                "id",
                "--count",
                "cases",
                "--population",
                "pop",
                "--output",
                output.toString());
        all.addAll(List.of(arguments));
        return DeskRun.of(new HotspotsCommand(new HotspotsDesk((file, column) -> squares(), NO_SHAPES)), all);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(output.toFile());
    }

    private static List<String> codes(JsonNode cluster) {
        List<String> codes = new ArrayList<>();
        cluster.get("codes").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private static Map<AreaCode, MultiPolygon> squares() {
        GeometryFactory geometry = new GeometryFactory();
        Map<AreaCode, MultiPolygon> squares = new LinkedHashMap<>();
        for (int area = 0; area < 25; area++) {
            Coordinate corner = new Coordinate(area % 5 * 1_000, area / 5 * 1_000);
            Polygon square = (Polygon)
                    geometry.toGeometry(new Envelope(corner, new Coordinate(corner.x + 1_000, corner.y + 1_000)));
            squares.put(new AreaCode(Integer.toString(area + 1)), geometry.createMultiPolygon(new Polygon[] {square}));
        }
        return squares;
    }
}
