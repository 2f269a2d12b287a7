package org.needscape.geoio.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.RealData;
import org.needscape.area.AreaCode;
import org.needscape.area.AreaId;
import org.needscape.area.SmallArea;
import org.needscape.geoio.BoundaryFiles;
import org.needscape.geoio.Ogrinfo;
import org.needscape.geoio.boundary.BoundaryReader;
import org.needscape.geoio.grid.GridPoint;
import org.needscape.geoio.grid.LongitudeLatitude;
import org.needscape.geoio.grid.Ostn15;
import org.needscape.indicator.Value;
import org.needscape.layer.Cell;
import org.needscape.layer.Layer;
import org.needscape.layer.LayerRow;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;

class LayerGeoJsonWriterTest {

    @TempDir
    Path folder;

    @Test
    void propertiesAreInOrderWithNullAndAStateForEveryUnknownNumber() throws IOException {
        JsonNode features = parse(SampleLayers.rates(SampleLayers.REAL)).get("features");

        assertEquals("W01000001", features.get(0).get("id").textValue());
        assertEquals(
                "{\"code\":\"W01000001\",\"name\":\"Llŷn a'r Ŵyl, \\\"y de\\\"\",\"district\":\"W06000002\",\"value\":12.35,"
                        + "\"state\":\"known\",\"class\":\"1\",\"state_words\":\"known\",\"z_score\":-1.771,\"z_score_state\":\"known\","
                        + "\"children\":1296,\"remark\":\"=HYPERLINK(\\\"x\\\")\"}",
                features.get(0).get("properties").toString());
        assertEquals(
                "{\"code\":\"W01000002\",\"name\":\"-2 Two\",\"district\":\"W06000002\",\"value\":null,"
                        + "\"state\":\"suppressed\",\"class\":\"\",\"state_words\":\"hidden to protect children\",\"z_score\":null,\"z_score_state\":\"suppressed\","
                        + "\"children\":0,\"remark\":\"\"}",
                features.get(1).get("properties").toString());
        assertEquals("0", features.get(2).get("properties").get("value").toString());
    }

    @Test
    void hiddenIsToldFromNoDataAndFromZeroInWords() throws IOException {
        List<String> told = new ArrayList<>();
        parse(SampleLayers.everyState(SampleLayers.REAL))
                .get("features")
                .forEach(feature -> told.add(feature.at("/properties/value") + " "
                        + feature.at("/properties/state_words").textValue()));

        assertEquals(
                List.of(
                        "0 known",
                        "null hidden to protect children",
                        "null not available",
                        "null does not apply",
                        "null rounds to zero"),
                told);
    }

    @Test
    void outerRingsRunCounterClockwiseAndHolesClockwiseInLongitudeAndLatitude() throws IOException {
        JsonNode polygon = parse(SampleLayers.rates(SampleLayers.REAL)).at("/features/0/geometry/coordinates/0");

        assertTrue(signedArea(polygon.get(0)) > 0);
        assertTrue(signedArea(polygon.get(1)) < 0);
        assertEquals(polygon.get(0).get(0), polygon.get(0).get(polygon.get(0).size() - 1));
        // Half of the sixth decimal.
        LongitudeLatitude corner =
                Ostn15.toLongitudeLatitude(new GridPoint(390_000, 320_000)).orElseThrow();
        assertEquals(corner.longitudeDegrees(), polygon.at("/0/0/0").doubleValue(), 5e-7);
        assertEquals(corner.latitudeDegrees(), polygon.at("/0/0/1").doubleValue(), 5e-7);
    }

    @Test
    void layerMemberDescribesTheLayerAsTheApiDoes() throws IOException {
        JsonNode layer = parse(SampleLayers.rates(SampleLayers.INVENTED)).get("layer");

        List<String> names = new ArrayList<>();
        layer.fieldNames().forEachRemaining(names::add);
        assertEquals(
                List.of(
                        "id",
                        "title",
                        "kind",
                        "group",
                        "extent",
                        "geography",
                        "period",
                        "unit",
                        "decimals",
                        "valueLabel",
                        "sentence",
                        "columns",
                        "legend",
                        "cautions",
                        "sources",
                        "manifest"),
                names);
        assertEquals(
                "{\"name\":\"fictional-county\",\"title\":\"Aldermoor (fictional)\",\"fictional\":true}",
                layer.get("extent").toString());
        assertEquals("Help given", layer.get("group").textValue());
        assertEquals(
                "{\"code\":\"1\",\"label\":\"Highest tenth\",\"colour\":\"#08306b\",\"areaCount\":1}",
                layer.at("/legend/0").toString());
        assertEquals(
                "Children looked after: Department for Education, Open Government Licence v3.0",
                layer.at("/sources/0").textValue());
        assertEquals("1", layer.at("/manifest/parameters/seed").textValue());
    }

