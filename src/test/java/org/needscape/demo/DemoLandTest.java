package org.needscape.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.needscape.geoio.grid.GridPoint;
import org.needscape.geoio.grid.Ostn15;
import org.needscape.spatial.Contiguity;
import org.needscape.spatial.Neighbours;

class DemoLandTest {

    private static final double SQUARE_KILOMETRE = 1e6;

    @Test
    void theAreasCoverTheCountyWithoutGapsOrOverlaps() {
        Geometry[] areas = Aldermoor.boundaries().toArray(new Geometry[0]);

        assertFalse(CoverageValidator.hasInvalidResult(CoverageValidator.validate(areas)));
        for (Geometry area : areas) {
            assertTrue(area.isValid());
        }
    }

    @Test
    void theCityIsTheOnlyHole() {
        Polygon county = (Polygon) CoverageUnion.union(Aldermoor.boundaries().toArray(new Geometry[0]));

        assertEquals(1, county.getNumInteriorRing());
        Geometry city = county.getFactory().createPolygon(county.getInteriorRingN(0));
        double cityArea = city.getArea() / SQUARE_KILOMETRE;
        assertTrue(cityArea > 60 && cityArea < 140, cityArea + " square kilometres");
        double countyArea = county.getArea() / SQUARE_KILOMETRE;
        assertTrue(countyArea > 2500 && countyArea < 2700, countyArea + " square kilometres");
    }

    @Test
    void eachDistrictIsExactlyTheUnionOfItsAreas() {
        List<Geometry> districts = new ArrayList<>();
        for (District district : CountyPlan.DISTRICTS) {
            Geometry[] members = Aldermoor.COUNTY.areas().stream()
                    .filter(area -> area.district().equals(district))
                    .map(DemoArea::boundary)
                    .toArray(Geometry[]::new);
            Geometry boundary = Aldermoor.COUNTY.mesh().boundary(district);
            assertTrue(boundary.isValid());
            assertEquals(1, boundary.getNumGeometries(), district.name());
            assertEquals(CoverageUnion.union(members).norm(), boundary.norm(), district.name());
            districts.add(boundary);
        }
        assertFalse(CoverageValidator.hasInvalidResult(CoverageValidator.validate(districts.toArray(new Geometry[0]))));
    }

    @Test
    void theDistrictsHaveAsManyAreasAsPlanned() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (District district : CountyPlan.DISTRICTS) {
            sizes.put(
                    district.name(),
                    Aldermoor.areas(area -> area.district().equals(district)).size());
        }

        assertEquals(
                Map.of(
                        "Alder Valley", 66,
                        "Bracken Moors", 58,
                        "Easterwold", 62,
                        "Hartsmere", 68,
                        "Kelbourne", 70,
                        "Millbrook", 82,
                        "Ravensholt", 74,
                        "Thornwick", 60),
                sizes);
    }

    @Test
    void townsAreMadeOfSmallAreasAndTheCountryOfLargeOnes() {
        double town = meanSquareKilometres(Aldermoor.areas(area -> !area.isRural()));
        double country =
                meanSquareKilometres(Aldermoor.areas(area -> area.settlement().isEmpty()));

        assertTrue(town > 0.4 && town < 1.0, "towns " + town);
        assertTrue(country > 15 && country < 30, "country " + country);
    }

    @Test
    void bordersAreAsFineAsGeneralisedOnes() {
        // The pilot counties' generalised (BGC) boundaries have 66 (Staffordshire) and 74 (Warwickshire) vertices an
        // LSOA.
        double vertices = Aldermoor.boundaries().stream()
                .mapToInt(Geometry::getNumPoints)
                .average()
                .orElse(0);

        assertTrue(vertices > 50 && vertices < 100, vertices + " vertices an area");
    }

    @Test
    void everyCornerLiesOnTheGridOfOneCentimetreWithinOstn15AndEnglandsBox() {
        // England on the British National Grid: 82,000 to 656,000 east, 5,000 to 658,000 north.
        Envelope england = new Envelope(82_000, 656_000, 5_000, 658_000);
        for (Geometry boundary : Aldermoor.boundaries()) {
            assertTrue(england.contains(boundary.getEnvelopeInternal()));
            for (Coordinate corner : boundary.getCoordinates()) {
                assertEquals(Math.rint(corner.x * 100) / 100, corner.x);
                assertEquals(Math.rint(corner.y * 100) / 100, corner.y);
            }
            Coordinate first = boundary.getCoordinate();
            assertTrue(
                    Ostn15.toLongitudeLatitude(new GridPoint(first.x, first.y)).isPresent());
        }
    }

    @Test
    void everyAreaHasNeighboursAndAboutAsManyAsRealOnes() {
        Neighbours neighbours = Contiguity.QUEEN.neighboursOf(Aldermoor.boundaries());

        assertEquals(List.of(), neighbours.isolates());
        // Staffordshire: 5.50 a LSOA; England: 5.86.
        double mean = neighbours.linkCount() / 540.0;
        assertTrue(mean > 5 && mean < 6.2, mean + " neighbours an area");
    }

    @Test
    void theMiddleOfAnAreaLiesInside() {
        for (DemoArea area : Aldermoor.COUNTY.areas()) {
            assertTrue(area.boundary().contains(area.boundary().getFactory().createPoint(area.middle())), area.name());
        }
    }

    @Test
    void anotherSeedMakesCleanLandToo() {
        LsoaMesh mesh = new LsoaMesh(20_260_101);
        Geometry[] areas = mesh.areas().stream().map(DemoArea::boundary).toArray(Geometry[]::new);

        assertEquals(540, areas.length);
        assertFalse(CoverageValidator.hasInvalidResult(CoverageValidator.validate(areas)));
        assertEquals(1, ((Polygon) CoverageUnion.union(areas)).getNumInteriorRing());
    }

    private static double meanSquareKilometres(List<Integer> areas) {
        return areas.stream()
                        .mapToDouble(at -> Aldermoor.boundaries().get(at).getArea())
                        .average()
                        .orElse(0)
                / SQUARE_KILOMETRE;
    }
}
