package org.needscape.hotspot;

import java.util.Arrays;

/** The statistics that have a vote. */
public enum HotspotMethod {
    /** Gi*: the area together with its neighbours. */
    GI_STAR(
            "gi-star",
            "Getis-Ord Gi*",
            "Are the values of an area and its neighbours together higher than chance would give?",
            false),
    /** Gi: the neighbours alone. */
    GI(
            "gi",
            "Getis-Ord Gi",
            "Are the values of an area's neighbours, without its own, higher than chance would give? The same test as local Moran.",
            false),
    /** Local Moran: whether area and neighbours lie on the same side of the mean. */
    LOCAL_MORAN(
            "local-moran",
            "Local Moran",
            "Is an area more like its neighbours than chance would give, high among high or low among low?",
            false),
    /** Kulldorff's circular scan. */
    SCAN(
            "scan",
            "Circular scan",
            "In which circle are there most clearly more children or events than expected? It needs counts.",
            true),
    /** Join counts of areas that are high, on one measure or on several at once. */
    JOIN_COUNT(
            "join-count",
            "Join count",
            "Do areas that are high on every measure chosen lie next to each other more often than chance would give?",
            false);

    private final String code;
    private final String title;
    private final String explanation;
    private final boolean needsCounts;

    HotspotMethod(String code, String title, String explanation, boolean needsCounts) {
        this.code = code;
        this.title = title;
        this.explanation = explanation;
        this.needsCounts = needsCounts;
    }

    /**
     * The method of a code.
     *
     * @throws IllegalArgumentException when there is none, naming those that there are
     */
    public static HotspotMethod parse(String code) {
        return Arrays.stream(values())
                .filter(method -> method.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A method is one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .map(method -> method.code)
                                        .toList())
                        + ", not " + code + "."));
    }

    /** The word of the API. */
    public String code() {
        return code;
    }

    /** Its name, for people. */
    public String title() {
        return title;
    }

    /** The question that it answers. */
    public String explanation() {
        return explanation;
    }

    /** Whether it asks of areas that are high or not, instead of how high they are; then it is used alone. */
    public boolean standsAlone() {
        return this == JOIN_COUNT;
    }

    /** Whether it works on counts alone. */
    public boolean needsCounts() {
        return needsCounts;
    }
}