    @Test
    void everyFeatureOfAnInventedExtentSaysFictional() throws IOException {
        parse(SampleLayers.rates(SampleLayers.INVENTED))
                .get("features")
                .forEach(feature -> assertEquals(
                        "fictional data", feature.at("/properties/fictional").textValue()));
        assertFalse(parse(SampleLayers.rates(SampleLayers.REAL))
                .at("/features/0/properties")
                .has("fictional"));
    }

    @Test
    void layerWithoutRowsIsACollectionWithoutFeatures() throws IOException {
        assertEquals(
                0,
                parse(SampleLayers.layer(SampleLayers.REAL, List.of()))
                        .get("features")
                        .size());
    }

    @Test
    void gdalReadsIt() throws Exception {
        Path file = folder.resolve("layer.geojson");
        Files.write(file, bytes(SampleLayers.rates(SampleLayers.REAL), SampleLayers.boundaries()));

        String text = Ogrinfo.read(file.toString(), "-geom=NO");
        assertTrue(text.contains("Feature Count: 3"), text);
        assertTrue(text.contains("Geometry: Multi Polygon"), text);
        assertTrue(text.contains("z_score (Real) = -1.771"), text);
        assertFalse(text.contains("Warning"), text);
    }

    @Test
    void aCountyComesBackToWithinTheSixthDecimalAndIsWrittenFastEnough() throws IOException {
        List<SmallArea> areas = BoundaryFiles.read(
                        RealData.require("boundaries/staffordshire_lsoa11.shp.zip"), "lsoa-2011")
                .areas();
        Path file = folder.resolve("county.geojson");
        Map<AreaCode, MultiPolygon> boundaries = new HashMap<>();
        List<LayerRow> rows = new ArrayList<>();
        for (SmallArea area : areas) {
            boundaries.put(area.id().code(), area.boundary());
            rows.add(new LayerRow(
                    area.id().code(),
                    area.name(),
                    "E07000192",
                    Value.known(1.5),
                    "1",
                    List.of(Cell.of(1.25), Cell.of(3), Cell.of("x"))));
        }
        Layer layer = SampleLayers.layer(SampleLayers.REAL, rows);
        long fastestNanoseconds = Long.MAX_VALUE;
        for (int run = 0; run < 30; run++) {
            long start = System.nanoTime();
            byte[] bytes = bytes(layer, boundaries);
            fastestNanoseconds = Math.min(fastestNanoseconds, System.nanoTime() - start);
            Files.write(file, bytes);
        }
        // Promised are 30 ms once warm; a machine with other work to do is allowed some more.
        assertTrue(fastestNanoseconds < 100_000_000, fastestNanoseconds / 1_000_000 + " ms");

        List<SmallArea> back = new ArrayList<>();
        BoundaryReader.readGeometries(
                file,
                "county.geojson",
                Optional.empty(),
                Optional.empty(),
                boundary -> back.add(new SmallArea(
                        new AreaId(areas.get(0).id().geography(), boundary.code()),
                        boundary.name(),
                        boundary.boundary())),
                new ImportLog("county.geojson"),
                Progress.SILENT);
        assertEquals(528, back.size());
        for (int i = 0; i < areas.size(); i++) {
            assertEquals(areas.get(i).id(), back.get(i).id());
            assertEquals(areas.get(i).name(), back.get(i).name());
            // The sixth decimal is 0.11 m of latitude: half of it, and half a centimetre of rounding to the grid.
            assertEquals(0, areas.get(i).centroid().distance(back.get(i).centroid()), 0.07);
        }
    }

    private static JsonNode parse(Layer layer) throws IOException {
        return new ObjectMapper().readTree(new String(bytes(layer, SampleLayers.boundaries()), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(Layer layer, Map<AreaCode, MultiPolygon> boundaries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LayerGeoJsonWriter.write(layer, boundaries, out);
        return out.toByteArray();
    }

    private static double signedArea(JsonNode ring) {
        double twice = 0;
        for (int i = 0; i + 1 < ring.size(); i++) {
            twice += ring.get(i).get(0).doubleValue() * ring.get(i + 1).get(1).doubleValue()
                    - ring.get(i + 1).get(0).doubleValue() * ring.get(i).get(1).doubleValue();
        }
        return twice / 2;
    }
}
