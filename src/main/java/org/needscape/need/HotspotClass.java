package org.needscape.need;

/** What a local test says about an area. */
public enum HotspotClass {
    /** Higher than chance would give, with its neighbours. */
    HOT("hot", "hotspot"),
    /** Lower than chance would give, with its neighbours. */
    COLD("cold", "lower cluster"),
    /** Unlike its neighbours; local Moran only. */
    OUTLIER("outlier", "unlike its neighbours"),
    /** No more than chance would give. */
    NOT_SIGNIFICANT("not-significant", "no finding"),
    /** Not tested, for a stated reason. */
    NOT_COMPUTED("not-computed", "not tested");

    private final String code;
    private final String words;

    HotspotClass(String code, String words) {
        this.code = code;
        this.words = words;
    }

    /** The word of files and of the API. */
    public String code() {
        return code;
    }

    /** The words of a page. */
    public String words() {
        return words;
    }
}
