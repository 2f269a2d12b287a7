package org.needscape.geoio.boundary;

/** The coordinate systems that boundaries may come in. */
enum FileCrs {
    NATIONAL_GRID("British National Grid (EPSG:27700)"),
    LONGITUDE_LATITUDE("longitude and latitude (WGS 84)");

    private final String words;

    FileCrs(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
