package org.needscape.geoio.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiPolygon;
import org.needscape.RealData;
import org.needscape.area.AreaCode;
import org.needscape.area.Geography;
import org.needscape.area.SmallArea;
import org.needscape.geoio.BoundaryFiles;
import org.needscape.progress.Progress;
import org.needscape.report.ImportLog;
import org.needscape.report.ImportProblem;
import org.needscape.report.ImportReport;
import org.needscape.report.UnreadableFileException;

/** The publishers' own files; what is expected of them is in the MANIFEST.md beside them. */
class RealBoundariesTest {

    @Test
    void staffordshireIsTheSameInAllThreeFormats() {
        BoundaryFiles.Reading shapefile =
                BoundaryFiles.read(RealData.require("boundaries/staffordshire_lsoa11.shp.zip"), "lsoa-2011");
        BoundaryFiles.Reading geoPackage =
                BoundaryFiles.read(RealData.require("boundaries/staffordshire_lsoa11.gpkg"), "lsoa-2011");
        BoundaryFiles.Reading geoJson =
                BoundaryFiles.read(RealData.require("boundaries/staffordshire_lsoa11.geojson"), "lsoa-2011");

        assertEquals(528, shapefile.codes().size());
        assertEquals(Set.copyOf(shapefile.codes()), Set.copyOf(geoPackage.codes()));
        assertEquals(Set.copyOf(shapefile.codes()), Set.copyOf(geoJson.codes()));
        assertEquals("Cannock Chase 003A", shapefile.area("E01029345").name());
        for (SmallArea area : shapefile.areas()) {
            String code = area.id().code().value();
            SmallArea other = geoPackage.area(code);
            assertEquals(area.name(), other.name());
            assertEquals(area.name(), geoJson.area(code).name());
            assertTrue(area.boundary().equalsTopo(other.boundary()), code);
            // The copies in degrees were made without the OSTN15 grid: moved by up to 2 m, and scaled by some
            // millionths.
            double byDegrees = geoJson.area(code).areaSquareMetres();
            assertEquals(area.areaSquareMetres(), byDegrees, area.areaSquareMetres() * 2e-4, code);
            assertEquals(0, area.centroid().distance(geoJson.area(code).centroid()), 2.5, code);
        }
        assertEquals(BoundaryFormat.SHAPEFILE_ZIP, shapefile.summary().format());
        assertEquals("LSOA11CD", geoPackage.summary().codeColumn());
        assertEquals("LSOA11NM", geoPackage.summary().nameColumn());
        assertFalse(geoJson.summary().fictional());
    }

