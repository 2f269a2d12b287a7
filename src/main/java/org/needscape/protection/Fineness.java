package org.needscape.protection;

/**
 * What is published of deprivation beside the deciles of extents.
 *
 * @param districtWidth how many deciles make the narrowest group of a district; 0 for no groups of districts
 * @param accompanied whether the deciles of extents are given without unaccompanied asylum-seeking children too
 * @param local whether extents are given by tenths of their own areas too
 */
record Fineness(int districtWidth, boolean accompanied, boolean local) {

    static final Fineness NOTHING = new Fineness(0, false, false);

    Fineness withDistricts(int width) {
        return new Fineness(width, accompanied, local);
    }

    Fineness withAccompanied() {
        return new Fineness(districtWidth, true, local);
    }

    Fineness withLocal() {
        return new Fineness(districtWidth, accompanied, true);
    }
}
