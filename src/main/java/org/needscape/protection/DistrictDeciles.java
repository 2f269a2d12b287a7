package org.needscape.protection;

/** How finely the counts of districts are given by deprivation. */
enum DistrictDeciles {
    TENTHS(1),
    FIFTHS(2),
    /** Not at all. */
    NONE(10);

    private final int width;

    DistrictDeciles(int width) {
        this.width = width;
    }

    /** How many deciles make the narrowest group. */
    int width() {
        return width;
    }
}
