package org.needscape.service;

/**
 * Which end of the values stands for more, in words: of a measure whose low values mean more need it is the lowest, and where deprivation
 * was taken away it is what is left of them.
 *
 * @param isLowest whether low values were looked for
 * @param isBeyondDeprivation whether what deprivation lets expect was taken away
 */
record HotspotEnd(boolean isLowest, boolean isBeyondDeprivation) {

    /** What an area at this end is called. */
    String word() {
        return isLowest ? "lowest" : "highest";
    }

    /**
     * Where an area stands.
     *
     * @param rank from 1
     * @param of how many areas have a value
     */
    String rank(int rank, int of) {
        return "Number " + rank + " of " + of + " from the " + word() + beyond() + ".";
    }

    /** What areas are named of a district without a hotspot. */
    String named() {
        return isBeyondDeprivation
                ? "furthest " + (isLowest ? "below" : "above") + " what deprivation lets expect"
                : "with the " + word() + " values";
    }

    /** The tenth of all areas at this end. */
    String tenth() {
        return word() + " tenth" + beyond();
    }

    private String beyond() {
        return isBeyondDeprivation ? " beyond deprivation" : "";
    }
}
