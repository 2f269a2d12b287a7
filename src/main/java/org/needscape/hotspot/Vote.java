package org.needscape.hotspot;

/** What one setting says of one area. */
public enum Vote {
    /** High among high, beyond chance. */
    HOT,
    /** Low among low, beyond chance. */
    COLD,
    /** Unlike its neighbours, beyond chance. */
    OUTLIER,
    /** Nothing beyond chance. */
    NONE,
    /** It did not test the area. */
    NOT_TESTED
}
