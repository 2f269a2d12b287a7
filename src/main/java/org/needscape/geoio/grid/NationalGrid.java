package org.needscape.geoio.grid;

/**
 * What the British National Grid (EPSG:27700) is: the constants of its projection, its extent and its text for shapefiles.
 *
 * <p>Source: Ordnance Survey, A guide to coordinate systems in Great Britain, version 3.6, 2020, annexe A.
 */
public final class NationalGrid {

    /** Where the grid ends: 700 km east and 1,250 km north of its false origin. */
    public static final double MAX_EASTING_METRES = 700_000;

    public static final double MAX_NORTHING_METRES = 1_250_000;

    public static final double FALSE_EASTING_METRES = 400_000;
    public static final double FALSE_NORTHING_METRES = -100_000;
    public static final double CENTRAL_MERIDIAN_DEGREES = -2;
    public static final double ORIGIN_LATITUDE_DEGREES = 49;
    public static final double SCALE_FACTOR = 0.9996012717;

    public static final double AIRY_SEMI_MAJOR_METRES = 6_377_563.396;
    public static final double AIRY_INVERSE_FLATTENING = 299.3249646;

    /** The content of a {@code .prj} file, as ESRI writes it. */
    public static final String ESRI_WKT =
            "PROJCS[\"British_National_Grid\",GEOGCS[\"GCS_OSGB_1936\",DATUM[\"D_OSGB_1936\","
                    + "SPHEROID[\"Airy_1830\",6377563.396,299.3249646]],PRIMEM[\"Greenwich\",0.0],"
                    + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],"
                    + "PARAMETER[\"False_Easting\",400000.0],PARAMETER[\"False_Northing\",-100000.0],"
                    + "PARAMETER[\"Central_Meridian\",-2.0],PARAMETER[\"Scale_Factor\",0.9996012717],"
                    + "PARAMETER[\"Latitude_Of_Origin\",49.0],UNIT[\"Meter\",1.0]]";

    private NationalGrid() {}

    /** Whether a point lies on the grid. */
    public static boolean contains(double eastingMetres, double northingMetres) {
        return eastingMetres >= 0
                && eastingMetres <= MAX_EASTING_METRES
                && northingMetres >= 0
                && northingMetres <= MAX_NORTHING_METRES;
    }
}
