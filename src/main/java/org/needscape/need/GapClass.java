package org.needscape.need;

/**
 * Need beside response: whether more help is expected in an area than the overall rate, by its deprivation and its need score, and
 * whether more or less reaches it than that. Ordered from where hidden need may show to where most help reaches least need.
 */
public enum GapClass {
    HIGH_NEED_LOW_RESPONSE("high-need-low-response", "high need, low response"),
    HIGH_NEED_HIGH_RESPONSE("high-need-high-response", "high need, high response"),
    LOW_NEED_LOW_RESPONSE("low-need-low-response", "low need, low response"),
    LOW_NEED_HIGH_RESPONSE("low-need-high-response", "low need, high response");

    private final String code;
    private final String label;

    GapClass(String code, String label) {
        this.code = code;
        this.label = label;
    }

    /**
     * The class of an area.
     *
     * @param expectedRate what is expected of it, in any unit
     * @param overallRate of all areas, in the same unit; need is high above it
     * @param ratio observed to expected, drawn toward 1; response is high above 1
     */
    public static GapClass of(double expectedRate, double overallRate, double ratio) {
        if (expectedRate > overallRate) {
            return ratio > 1 ? HIGH_NEED_HIGH_RESPONSE : HIGH_NEED_LOW_RESPONSE;
        }
        return ratio > 1 ? LOW_NEED_HIGH_RESPONSE : LOW_NEED_LOW_RESPONSE;
    }

    /** The word in layers and files. */
    public String code() {
        return code;
    }

    /** For people. */
    public String label() {
        return label;
    }

    public boolean isHighNeed() {
        return this == HIGH_NEED_LOW_RESPONSE || this == HIGH_NEED_HIGH_RESPONSE;
    }

    public boolean isHighResponse() {
        return this == HIGH_NEED_HIGH_RESPONSE || this == LOW_NEED_HIGH_RESPONSE;
    }
}
