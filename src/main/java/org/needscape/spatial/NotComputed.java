package org.needscape.spatial;

/** Why a local statistic has no value for an area. */
public enum NotComputed {
    /** No neighbour whose value is known. */
    ISOLATE("isolate"),
    /** Its own value is not available, not applicable or rounds to zero. */
    MISSING("missing"),
    /** Its own value is hidden. */
    SUPPRESSED("suppressed"),
    /** Its rate has no population. */
    NO_POPULATION("no-population"),
    /**
     * The statistic cannot vary: all values are equal, or every area is a neighbour, or, for local Moran, the area lies exactly
     * at the mean.
     */
    CONSTANT("constant"),
    /** Join counts: the area itself is not flagged. */
    NOT_FLAGGED("not-flagged"),
    /** Join counts: the area is flagged, none of its neighbours is. */
    NO_JOIN("no-join");

    private final String code;

    NotComputed(String code) {
        this.code = code;
    }

    /** The word of files and of the API. */
    public String code() {
        return code;
    }
}
