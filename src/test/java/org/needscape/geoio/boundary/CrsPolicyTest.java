package org.needscape.geoio.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.needscape.geoio.grid.NationalGrid;
import org.needscape.report.UnreadableFileException;

@Timeout(20)
class CrsPolicyTest {

    private static final String WGS84 = "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,"
            + "298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    @Test
    void nationalGridIsRecognisedFromTheTextThatEsriWrites() {
        assertEquals(FileCrs.NATIONAL_GRID, CrsPolicy.ofWkt(NationalGrid.ESRI_WKT, "a.zip"));
    }

    @Test
    void nationalGridIsRecognisedFromOtherTextsToo() {
        // As GDAL writes it, with an authority and a shift of datum.
        assertEquals(
                FileCrs.NATIONAL_GRID,
                CrsPolicy.ofWkt(
                        """
                        PROJCS["OSGB36 / British National Grid",
                          GEOGCS["OSGB36", DATUM["Ordnance_Survey_of_Great_Britain_1936",
                            SPHEROID["Airy 1830",6377563.396,299.3249646], AUTHORITY["EPSG","6277"]],
                            PRIMEM["Greenwich",0], UNIT["degree",0.0174532925199433], AUTHORITY["EPSG","4277"]],
                          PROJECTION["Transverse_Mercator"], PARAMETER["latitude_of_origin",49],
                          PARAMETER["central_meridian",-2], PARAMETER["scale_factor",0.9996012717],
                          PARAMETER["false_easting",400000], PARAMETER["false_northing",-100000],
                          UNIT["metre",1], AXIS["Easting",EAST], AXIS["Northing",NORTH], AUTHORITY["EPSG","27700"]]
                        """,
                        "a.zip"));
    }

    @Test
    void everyParameterCounts() {
        String grid = NationalGrid.ESRI_WKT.replace("British_National_Grid", "Nearly");
        assertEquals(FileCrs.NATIONAL_GRID, CrsPolicy.ofWkt(grid, "a.zip"));
        for (String[] change : new String[][] {
            {"400000.0", "500000.0"},
            {"-100000.0", "0.0"},
            {"\"Central_Meridian\",-2.0", "\"Central_Meridian\",-3.0"},
            {"0.9996012717", "0.9996"},
            {"\"Latitude_Of_Origin\",49.0", "\"Latitude_Of_Origin\",0.0"},
            {"6377563.396,299.3249646", "6378137.0,298.257223563"},
            {"UNIT[\"Meter\",1.0]", "UNIT[\"Foot\",0.3048]"}
        }) {
            assertEquals(
                    "a.zip has its coordinates in Nearly: save it in the British National Grid (EPSG:27700) or in longitude and"
                            + " latitude (WGS 84) and import that.",
                    refusal(grid.replace(change[0], change[1])),
                    change[1]);
        }
    }

    @Test
    void degreesOfWgs84AreTakenButNotThoseOfTheOldDatum() {
        assertEquals(FileCrs.LONGITUDE_LATITUDE, CrsPolicy.ofWkt(WGS84, "a.zip"));
        String old = NationalGrid.ESRI_WKT.substring(
                NationalGrid.ESRI_WKT.indexOf("GEOGCS"), NationalGrid.ESRI_WKT.indexOf(",PROJECTION"));
        assertTrue(refusal(old).startsWith("a.zip has its coordinates in GCS_OSGB_1936: "), refusal(old));
    }

    @Test
    void webMercatorIsRefused() {
        String mercator = "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + WGS84
                + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],UNIT[\"Meter\",1.0]]";

        assertTrue(
                refusal(mercator).startsWith("a.zip has its coordinates in WGS_1984_Web_Mercator_Auxiliary_Sphere: "),
                refusal(mercator));
    }

    @Test
    void nonsenseAndDepthAreRefused() {
        String start = "a.zip has its coordinates in something that cannot be read: ";
        assertTrue(refusal("").startsWith(start));
        assertTrue(refusal("nonsense").startsWith(start));
        assertTrue(refusal("A[".repeat(5_000) + "]".repeat(5_000)).startsWith(start));
    }

    private static String refusal(String wkt) {
        return assertThrows(UnreadableFileException.class, () -> CrsPolicy.ofWkt(wkt, "a.zip"))
                .getMessage();
    }
}
