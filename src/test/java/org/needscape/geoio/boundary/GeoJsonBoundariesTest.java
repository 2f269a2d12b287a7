package org.needscape.geoio.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.needscape.geoio.BoundaryFiles;
import org.needscape.geoio.grid.GridPoint;
import org.needscape.geoio.grid.LongitudeLatitude;
import org.needscape.geoio.grid.Ostn15;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.UnreadableFileException;

/** GeoJSON as people write it: in the right and the wrong coordinate systems, cut off, and with bad records among good ones. */
@Timeout(20)
class GeoJsonBoundariesTest {

    private static final String DEGREES = "[[[-1.9,52.7],[-1.8,52.7],[-1.8,52.8],[-1.9,52.7]]]";
    private static final String METRES = "[[[405685,317451],[406013,317202],[406117,318066],[405685,317451]]]";
    private static final String BNG =
            "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::27700\"}},";

    @TempDir
    Path folder;

    @Test
    void degreesWithoutACrsMemberAreTransformedByOstn15() {
        BoundaryFiles.Reading reading = read(collection("", feature("W01000001", DEGREES)));

        GridPoint expected =
                Ostn15.toNationalGrid(new LongitudeLatitude(-1.9, 52.7)).orElseThrow();
        Coordinate first = reading.areas().get(0).boundary().getCoordinates()[0];
        // Whole centimetres.
        assertEquals(expected.eastingMetres(), first.x, 0.005);
        assertEquals(expected.northingMetres(), first.y, 0.005);
        assertEquals(Math.rint(first.x * 100) / 100, first.x);
    }