    @Test
    void boundariesInDegreesStillShareTheirPoints() {
        // 1,451 pairs of neighbours share a point in the clean file; here the points were converted to degrees with 15
        // decimals and
        // back, and must be equal to the centimetre again: every point on a border stands in two areas.
        BoundaryFiles.Reading clean =
                BoundaryFiles.read(RealData.require("boundaries/staffordshire_lsoa11.geojson"), "lsoa-2011");
        BoundaryFiles.Reading dirty = BoundaryFiles.read(
                RealData.require("boundaries/dirty/staffordshire_lsoa11_2016_fullprecision.geojson"), "lsoa-2011");

        assertEquals(1_451, queenPairs(clean.areas()));
        // One pair, E01029490 and E01029528, touches only in the older generalisation, of which this file is a copy.
        assertEquals(1_452, queenPairs(dirty.areas()));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_lsoa11_as_published.geojson, lsoa-2011, E01018992 E01027444 E01019228 E01019900 E01024572",
        "invalid_lsoa21_as_published.geojson, lsoa-2021,"
                + " E01017290 E01031952 E01020541 E01019228 E01020312 E01024572 E01019900",
        "staffordshire_lsoa11_2016_fullprecision.geojson, lsoa-2011, E01029397"
    })
    void invalidBoundariesAsPublishedAreRepairedAndSaidSo(String file, String geography, String repaired) {
        BoundaryFiles.Reading reading = BoundaryFiles.read(RealData.require("boundaries/dirty/" + file), geography);

        List<String> expected = List.of(repaired.split(" "));
        ImportReport report = reading.report();
        assertEquals(
                expected, report.problems().stream().map(ImportProblem::area).toList());
        assertEquals(report.read(), report.accepted());
        assertEquals(0, report.refused());
        assertTrue(reading.areas().stream().allMatch(area -> area.boundary().isValid()));
        assertTrue(
                report.problems().stream()
                        .allMatch(problem -> problem.reason().startsWith("Its boundary was not valid (")),
                report.problems().toString());
    }

    @Test
    void topoJsonIsRefused() {
        assertEquals(
                "topo_cannock_chase_lsoa11.json is TopoJSON, not GeoJSON: save the boundaries as GeoJSON (a"
                        + " FeatureCollection) and import that.",
                refusal("boundaries/dirty/topo_cannock_chase_lsoa11.json", "lsoa-2011"));
    }

    @ParameterizedTest
    @CsvSource({
        "boundaries/staffordshire_lsoa21.geojson, lsoa-2011, lsoa-2021, LSOA21CD",
        "boundaries/staffordshire_lsoa21.gpkg, lsoa-2011, lsoa-2021, LSOA21CD",
        "boundaries/staffordshire_lsoa11.shp.zip, lsoa-2021, lsoa-2011, LSOA11CD",
        "boundaries/staffordshire_lad19.shp.zip, lad-2024, lad-2019, LAD19CD",
        "boundaries/staffordshire_and_stoke_msoa11.gpkg, lsoa-2011, msoa-2011, MSOA11CD"
    })
    void fileOfAnotherGeographyIsRefusedWholeEvenWhereMostCodesAgree(
            String file, String geography, String found, String column) {
        String fileName = file.substring(file.lastIndexOf('/') + 1);

        assertEquals(
                fileName + " holds " + found + " boundaries (column " + column + "), not " + geography
                        + ": give its geography as " + found + ".",
                refusal(file, geography));
    }

    @Test
    void conditionChoosesRecords() {
        BoundaryFiles.Reading reading = BoundaryFiles.read(
                RealData.require("boundaries/staffordshire_lsoa11.shp.zip"),
                "lsoa-2011",
                Optional.of("LSOA11NM LIKE 'Cannock%'"));

        assertEquals(60, reading.areas().size());
        assertTrue(reading.areas().stream().allMatch(area -> area.name().startsWith("Cannock Chase ")));
        assertEquals(
                List.of("468 of 528 records do not meet the condition."),
                reading.report().notes());
    }

    @Test
    void referenceFileInMetresIsReadByItsCrsMember() {
        Map<AreaCode, MultiPolygon> boundaries = new HashMap<>();
        ImportLog log = new ImportLog("staffordshire.geojson");
        BoundarySummary summary = BoundaryReader.readGeometries(
                RealData.require("reference/staffordshire.geojson"),
                "staffordshire.geojson",
                Optional.of("id"),
                Optional.empty(),
                boundary -> boundaries.put(boundary.code(), boundary.boundary()),
                log,
                Progress.SILENT);

        assertEquals(528, summary.areaCount());
        assertEquals("British National Grid (EPSG:27700)", summary.coordinateSystem());
        // The first ring of record 1 begins at 405685, 317451 in the file.
        assertEquals(
                new Coordinate(405_685, 317_451),
                boundaries.get(new AreaCode("1")).getCoordinates()[0]);
    }

    @Test
    void englandIsReadWholeFromItsShapefile() {
        double[] areaSquareKilometres = new double[1];
        Set<String> codes = new HashSet<>();
        ImportLog log = new ImportLog("england_lsoa11_bgc.shp.zip");
        BoundaryReader.read(
                RealData.require("boundaries/england_lsoa11_bgc.shp.zip"),
                "england_lsoa11_bgc.shp.zip",
                Geography.parse("lsoa-2011"),
                Optional.empty(),
                area -> {
                    codes.add(area.id().code().value());
                    areaSquareKilometres[0] += area.areaSquareMetres() / 1e6;
                },
                log,
                Progress.SILENT);

        assertEquals(32_844, codes.size());
        assertEquals(0, log.toReport().refused());
        // select sum(st_area(geometry)) / 1e6 of the same file by GDAL 3.6.2 (ogrinfo, dialect sqlite):
        // 130460.930385051.
        assertEquals(130_460.9, areaSquareKilometres[0], 0.1);
    }

    private static String refusal(String file, String geography) {
        return assertThrows(UnreadableFileException.class, () -> BoundaryFiles.read(RealData.require(file), geography))
                .getMessage();
    }

    /** Pairs of areas that have a point in common, found by equal coordinates. */
    private static int queenPairs(List<SmallArea> areas) {
        Map<Coordinate, Set<Integer>> areasByPoint = new HashMap<>();
        for (int i = 0; i < areas.size(); i++) {
            for (Coordinate point : areas.get(i).boundary().getCoordinates()) {
                areasByPoint.computeIfAbsent(point, key -> new HashSet<>()).add(i);
            }
        }
        Set<List<Integer>> pairs = new HashSet<>();
        for (Set<Integer> sharing : areasByPoint.values()) {
            List<Integer> sorted = new ArrayList<>(sharing);
            sorted.sort(null);
            for (int i = 0; i < sorted.size(); i++) {
                for (int j = i + 1; j < sorted.size(); j++) {
                    pairs.add(List.of(sorted.get(i), sorted.get(j)));
                }
            }
        }
        return pairs.size();
    }
}
