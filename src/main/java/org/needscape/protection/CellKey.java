package org.needscape.protection;

/**
 * Names a published count of a measure.
 *
 * @param when the period, or several taken together, in the words of the layers
 * @param kind what kind of place
 * @param place a code, an extent's name, or both with a group's label
 */
record CellKey(String when, Kind kind, String place) {

    /** Kinds of places that counts are published for. */
    enum Kind {
        AREA,
        DISTRICT,
        EXTENT,
        GROUP,
        SELECTION
    }

    /** As it is remembered: one line without a line break or an equals sign before the value. */
    String text() {
        return when.replace('|', '/').replace('=', '-') + "|" + kind + "|" + place;
    }
}