    @Test
    void crsMemberIsObeyedEvenBehindTheFeatures() {
        String before =
                "{\"type\":\"FeatureCollection\"," + BNG + "\"features\":[" + feature("W01000001", METRES) + "]}";
        String behind = "\uFEFF{\"features\":[" + feature("W01000001", METRES) + "],"
                + BNG.substring(0, BNG.length() - 1) + ",\"type\":\"FeatureCollection\"}";

        for (String json : List.of(before, behind)) {
            assertEquals(
                    new Coordinate(405_685, 317_451),
                    read(json).areas().get(0).boundary().getCoordinates()[0]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EPSG:27700",
        "urn:ogc:def:crs:EPSG::27700",
        "urn:ogc:def:crs:EPSG:6.9:27700",
        "http://www.opengis.net/def/crs/EPSG/0/27700"
    })
    void nationalGridIsKnownByAllItsNames(String name) {
        assertEquals(FileCrs.NATIONAL_GRID, CrsPolicy.ofName(name, "a.geojson"));
    }

    @ParameterizedTest
    @CsvSource({
        "urn:ogc:def:crs:OGC:1.3:CRS84",
        "urn:ogc:def:crs:OGC::CRS84",
        "OGC:CRS84",
        "EPSG:4326",
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        "urn:ogc:def:crs:EPSG::4258"
    })
    void longitudeAndLatitudeAreKnownByAllTheirNames(String name) {
        assertEquals(FileCrs.LONGITUDE_LATITUDE, CrsPolicy.ofName(name, "a.geojson"));
    }

    @Test
    void anotherCoordinateSystemIsRefused() {
        assertEquals(
                "a.geojson has its coordinates in urn:ogc:def:crs:EPSG::3857: save it in the British National Grid"
                        + " (EPSG:27700) or in longitude and latitude (WGS 84) and import that.",
                refusal("{\"type\":\"FeatureCollection\"," + BNG.replace("27700", "3857") + "\"features\":["
                        + feature("W01000001", METRES) + "]}"));
    }

    @Test
    void coordinatesThatAreNotWhatTheFileSaysRefuseIt() {
        assertEquals(
                "Nothing of a.geojson can be imported, for one reason in the only record: Its coordinates are latitude first;"
                        + " they must be longitude first.",
                refusal(collection("", feature("W01000001", "[[[52.7,-1.9],[52.7,-1.8],[52.8,-1.8],[52.7,-1.9]]]"))));
        assertEquals(
                "Nothing of a.geojson can be imported, for one reason in the only record: Its coordinates are metres, but the"
                        + " file says degrees: GeoJSON without a crs member is in WGS 84.",
                refusal(collection("", feature("W01000001", METRES))));
        assertEquals(
                "Nothing of a.geojson can be imported, for one reason in all 2 records: Its coordinates are degrees, but the"
                        + " file says British National Grid (EPSG:27700).",
                refusal(collection(
                        BNG,
                        feature("W01000001", DEGREES),
                        // East of Greenwich both numbers are positive and could pass for metres off Cornwall.
                        feature("W01000002", "[[[0.1,52.7],[0.2,52.7],[0.2,52.8],[0.1,52.7]]]"))));
        assertEquals(
                "Nothing of a.geojson can be imported, for one reason in the only record: It lies outside of Great Britain.",
                refusal(collection("", feature("W01000001", "[[[13.3,52.4],[13.4,52.4],[13.4,52.5],[13.3,52.4]]]"))));
    }

    @Test
    void bareMetresAreTakenFromFileToFileOnlyAndWithANote() {
        String json = collection("", feature("W01000001", METRES));
        List<NamedBoundary> boundaries = new ArrayList<>();
        ImportLog log = new ImportLog("a.geojson");
        BoundaryReader.readGeometries(
                write(json), "a.geojson", Optional.empty(), Optional.empty(), boundaries::add, log, Progress.SILENT);

        assertEquals(
                new Coordinate(405_685, 317_451), boundaries.get(0).boundary().getCoordinates()[0]);
        assertEquals(
                "The file names no coordinate system; its coordinates were taken for metres on the British National Grid.",
                log.toReport().notes().get(0));
    }

    @Test
    void badRecordsAreReportedAndTheRestIsRead() {
        BoundaryFiles.Reading reading = read(collection(
                "",
                feature("W01000001", DEGREES),
                "{\"type\":\"Feature\",\"properties\":{\"LSOA21CD\":\"W01000002\"},\"geometry\":null}",
                "{\"type\":\"Feature\",\"properties\":{\"LSOA21CD\":\"W01000003\"},\"geometry\":{\"type\":\"Point\","
                        + "\"coordinates\":[-1.9,52.7]}}",
                feature("W01000004", "[[[-1.9,\"52.7\"],[-1.8,52.7],[-1.8,52.8],[-1.9,52.7]]]"),
                feature("W01000005", "[[[-1.9,52.7],[-1.8,52.7]]]"),
                feature("W01000006", "[[[-1.9,52.7],[-1.8,52.7],[1e308,52.8],[-1.9,52.7]]]"),
                "{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
                        + DEGREES + "}}",
                feature("W01000008", "[[[-1.7,52.7],[-1.6,52.7],[-1.6,52.8]]]"),
                feature("W01000009", "[[[-1.5,52.7],[-1.4,52.8],[-1.4,52.7],[-1.5,52.8],[-1.5,52.7]]]"),
                feature("W01000010", "{\"a\":[]}"),
                feature("W01000011", "[[[-1.9,52.7],[-1.9,52.7000000001],[-1.9,52.7],[-1.9,52.7]]]")));

        assertEquals(List.of("W01000001", "W01000008", "W01000009"), reading.codes());
        assertEquals(
                List.of(
                        "refused 2 W01000002 It has no boundary.",
                        "refused 3  It is a Point, not an area.",
                        "refused 4  A position of its boundary has fewer than two numbers.",
                        "refused 5  A ring of its boundary is not a list of at least four positions.",
                        "refused 6 W01000006 Its coordinates are metres, but the file says degrees: GeoJSON without a crs"
                                + " member is in WGS 84.",
                        "refused 7  It has no code.",
                        "repaired 8 W01000008 A ring of its boundary was open.",
                        "repaired 9 W01000009 Its boundary was not valid (self-intersection).",
                        "refused 10 W01000010 It has no boundary.",
                        "refused 11 W01000011 Its boundary encloses nothing."),
                reading.report().problems().stream()
                        .map(problem -> problem.kind().code() + " " + problem.row() + " " + problem.area() + " "
                                + problem.reason())
                        .toList());
        assertEquals(11, reading.report().read());
        // A bow tie keeps both its triangles.
        assertEquals(2, reading.area("W01000009").boundary().getNumGeometries());
    }

    @Test
    void truncatedFileIsRefusedAtEveryLength() {
        String json = collection("", feature("W01000001", DEGREES), feature("W01000002", DEGREES));
        for (int length = 1; length < json.length() - 1; length += 3) {
            String message = refusal(json.substring(0, length));
            assertEquals("a.geojson is not valid JSON or breaks off (line 1): get the file again.", message);
        }
    }

    @Test
    void otherJsonIsRefused() {
        String not =
                " is JSON but not a GeoJSON feature collection: save the boundaries as GeoJSON (a FeatureCollection) and"
                        + " import that.";
        assertEquals("a.geojson" + not, refusal("{}"));
        assertEquals("a.geojson" + not, refusal("{\"type\":\"Feature\"}"));
        assertEquals("a.geojson" + not, refusal("{\"displayFieldName\":\"\",\"features\":[{\"attributes\":{}}]}"));
        assertEquals("a.geojson holds no boundaries: choose another file.", refusal(collection("")));
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);

        assertEquals(
                "a.geojson is not valid JSON or breaks off: get the file again.",
                refusal(collection("", feature("W01000001", deep))));
        String forty = "[".repeat(40) + "1" + "]".repeat(40);
        assertTrue(refusal(collection("", feature("W01000001", forty)))
                .startsWith("Nothing of a.geojson can be imported"));
    }

    @Test
    void lowerCaseAndPrefixedColumnsAreFound() {
        BoundaryFiles.Reading reading = read(collection(
                "",
                feature("W01000001", DEGREES).replace("LSOA21CD", "F_lsoa21cd").replace("LSOA21NM", "lsoa21nm")));

        assertEquals("F_lsoa21cd", reading.summary().codeColumn());
        assertEquals("lsoa21nm", reading.summary().nameColumn());
        assertEquals("Area W01000001", reading.areas().get(0).name());
    }

    private BoundaryFiles.Reading read(String json) {
        return BoundaryFiles.read(write(json), "lsoa-2021");
    }

    private String refusal(String json) {
        return assertThrows(UnreadableFileException.class, () -> read(json)).getMessage();
    }

    private Path write(String json) {
        try {
            return Files.writeString(folder.resolve("a.geojson"), json, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String collection(String crs, String... features) {
        return "{\"type\":\"FeatureCollection\"," + crs + "\"features\":[" + String.join(",", features) + "]}";
    }

    private static String feature(String code, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"LSOA21CD\":\"" + code + "\",\"LSOA21NM\":\"Area " + code
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}";
    }
}
