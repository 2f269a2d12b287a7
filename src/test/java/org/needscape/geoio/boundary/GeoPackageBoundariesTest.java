package org.needscape.geoio.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.needscape.geoio.BoundaryFiles;
import org.needscape.report.UnreadableFileException;

/** GeoPackages made by GDAL, and spoilt ones. */
@Timeout(60)
class GeoPackageBoundariesTest {

    private static final String AREAS = "{\"type\":\"FeatureCollection\",\"features\":["
            + "{\"type\":\"Feature\",\"properties\":{\"%1$sCD\":\"W01000001\",\"%1$sNM\":\"Ŵyl\"},\"geometry\":{\"type\":"
            + "\"MultiPolygon\",\"coordinates\":[[[[-1.9,52.7],[-1.8,52.7],[-1.8,52.8],[-1.9,52.7]]]]}}]}";

    @TempDir
    Path folder;

    @Test
    void layerWithTheCodeColumnIsChosen() throws Exception {
        Path file = geoPackage("LAD24", "EPSG:4326", "districts");
        add(file, "LSOA21", "EPSG:27700", "areas");

        BoundaryFiles.Reading areas = BoundaryFiles.read(file, "lsoa-2021");
        assertEquals(List.of("W01000001"), areas.codes());
        assertEquals("Ŵyl", areas.areas().get(0).name());
        assertEquals("British National Grid (EPSG:27700)", areas.summary().coordinateSystem());
        assertEquals(
                "longitude and latitude (WGS 84)",
                BoundaryFiles.read(file, "lad-2024").summary().coordinateSystem());
        assertEquals(
                "a.gpkg holds lsoa-2021 boundaries (column LSOA21CD), not msoa-2021: give its geography as lsoa-2021.",
                refusal(file, "msoa-2021"));
    }

    @Test
    void twoLayersThatCouldBeMeantAreRefused() throws Exception {
        Path file = geoPackage("LSOA21", "EPSG:4326", "one");
        add(file, "LSOA21", "EPSG:4326", "two");

        assertEquals(
                "a.gpkg holds 2 layers that could be meant (one, two): save the one to import as a file of its own.",
                refusal(file, "lsoa-2021"));
    }

    @Test
    void webMercatorIsRefused() throws Exception {
        assertEquals(
                "a.gpkg has its coordinates in EPSG:3857: save it in the British National Grid (EPSG:27700) or in longitude"
                        + " and latitude (WGS 84) and import that.",
                refusal(geoPackage("LSOA21", "EPSG:3857", "areas"), "lsoa-2021"));
    }

    @Test
    void readingLeavesTheFileAndItsFolderAsTheyWere() throws Exception {
        Path file = geoPackage("LSOA21", "EPSG:4326", "areas");
        byte[] before = Files.readAllBytes(file);
        long files = countFiles();

        BoundaryFiles.read(file, "lsoa-2021");

        assertTrue(Arrays.equals(before, Files.readAllBytes(file)));
        assertEquals(files, countFiles());
    }

    @Test
    void folderWithBlanksAndMarksIsNoObstacle() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("a b?mode=rw#%41"));
        Path file = Files.move(geoPackage("LSOA21", "EPSG:4326", "areas"), odd.resolve("ŷ 1.gpkg"));

        assertEquals(List.of("W01000001"), BoundaryFiles.read(file, "lsoa-2021").codes());
    }

    @Test
    void otherDatabasesAreRefused() throws Exception {
        Path file = folder.resolve("a.gpkg");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table areas (LSOA21CD text)");
        }

        assertEquals(
                "a.gpkg is a damaged GeoPackage, or an SQLite file that is none: get the file again.",
                refusal(file, "lsoa-2021"));
    }

    @Test
    void viewsAreNotRunAsLayers() throws Exception {
        Path file = geoPackage("LSOA21", "EPSG:4326", "areas");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table areas");
            statement.execute("create view areas as with recursive n(x) as (select 1 union all select x + 1 from n)"
                    + " select x as LSOA21CD, x as geom from n");
        }

        assertEquals("a.gpkg holds no layer with boundaries: choose another GeoPackage.", refusal(file, "lsoa-2021"));
    }

    @Test
    void geometriesThatAreNoneRefuseTheirRecord() throws Exception {
        Path file = geoPackage("LSOA21", "EPSG:4326", "areas");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            // GDAL's triggers need functions that only GDAL has.
            for (String trigger : triggers(connection)) {
                statement.execute("drop trigger \"" + trigger + "\"");
            }
            for (String geometry : List.of(
                    "null",
                    "'text'",
                    "x'00'",
                    "x'4750000100000000'",
                    // A multipolygon of 2,147,483,647 parts; a polygon of as many rings.
                    "x'475000010000000001060000" + "00FFFFFF7F'",
                    "x'47500001000000000103000000FFFFFF7F'",
                    // A collection in a collection and so on.
                    "x'4750000100000000" + "010700000001000000".repeat(10_000) + "'",
                    "x'4750000100000000" + "010600000001000000".repeat(10_000) + "'")) {
                statement.execute(
                        "insert into areas (LSOA21CD, geom) values ('X" + geometry.length() + "', " + geometry + ")");
            }
        }

        BoundaryFiles.Reading reading = BoundaryFiles.read(file, "lsoa-2021");
        assertEquals(List.of("W01000001"), reading.codes());
        assertEquals(9, reading.report().read());
        assertEquals(8, reading.report().refused());
        assertEquals(
                List.of("It has no boundary.", "Its boundary is not a geometry.", "Its boundary is damaged."),
                reading.report().problems().stream()
                        .map(problem -> problem.reason())
                        .distinct()
                        .toList());
    }

    @Test
    void truncatedFileIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(geoPackage("LSOA21", "EPSG:4326", "areas"));
        for (int length : new int[] {16, 100, 512, 4096, whole.length / 2}) {
            Path cut = Files.write(folder.resolve("cut.gpkg"), Arrays.copyOf(whole, length));
            String message = refusal(cut, "lsoa-2021");
            assertTrue(message.startsWith("cut.gpkg is "), message);
        }
    }

    private static List<String> triggers(Connection connection) throws SQLException {
        List<String> names = new java.util.ArrayList<>();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select name from sqlite_master where type = 'trigger'")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private long countFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private Path geoPackage(String prefix, String crs, String layer) throws Exception {
        Path file = folder.resolve("a.gpkg");
        convert(prefix, crs, layer, file);
        return file;
    }

    private void add(Path file, String prefix, String crs, String layer) throws Exception {
        convert(prefix, crs, layer, file, "-update");
    }

    private void convert(String prefix, String crs, String layer, Path file, String... options) throws Exception {
        Path json = Files.writeString(folder.resolve("in.json"), AREAS.formatted(prefix), StandardCharsets.UTF_8);
        List<String> command = new java.util.ArrayList<>(
                List.of("ogr2ogr", "-f", "GPKG", "-t_srs", crs, "-nln", layer, file.toString(), json.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
    }

    private static String refusal(Path file, String geography) {
        return assertThrows(UnreadableFileException.class, () -> BoundaryFiles.read(file, geography))
                .getMessage();
    }
}
