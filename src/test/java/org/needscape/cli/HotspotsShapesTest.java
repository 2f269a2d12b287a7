package org.needscape.cli;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.Components;
import org.needscape.area.AreaCode;
import org.needscape.desk.HotspotsDesk;
import org.needscape.geoio.Ogrinfo;

/**
 * Hotspots with their shapes, written by the program itself and read back with its own reader and with GDAL's. The grid of 25 invented
 * areas lies in squares of one kilometre around 402500, 302500. Golden numbers: spdep 1.2-7 (z), numpy (scan).
 */
class HotspotsShapesTest {

    private final Components program = new Components(Map.of());

    @TempDir
    private Path folder;

    private Path values;
    private Path boundaries;

    @BeforeEach
    void files() throws IOException {
        values = DeskRun.golden("grid25/grid.csv", folder);
        boundaries = folder.resolve("grid.geojson");
        Files.writeString(boundaries, grid(""));
    }

    @Test
    void everyFormatHoldsEveryAreaWithItsShapeAndScore() throws Exception {
        for (String extension : List.of("geojson", "gpkg", "zip")) {
            Path output = folder.resolve("out." + extension);
            DeskRun run = run(output, "--method", "gi-star", "--value", "rate");

            assertEquals(new DeskRun(0, "unprotected output\n"), run, extension);
            Map<AreaCode, MultiPolygon> read =
                    program.boundaryFiles().read(output, extension.equals("zip") ? "CODE" : "code");
            assertEquals(25, read.size(), extension);
            Envelope seven = read.get(new AreaCode("7")).getEnvelopeInternal();
            // GeoJSON has degrees of six decimals, about 10 cm.
            double tolerance = extension.equals("geojson") ? 0.2 : 0;
            assertEquals(401_000, seven.getMinX(), tolerance, extension);
            assertEquals(302_000, seven.getMaxY(), tolerance, extension);
            String gdal = extension.equals("zip")
                    ? Ogrinfo.readZip(output, "-where", "CODE = '7'")
                    : Ogrinfo.read(output.toString(), "-where", "code = '7'");
            assertTrue(gdal.contains("Feature Count: 1\n"), gdal);
            assertTrue(gdal.contains(extension.equals("geojson") ? "EPSG\",4326" : "EPSG\",27700"), gdal);
            assertTrue(gdal.toLowerCase(java.util.Locale.ROOT).contains("  z (real) = 3.759"), gdal);
            assertTrue(gdal.contains("= hot"), gdal);
            assertFalse(gdal.contains("Warning"), gdal);
        }
    }

    @Test
    void hiddenAndUnplacedAreasAreThereAndSayWhy() throws Exception {
        Files.writeString(values, Files.readString(values) + "26,500,60,3,120,,,,,,,,,\n27,500,2,3,40,,,,,,,,,\n");
        Path output = folder.resolve("out.geojson");
        DeskRun run = run(output, "--method", "eb", "--count", "cases", "--population", "pop", "--suppress", "5");

        assertEquals(0, run.exitCode(), run.error());
        JsonNode features = new ObjectMapper().readTree(output.toFile()).get("features");
        assertEquals(27, features.size());
        JsonNode hidden = features.get(3).get("properties");
        assertEquals("4", hidden.get("code").asText());
        assertTrue(hidden.get("rate").isNull());
        assertEquals("suppressed", hidden.get("rate_state").asText());
        JsonNode zero = features.get(20).get("properties");
        assertEquals(0, zero.get("rate").asDouble(), 1e-12);
        assertEquals("known", zero.get("rate_state").asText());
        assertTrue(features.get(25).get("geometry").isNull());
        assertEquals("isolate", features.get(25).get("properties").get("reason").asText());

        Path zip = folder.resolve("out.zip");
        run(zip, "--method", "eb", "--count", "cases", "--population", "pop", "--suppress", "5");
        String gdal = Ogrinfo.readZip(zip, "-where", "CODE = '4' OR CODE = '26'");
        assertTrue(gdal.contains("RATE (Real) = (null)"), gdal);
        assertTrue(gdal.contains("RATE_S (String) = suppressed"), gdal);
        assertTrue(gdal.contains("Feature Count: 2\n"), gdal);
    }

    @Test
    void scanGivesEachAreaItsCluster() throws Exception {
        Path output = folder.resolve("out.gpkg");
        DeskRun run = run(output, "--method", "scan", "--count", "cases", "--population", "pop");

        assertEquals(0, run.exitCode(), run.error());
        String first = Ogrinfo.read(output.toString(), "-where", "cluster = 1");
        assertTrue(first.contains("Feature Count: 9\n"), first);
        assertTrue(first.contains("llr (Real) = 33.45066"), first);
        assertTrue(first.contains("p (Real) = 0.001\n"), first);
        String none = Ogrinfo.read(output.toString(), "-where", "code = '25'");
        assertTrue(none.contains("cluster (Real) = (null)"), none);
        assertTrue(none.contains("cluster_state (String) = not-applicable"), none);
    }

