package org.needscape.render;

/** What the tenths of a chart are tenths of. */
public enum Tenths {
    /** Of all small areas of the country, so that one tenth means the same everywhere. */
    NATIONAL("tenth", "national tenth of deprivation"),
    /** Of the small areas of one county, ranked among themselves. */
    LOCAL("here", "tenth of this county, not national,");

    private final String ends;
    private final String words;

    Tenths(String ends, String words) {
        this.ends = ends;
        this.words = words;
    }

    /** What stands at the most deprived end of an axis. */
    String most() {
        return "1 = most deprived " + ends;
    }

    /** What stands at the least deprived end. */
    String least() {
        return this == LOCAL ? "10 = least" : "10 = least deprived";
    }

    String words() {
        return words;
    }
}
