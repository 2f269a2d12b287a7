package org.needscape.stats;

/** Where an area lies in a funnel plot. */
public enum FunnelClass {
    /** Higher than the baseline at 99.8 %. */
    HIGH_998("high-998"),
    /** Higher at 95 %, not at 99.8 %. */
    HIGH_95("high-95"),
    /** Not different from the baseline at 95 %. */
    WITHIN("within"),
    /** Lower at 95 %, not at 99.8 %. */
    LOW_95("low-95"),
    /** Lower than the baseline at 99.8 %. */
    LOW_998("low-998");

    private final String code;

    FunnelClass(String code) {
        this.code = code;
    }

    /** As it stands in files and answers. */
    public String code() {
        return code;
    }
}
