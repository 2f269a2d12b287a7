package org.needscape.journey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.needscape.JourneyService;

/** Somebody asks which areas are here: with the box of a map, and with a point. */
class PlaceJourneyTest {

    private static final String EXTENT = "/api/v1/extents/fictional-county";
    private static final String LSOAS = EXTENT + "/geometries/lsoa-2021";

    /** In the middle of the city that is no part of the county. */
    private static final String STONEMERE = "1.2779,53.5628";

    private static final GeometryFactory FACTORY = new GeometryFactory();

    @TempDir
    private static Path folder;

    private static JourneyService service;

    /** By code, as the service hands them out. */
    private static Map<String, JsonNode> features;

    @BeforeAll
    static void serve() throws Exception {
        service = JourneyService.withFictionalCounty(folder.resolve("store"));
        features = features("");
        assertEquals(540, features.size());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void boxFindsEveryAreaThatTouchesItAndNoneThatIsFarFromIt() throws Exception {
        // North of the grid is 2.7 degrees from true north here, so that a box stands askew on it.
        double slackFraction = 0.1;
        int checked = 0;
        for (JsonNode feature : features.values()) {
            if (checked++ % 9 > 0) {
                continue;
            }
            Geometry box = shape(feature).getEnvelope();
            Envelope wide = box.getEnvelopeInternal();
            wide.expandBy(slackFraction * Math.max(wide.getWidth(), wide.getHeight()));
            List<String> touching = new ArrayList<>();
            List<String> near = new ArrayList<>();
            features.forEach((code, other) -> {
                if (box.intersects(shape(other))) {
                    touching.add(code);
                }
                if (wide.intersects(shape(other).getEnvelopeInternal())) {
                    near.add(code);
                }
            });

            Map<String, JsonNode> found = features(bbox(box.getEnvelopeInternal()));

            assertTrue(found.keySet().containsAll(touching), () -> box + " lacks some of " + touching);
            assertTrue(near.containsAll(found.keySet()), () -> box + " has more than " + near);
            assertEquals(
                    List.copyOf(found.keySet()),
                    found.keySet().stream().sorted().toList());
            found.forEach((code, area) -> assertEquals(features.get(code), area));
        }
        assertEquals(540, checked);
    }

    @Test
    void boxWithoutWidthOrHeightFindsTheAreasWithThatCorner() throws Exception {
        JsonNode feature = features.get("E01999042");
        for (JsonNode position : feature.at("/geometry/coordinates/0/0")) {
            String corner = position.get(0) + "," + position.get(1);
            assertTrue(features("?bbox=" + corner + "," + corner).containsKey("E01999042"), corner);
        }
    }

    @Test
    void boxAroundTheWorldAnswersTheDocumentOfAllAreas() throws Exception {
        HttpResponse<byte[]> all = service.get(LSOAS);
        for (String box : new String[] {"-180,-90,180,90", "0,-90,-1e-9,90", " +0.5, 5.3E1 ,2,54"}) {
            HttpResponse<byte[]> boxed = service.get(LSOAS + "?bbox=" + URLEncoder.encode(box, StandardCharsets.UTF_8));
            assertArrayEquals(all.body(), boxed.body(), box);
            assertEquals(all.headers().firstValue("ETag"), boxed.headers().firstValue("ETag"));
        }
    }

    @Test
    void boxMayGoAroundTheBackOfTheEarth() throws Exception {
        Map<String, JsonNode> east = features("?bbox=1.3,53,180,54");
        Map<String, JsonNode> west = features("?bbox=-180,53,1.2,54");
        assertTrue(east.size() > 50 && west.size() > 50, east.size() + " and " + west.size());

        assertEquals(east, features("?bbox=1.3,53,-179,54"));
        assertEquals(west, features("?bbox=179,53,1.2,54"));
        Map<String, JsonNode> both = features("?bbox=1.3,53,1.2,54");
        assertEquals(
                features.keySet().stream()
                        .filter(code -> east.containsKey(code) || west.containsKey(code))
                        .toList(),
                List.copyOf(both.keySet()));
    }

    @Test
    void boxWithNoAreaIsAnEmptyCollection() throws Exception {
        for (String box : new String[] {
            "-2.5,52.5,-1.5,53.2", "1.25,53.55,1.26,53.56", "13,52,14,53", "170,-50,-170,-40", "0,90,0,90", "0,0,0,0"
        }) {
            HttpResponse<byte[]> response = service.get(LSOAS + "?bbox=" + box);
            assertEquals(200, response.statusCode(), box);
            assertEquals(
                    "application/geo+json",
                    response.headers().firstValue("Content-Type").orElseThrow());
            assertEquals(
                    new ObjectMapper().readTree("{\"type\":\"FeatureCollection\",\"features\":[]}"),
                    new ObjectMapper().readTree(response.body()),
                    box);
        }
    }

    @Test
    void unchangedBoxIsNotSentTwice() throws Exception {
        String address = LSOAS + "?bbox=1.3,53.5,1.4,53.6";
        HttpResponse<byte[]> plain = service.get(address);
        HttpResponse<byte[]> packed = service.get(address, "Accept-Encoding", "gzip");
        String tag = plain.headers().firstValue("ETag").orElseThrow();

        assertEquals(304, service.get(address, "If-None-Match", tag).statusCode());
        assertEquals(
                200,
                service.get(LSOAS + "?bbox=1.3,53.5,1.41,53.7", "If-None-Match", tag)
                        .statusCode());
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
        assertEquals("Accept-Encoding", packed.headers().firstValue("Vary").orElseThrow());
    }

    @Test
    void wrongBoxIsRefusedWithWhatItShouldBe() throws Exception {
        String shape = "A box is four numbers in degrees, minLon,minLat,maxLon,maxLat, such as -2.5,52.5,-1.5,53.2.";
        for (String box : new String[] {
            "",
            " ",
            "1",
            "1,2,3",
            "1,2,3,4,5",
            "1,2,0,3,4,0",
            "1,2,,4",
            "1,2,3,4,",
            "1;2;3;4",
            "a,b,c,d",
            "NaN,53,2,54",
            "1,53,Infinity,54",
            "0x1p0,53,2,54",
            "1d,53,2,54",
            "1,53,2,5_4",
            "1,53,2,٥٤",
            "1,53,2," + "5".repeat(80)
        }) {
            assertRefused(LSOAS + "?bbox=" + URLEncoder.encode(box, StandardCharsets.UTF_8), "bbox", shape);
        }
        String longitude = "A longitude, which comes first, lies between -180 and 180 degrees.";
        assertRefused(LSOAS + "?bbox=-180.1,53,2,54", "bbox", longitude);
        assertRefused(LSOAS + "?bbox=1,53,1e999,54", "bbox", longitude);
        assertRefused(
                LSOAS + "?bbox=1,53,2,90.5",
                "bbox",
                "A latitude, which comes after the longitude, lies between -90 and 90 degrees.");
        assertRefused(
                LSOAS + "?bbox=1,54,2,53",
                "bbox",
                "The first latitude of a box is not above the second: write it as minLon,minLat,maxLon,maxLat.");
        assertRefused(LSOAS + "?bbox=1,53,2,54&bbox=1,53,2,55", "bbox", "Give bbox once.");
        assertRefused(LSOAS + "?box=1,53,2,54", "box", "This address takes only the parameters bbox.");
    }

    @Test
    void boxOfWhatIsNotThereIsNotFound() throws Exception {
        for (String path : new String[] {
            "/api/v1/extents/none/geometries/lsoa-2021",
            EXTENT + "/geometries/lsoa-2011",
            EXTENT + "/geometries/lsoa-1066",
            EXTENT + "/geometries/msoa-2021"
        }) {
            assertEquals(404, service.get(path).statusCode(), path);
            assertEquals(404, service.get(path + "?bbox=1,53,2,54").statusCode(), path);
        }
    }

    @Test
    void pointFindsTheSmallAreaAroundItAndThenItsDistrict() throws Exception {
        int checked = 0;
        for (Map.Entry<String, JsonNode> feature : features.entrySet()) {
            if (checked++ % 9 > 0) {
                continue;
            }
            Coordinate inside = shape(feature.getValue()).getInteriorPoint().getCoordinate();

            JsonNode found = areasAt(inside.x + "," + inside.y);

            assertEquals(2, found.size(), found::toString);
            JsonNode small = found.get(0);
            JsonNode district = found.get(1);
            assertEquals(feature.getKey(), small.required("code").textValue());
            assertEquals("lsoa-2021", small.required("geography").textValue());
            assertEquals(feature.getValue().at("/properties/name"), small.required("name"));
            assertEquals("lad-2024", district.required("geography").textValue());
            assertEquals(small.required("district"), district.required("code"));
            assertEquals(small.required("districtName"), district.required("name"));
        }
    }

    @Test
    void pointAnswersAsTheSearchDoes() throws Exception {
        JsonNode searched = service.json(EXTENT + "/areas?q=E01999042&limit=1").at("/areas/0");
        Coordinate inside = shape(features.get("E01999042")).getInteriorPoint().getCoordinate();

        assertEquals(searched, areasAt(inside.x + "," + inside.y).get(0));
    }

    @Test
    void pointInNoAreaFindsNone() throws Exception {
        for (String point : new String[] {STONEMERE, "-1.9,52.7", "13.4,52.5", "53.5,1.3", "0,0", "180,-90"}) {
            assertEquals(0, areasAt(point).size(), point);
        }
        assertEquals(
                404, service.get("/api/v1/extents/none/areas?point=1.3,53.5").statusCode());
    }

    @Test
    void searchIsByTextOrByPoint() throws Exception {
        String areas = EXTENT + "/areas";
        String either = "Give either q, a part of a name or code, or point, as lon,lat.";
        assertRefused(areas, "q", either);
        assertRefused(areas + "?limit=3", "q", either);
        assertRefused(areas + "?q=alder&point=1.3,53.5", "point", either);
        assertRefused(areas + "?q=&point=1.3,53.5", "point", either);
        assertRefused(
                areas + "?point=1.3,53.5&limit=3",
                "limit",
                "A limit goes with q; a point has one area for each geography.");
        assertEquals(0, service.json(areas + "?q=").required("areas").size());
    }

    @Test
    void wrongPointIsRefusedWithWhatItShouldBe() throws Exception {
        String areas = EXTENT + "/areas?point=";
        for (String point : new String[] {"", "1", "1,2,3", "1;2", "one,two", "NaN,53"}) {
            assertRefused(
                    areas + point,
                    "point",
                    "A point is two numbers in degrees, longitude and latitude, such as -2.1,52.8.");
        }
        assertRefused(areas + "181,53", "point", "A longitude, which comes first, lies between -180 and 180 degrees.");
        assertRefused(
                areas + "1,-91",
                "point",
                "A latitude, which comes after the longitude, lies between -90 and 90 degrees.");
        assertRefused(areas + "1,53&point=1,53", "point", "Give point once.");
    }

    private static void assertRefused(String path, String field, String message) throws Exception {
        HttpResponse<byte[]> response = service.get(path);
        JsonNode problem = new ObjectMapper().readTree(response.body());
        assertEquals(400, response.statusCode(), path);
        assertEquals(field, problem.at("/errors/0/field").textValue(), path);
        assertEquals(message, problem.at("/errors/0/message").textValue(), path);
        assertEquals(1, problem.required("errors").size());
    }

    private static JsonNode areasAt(String point) throws Exception {
        return service.json(EXTENT + "/areas?point=" + point).required("areas");
    }

    private static Map<String, JsonNode> features(String query) throws Exception {
        Map<String, JsonNode> byCode = new LinkedHashMap<>();
        for (JsonNode feature : service.json(LSOAS + query).required("features")) {
            byCode.put(feature.required("id").textValue(), feature);
        }
        return byCode;
    }

    private static String bbox(Envelope box) {
        return "?bbox=" + box.getMinX() + "," + box.getMinY() + "," + box.getMaxX() + "," + box.getMaxY();
    }

    /** In degrees, as it is handed out. */
    private static MultiPolygon shape(JsonNode feature) {
        List<Polygon> parts = new ArrayList<>();
        for (JsonNode part : feature.at("/geometry/coordinates")) {
            List<LinearRing> rings = new ArrayList<>();
            for (JsonNode ring : part) {
                List<Coordinate> positions = new ArrayList<>();
                ring.forEach(position -> positions.add(new Coordinate(
                        position.get(0).doubleValue(), position.get(1).doubleValue())));
                rings.add(FACTORY.createLinearRing(positions.toArray(Coordinate[]::new)));
            }
            parts.add(FACTORY.createPolygon(
                    rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
        }
        return FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }
}
