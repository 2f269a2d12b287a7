package org.needscape.demo;

import java.util.List;

/**
 * What was decided about the county before chance came in: its names, its districts, its towns and the corners of its outline.
 * All names are invented; no district or county of England bears them. The place is arbitrary and lies in the North Sea, where
 * nobody can take it for a real neighbourhood, within the extent of OSTN15.
 */
final class CountyPlan {

    static final String COUNTY_CODE = "E10999001";
    static final String COUNTY_NAME = "Aldermoor";
    static final String CITY_NAME = "Stonemere";

    /** Easting and northing of the south-west corner of the plan. */
    static final double EAST_ORIGIN_METRES = 590_000;

    static final double NORTH_ORIGIN_METRES = 378_000;

    static final District ALDER_VALLEY = new District("E07999001", "Alder Valley", -0.10, 1.0, 5, 13);
    static final District BRACKEN_MOORS = new District("E07999002", "Bracken Moors", -0.10, 0.9, 8, 14);
    static final District EASTERWOLD = new District("E07999003", "Easterwold", -0.50, 0.55, 10, 14);
    static final District HARTSMERE = new District("E07999004", "Hartsmere", -0.55, 0.55, 8, 14);
    static final District KELBOURNE = new District("E07999005", "Kelbourne", 0.00, 1.0, 7, 13);
    static final District MILLBROOK = new District("E07999006", "Millbrook", 0.25, 1.0, 4, 12);
    static final District RAVENSHOLT = new District("E07999007", "Ravensholt", 0.20, 1.0, 4, 12);
    static final District THORNWICK = new District("E07999008", "Thornwick", 0.00, 1.0, 8, 14);

    static final List<District> DISTRICTS =
            List.of(ALDER_VALLEY, BRACKEN_MOORS, EASTERWOLD, HARTSMERE, KELBOURNE, MILLBROOK, RAVENSHOLT, THORNWICK);

    static final Settlement MILLBROOK_TOWN = town("Millbrook", MILLBROOK, 14.8, 36.0, 44, 0.15);
    static final Settlement PITMOOR = town("Pitmoor", RAVENSHOLT, 38.4, 25.6, 16, 0.25);
    static final Settlement KELBOURNE_TOWN = town("Kelbourne", KELBOURNE, 29.3, 10.2, 36, -0.05);

    /** A village of two areas that is poor amid affluent country. */
    static final Settlement SCARHOLT = town("Scarholt", EASTERWOLD, 52.3, 30.6, 2, 0);

    static final List<Settlement> TOWNS = List.of(
            town("Aldercombe", ALDER_VALLEY, 24.6, 50.6, 28, 0.50),
            town("Stavering", ALDER_VALLEY, 16.8, 48.6, 12, 0.30),
            town("Highgate End", ALDER_VALLEY, 29.0, 41.4, 8, -0.10),
            town("Cragfield", BRACKEN_MOORS, 42.5, 46.8, 18, 1.20),
            town("Heathersby", BRACKEN_MOORS, 37.2, 54.0, 14, 0.10),
            town("Moor End", BRACKEN_MOORS, 46.6, 51.2, 4, -0.20),
            town("Eastholme", EASTERWOLD, 47.0, 36.4, 22, 0.05),
            town("Woldbury Cross", EASTERWOLD, 55.2, 37.4, 14, -0.05),
            SCARHOLT,
            town("Hartsmere", HARTSMERE, 47.3, 21.8, 30, 0.05),
            town("Lindenford", HARTSMERE, 40.6, 14.6, 16, -0.10),
            KELBOURNE_TOWN,
            town("Saltersby", KELBOURNE, 20.6, 12.4, 14, 0.70),
            MILLBROOK_TOWN,
            town("Furnace Green", MILLBROOK, 20.4, 31.2, 14, 0.10),
            town("Colbeck", MILLBROOK, 7.6, 37.6, 8, -0.20),
            town("Ravensholt", RAVENSHOLT, 31.6, 20.8, 34, 0.10),
            PITMOOR,
            town("Lowgate End", RAVENSHOLT, 28.6, 26.6, 8, 0.00),
            town("Thornwick", THORNWICK, 12.6, 20.0, 26, 0.95),
            town("Marlsey", THORNWICK, 4.6, 26.6, 12, -0.10));

    /** Syllables of the villages' names. */
    static final List<String> VILLAGE_BEGINNINGS = List.of(
            "Aske", "Birken", "Caven", "Dunnel", "Elver", "Fenna", "Gorse", "Hazel", "Ivel", "Kirtle", "Lark",
            "Mossen");

    static final List<String> VILLAGE_ENDINGS = List.of("thwaite", "wick", "ley", "holt", "combe", "rigg", "stead");

    /** Corners of the outline, in kilometres from the origin. */
    static final double[][] OUTLINE_KM = {
        {21, 60},
        {25, 57.5},
        {29, 63},
        {33, 66},
        {36.5, 62.5},
        {41, 61.5},
        {46, 63},
        {51, 58.5},
        {51.5, 53},
        {49.5, 48.5},
        {53.5, 44},
        {60, 43.5},
        {63, 38.5},
        {60.5, 33.5},
        {57, 31},
        {59.5, 25.5},
        {55, 22},
        {55, 16},
        {49.5, 16.5},
        {46.5, 10.5},
        {41, 9},
        {38.5, 11.5},
        {35.5, 5},
        {36, -1},
        {31, -6},
        {26.5, -4},
        {27, 2},
        {22, 6},
        {17, 5},
        {15.5, 10.5},
        {10, 9.5},
        {9.5, 14},
        {3, 15},
        {4.5, 21},
        {-1, 25},
        {-3.5, 31},
        {1.5, 34},
        {0, 40.5},
        {4.5, 44.5},
        {10, 42.8},
        {11.8, 47},
        {9, 53},
        {14, 56},
        {17.5, 54}
    };

    /** Corners of the unitary city, which is no part of the county. */
    static final double[][] CITY_KM = {
        {25.5, 41.5},
        {28, 39.5},
        {31, 40},
        {31.8, 36},
        {33.4, 33},
        {32.4, 29.5},
        {29, 30.2},
        {27.5, 27},
        {24.8, 28.6},
        {23.8, 31.5},
        {21.6, 33},
        {22.8, 36},
        {21.8, 38.8},
        {24, 39.8}
    };

    private CountyPlan() {}

    private static Settlement town(
            String name, District district, double eastKm, double northKm, int areas, double level) {
        return new Settlement(
                name, district, EAST_ORIGIN_METRES + 1000 * eastKm, NORTH_ORIGIN_METRES + 1000 * northKm, areas, level);
    }
}
