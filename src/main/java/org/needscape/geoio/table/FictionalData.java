package org.needscape.geoio.table;

/** How the source of fictional data is named, so that nobody takes them for a publisher's. */
final class FictionalData {

    private FictionalData() {}

    /**
     * @param fictional whether the areas are those of the fictional county
     * @param real the source when they are not
     */
    static String source(boolean fictional, String real) {
        return fictional ? "Fictional demonstration data of no real place" : real;
    }
}