    @Test
    void sameInputsGiveTheSameBytesAndTheManifestSaysHow() throws Exception {
        for (String extension : List.of("geojson", "gpkg", "zip")) {
            Path one = folder.resolve("one." + extension);
            Path two = folder.resolve("two." + extension);
            for (Path output : List.of(one, two)) {
                run(output, "--method", "local-moran", "--value", "rate", "--permutations", "99", "--nearest", "4");
            }
            assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two), extension);
        }
        JsonNode table = new ObjectMapper()
                .readTree(folder.resolve("one.geojson").toFile())
                .get("table");
        assertEquals("99", table.get("parameters").get("permutations").asText());
        assertEquals("1", table.get("parameters").get("seed").asText());
        assertTrue(table.get("parameters").get("neighbours").asText().contains("count=4"));
    }

    @Test
    void fictionalAreasSaySoInEveryRecord() throws Exception {
        Files.writeString(boundaries, grid("E019990"));
        List<String> lines = new ArrayList<>(List.of("id,rate"));
        for (int area = 1; area <= 25; area++) {
            lines.add("E019990" + (area < 10 ? "0" : "") + area + "," + area);
        }
        Files.write(values, lines);
        Path output = folder.resolve("out.gpkg");
        DeskRun run = run(output, "--method", "gi", "--value", "rate");

        assertEquals(0, run.exitCode(), run.error());
        String gdal = Ogrinfo.read(output.toString(), "-where", "fictional = 'fictional data'");
        assertTrue(gdal.contains("Feature Count: 25\n"), gdal);
        assertTrue(gdal.contains("IDENTIFIER=Fictional data: "), gdal);
    }

    @Test
    void fileThatCannotBeFinishedLeavesWhatWasThere() throws Exception {
        Path output = folder.resolve("out.gpkg");
        Files.writeString(output, "before");
        HotspotsDesk desk = new HotspotsDesk(program.boundaryFiles(), (table, format, shapes, out) -> {
            out.write("half".getBytes(StandardCharsets.US_ASCII));
            throw new IOException("no space left");
        });
        DeskRun run =
                DeskRun.of(new HotspotsCommand(desk), arguments(output, "--method", "gi-star", "--value", "rate"));

        assertEquals(1, run.exitCode());
        assertEquals("before", Files.readString(output));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(3, left.count());
        }
    }

    @Test
    void boundariesOfOtherAreasAreRefused() throws Exception {
        Files.writeString(boundaries, grid("X"));
        Path output = folder.resolve("out.zip");
        DeskRun run = run(output, "--method", "gi-star", "--value", "rate");

        assertEquals(1, run.exitCode());
        assertEquals(
                "No area of the values has a boundary in the file: check the code column and the boundary year.\n",
                run.error());
        assertFalse(Files.exists(output));
    }

    @Test
    void numberTooLongForAShapefileIsOneSentence() throws Exception {
        String table = "id,v\n1,1e15\n2,3\n3,4\n4,5\n";
        Files.writeString(values, table);
        Path output = folder.resolve("out.zip");
        DeskRun run = run(output, "--method", "gi", "--value", "v");

        assertEquals(1, run.exitCode());
        assertEquals(
                "Area 1, column value: the number is too long for a shapefile; write a .gpkg or .geojson.\n",
                run.error());
        assertFalse(Files.exists(output));
        Files.writeString(values, table.replace("1e15", "-999999999999999.9"));
        assertEquals(0, run(output, "--method", "gi", "--value", "v").exitCode());
        assertEquals(4, program.boundaryFiles().read(output, "CODE").size());
    }

    private DeskRun run(Path output, String... arguments) {
        return DeskRun.of(
                new HotspotsCommand(new HotspotsDesk(program.boundaryFiles(), program.areaTableFiles())),
                arguments(output, arguments));
    }

    private List<String> arguments(Path output, String... arguments) {
        List<String> all = DeskRun.arguments(
                "--values",
                values.toString(),
                "--code",
                "id",
                "--boundaries",
                boundaries.toString(),
                "--boundary-code",
                "id",
                "--output",
                output.toString());
        all.addAll(List.of(arguments));
        return all;
    }

    private static String grid(String prefix) {
        List<String> features = new ArrayList<>();
        for (int area = 0; area < 25; area++) {
            int x = 400_000 + area % 5 * 1_000;
            int y = 300_000 + area / 5 * 1_000;
            String code = prefix + (prefix.startsWith("E") && area < 9 ? "0" : "") + (area + 1);
            features.add("{\"type\":\"Feature\",\"properties\":{\"id\":\"" + code
                    + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
                    + "[" + x + "," + y + "],[" + (x + 1_000) + "," + y + "],[" + (x + 1_000) + "," + (y + 1_000)
                    + "],["
                    + x + "," + (y + 1_000) + "],[" + x + "," + y + "]]]}}");
        }
        return "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
                + "\"urn:ogc:def:crs:EPSG::27700\"}},\"features\":[" + String.join(",", features) + "]}";
    }
}
